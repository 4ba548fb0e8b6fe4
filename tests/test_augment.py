"""Pages made a little different for training are still pages: no line of the body is lost, and the columns fit the lines."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from strategies import ENGLISH, INDONESIAN

from benchmarks.pages import Page
from benchmarks.train.augment import augment, columns
from benchmarks.train.examples import Example, Form, form_of
from newsclean.scorer.features import NAMES
from newsclean.segment import segment

STORY = tuple(sentence.format(name="Tove Lindgren", place="Almvik", n=12) for sentence in ENGLISH.sentences[:6])
OTHER = tuple(sentence.format(name="Budi Hartono", place="Ranupane", n=7) for sentence in INDONESIAN.sentences[:6])
MENU = ("Home", "World", "Sport", "Sign in", "Subscribe")
TAIL = ("Share", "Advertisement", "Your story continues below", "Most read", "Ferry sinks", "Bees return", "Tower opens")


def form(story: tuple[str, ...]) -> Form:
    """A page with a story between a menu and a tail."""
    return form_of(segment("\n".join((*MENU, *story, *TAIL))), "\n".join(story))


PAGE = form(STORY)
LENDERS = [Example("harbour", Page("p", "harbour.example", "id", "", "", False), 0, {"resiliparse": form(OTHER)})]
MEANS = PAGE.dense.mean(axis=0)


def shown(seed: int) -> Form:
    """The page as it is shown once, every word known."""
    words = PAGE._replace(words=np.arange(1, len(PAGE.words) + 1))
    return augment(words, "resiliparse", LENDERS, MEANS, 0.0, np.random.default_rng(seed))


@given(st.integers(0, 10_000))
def test_the_body_stays_in_order_and_nothing_else_joins_it(seed: int) -> None:
    page, body = shown(seed), PAGE.body > 0
    assert page.tokens[page.body > 0].tolist() == PAGE.tokens[body].tolist()
    assert len(page.dense) == len(page.body) == len(page.tokens) == len(page.offsets) - 1 == len(page.name_offsets) - 1
    assert page.offsets[-1] == len(page.words)


@given(st.integers(0, 10_000))
def test_places_are_those_on_the_new_page(seed: int) -> None:
    place = shown(seed).dense[:, columns("place on the page")[0]]
    if np.ptp(place) > 1e-3:  # it is left out now and then
        np.testing.assert_allclose(place, np.arange(len(place)) / len(place), atol=1e-6)


def test_some_pages_have_the_same_lines_between_the_lines_of_the_body() -> None:
    twins = NAMES.index("repeated on the page")
    broken = [page for page in map(shown, range(200)) if (page.dense[:, twins] > 0).sum() > 1]
    assert 10 <= len(broken) <= 60
    for page in broken:
        inside = np.flatnonzero(page.body)
        between = page.dense[inside[0] : inside[-1], twins]
        assert (between > 0).any() and not page.body[page.dense[:, twins] > 0].any()

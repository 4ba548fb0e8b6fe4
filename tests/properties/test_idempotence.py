"""Cleaning twice equals cleaning once, and a clean article stays as it is."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from strategies import NEWSROOMS, Newsroom, Story, hostile_text, jumbles, pages, stories

from newsclean import PRESETS, Cleaner, Status

CLEANERS = {preset: Cleaner(preset=preset) for preset in PRESETS}
FIXTURES = sorted((Path(__file__).parents[2] / "fixtures").rglob("*.txt"))
SOURCES = st.one_of(pages().map(lambda page: page.source), jumbles(), hostile_text())


def assert_settled(preset: str, source: str) -> None:
    """A second cleaning finds nothing to remove."""
    once = CLEANERS[preset].clean(source, kind="text")
    twice = CLEANERS[preset].clean(once.text, kind="text")
    assert twice.paragraphs == once.paragraphs
    assert not twice.removed


@pytest.mark.parametrize("preset", PRESETS)
@given(source=SOURCES)
def test_cleaning_twice_equals_cleaning_once(preset: str, source: str) -> None:
    assert_settled(preset, source)


@pytest.mark.parametrize("preset", PRESETS)
@pytest.mark.parametrize("seed", range(3))
def test_cleaning_twice_equals_cleaning_once_on_shaken_pages(preset: str, seed: int) -> None:
    """Real layouts with lines lost, doubled, shuffled, or a second page below."""
    dice = random.Random(seed)
    for path in FIXTURES:
        lines = path.read_text(encoding="utf-8").splitlines()
        start, stop = sorted(dice.choices(range(len(lines) + 1), k=2))
        shakes = (
            lines,
            dice.sample(lines, len(lines)),
            lines[start:stop],
            [line for line in lines if dice.random() < 0.5],
            dice.choices(lines, k=len(lines)),
            lines + dice.choice(FIXTURES).read_text(encoding="utf-8").splitlines(),
        )
        assert_settled(preset, "\n".join(dice.choice(shakes)))


@pytest.mark.parametrize("room", NEWSROOMS, ids=lambda room: room.language)
@settings(max_examples=25)
@given(data=st.data())
def test_a_clean_article_is_unchanged(room: Newsroom, data: st.DataObject) -> None:
    story: Story = data.draw(stories(room))
    article = CLEANERS["balanced"].clean(story.source)
    assert article.paragraphs == story.paragraphs
    assert article.status is Status.OK
    assert article.metadata.language == story.language


@pytest.mark.parametrize("second", ["Кто заплатит за мост?", "Мнение жителей моста"])
def test_what_stands_below_the_first_sentence_is_no_headline(second: str) -> None:
    first = "Жители Сосновки двенадцать лет просили открыть старый мост для пешеходов."
    last = "Мост закрыли после паводка, и с тех пор жители Сосновки ездят в школу и в магазин кружной дорогой через лес."
    article = CLEANERS["balanced"].clean("\n\n".join((first, second, last)))
    assert article.paragraphs == (first, second, last)
    assert article.metadata.title is None


@given(stories(), st.sampled_from(["\n", "\n\n", "\n\n\n\n", "\r\n", "\r\n\r\n"]))
def test_a_clean_article_is_unchanged_however_its_paragraphs_are_set_apart(story: Story, gap: str) -> None:
    assert CLEANERS["recall"].clean(gap.join(story.paragraphs)).paragraphs == story.paragraphs


@pytest.mark.parametrize(
    "opening",
    [
        "Will the ferry to the islands sail again in May, as the harbour council promised in the spring, or not at all?",
        "Somebody has to tell the harbour council that a ferry to the islands without an engine is no ferry at all!",
        "Harbour master Tove Lindgren said: “The ferry will sail again in May, whatever the council decides on Monday.”",
        "“We sail at dawn,” said Tove Lindgren, master of the ferry. “Who would stop us?”",
    ],
)
def test_an_article_may_open_with_a_question_a_cry_or_a_quotation(opening: str) -> None:
    story = (
        opening,
        "The council has asked for a second report on the ferry engines, which were built in 1968 and rebuilt twice.",
        "Nobody asked the islanders what they think of the ferry or the council, said Owen Hale, who fishes for crabs.",
        "A decision on the ferry is expected by the end of the month, the harbour office said.",
    )
    assert CLEANERS["balanced"].clean("\n\n".join(story)).paragraphs == story


@pytest.mark.parametrize("mark", ["?", "!", ".", "”", ":"])
def test_a_page_of_alike_paragraphs_is_not_eaten_one_by_one(mark: str) -> None:
    """Each of them would make a headline for the next; a page has one headline."""
    lines = [
        f"Will ferry number {number} sail again in May, as the harbour council promised, or in June{mark}" for number in range(20)
    ]
    assert len(CLEANERS["balanced"].clean("\n\n".join(lines)).paragraphs) >= len(lines) - 1

"""The body is verbatim slices of the source, and every block has a fate with a reason."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import document, hostile_text, jumbles, pages, stories

from newsclean import PRESETS, Article, Claim, Cleaner, Filter, Pipeline, Role
from newsclean.read.text import read
from newsclean.segment import segment

CLEANERS = {preset: Cleaner(preset=preset) for preset in PRESETS}
SOURCES = st.one_of(stories().map(lambda story: story.source), pages().map(lambda page: page.source), jumbles(), hostile_text())


def is_content(character: str) -> bool:
    """Neither white space nor a control character that ends a line."""
    return not character.isspace() and not (character < " " or character == "\x7f")


def assert_sound(article: Article) -> None:
    """Offsets are exact and in order, no content is outside every block, and every block has a role, a rule and evidence."""
    place = 0
    for fate in article.blocks:
        assert place <= fate.start < fate.end, "blocks overlap or stand out of order"
        assert not any(map(is_content, article.source[place : fate.start])), "content between two blocks"
        assert article.source[fate.start : fate.end] == fate.text
        assert fate.text == fate.text.strip()
        assert isinstance(fate.role, Role) and fate.rule and fate.evidence
        place = fate.end
    assert not any(map(is_content, article.source[place:])), "content after the last block"
    kept = [fate for fate in article.blocks if fate.role is Role.BODY]
    assert article.paragraphs == tuple(fate.text for fate in kept)
    assert article.text == "\n\n".join(article.paragraphs)
    assert sorted((*kept, *article.removed), key=lambda fate: fate.start) == list(article.blocks)


@pytest.mark.parametrize("preset", PRESETS)
@given(source=SOURCES)
def test_every_block_is_an_exact_slice_with_a_fate(preset: str, source: str) -> None:
    article = CLEANERS[preset].clean(source, kind="text")
    assert article.source == read(source).source
    assert_sound(article)


@given(hostile_text())
def test_blocks_cover_all_content(source: str) -> None:
    covered = [False] * len(source)
    for block in segment(source):
        found = source[block.span.start : block.span.end]
        assert all(read == there or (read == " " and there.isspace()) for read, there in zip(block.text, found, strict=True))
        covered[block.span.start : block.span.end] = [True] * len(block.text)
    assert all(inside or not is_content(character) for inside, character in zip(covered, source, strict=True))


@given(source=SOURCES, seed=st.integers(0, 2**16))
def test_replaying_the_claims_gives_the_same_body(source: str, seed: int) -> None:
    article = CLEANERS["balanced"].clean(source, kind="text")
    claims = [Claim(number, fate.role, fate.rule, fate.evidence) for number, fate in enumerate(article.blocks)]
    random.Random(seed).shuffle(claims)
    replayed = document(article.source).with_claims(claims)
    assert tuple(block.text for number, block in enumerate(replayed.blocks) if replayed.kept(number)) == article.paragraphs


def arbitrary_filters() -> st.SearchStrategy[Filter]:
    """Filters that claim anything."""

    def make(seed: int, density: float) -> Filter:
        def arbitrary(document):  # type: ignore[no-untyped-def]
            dice = random.Random(seed)
            for number in range(len(document)):
                if dice.random() < density:
                    yield Claim(number, dice.choice(list(Role)), "arbitrary/dice", "it was rolled")

        return arbitrary

    return st.builds(make, st.integers(0, 999), st.floats(0, 1))


@given(source=SOURCES, filters=st.lists(arbitrary_filters(), min_size=1, max_size=3))
def test_no_filter_can_touch_the_text(source: str, filters: list[Filter]) -> None:
    assert_sound(Cleaner(filters=filters).clean(source, kind="text"))


def kept(pipeline: Pipeline, source: str) -> set[int]:
    """The blocks that one run of a pipeline keeps."""
    done = pipeline.run(document(source))
    return {number for number in range(len(done)) if done.kept(number)}


@given(source=SOURCES, at=st.integers(0, len(PRESETS["balanced"].filters) - 1), last=arbitrary_filters())
def test_in_one_run_more_filters_keep_a_subset(source: str, at: int, last: Filter) -> None:
    """Exact for one run. A cleaner also guards prose and cleans again what it kept, so there a filter may save a block."""
    filters = PRESETS["balanced"].filters
    before = kept(Pipeline(filters[:at]), source)
    assert kept(Pipeline(filters[: at + 1]), source) <= before
    assert kept(Pipeline((*filters[:at], last)), source) <= before


@given(SOURCES)
def test_in_one_run_precision_keeps_less_than_balanced_and_recall_more(source: str) -> None:
    """Exact for one run, like the subset above it."""
    precision, balanced, recall = (kept(PRESETS[preset], source) for preset in ("precision", "balanced", "recall"))
    assert precision <= balanced <= recall

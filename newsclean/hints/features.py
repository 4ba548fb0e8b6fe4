"""What the markup-aware log-odds look at: numbers and marks of each block."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Sequence
from itertools import accumulate
from math import log1p
from typing import NamedTuple

from newsclean.measure import Line
from newsclean.model import Block, Markup

NUMBERS = (
    "length", "closed_length", "prose", "capitals", "digits", "links", "bold", "linked_data", "description", "title",
    "siblings", "repeats", "group_core", "group_links", "group_size", "alike_core", "alike_size", "words_above", "words_below",
    "outside", "since_core", "until_core", "since_title", "until_title", "core_prose", "page_core", "page_words", "page_linked",
    "linked_missing",
)  # fmt: skip
"""The names of a block's numbers, in order."""

_LONGEST_WORDS = 60.0
_FARTHEST = 8
_TITLE_LIKE = 0.6
"""Likeness to the page's title from which a block is taken for its headline."""


class Features(NamedTuple):
    """A block's numbers in the order of NUMBERS, and its marks: what is true of it."""

    numbers: list[float]
    marks: list[str]


def page_features(blocks: Sequence[Block], lines: Sequence[Line]) -> list[Features]:
    """The features of every block. Each block must have markup."""
    markups = [block.markup for block in blocks if block.markup is not None]
    core = [markup.core for markup in markups]
    words = [line.words for line in lines]
    kept = [size if inside else 0.0 for size, inside in zip(words, core, strict=True)]
    groups = _Shares(((markup.group, markup.tag) for markup in markups), words, core)
    alike = _Shares(((markup.tag, markup.names) for markup in markups), words, core)
    group_links = _group_links(markups, words)
    above = [0.0, *accumulate(kept)]
    total = above[-1] or 1.0
    since, until = _distances(core), _distances(core[::-1])[::-1]
    heads = [markup.title >= _TITLE_LIKE for markup in markups]
    since_title, until_title = _distances(heads), _distances(heads[::-1])[::-1]
    first = core.index(True) if True in core else 0
    last = len(core) - 1 - core[::-1].index(True) if True in core else len(core)
    prose_words = sum(size for size, line in zip(words, lines, strict=True) if line.prose > 0.0) or 1.0
    linked = any(markup.linked_data for markup in markups)
    covered = sum(size * markup.linked_data for size, markup in zip(kept, markups, strict=True)) / total
    page = (min(above[-1] / prose_words, 2.0), log1p(above[-1]) / 5, covered)
    rows = []
    for number, (block, line, markup) in enumerate(zip(blocks, lines, markups, strict=True)):
        size = words[number]
        length = log1p(min(size, _LONGEST_WORDS))
        prose = max(-4.0, min(line.prose, 4.0))
        share, others = groups.around(number)
        alike_share, alike_others = alike.around(number)
        numbers = [
            length,
            length if line.closed else 0.0,
            prose,
            line.capitals,
            _digits(block.text),
            markup.links,
            markup.bold,
            markup.linked_data,
            markup.description,
            markup.title,
            log1p(markup.siblings),
            log1p(markup.repeats),
            share,
            group_links[markup.group],
            log1p(others),
            alike_share,
            log1p(alike_others),
            above[number] / total,
            1.0 - above[number + 1] / total,
            log1p(max(first - number, number - last, 0)),
            since[number],
            until[number],
            since_title[number],
            until_title[number],
            prose if markup.core else 0.0,
            *page,
            1.0 - markup.linked_data if linked else 0.0,
        ]
        rows.append(Features(numbers, _marks(line, markup)))
    return rows


class _Shares:
    """Which share of the words in blocks of one kind the extractor kept."""

    def __init__(self, keys: object, words: Sequence[float], core: Sequence[bool]) -> None:
        self._keys: list[Hashable] = list(keys)  # type: ignore[call-overload]
        self._words, self._core = words, core
        self._all: dict[Hashable, float] = defaultdict(float)
        self._kept: dict[Hashable, float] = defaultdict(float)
        for key, size, inside in zip(self._keys, words, core, strict=True):
            self._all[key] += size
            if inside:
                self._kept[key] += size

    def around(self, number: int) -> tuple[float, float]:
        """The share among the other blocks like this one (from -.5 to .5, 0 where there is none), and their words."""
        key, size = self._keys[number], self._words[number]
        others = self._all[key] - size
        if others < 0.5:
            return 0.0, 0.0
        return (self._kept[key] - (size if self._core[number] else 0.0)) / others - 0.5, others


def _group_links(markups: Sequence[Markup], words: Sequence[float]) -> dict[int, float]:
    """The share of words in links among the blocks of one parent."""
    linked: dict[int, float] = defaultdict(float)
    total: dict[int, float] = defaultdict(float)
    for markup, size in zip(markups, words, strict=True):
        linked[markup.group] += markup.links * size
        total[markup.group] += size
    return {group: linked[group] / (size or 1.0) for group, size in total.items()}


def _distances(flags: Sequence[bool]) -> list[float]:
    """How many blocks back the last true one stands, 1 to 8, over 8; more than 1 where none does."""
    distances, back = [], _FARTHEST + 1
    for flag in flags:
        distances.append(back / _FARTHEST)
        back = 1 if flag else min(back + 1, _FARTHEST + 1)
    return distances


def _digits(text: str) -> float:
    sample = text[:100]
    return sum(map(str.isdecimal, sample)) / len(sample)


def _marks(line: Line, markup: Markup) -> list[str]:
    marks = [f"kind {markup.kind}", *[f"under {name}" for name in markup.under], *[f"name {name}" for name in markup.names]]
    if line.phrase is not None:
        marks.append(f"phrase {line.phrase.role}")
    if line.words <= 3:
        marks.append("short")
    if line.twin is not None:
        marks.append("repeated")
    if line.bullet:
        marks.append("bullet")
    if line.closed:
        marks.append("closed")
    if markup.core:
        marks.append("core")
    if not markup.whole:
        marks.append("piece")
    if markup.hidden:
        marks.append("hidden")
    if not markup.tag:
        marks.append("stray")
    elif markup.tag in ("div", "h1", "h2", "h3", "h4", "td", "a", "span", "section"):
        marks.append(f"tag {markup.tag}")
    return marks

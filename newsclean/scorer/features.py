"""Numbers about all lines of a page at once: what the network reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.scorer.lines import FIRST, LAST, MULTIPLIER, ORDER, OWN, Floats, Ints, Reading, read_lines, side_by_side

LONG_WORDS = 12
"""Words from which a line that ends like a sentence speaks for what the page is about."""

PROSE_WORDS = 8
"""Words from which such a line counts as prose when its share of the page's is taken."""

NEAR, FAR = 6, 30
"""Lines up and down over which the prose around a line is added up."""

_TOPICS = np.uint64((1 << 16) - 1)
"""Words are told apart by these bits of their hashes when a line's topics are looked for."""

NAMES = (
    "length",
    "words",
    "words",
    "very few words",
    "long words",
    "sentence ends",
    "commas",
    "colons",
    "quotes",
    "brackets",
    "dashes",
    "dividers",
    "signs",
    "script",
    "script",
    "digits",
    "punctuation",
    "symbols",
    "dividers",
    "capital letters",
    "capitalised words",
    *["how it begins"] * len(FIRST),
    *["how it ends"] * len(LAST),
    "ends like a sentence",
    "long and ends like a sentence",
    "repeated on the page",
    "repeats a line above",
    "blank lines above",
    "blank lines below",
    *["place on the page"] * 3,
    "length of the page",
    *["the page's lines"] * 3,
    *["words that the page's prose shares"] * 2,
    "numbers",
    "opens like the line above",
    "opens like the line below",
    *["where the page's prose lies"] * 5,
)
"""What each column says, in words."""


class PageFeatures(NamedTuple):
    """``dense`` has a row a line; line ``i`` has the words ``words[offsets[i]:offsets[i + 1]]``, hashed to 32 bits."""

    dense: Floats
    words: NDArray[np.uint32]
    offsets: Ints


def page_features(texts: Sequence[str], gaps: Sequence[int]) -> PageFeatures:
    """The features of a page's lines.

    :param texts: the lines, none empty
    :param gaps: the blank lines above each
    """
    return place(read_lines(texts), gaps)


def place(reading: Reading, gaps: Sequence[int]) -> PageFeatures:
    """The features of lines that stand one below the other on a page.

    :param gaps: the blank lines above each
    """
    columns, hashes, _, offsets, words, closed = reading
    count = len(columns)
    numbers = np.arange(count, dtype=np.float32)
    counts = np.diff(offsets)
    gap = np.minimum(np.asarray(gaps, dtype=np.float32), 3.0)
    twins_before, twins = _twins(hashes, offsets, counts)
    dense = side_by_side(
        len(NAMES),
        columns[:, :OWN],
        np.log1p(twins),
        twins_before > 0,
        gap,
        np.append(gap[1:], 0.0),
        numbers / count,
        np.log1p(numbers),
        np.log1p(count - numbers),
        np.log1p(count),
        closed.sum() / count,
        columns[:, 1].sum() / count,
        (gap > 0).sum() / count,
        *_topics(reading, np.repeat(np.arange(count), counts)),
        columns[:, OWN],
        *_same_opening(hashes, offsets),
        *masses(np.where(closed & (words >= PROSE_WORDS), words, 0.0)),
    )
    return PageFeatures(dense, (hashes >> np.uint64(32)).astype(np.uint32), offsets)


def _twins(hashes: NDArray[np.uint64], offsets: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """How many equal lines stand above each line, and on the whole page beside it; lines without words have none."""
    count = len(counts)
    place = (np.arange(len(hashes)) - np.repeat(offsets[:-1], counts)).astype(np.uint64)
    sums = np.zeros(len(hashes) + 1, dtype=np.uint64)
    np.cumsum(hashes * (place * MULTIPLIER + ORDER), out=sums[1:])
    lines = sums[offsets[1:]] - sums[offsets[:-1]]
    order = np.argsort(lines, kind="stable")
    groups = _group_starts(lines[order])
    sizes = np.diff(np.append(groups, count))
    above, beside = np.empty(count, dtype=np.int64), np.empty(count, dtype=np.int64)
    above[order] = np.arange(count) - np.repeat(groups, sizes)
    beside[order] = np.repeat(sizes, sizes) - 1
    some = counts > 0
    return above * some, beside * some


def _group_starts(ordered: NDArray[Any]) -> Ints:
    """Where a run of equal values begins."""
    fresh = np.ones(len(ordered), dtype=bool)
    fresh[1:] = ordered[1:] != ordered[:-1]
    return np.flatnonzero(fresh)


def _same_opening(hashes: NDArray[np.uint64], offsets: Ints) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Whether each line opens with the same word as the one above, and as the one below."""
    some = np.flatnonzero(offsets[1:] > offsets[:-1])
    opening = np.zeros(len(offsets) - 1, dtype=np.uint64)
    opening[some] = hashes[offsets[some]]
    above = np.zeros(len(opening), dtype=bool)
    above[1:] = (opening[1:] == opening[:-1]) & (opening[1:] != 0)
    below = np.zeros(len(opening), dtype=bool)
    below[:-1] = above[1:]
    return above, below


def masses(prose: Floats) -> tuple[Floats, ...]:
    """How the page's prose lies around each line: the share of it above, and near and far around it as shares of the most."""
    sums = np.zeros(len(prose) + 1)
    np.cumsum(prose, out=sums[1:])
    place = np.arange(len(prose))
    columns = [sums[:-1] / (sums[-1] + 1.0)]
    for reach in (NEAR, FAR):
        around = sums[np.minimum(place + reach + 1, len(prose))] - sums[np.maximum(place - reach, 0)]
        columns += [around / (around.max() + 1.0), np.log1p(around)]
    return tuple(columns)


def _topics(reading: Reading, word_line: Ints) -> tuple[NDArray[Any], NDArray[Any]]:
    """The share of each line's longer words that other long lines of the page have too, and in how many they stand."""
    count = len(reading.closed)
    bits = np.uint64(count.bit_length())
    word, line = reading.hashes[reading.telling] & _TOPICS, word_line[reading.telling].astype(np.uint64)
    pairs = np.sort(word << bits | line)
    pairs = pairs[_group_starts(pairs)]
    line = (pairs & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.intp)
    groups = _group_starts(pairs >> bits)
    own = (reading.closed & (reading.words >= LONG_WORDS))[line].astype(np.int64)
    having = np.add.reduceat(own, groups) if len(groups) else own
    spread = np.repeat(having, np.diff(np.append(groups, len(pairs)))) - own
    total = np.bincount(line, minlength=count) + 1.0
    shared = np.bincount(line[spread > 0], minlength=count) / total
    return shared, np.bincount(line, weights=np.log1p(spread), minlength=count) / total

"""Numbers about all lines of a page at once: what the network reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.scorer.characters import PLANE, Kind, kinds, lowered

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

SAMPLE_CHARS = 512
"""Characters of a longer line that are looked at: its beginning, and an end of TAIL_CHARS."""

TAIL_CHARS = 64
LONG_WORDS = 12
"""Words from which a line that ends like a sentence speaks for what the page is about."""

PROSE_WORDS = 8
"""Words from which such a line counts as prose when its share of the page's is taken."""

NEAR, FAR = 6, 30
"""Lines up and down over which the prose around a line is added up."""

TOPIC_CHARS = 4
"""Characters from which a word can say what a line is about."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 1 << 64))
_ORDER = np.uint64(0xD1B54A32D192ED03)
_TOPICS = 1 << 16

_WORD = (Kind.LOWER, Kind.UPPER, Kind.CASELESS, Kind.MARK, Kind.DIGIT)
_CLOSERS = (Kind.QUOTE, Kind.BRACKET, Kind.SPACE, Kind.DIVIDER)
_FIRST = (Kind.UPPER, Kind.LOWER, Kind.DIGIT, Kind.CASELESS, Kind.SPACELESS, Kind.QUOTE, Kind.BRACKET, Kind.DASH, Kind.DIVIDER, Kind.SIGN)
_LAST = (Kind.STOP, Kind.ELLIPSIS, Kind.COMMA, Kind.COLON, Kind.QUOTE, Kind.BRACKET, Kind.DIGIT, Kind.DASH, Kind.DIVIDER, Kind.LOWER, Kind.UPPER)

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
    *["how it begins"] * len(_FIRST),
    *["how it ends"] * len(_LAST),
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


def _is(*members: Kind) -> NDArray[np.bool_]:
    table = np.zeros(len(Kind), dtype=bool)
    table[list(members)] = True
    return table


_IS_WORD, _IS_UNIT, _IS_CLOSER = _is(*_WORD), _is(*_WORD, Kind.SPACELESS), _is(*_CLOSERS)


def page_features(texts: Sequence[str], gaps: Sequence[int]) -> PageFeatures:
    """The features of a page's lines.

    :param texts: the lines, none empty
    :param gaps: the blank lines above each
    """
    count = len(texts)
    samples = [text if len(text) <= SAMPLE_CHARS else text[: SAMPLE_CHARS - TAIL_CHARS] + text[-TAIL_CHARS:] for text in texts]
    joined = "\n".join(samples) + "\n"
    codes = np.minimum(np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32), PLANE - 1)
    kind = kinds()[codes]
    lengths = np.fromiter(map(len, samples), dtype=np.int64, count=count)
    ends = np.cumsum(lengths + 1) - 1
    starts = ends - lengths
    line_of = np.repeat(np.arange(count), lengths + 1)
    tally = np.bincount(line_of * len(Kind) + kind, minlength=count * len(Kind)).reshape(count, len(Kind)).astype(np.float32)

    word_starts, word_ends = _words(kind)
    hashes = _hash(lowered()[codes], word_starts, word_ends)
    word_line = line_of[word_starts]
    offsets = np.searchsorted(word_line, np.arange(count + 1))
    per_line = np.diff(offsets).astype(np.float32)
    words = np.maximum(per_line - tally[:, Kind.SPACELESS] * 0.4, 0.0)
    twins_before, twins = _twins(hashes, offsets, word_line, tally)
    closed = _closed(kind, line_of, starts, ends)
    first, last = kind[starts], kind[ends - 1]
    full = np.fromiter(map(len, texts), dtype=np.float32, count=count)
    chars = lengths.astype(np.float32)
    letters = tally[:, Kind.LOWER] + tally[:, Kind.UPPER] + 1e-3
    capital = np.bincount(word_line, weights=kind[word_starts] == Kind.UPPER, minlength=count).astype(np.float32)
    gap = np.minimum(np.asarray(gaps, dtype=np.float32), 3.0)
    place = np.arange(count, dtype=np.float32)
    topic, topical = _topics(hashes, word_starts, word_ends, word_line, closed & (words >= LONG_WORDS), count, kind)
    dense = np.column_stack(
        [
            np.log1p(full),
            np.log1p(words),
            np.minimum(words, 60.0) / 20.0,
            words <= 3,
            chars / (words + 1.0) / 8.0,
            np.log1p(tally[:, [Kind.STOP, Kind.COMMA, Kind.COLON, Kind.QUOTE, Kind.BRACKET, Kind.DASH, Kind.DIVIDER, Kind.SIGN]]),
            tally[:, [Kind.SPACELESS, Kind.CASELESS, Kind.DIGIT, Kind.PUNCTUATION, Kind.SYMBOL, Kind.DIVIDER]] / chars[:, None],
            tally[:, Kind.UPPER] / letters,
            capital / (words + 1.0),
            first[:, None] == np.array(_FIRST),
            last[:, None] == np.array(_LAST),
            closed,
            closed * np.log1p(words),
            np.log1p(twins),
            twins_before > 0,
            gap,
            np.append(gap[1:], 0.0),
            place / count,
            np.log1p(place),
            np.log1p(count - place),
            np.full(count, np.log1p(count)),
            np.full(count, closed.mean()),
            np.full(count, np.log1p(words).mean()),
            np.full(count, (gap > 0).mean()),
            topic,
            topical,
            np.log1p(np.bincount(word_line, weights=kind[word_starts] == Kind.DIGIT, minlength=count)),
            _same_opening(hashes, offsets),
            *_masses(np.where(closed & (words >= PROSE_WORDS), words, 0.0)),
        ]
    ).astype(np.float32)
    return PageFeatures(dense, (hashes >> np.uint64(32)).astype(np.uint32), offsets)


def _words(kind: NDArray[np.uint8]) -> tuple[Ints, Ints]:
    """Where words start and end: runs of letters and digits; a character of a script without spaces is one by itself."""
    inside = _IS_WORD[kind]
    alone = kind == Kind.SPACELESS
    before = np.empty_like(inside)
    before[0], before[1:] = False, inside[:-1]
    after = np.empty_like(inside)
    after[-1], after[:-1] = False, inside[1:]
    return np.flatnonzero((inside & ~before) | alone), np.flatnonzero((inside & ~after) | alone) + 1


def _hash(codes: NDArray[np.uint32], starts: Ints, ends: Ints) -> NDArray[np.uint64]:
    """A polynomial hash of each word, the same wherever it stands."""
    if not len(starts):
        return np.zeros(0, dtype=np.uint64)
    powers = np.cumprod(np.full(len(codes), _MULTIPLIER))
    bounds = np.column_stack([starts, ends]).ravel()
    sums = np.add.reduceat((codes.astype(np.uint64) + np.uint64(1)) * powers, bounds)[::2]
    mixed = sums * np.cumprod(np.full(len(codes), _INVERSE))[starts]
    mixed ^= mixed >> np.uint64(29)
    mixed *= _ORDER
    return mixed ^ (mixed >> np.uint64(32))


def _twins(hashes: NDArray[np.uint64], offsets: Ints, word_line: Ints, tally: Floats) -> tuple[Ints, Ints]:
    """How many equal lines stand above each line, and on the whole page beside it; lines without words have none."""
    count = len(offsets) - 1
    place = np.arange(len(hashes)) - offsets[word_line]
    sums = np.zeros(count, dtype=np.uint64)
    np.add.at(sums, word_line, hashes * (place.astype(np.uint64) * _MULTIPLIER + _ORDER))
    _, inverse, counts = np.unique(sums, return_inverse=True, return_counts=True)
    order = np.argsort(inverse, kind="stable")
    first_of_group = np.cumsum(counts) - counts
    rank = np.empty(count, dtype=np.int64)
    rank[order] = np.arange(count) - np.repeat(first_of_group, counts)
    some = np.diff(offsets) > 0
    return rank * some, (counts[inverse] - 1) * some


def _closed(kind: NDArray[np.uint8], line_of: Ints, starts: Ints, ends: Ints) -> NDArray[np.bool_]:
    """Whether lines end like a sentence, closing quotes and brackets aside."""
    inner = np.where(_IS_CLOSER[kind] | (kind == Kind.OTHER), -1, np.arange(len(kind)))
    final = np.maximum.reduceat(inner, starts)
    ended: NDArray[np.bool_] = (kind[final] == Kind.STOP) & (final >= 0)
    dotted = ended & (final >= 2) & (kind[final - 1] == Kind.STOP) & (kind[final - 2] == Kind.STOP)
    return ended & ~dotted


def _same_opening(hashes: NDArray[np.uint64], offsets: Ints) -> NDArray[np.bool_]:
    """Whether each line opens with the same word as the one above, and as the one below: two columns."""
    opening = np.append(hashes, np.uint64(0))[offsets[:-1]] * (np.diff(offsets) > 0)
    same = (opening[1:] == opening[:-1]) & (opening[1:] != 0)
    return np.column_stack([np.concatenate([[False], same]), np.concatenate([same, [False]])])


def _masses(prose: Floats) -> tuple[Floats, ...]:
    """How the page's prose lies around each line: the share of it above, and near and far around it as shares of the most."""
    sums = np.concatenate([[0.0], np.cumsum(prose)])
    place = np.arange(len(prose))
    columns = [sums[:-1] / (sums[-1] + 1.0)]
    for reach in (NEAR, FAR):
        around = sums[np.minimum(place + reach + 1, len(prose))] - sums[np.maximum(place - reach, 0)]
        columns += [around / (around.max() + 1.0), np.log1p(around)]
    return tuple(columns)


def _topics(
    hashes: NDArray[np.uint64], starts: Ints, ends: Ints, line_of: Ints, long: NDArray[np.bool_], count: int, kind: NDArray[np.uint8]
) -> tuple[Floats, Floats]:
    """The share of each line's longer words that other long lines of the page have too, and in how many they stand."""
    telling = (ends - starts >= TOPIC_CHARS) | (kind[starts] == Kind.SPACELESS)
    word, line = (hashes[telling] % np.uint64(_TOPICS)).astype(np.int64), line_of[telling]
    pairs = np.unique(line * _TOPICS + word)
    line, word = pairs // _TOPICS, pairs % _TOPICS
    own = long[line]
    spread = np.bincount(word[own], minlength=_TOPICS)[word] - own
    total = np.bincount(line, minlength=count) + 1.0
    shared = np.bincount(line, weights=spread > 0, minlength=count) / total
    often = np.bincount(line, weights=np.log1p(spread), minlength=count) / total
    return shared.astype(np.float32), often.astype(np.float32)

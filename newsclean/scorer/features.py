"""Numbers about all lines of a page at once: what the network reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.measure import UNSEEN
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

OWN = 44
"""How many of the columns, from the first, a line has wherever it stands."""

_MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 1 << 64))
_ORDER = np.uint64(0xD1B54A32D192ED03)
_TOPICS = np.uint64((1 << 16) - 1)
"""Words are told apart by these bits of their hashes when a line's topics are looked for."""

_CLOSERS = (Kind.QUOTE, Kind.BRACKET, Kind.SPACE, Kind.DIVIDER)
_FIRST = tuple(map(Kind.__getitem__, "UPPER LOWER DIGIT CASELESS SPACELESS QUOTE BRACKET DASH DIVIDER SIGN".split()))
_LAST = tuple(
    map(Kind.__getitem__, "STOP ELLIPSIS COMMA COLON QUOTE BRACKET DIGIT DASH DIVIDER LOWER UPPER".split())
)

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


class Reading(NamedTuple):
    """What the lines of a page say one by one, wherever they stand on it.

    ``columns`` has a row a line: the first :data:`OWN` columns, and one for its numbers. Line ``i`` has the words
    ``hashes[offsets[i]:offsets[i + 1]]``, of which the ``telling`` can say what it is about; ``words`` weighs them.
    """

    columns: Floats
    hashes: NDArray[np.uint64]
    telling: NDArray[np.bool_]
    offsets: Ints
    words: Floats
    closed: NDArray[np.bool_]

    def take(self, lines: Sequence[int]) -> Reading:
        """What some of the lines say; their order stays."""
        counts = np.diff(self.offsets)
        chosen = np.zeros(len(counts), dtype=bool)
        chosen[list(lines)] = True
        inside = np.repeat(chosen, counts)
        offsets = np.append(0, np.cumsum(counts[chosen]))
        return Reading(
            self.columns[chosen], self.hashes[inside], self.telling[inside], offsets, self.words[chosen], self.closed[chosen]
        )


class PageFeatures(NamedTuple):
    """``dense`` has a row a line; line ``i`` has the words ``words[offsets[i]:offsets[i + 1]]``, hashed to 32 bits."""

    dense: Floats
    words: NDArray[np.uint32]
    offsets: Ints


def _is(*members: Kind) -> NDArray[np.bool_]:
    table = np.zeros(len(Kind), dtype=bool)
    table[list(members)] = True
    return table


_IS_CLOSER = _is(*_CLOSERS, Kind.OTHER)
_LOWER, _UPPER, _SPACELESS, _DIGIT, _STOP = map(np.uint8, (Kind.LOWER, Kind.UPPER, Kind.SPACELESS, Kind.DIGIT, Kind.STOP))
_FIRST_KINDS, _LAST_KINDS = np.array(_FIRST, dtype=np.uint8), np.array(_LAST, dtype=np.uint8)


def page_features(texts: Sequence[str], gaps: Sequence[int]) -> PageFeatures:
    """The features of a page's lines.

    :param texts: the lines, none empty
    :param gaps: the blank lines above each
    """
    return place(read_lines(texts), gaps)


def read_lines(texts: Sequence[str]) -> Reading:
    """What each line says by itself.

    :param texts: the lines, none empty
    """
    count = len(texts)
    bare = [text.strip(UNSEEN) or text for text in texts]
    samples = [text if len(text) <= SAMPLE_CHARS else text[: SAMPLE_CHARS - TAIL_CHARS] + text[-TAIL_CHARS:] for text in bare]
    joined = "\n".join(samples) + "\n"
    codes = np.minimum(np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32), PLANE - 1).astype(np.intp)
    kind = kinds().take(codes)
    lengths = np.fromiter(map(len, samples), dtype=np.int64, count=count)
    ends = np.cumsum(lengths + 1) - 1
    starts = ends - lengths
    cells = np.repeat(np.arange(0, count * len(Kind), len(Kind)), lengths + 1) + kind
    tally = np.bincount(cells, minlength=count * len(Kind)).reshape(count, len(Kind)).astype(np.float32)

    word_starts, word_ends = _words(kind)
    offsets = np.searchsorted(word_starts, np.append(starts, len(codes)))
    word_line = np.repeat(np.arange(count), np.diff(offsets))
    opening = kind[word_starts]
    words = np.maximum(np.diff(offsets).astype(np.float32) - tally[:, Kind.SPACELESS] * 0.4, 0.0)
    closed = _closed(kind, starts, ends)
    chars = lengths.astype(np.float32)
    letters = tally[:, Kind.LOWER] + tally[:, Kind.UPPER] + 1e-3
    log_words = np.log1p(words)
    columns = _side_by_side(
        OWN + 1,
        np.log1p(np.fromiter(map(len, texts), dtype=np.float32, count=count)),
        log_words,
        np.minimum(words, 60.0) / 20.0,
        words <= 3,
        chars / (words + 1.0) / 8.0,
        np.log1p(tally[:, [Kind.STOP, Kind.COMMA, Kind.COLON, Kind.QUOTE, Kind.BRACKET, Kind.DASH, Kind.DIVIDER, Kind.SIGN]]),
        tally[:, [Kind.SPACELESS, Kind.CASELESS, Kind.DIGIT, Kind.PUNCTUATION, Kind.SYMBOL, Kind.DIVIDER]] / chars[:, None],
        tally[:, Kind.UPPER] / letters,
        np.bincount(word_line[opening == _UPPER], minlength=count) / (words + 1.0),
        kind[starts][:, None] == _FIRST_KINDS,
        kind[ends - 1][:, None] == _LAST_KINDS,
        closed,
        closed * log_words,
        np.log1p(np.bincount(word_line[opening == _DIGIT], minlength=count)),
    )
    telling = (word_ends - word_starts >= TOPIC_CHARS) | (opening == _SPACELESS)
    return Reading(columns, _hash(lowered().take(codes), word_starts, word_ends), telling, offsets, words, closed)


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
    dense = _side_by_side(
        len(NAMES),
        columns[:, :OWN],
        np.log1p(twins),
        twins_before > 0,
        gap,
        np.append(gap[1:], 0.0),
        numbers / count,
        np.log1p(numbers),
        np.log1p(count - numbers),
        np.log1p([count]),
        closed.mean(keepdims=True),
        columns[:, 1].mean(keepdims=True),
        (gap > 0).mean(keepdims=True),
        *_topics(reading, np.repeat(np.arange(count), counts)),
        columns[:, OWN],
        _same_opening(hashes, offsets),
        *_masses(np.where(closed & (words >= PROSE_WORDS), words, 0.0)),
    )
    return PageFeatures(dense, (hashes >> np.uint64(32)).astype(np.uint32), offsets)


def _side_by_side(width: int, first: NDArray[Any], *others: NDArray[Any]) -> Floats:
    """Columns and groups of columns as one table; a single number fills its column."""
    table = np.empty((len(first), width), dtype=np.float32)
    at = 0
    for columns in (first, *others):
        if columns.ndim == 1:
            table[:, at] = columns
            at += 1
        else:
            table[:, at : at + columns.shape[1]] = columns
            at += columns.shape[1]
    return table


def _words(kind: NDArray[np.uint8]) -> tuple[Ints, Ints]:
    """Where words start and end: runs of letters and digits; a character of a script without spaces is one by itself."""
    alone = kind == _SPACELESS
    inside = (kind >= _LOWER) & (kind <= _DIGIT) & ~alone
    first, last = inside.copy(), inside.copy()
    first[1:] &= ~inside[:-1]
    last[:-1] &= ~inside[1:]
    return np.flatnonzero(first | alone), np.flatnonzero(last | alone) + 1


def _hash(codes: NDArray[np.uint32], starts: Ints, ends: Ints) -> NDArray[np.uint64]:
    """A polynomial hash of each word, the same wherever it stands."""
    sums = np.zeros(len(codes) + 1, dtype=np.uint64)
    np.cumsum((codes + np.uint64(1)) * np.cumprod(np.full(len(codes), _MULTIPLIER)), out=sums[1:])
    inverse: NDArray[np.uint64] = np.cumprod(np.full(len(codes), _INVERSE), dtype=np.uint64)
    mixed: NDArray[np.uint64] = (sums[ends] - sums[starts]) * inverse[starts]
    mixed ^= mixed >> np.uint64(29)
    mixed *= _ORDER
    mixed ^= mixed >> np.uint64(32)
    return mixed


def _twins(hashes: NDArray[np.uint64], offsets: Ints, counts: Ints) -> tuple[Ints, Ints]:
    """How many equal lines stand above each line, and on the whole page beside it; lines without words have none."""
    count = len(counts)
    place = (np.arange(len(hashes)) - np.repeat(offsets[:-1], counts)).astype(np.uint64)
    sums = np.zeros(len(hashes) + 1, dtype=np.uint64)
    np.cumsum(hashes * (place * _MULTIPLIER + _ORDER), out=sums[1:])
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


def _closed(kind: NDArray[np.uint8], starts: Ints, ends: Ints) -> NDArray[np.bool_]:
    """Whether lines end like a sentence, closing quotes and brackets aside."""
    final = ends - 1
    for _ in range(SAMPLE_CHARS):
        closers = _IS_CLOSER[kind[final]] & (final > starts)
        if not closers.any():
            break
        final -= closers
    before, second = kind.take(final - 1, mode="clip"), kind.take(final - 2, mode="clip")
    ended: NDArray[np.bool_] = kind[final] == _STOP
    ended &= ~((final >= 2) & (before == _STOP) & (second == _STOP))
    return ended


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

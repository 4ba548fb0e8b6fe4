"""Numbers about lines, each by itself, of a whole page at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.measure import UNSEEN
from newsclean.scorer.characters import Kind, kinds, lowered

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

SAMPLE_CHARS = 512
"""Characters of a longer line that are looked at: its beginning, and an end of TAIL_CHARS."""

TAIL_CHARS = 64
TOPIC_CHARS = 4
"""Characters from which a word can say what a line is about."""

OWN = 44
"""How many of the columns, from the first, a line has wherever it stands."""

MULTIPLIER = np.uint64(0x9E3779B97F4A7C15)
_INVERSE = np.uint64(pow(0x9E3779B97F4A7C15, -1, 1 << 64))
ORDER = np.uint64(0xD1B54A32D192ED03)

_TABLE_CHARS = 1 << 16
"""Characters of a page up to which the powers that its words' hashes are made of are looked up; few pages are longer."""

_CLOSERS = (Kind.QUOTE, Kind.BRACKET, Kind.SPACE, Kind.DIVIDER)
FIRST = tuple(map(Kind.__getitem__, "UPPER LOWER DIGIT CASELESS SPACELESS QUOTE BRACKET DASH DIVIDER SIGN".split()))
LAST = tuple(map(Kind.__getitem__, "STOP ELLIPSIS COMMA COLON QUOTE BRACKET DIGIT DASH DIVIDER LOWER UPPER".split()))


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


def _is(*members: Kind) -> NDArray[np.bool_]:
    table = np.zeros(len(Kind), dtype=bool)
    table[list(members)] = True
    return table


_IS_CLOSER = _is(*_CLOSERS, Kind.OTHER)
_LOWER, _UPPER, _SPACELESS, _DIGIT, _STOP = map(np.uint8, (Kind.LOWER, Kind.UPPER, Kind.SPACELESS, Kind.DIGIT, Kind.STOP))
_FIRST_KINDS, _LAST_KINDS = np.array(FIRST, dtype=np.uint8), np.array(LAST, dtype=np.uint8)


def read_lines(texts: Sequence[str]) -> Reading:
    """What each line says by itself.

    :param texts: the lines, none empty
    """
    count = len(texts)
    bare = [text.strip(UNSEEN) or text for text in texts]
    samples = [text if len(text) <= SAMPLE_CHARS else text[: SAMPLE_CHARS - TAIL_CHARS] + text[-TAIL_CHARS:] for text in bare]
    joined = "\n".join(samples) + "\n"
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.intp)
    kind = kinds().take(codes, mode="clip")
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
    columns = side_by_side(
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
    return Reading(columns, _hash(lowered().take(codes, mode="clip"), word_starts, word_ends), telling, offsets, words, closed)


def side_by_side(width: int, first: NDArray[Any], *others: NDArray[Any] | np.floating[Any]) -> Floats:
    """Columns and groups of columns as one table; a single number fills its column."""
    table = np.empty((len(first), width), dtype=np.float32)
    at = 0
    for columns in (first, *others):
        if columns.ndim < 2:
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
    np.cumsum((codes + np.uint64(1)) * _powers(MULTIPLIER, len(codes)), out=sums[1:])
    mixed: NDArray[np.uint64] = (sums[ends] - sums[starts]) * _powers(_INVERSE, len(codes))[starts]
    mixed ^= mixed >> np.uint64(29)
    mixed *= ORDER
    mixed ^= mixed >> np.uint64(32)
    return mixed


def _powers(base: np.uint64, count: int) -> NDArray[np.uint64]:
    """The first powers of a number, modulo 2 ** 64."""
    return _table(base)[:count] if count <= _TABLE_CHARS else _multiplied(base, count)


@cache
def _table(base: np.uint64) -> NDArray[np.uint64]:
    table = _multiplied(base, _TABLE_CHARS)
    table.setflags(write=False)
    return table


def _multiplied(base: np.uint64, count: int) -> NDArray[np.uint64]:
    powers: NDArray[np.uint64] = np.cumprod(np.full(count, base), dtype=np.uint64)
    return powers


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

"""Find an extractor's lines again among the blocks of the page they come from.

Both are compared without white space, so it does not matter where either of them breaks a line or puts a space.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

_EXACT_CHARS = 24
"""A line shorter than this must be a whole block: inside a paragraph it may be there by chance."""

_ANCHOR_CHARS = 32
"""Characters by which the ends of a line are looked for where the extractor cut something from its middle."""

_NEXT_BLOCKS = 30
"""How many blocks below the last line a short line may open."""

_MAX_STRETCH = 2.0
"""Most that a block may hold of what the extractor cut out, as a multiple of the line's characters."""

_SEARCH_BUDGET = 50_000_000
"""Characters that all searches of one page may look through, so that time stays in proportion to the page."""


class Piece(NamedTuple):
    """A part of a block, ``[start, end)`` in the block's own text, whether the extractor kept it, and its :func:`key`."""

    block: int
    start: int
    end: int
    core: bool
    key: str


def key(text: str) -> str:
    """A text as it is compared: without white space, cell marks and what is invisible.

    >>> key("Ships sail | at dawn.")
    'Shipssailatdawn.'
    """
    joined = "".join(text.split()).replace("|", "")
    return joined if joined.isprintable() else "".join(filter(str.isprintable, joined))


def align(blocks: Sequence[str], lines: Sequence[str]) -> tuple[list[Piece], dict[int, list[str]]]:
    """The blocks cut into kept and other pieces, and the lines that are nowhere in the blocks.

    Those come by the number of the block after which the line before them was found (-1: none).

    >>> line = "Ships sail at dawn, says the harbour master."
    >>> [piece[:4] for piece in align(["Menu", f"{line} Read more"], [line])[0]]
    [(0, 0, 4, False), (1, 0, 44, True), (1, 45, 54, False)]
    """
    keys = [key(block) for block in blocks]
    starts = [0, *accumulate(map(len, keys))]
    ranges, strays = _Search(keys, starts).run(lines)
    pieces: list[Piece] = []
    for number, block in enumerate(blocks):
        pieces += _cut(block, keys[number], number, starts[number], ranges.get(number, ()))
    return pieces, strays


class _Search:
    """Where lines stand in the page's text without white space."""

    def __init__(self, keys: Sequence[str], starts: Sequence[int]) -> None:
        self._starts = starts
        self._text = "".join(keys)
        self._budget = _SEARCH_BUDGET
        self._whole: dict[str, list[int]] = {}
        for number, text in enumerate(keys):
            self._whole.setdefault(text, []).append(number)

    def run(self, lines: Sequence[str]) -> tuple[dict[int, list[tuple[int, int]]], dict[int, list[str]]]:
        """The kept ranges by block, and the strays by the block before them."""
        ranges: dict[int, list[tuple[int, int]]] = {}
        strays: dict[int, list[str]] = {}
        position = 0
        for line in lines:
            wanted = key(line)
            if not wanted:
                continue
            found = self._find(wanted, position)
            if found is None:
                strays.setdefault(bisect_right(self._starts, position - 1) - 1 if position else -1, []).append(line)
                continue
            for number, start, end in self._spread(*found):
                ranges.setdefault(number, []).append((start, end))
            position = found[1]
        return ranges, strays

    def _find(self, wanted: str, position: int) -> tuple[int, int] | None:
        """The range of a line: a whole block below the last one, else inside blocks, else a whole block above."""
        numbers = self._whole.get(wanted, ())
        below = next((number for number in numbers if self._starts[number] >= position), None)
        if below is None and len(wanted) >= _EXACT_CHARS:
            inside = self._look(wanted, position)
            if inside >= 0:
                return inside, inside + len(wanted)
            return self._stretched(wanted, position)
        if below is None and (opens := self._opening(wanted, position)) is not None:
            return opens, opens + len(wanted)
        number = below if below is not None else (numbers[0] if numbers else None)
        return None if number is None else (self._starts[number], self._starts[number + 1])

    def _opening(self, wanted: str, position: int) -> int | None:
        """Where a short line goes on right after the last one, or opens one of the next blocks."""
        number = bisect_left(self._starts, position)
        places = (position, *self._starts[number : number + _NEXT_BLOCKS])
        return next((place for place in places if self._text.startswith(wanted, place)), None)

    def _stretched(self, wanted: str, position: int) -> tuple[int, int] | None:
        """The range between a line's first and last characters, where the extractor cut from its middle."""
        if len(wanted) < 2 * _ANCHOR_CHARS:
            return None
        start = self._look(wanted[:_ANCHOR_CHARS], position)
        if start < 0 or self._budget <= 0:
            return None
        tail = wanted[-_ANCHOR_CHARS:]
        end = self._text.find(tail, start, start + int(_MAX_STRETCH * len(wanted)) + _ANCHOR_CHARS)
        return None if end < 0 else (start, end + _ANCHOR_CHARS)

    def _look(self, wanted: str, position: int) -> int:
        if self._budget <= 0:
            return -1
        found = self._text.find(wanted, position)
        self._budget -= (found if found >= 0 else len(self._text)) - position
        if found < 0 and position and self._budget > 0:
            found = self._text.find(wanted, 0, position + len(wanted))
            self._budget -= position
        return found

    def _spread(self, start: int, end: int) -> Iterator[tuple[int, int, int]]:
        """A range of the joined text by block."""
        number = bisect_right(self._starts, start) - 1
        while number < len(self._starts) - 1 and self._starts[number] < end:
            low, high = max(start, self._starts[number]), min(end, self._starts[number + 1])
            if low < high:
                yield number, low, high
            number += 1


def _cut(text: str, whole: str, number: int, first: int, kept: Sequence[tuple[int, int]]) -> list[Piece]:
    """A block's pieces, given the kept ranges of the joined text."""
    if not kept:
        return [Piece(number, 0, len(text), False, whole)]
    if (first, first + len(whole)) in kept:
        return [Piece(number, 0, len(text), True, whole)]
    return list(_split(text, number, first, _merged(kept)))


def _merged(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _split(text: str, number: int, first: int, kept: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    places = [place for place, character in enumerate(text) if key(character)]
    at = 0
    for low, high in _stretched(text, [(places[start - first], places[end - first - 1] + 1) for start, end in kept]):
        yield from _trimmed(text, number, at, low, core=False)
        yield from _trimmed(text, number, low, high, core=True)
        at = high
    yield from _trimmed(text, number, at, len(text), core=False)


def _stretched(text: str, kept: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The kept ranges with the marks around them: no piece is made of marks alone."""
    stretched: list[tuple[int, int]] = []
    at = 0
    for low, high in kept:
        if not any(map(str.isalnum, text[at:low])):
            low = stretched.pop()[0] if stretched else 0
        stretched.append((low, high))
        at = high
    if not any(map(str.isalnum, text[at:])):
        stretched[-1] = stretched[-1][0], len(text)
    return stretched


def _trimmed(text: str, number: int, start: int, end: int, *, core: bool) -> Iterator[Piece]:
    """A piece without white space at its ends, unless nothing is left."""
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        begin = start + len(piece) - len(piece.lstrip())
        yield Piece(number, begin, begin + len(stripped), core, key(stripped))

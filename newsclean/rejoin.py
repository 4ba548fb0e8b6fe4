"""Put lines together again that were broken within a sentence.

Some flatteners print each piece of a paragraph, a link or a name in bold, on a line of its own; old pages break their lines at
eighty columns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsclean.model import Block, Span
from newsclean.punctuation import CLOSERS

_ENDS = tuple(".!?…。！？:：;।؟۔")
_OPEN = frozenset(",(“‘«„—–、，")
"""Characters after which, as after small letters, a sentence goes on."""

_CONTINUING = frozenset(",;.!?%)]”’»、。，！？；）」』")
"""Characters that no sentence begins with."""

_DIVIDERS = frozenset("|•·>›»/")
_LISTED = (" , ", " | ", " • ", " · ")
"""What stands between the terms of a tag line, and not in sentences."""

_BROKEN_WORDS = 3
"""Words from which a line that breaks off may begin a sentence that goes on with a name."""

_NAME_WORDS = 4
_COLUMN_CHARS, _RAGGED_CHARS = 50, 12
"""Characters of a line at the end of a column, and how much longer or shorter the next may be."""

_DATE = re.compile(r"\D{1,24}\d{1,2}\.?º?\s(?:de\s)?[^\W\d_]{3,12}\s(?:de\s)?(?:19|20)\d\d\b[^.!?]{0,60}$")
"""A weekday, a day, a month and a year: many languages write their names in small letters."""

_RUNNING_WORDS = 4
"""Words from which an end without a full stop is running text, not the byline under a headline."""

_LONGEST_WORDS = 6
"""Words of the longest piece from which pieces are a paragraph's, not a menu's in small letters."""


def rejoin(source: str, lines: Sequence[Block]) -> tuple[Block, ...]:
    """The lines, with the pieces of a paragraph as one block; there is no blank line between them.

    >>> source = "Ships left the old harbour, said\\nMarina Holt\\n, its master."
    >>> lines = [Block(Span(0, 32), source[:32]), Block(Span(33, 44), source[33:44]), Block(Span(45, 59), source[45:])]
    >>> [block.text for block in rejoin(source, lines)]
    ['Ships left the old harbour, said Marina Holt , its master.']
    """
    continuing = _continuing(source, lines)
    return tuple(_joined(lines, continuing)) if continuing else tuple(lines)


def _continuing(source: str, lines: Sequence[Block]) -> set[int]:
    """The lines that go on with the sentence of the line above."""
    found: set[int] = set()
    for number in range(1, len(lines)):
        above, line = lines[number - 1], lines[number]
        if not _goes_on(above.text, line.text) or not _adjoins(source, above, line):
            continue
        found.add(number)
        for upper in range(number - 1, 0, -1):
            above, line = lines[upper - 1], lines[upper]
            is_piece = upper - 1 in found or _words(above.text) >= _BROKEN_WORDS
            if upper in found or not is_piece or not _may_go_on(above.text, line.text) or not _adjoins(source, above, line):
                break
            found.add(upper)
    return found


def _adjoins(source: str, above: Block, line: Block) -> bool:
    return not line.gap_before and source[above.span.end : line.span.start].isspace()


def _goes_on(above: str, line: str) -> bool:
    """Whether a line begins as only the rest of a sentence does."""
    first, last = line[0], above[-1]
    if first in _CONTINUING:
        return last.isalnum() or last in CLOSERS
    if not (first.isalpha() and first.islower()) or last in _DIVIDERS or _is_closed(above) or _lists_terms(line):
        return False
    return _DATE.match(line) is None and not ("\t" in above and "\t" in line)  # rows of a table


def _lists_terms(line: str) -> bool:
    return any(line.count(divider) >= 2 for divider in _LISTED)


def _may_go_on(above: str, line: str) -> bool:
    """Whether a line that goes on below may also go on with the one above, though it begins with a capital letter.

    It is as short as a name, or both are as long as lines at the end of a column: else the line above is a heading.
    """
    if not above[-1].islower() and above[-1] not in _OPEN:
        return False
    return _words(line) <= _NAME_WORDS or (len(above) >= _COLUMN_CHARS and abs(len(above) - len(line)) <= _RAGGED_CHARS)


def _is_closed(text: str) -> bool:
    return text.rstrip(CLOSERS).endswith(_ENDS)


def _words(text: str) -> int:
    return text.count(" ") + 1


def _joined(lines: Sequence[Block], continuing: set[int]) -> Iterator[Block]:
    start = 0
    for stop in range(1, len(lines) + 1):
        if stop not in continuing:
            pieces = lines[start:stop]
            yield from [_one(pieces)] if len(pieces) > 1 and _is_paragraph(pieces) else pieces
            start = stop


def _is_paragraph(pieces: Sequence[Block]) -> bool:
    """Whether pieces are running text: a headline with a byline in small letters below it is not, nor is a menu."""
    end = pieces[-1].text
    return (
        not pieces[0].text[0].islower()
        and (_is_closed(end) or _words(end) >= _RUNNING_WORDS)
        and max(_words(piece.text) for piece in pieces) >= _LONGEST_WORDS
    )


def _one(pieces: Sequence[Block]) -> Block:
    """Pieces as one block; spaces stand for what is between them."""
    parts, end = list[str](), pieces[0].span.start
    for piece in pieces:
        parts += " " * (piece.span.start - end), piece.text
        end = piece.span.end
    return Block(Span(pieces[0].span.start, end), "".join(parts), pieces[0].gap_before)

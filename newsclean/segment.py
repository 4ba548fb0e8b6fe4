"""Cut a source into blocks: its lines, and the paragraphs that were broken over several."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.model import Block, Span
from newsclean.rejoin import rejoin

_SEPARATORS = r"\x00-\x08\x0a-\x1f\x7f\x85\u2028\u2029"
_SEPARATOR = re.compile(rf"[{_SEPARATORS}]")
"""Every control character but the tab ends a line: a NUL or form feed never glues two words together."""


def segment(source: str) -> tuple[Block, ...]:
    """The blocks of a source, in order; every character that is not white space or a control is in one of them.

    >>> [block.text for block in segment("Port reopens\\n\\n  Ships sailed again.\\x00Crowds cheered. ")]
    ['Port reopens', 'Ships sailed again.', 'Crowds cheered.']
    """
    return rejoin(source, tuple(lines(source)))


def lines(source: str) -> Iterator[Block]:
    """The lines of a source as found, in order."""
    at = end = 0
    for line in _SEPARATOR.split(source):
        text = line.strip()
        if text:
            start = at if text[0] == line[0] else at + len(line) - len(line.lstrip())
            gap = 0 if at <= end + 1 else _blank_lines(source[end:at])
            yield Block(Span(start, start + len(text)), text, gap)
            end = at + len(line)
        at += len(line) + 1


def _blank_lines(between: str) -> int:
    """Blank lines among the characters between two lines; CR LF ends one line, not two."""
    return max(len(between.splitlines()) - 1, 0)

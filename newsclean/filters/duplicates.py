"""Blocks that stand on the page twice, and the headline repeated."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role

_MIN_WORDS = 6.0
"""Shorter lines may be repeated on purpose: a refrain, a name above each of its quotes, a table's cells."""

_MIN_ADJACENT_WORDS = 3.0
"""The same for a copy right below its line: a heading and what stands for its picture."""


def duplicates(document: Document) -> Iterable[Claim]:
    """Claim every later copy of a block, and lines that repeat the headline with a site's name or a kicker around it."""
    title = document.lines[document.title].fold if document.title is not None else ""
    near = document.near
    for number in document.open(near.start, near.stop):
        line = document.lines[number]
        if number == document.title:
            continue
        if title and (line.fold == title or (len(title) >= 20 and title in line.fold and len(line.fold) <= len(title) + 40)):
            yield Claim(number, Role.DUPLICATE, "duplicates/title", "repeats the headline")
        elif line.twin is not None and line.words >= _least_words(document, number, line.twin) and _stays(document, line.twin):
            yield Claim(number, Role.DUPLICATE, "duplicates/block", f"repeats block {line.twin}")


def _least_words(document: Document, number: int, twin: int) -> float:
    adjoins = twin == number - 1 and document.blocks[number].text == document.blocks[twin].text
    return _MIN_ADJACENT_WORDS if adjoins else _MIN_WORDS


def _stays(document: Document, number: int) -> bool:
    """Whether a block is likely to stay: the first copy on a page is often a teaser for the article itself."""
    return document.kept(number) and (document.scores is None or document.lines[number].prose > 0.0)

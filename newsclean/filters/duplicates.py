"""Blocks that stand on the page twice, and the headline repeated."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.recognise.words import COLONS

_MIN_WORDS = 6.0
"""Shorter lines may be repeated on purpose: a refrain, a name above each of its quotes, a table's cells; so may a label with its
value, or an item without a full stop, in lists of products."""

_MAX_ITEM_WORDS = 20.0
"""Longer lines are sentences, also with a colon or without a full stop, and repeat what was said."""

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
        elif line.twin is not None and _is_copy(document, number, line.twin):
            yield Claim(number, Role.DUPLICATE, "duplicates/block", f"repeats block {line.twin}")


def _is_copy(document: Document, number: int, twin: int) -> bool:
    """Whether a line repeats an earlier one that stays, and not on purpose."""
    words, text = document.lines[number].words, document.blocks[number].text
    if twin == number - 1 and text == document.blocks[twin].text:
        return words >= _MIN_ADJACENT_WORDS and _stays(document, twin)
    is_labelled = not document.lines[number].closed or ": " in text or text.endswith(COLONS)
    is_item = words <= _MAX_ITEM_WORDS and is_labelled and _stands_alone(document, number, twin)
    return words >= _MIN_WORDS and _stays(document, twin) and not is_item


def _stands_alone(document: Document, number: int, twin: int) -> bool:
    """Whether the lines right above and below a copy are no copies of those beside its twin: no passage is repeated."""
    return not any(0 <= number + step < len(document) and document.lines[number + step].twin == twin + step for step in (-1, 1))


def _stays(document: Document, number: int) -> bool:
    """Whether a block is likely to stay: the first copy on a page is often a teaser for the article itself."""
    return document.kept(number) and (document.scores is None or document.lines[number].prose > 0.0)

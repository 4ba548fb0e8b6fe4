"""Tag lines: what the story is filed under."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import BlockKind, Claim, Role
from newsclean.recognise.tags import looks_like_tags, split_tags
from newsclean.recognise.words import COLONS

_MAX_TERM_WORDS = 5.0
_MAX_TERMS = 20


def tags(document: Document) -> Iterable[Claim]:
    """Claim labelled tag lines, the short lines under a bare label, and lists of terms below the story."""
    for claim in document.phrased(Role.TAGS):
        yield claim
        if document.lines[claim.block].phrase.where == "whole":  # type: ignore[union-attr]
            yield from _under(document, claim.block)
    last: int | None = None
    for number in document.open(document.tail.start, document.tail.stop):
        if _is_label(document, number):
            yield Claim(number, Role.TAGS, "tags/label", "a label of tags, which stand below it")
            yield from _under(document, number)
        elif last in (None, number - 1) and looks_like_tags(document.blocks[number].text) and not _is_listed(document, number):
            last = number  # further down such a line is a headline
            yield Claim(number, Role.TAGS, "tags/terms", "a list of short terms below the story")


def _is_label(document: Document, number: int) -> bool:
    """Whether a line is a label that tags mostly follow on the same line: "Tags:"."""
    line, text = document.lines[number], document.blocks[number].text
    phrase = document.vocabulary.match(f"{text} x") if line.phrase is None and text.endswith(COLONS) else None
    return phrase is not None and phrase.role == Role.TAGS


def _is_listed(document: Document, number: int) -> bool:
    """Whether a block is an item of a list, whose bullet may stand alone above it, or a row of a table."""
    markup, above = document.blocks[number].markup, document.blocks[number - 1].text if number else ""
    is_item = document.lines[number].bullet or not any(map(str.isalnum, above))
    return is_item or (markup is not None and markup.kind is BlockKind.TABLE_ROW)


def _under(document: Document, label: int) -> Iterable[Claim]:
    for number in range(label + 1, min(label + 1 + _MAX_TERMS, len(document))):
        line, text = document.lines[number], document.blocks[number].text
        listed = looks_like_tags(text)
        short = line.words <= _MAX_TERM_WORDS and not line.closed
        if line.phrase is not None or document.claims[number] is not None or not (listed or short):
            return
        if document.blocks[number].gap_before > 0 and number > label + 1:
            return
        yield Claim(number, Role.TAGS, "tags/labelled", f"under {document.blocks[label].text!r}")
        if listed and len(split_tags(text)) > 1:
            return

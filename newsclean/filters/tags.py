"""Tag lines: what the story is filed under."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import BlockKind, Claim, Role
from newsclean.recognise.dates import find_date
from newsclean.recognise.tags import looks_like_tags, split_tags, with_commas
from newsclean.recognise.words import COLONS
from newsclean.surroundings import is_label, lists_topics

_QUESTION_MARKS = ("?", "？", "؟")
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
        elif last in (None, number - 1) and _lists_terms(document, number) and _may_be_tags(document, number):
            last = number  # further down such a line is a headline
            yield Claim(number, Role.TAGS, "tags/terms", "a list of short terms below the story")


def _is_label(document: Document, number: int) -> bool:
    """Whether a line is a label that tags mostly follow on the same line: "Tags:"."""
    line, text = document.lines[number], document.blocks[number].text
    phrase = document.vocabulary.match(f"{text} x") if line.phrase is None and text.endswith(COLONS) else None
    return phrase is not None and phrase.role == Role.TAGS


def _lists_terms(document: Document, number: int) -> bool:
    return looks_like_tags(document.blocks[number].text) or lists_topics(document, number)


def _may_be_tags(document: Document, number: int) -> bool:
    """Whether a block is no item of a list, whose bullet may stand alone above it, no row of a table, and not above hashtags.

    Nor does it hold a date: "Published in the Harbour Post, March 4, 2025".
    """
    markup, text = document.blocks[number].markup, document.blocks[number].text
    above = document.blocks[number - 1].text if number else ""
    below = document.blocks[number + 1].text if number + 1 < len(document) else ""
    if document.lines[number].bullet or not any(map(str.isalnum, above)) or _is_dated(document, text):
        return False
    if above.endswith(_QUESTION_MARKS):
        return False  # they are the answers
    if any(phrase.role == Role.LEGAL for phrase in map(document.vocabulary.match, split_tags(text)[:1]) if phrase):
        return False
    if number and is_label(document, number - 1, Role.NAVIGATION):
        return False  # a contact's departments
    return (markup is None or markup.kind is not BlockKind.TABLE_ROW) and ("#" in text or not below.startswith("#"))


def _is_dated(document: Document, text: str) -> bool:
    return any(map(str.isdigit, text)) and document.ask(find_date, text) is not None


def _under(document: Document, label: int) -> Iterable[Claim]:
    for number in range(label + 1, min(label + 1 + _MAX_TERMS, len(document))):
        line, text = document.lines[number], with_commas(document.blocks[number].text)
        listed = looks_like_tags(text)
        short = line.words <= _MAX_TERM_WORDS and not line.closed
        if line.phrase is not None or document.claims[number] is not None or not (listed or short):
            return
        if document.blocks[number].gap_before > 0 and number > label + 1:
            return
        yield Claim(number, Role.TAGS, "tags/labelled", f"under {document.blocks[label].text!r}")
        if listed and len(split_tags(text)) > 1:
            return

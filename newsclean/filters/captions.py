"""Captions: lines above the story that describe its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.punctuation import CLOSING_QUOTES, is_between_dashes
from newsclean.recognise.agencies import find_sign_off
from newsclean.recognise.pictures import says_picture
from newsclean.recognise.words import COLONS

_MAX_WORDS = 80.0
_BRACKETED = re.compile(rf"[.!?。…][{CLOSING_QUOTES}]?\s?[(（\[][^()（）\[\]]{{2,50}}[)）\]]$")
_PLACED = re.compile(r"[（(][^()（）]{1,30}で[)）]$")
"""When and where a picture was taken, as Japanese papers write it."""


def captions(document: Document) -> Iterable[Claim]:
    """Claim lines between headline and story that say themselves, by their wording or their sign-off, that they are captions."""
    for number in document.open(document.head.start, document.head.stop):
        reason = _by_wording(document, number) if _may_be(document, number) else None
        if reason:
            yield Claim(number, Role.CAPTION, *reason)


def _may_be(document: Document, number: int) -> bool:
    line, text = document.lines[number], document.blocks[number].text
    if not 2 <= line.words <= _MAX_WORDS or line.fold in document.vocabulary.sections or text.endswith(COLONS):
        return False
    is_tags = line.phrase is not None and line.phrase.role == Role.TAGS
    return not is_tags and not is_between_dashes(text)


def _by_wording(document: Document, number: int) -> tuple[str, str] | None:
    """The rule and the evidence of a line that says itself that it describes a picture."""
    text = document.blocks[number].text
    if cue := says_picture(text, document.folded(number), document.vocabulary, document.language):
        return "captions/wording", f"above the story, says {cue!r}"
    if find_sign_off(text):
        return "captions/agency", f"above the story, signed {find_sign_off(text)}"
    if placed := _PLACED.search(text):
        return "captions/bracket", f"above the story, ends in a place: {placed.group()!r}"
    if bracketed := _BRACKETED.search(text):
        return "captions/bracket", f"above the story, ends in a source: {bracketed.group()!r}"
    return None

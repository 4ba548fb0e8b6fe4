"""Copyright, affiliate and other lines that the law or a contract puts on the page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role

_COPYRIGHT = re.compile(r"^(?:[©Ⓒⓒ]|\([cC]\)\s?(?=\d|[A-Z])|[cC](?:opyright|OPYRIGHT)\s?(?:[©Ⓒⓒ:]|\([cC]\)|\d{4}|by\b))")
_PHOTOGRAPHER = re.compile(r"©\s?[^\d/]{3,40}/[^\d/]{2,30}")
_MAX_WORDS = 60.0


def legal(document: Document) -> Iterable[Claim]:
    """Claim lines that the vocabulary names and lines that open with a copyright sign."""
    yield from document.phrased(Role.LEGAL)
    near = document.near
    for number in document.open(near.start, near.stop):
        if document.lines[number].words <= _MAX_WORDS and (found := _COPYRIGHT.match(document.blocks[number].text)):
            if _PHOTOGRAPHER.fullmatch(document.blocks[number].text) or _is_listed(document, number):
                continue
            yield Claim(number, Role.LEGAL, "legal/copyright", f"opens with {found.group()!r}")


def _is_listed(document: Document, number: int) -> bool:
    """Whether a block is the third of items with letters: (a), (b), (c)."""
    text, above = document.blocks[number].text, document.blocks[number - 1].text if number else ""
    return text.startswith("(") and above[:3].lower() == "(b)"

"""Lines without a letter or a digit: bullets that lost their item, rules, arrows."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role

_MAX_CHARS = 400


def symbols(document: Document) -> Iterable[Claim]:
    """Claim lines of one or two symbols; longer ones inside a story divide its parts."""
    for number in document.open():
        text = document.blocks[number].text[:_MAX_CHARS]
        if len(set(text)) <= 2 and not any(character.isalnum() for character in text):
            if len(text) <= 2 or number not in document.region:
                yield Claim(number, Role.BOILERPLATE, "symbols/line", f"no letter or digit: {text[:20]!r}")

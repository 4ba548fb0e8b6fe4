"""Lines that carry a photo's credit or a picture's label."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role

_CREDIT = re.compile(
    r"(?:\b(?:Getty|Shutterstock|iStock|Unsplash|Pixabay|Pexels|Wikimedia|Alamy|EPA-EFE|Imago|imago)\b.{0,60}$"
    r"|\b(?:AP|AFP|REUTERS|Reuters|EPA|EFE|dpa|DPA|ANSA|LaPresse|PA|PTI|ANI|SIPA|Sipa|Xinhua|NurPhoto|Bloomberg)\s?(?:/|Photo\b|Images\b|Wire\b|via\b|file\b).{0,50}$"
    r"|[(\[]\s?(?:Photo|Foto|Image|Picture|Bild|Pic|Credit|Crédit|Fotó|Фото|Kuva|写真|图|圖|사진|ภาพ|तस्वीर)\b.{0,80}[)\]]?$"
    r"|©\s?\S.{0,60}$)"
)
_MAX_WORDS = 60.0


def photo_credits(document: Document) -> Iterable[Claim]:
    """Claim lines that the vocabulary names and lines that end in a credit, wherever they stand."""
    yield from document.phrased(Role.CAPTION)
    for number in document.open():
        line, text = document.lines[number], document.blocks[number].text
        if 2 <= line.words <= _MAX_WORDS and (found := _CREDIT.search(text[-200:])):
            yield Claim(number, Role.CAPTION, "photo_credits/end", f"ends in a photo credit: {found.group()!r}")

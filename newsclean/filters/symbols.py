"""Lines that say nothing: bullets that lost their item, rules, arrows, the names of pictures' files."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from newsclean.document import Document
from newsclean.model import Claim, Role

_MAX_CHARS = 400
_END_MARK = re.compile(r"[-–—]\s?30\s?[-–—]")
_ORNAMENT = re.compile(r"###|# # #|[-–—=*]{0,5}\s?o{1,2}[0O]o{1,2}\s?[-–—=*]{0,5}")
"""What ends a press release in the Americas; such marks may divide a story's parts as well."""

_MOST_BELOW = 2
"""Paragraphs below such marks that are about the sender: with more, the story goes on."""

_PICTURE = re.compile(r"(?:[•*·-]\s?)?[^/\\:\s][^/\\:]{0,120}\.(?:jpe?g|png|gif|webp|avif|svg|bmp|tiff?)", re.IGNORECASE)
_SYMBOLS = re.compile(r"[\W_]++")


def symbols(document: Document) -> Iterable[Claim]:
    """Claim marks that end a text, names of pictures' files, and lines of one or two symbols.

    Longer ones between two parts of a story divide them.
    """
    near = document.near
    for number in document.open(near.start, near.stop):
        text = document.blocks[number].text
        if "." in text[-5:-2] and _PICTURE.fullmatch(text):
            yield Claim(number, Role.BOILERPLATE, "symbols/picture", f"the name of a picture's file: {text[:60]!r}")
        elif text[0].isalnum():
            continue
        elif _END_MARK.fullmatch(text) or (_ORNAMENT.fullmatch(text) and _ends(document, number)):
            yield Claim(number, Role.BOILERPLATE, "symbols/end", f"ends a press release: {text!r}")
            for below in document.open(number + 1, near.stop):
                yield Claim(below, Role.BOILERPLATE, "symbols/end", f"below the end of a press release: {text!r}")
        elif _SYMBOLS.fullmatch(text[:_MAX_CHARS]) and len(set(text[:_MAX_CHARS])) <= 2:
            if len(text) <= 2 or not _divides(document, number):
                yield Claim(number, Role.BOILERPLATE, "symbols/line", f"no letter or digit: {text[:20]!r}")


def _ends(document: Document, number: int) -> bool:
    """Whether a line stands in the story, or right below it, and hardly any of it follows."""
    region = document.region
    below = islice(document.paragraphs(range(number + 1, region.stop)), _MOST_BELOW + 1)
    return region.start < number <= region.stop and len(list(below)) <= _MOST_BELOW


def _divides(document: Document, number: int) -> bool:
    """Whether a line stands in the story and more of it follows."""
    region = document.region
    return number in region and any(map(document.kept, range(number + 1, region.stop)))

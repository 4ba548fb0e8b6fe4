"""Menus, breadcrumbs, search boxes, files to load, pagination and the other ways off the page."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.recognise.bylines import find_page_byline
from newsclean.recognise.paths import split_path
from newsclean.surroundings import lists_topics
from newsclean.vocabulary import fold

_FILE = re.compile(r"[\w)]\.(?:pdf|hwpx?|docx?|xlsx?|pptx?|odt|zip)\b|\d\s?[kKM]i?B\)?$")
"""The name of a file, or its size at a line's end."""

_SIZE_ENDS = "B)"
_MAX_CHARS = 150
_MAX_CRUMB_WORDS = 4
_MAX_TAGS = 20
_BACK_BLOCKS = 10
"""How far above the story what a link leads back to may stand, and how far below it the link."""

_MAX_BACK_CHARS = 30
"""Characters that "Back to", "Volver a" and the like may add to the name of a section."""


def navigation(document: Document) -> Iterable[Claim]:
    """Claim lines that the vocabulary names, breadcrumbs, and names of sections that stand outside the article."""
    yield from document.phrased(Role.NAVIGATION)
    sections = document.vocabulary.sections
    region = document.region
    near = document.near
    for number in document.open(near.start, near.stop):
        text, line = document.blocks[number].text, document.lines[number]
        if len(text) > _MAX_CHARS or line.closed:
            continue
        if ("." in text or text[-1] in _SIZE_ENDS) and _FILE.search(text):
            yield Claim(number, Role.NAVIGATION, "navigation/file", "a file to load, by its name or size")
            continue
        crumbs = (
            split_path(text) if line.phrase is None and not (number >= region.stop and lists_topics(document, number)) else []
        )
        if len(crumbs) > 1 and all(len(crumb.split()) <= _MAX_CRUMB_WORDS for crumb in crumbs):
            known = [crumb for crumb in map(fold, crumbs) if crumb in sections or _is_home(document, crumb)]
            if known:
                yield Claim(number, Role.NAVIGATION, "navigation/breadcrumb", f"path through {', '.join(known)}")
        elif line.fold in sections and number not in region and not _is_tag(document, number):
            yield Claim(number, Role.NAVIGATION, "navigation/section", f"names a section: {text!r}")
    yield from _back(document)


def _is_tag(document: Document, number: int) -> bool:
    """Whether a line stands right below a tag that is no section, in a list of them under a label without a blank line."""
    if number == 0 or document.lines[number - 1].fold in document.vocabulary.sections:
        return False
    for above in range(number, max(number - _MAX_TAGS, 0), -1):
        phrase = document.lines[above - 1].phrase
        if document.blocks[above].gap_before or phrase is not None:
            return above < number and phrase is not None and phrase.role == Role.TAGS and phrase.where == "whole"
    return False


def _back(document: Document) -> Iterable[Claim]:
    """Links below the story back to what a line above it names, which is no byline: "Releases" and "Back to Releases"."""
    region = document.region
    start = max(region.start - _BACK_BLOCKS, 0)
    above = [
        line.fold
        for block, line in zip(document.blocks[start : region.start], document.lines[start : region.start], strict=True)
        if len(line.fold) >= 4 and document.ask(find_page_byline, block.text) is None
    ]
    for number in document.open(region.stop, min(region.stop + _BACK_BLOCKS, len(document))) if region else ():
        folded = document.lines[number].fold
        place = next((name for name in above if name in folded and len(folded) <= len(name) + _MAX_BACK_CHARS), None)
        if place and not document.lines[number].closed:
            yield Claim(number, Role.NAVIGATION, "navigation/back", f"names {place!r}, which stands above the story")


def _is_home(document: Document, crumb: str) -> bool:
    phrase = document.vocabulary.match(crumb, crumb)
    return phrase is not None and phrase.role == Role.NAVIGATION

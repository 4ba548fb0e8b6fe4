"""Which blocks of a page its site repeats."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from newsclean.document import OPENING_BLOCKS, Document
from newsclean.profiles.line import key_of_fold, line_key

EMBEDDED_DOCS = 3
"""Pages that must have a line inside the story: it may be a subheading that authors repeat."""

LABEL_WORDS = 5.0
"""Most words of a subheading that need not stand directly between two paragraphs: a list may follow "What we like"."""

EMBEDDED_SHARE = 0.5
"""Share of the site's pages that must have such a line if it is a paragraph: several stories may share some background."""

COPY_SHARE = 0.9
"""Share of a page's words that are in the profile from which the profile is of that very page, and says nothing about it."""

ABOUT_WORDS = 3
"""Content words of a line from which they can tell what it is about."""

ABOUT_SHARE = 0.75
"""Share of them that a line about the story has in common with the story, or with the title that the markup gives."""


def repeated(document: Document) -> Mapping[int, int]:
    """The blocks that the site repeats, each with the number of pages it is on; none where no profile is known."""
    profile = document.profile
    if profile is None:
        return {}
    on = _counts(document, profile.lines)
    lines = document.lines
    if sum(lines[number].words for number in on) > COPY_SHARE * sum(line.words for line in lines):
        return {}
    found = {number: pages for number, pages in on.items() if profile.is_repeated(pages, profile.pages)}
    paragraphs = [n for n in document.paragraphs(document.region) if n not in found]
    for number in _headlines(document, found, paragraphs):
        del found[number]
    story = range(paragraphs[0], paragraphs[-1]) if paragraphs else range(0)
    least = EMBEDDED_SHARE * profile.pages
    return {
        number: pages
        for number, pages in found.items()
        if number not in story
        or not _stands_alone(document, number, found)
        or (pages >= EMBEDDED_DOCS and (pages >= least or not document.is_prose(number)))
    }


def _headlines(document: Document, found: Mapping[int, int], paragraphs: Sequence[int]) -> list[int]:
    """The lines above the story that are about it, as its headline is, which stands on other pages of the site as a teaser.

    Either the story has their words, or the page's markup gives them as its title and not every page has them.
    """
    subject = frozenset[str]().union(*map(document.content_words, paragraphs[:OPENING_BLOCKS]))
    headlines = []
    for number in (number for number in found if paragraphs and number < paragraphs[0]):
        words, markup = document.content_words(number), document.blocks[number].markup
        stated = markup is not None and markup.title >= ABOUT_SHARE and not _is_everywhere(document, found[number])
        if len(words) >= ABOUT_WORDS and (stated or len(words & subject) >= ABOUT_SHARE * len(words)):
            headlines.append(number)
    return headlines


def _is_everywhere(document: Document, pages: int) -> bool:
    """Whether all of the site's pages have a line, and they are many enough to tell."""
    return document.profile is not None and pages >= max(EMBEDDED_DOCS, document.profile.pages)


def _counts(document: Document, known: Mapping[int, int]) -> dict[int, int]:
    """On how many pages each block stands that the profile knows."""
    counts = {}
    for number, (block, line) in enumerate(zip(document.blocks, document.lines, strict=True)):
        key = key_of_fold(line.fold) if line.fold else line_key(block.text)
        if key is not None and key in known:
            counts[number] = known[key]
    return counts


def _stands_alone(document: Document, number: int, found: Mapping[int, int]) -> bool:
    """Whether no line of the site stands next to a block, and paragraphs do on both sides unless it is as short as a label."""
    beside = (number - 1, number + 1)
    if any(n in found for n in beside):
        return False
    return document.lines[number].words <= LABEL_WORDS or all(document.kept(n) and document.is_prose(n) for n in beside)

"""Related, popular and ranking lists: a heading, and the teasers under it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.punctuation import BULLETS, CLOSERS, HEADING_MARKS

_MARK = re.compile(r"^(?:[•\-*·▪●‣–—■◆○▶►]|\(?\d{1,2}[.)．、位]|\d{1,2}$)")
_BARE_MARK = re.compile(r"^(?:[^\w\s]{1,2}|#?\d{1,2}[.)位]?)$")
_MENU_WORDS, _HEADLINE_WORDS = 2.0, 5.0
"""Words up to which items are a menu's, and from which a line is a headline."""

_SUBHEADING_WORDS, _SHORTER = 6.0, 2.0
"""Words of a subheading below headlines, and how many less than the shortest of them it has."""

_FEW = 3
"""Headlines that an article's page teases inside the story."""


@dataclass(frozen=True)
class Lists:
    """Claim each list heading of the vocabulary with its items: bulleted, numbered, cut with an ellipsis, or bare headlines.

    A list ends where prose begins. ``longest_item`` (words) bounds a headline; ``most_items`` bounds a list.
    """

    longest_item: float = 32.0
    most_items: int = 60

    def __call__(self, document: Document) -> Iterable[Claim]:
        """Claims for every heading, then for its items."""
        for claim in document.phrased(Role.TEASER):
            yield claim
            phrase = document.lines[claim.block].phrase
            if phrase is not None and (phrase.scope == "list" or self._is_marked(document, claim.block + 1)):
                rule = f"lists/{phrase.rule.removeprefix('phrases/')}"
                evidence = f"item under {document.blocks[claim.block].text!r}"
                for item in self._items(document, claim.block):
                    yield Claim(item, Role.TEASER, rule, evidence)

    def _is_marked(self, document: Document, number: int) -> bool:
        """Whether a block, if there is one, is a bullet alone on its line: even "Read more" heads a list then."""
        return number < len(document) and document.blocks[number].text in BULLETS

    def _items(self, document: Document, heading: int) -> Iterator[int]:
        marked = False
        stop = min(heading + 1 + self.most_items, len(document))
        number = heading + 1
        while number < stop:
            phrase = document.lines[number].phrase
            if (phrase is not None and phrase.role != Role.DATE) or not self._is_item(document, number, marked):
                return
            if number > heading + 1 and self._starts_anew(document, heading, number, marked):
                return
            if number > heading + 2 and number < document.region.start and _ends_menu(document, heading, number):
                return
            mark = _MARK.match(document.blocks[number].text) is not None
            if marked and not mark and phrase is None:
                return
            yield number
            if _BARE_MARK.match(document.blocks[number].text) and number + 1 < stop:
                number += 1
                if document.lines[number].phrase is None:
                    yield number
            marked = marked or mark
            number += 1

    def _is_item(self, document: Document, number: int, marked: bool) -> bool:
        line, text = document.lines[number], document.blocks[number].text
        if _BARE_MARK.match(text):
            return True
        if line.words > self.longest_item:
            return False
        if _MARK.match(text) or not line.closed:
            return True
        return not marked and text.rstrip(CLOSERS).endswith(("?", "!", "？", "！", "؟")) and line.words <= 16

    def _starts_anew(self, document: Document, heading: int, number: int, marked: bool) -> bool:
        """Whether a line that could be an item is a subheading instead: set apart from the items, with prose under it."""
        if number + 1 >= len(document) or not document.is_prose(number + 1):
            return False
        if document.blocks[number].text[0] in HEADING_MARKS:
            return True
        if document.blocks[number].gap_before < document.blocks[number + 1].gap_before:
            return False  # it stands with the items
        words, least = document.lines[number].words, min(line.words for line in document.lines[heading + 1 : number])
        few = number <= heading + 1 + _FEW and (number == heading + 2 or document.kept(heading - 1))
        if not marked and few and 1 < words <= _SUBHEADING_WORDS and words + _SHORTER <= least:
            return True  # a headline or two were teased
        alike = (_MARK.match(document.blocks[number].text) is not None) == marked
        apart = document.blocks[number].gap_before > document.blocks[number - 1].gap_before
        return apart or not alike


def _ends_menu(document: Document, heading: int, number: int) -> bool:
    """Whether a line is too long for the menu above the story that "Latest" is an entry of: it may be the headline."""
    lines = document.lines
    return lines[number].words >= _HEADLINE_WORDS and all(line.words <= _MENU_WORDS for line in lines[heading + 1 : number])

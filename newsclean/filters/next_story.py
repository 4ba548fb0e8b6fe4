"""The next story, which some sites print below the first as the reader scrolls."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsclean.document import HEAD_BLOCKS, OPENING_BLOCKS, Document
from newsclean.model import Claim, Role
from newsclean.recognise.credits import may_hold_date, split_credit

_WORD = re.compile(r"[^\W\d]{3,30}")
_ABOVE_TITLE = 4
"""Lines above the headline, itself among them, in which the story's own date line may stand."""

_MIN_PARAGRAPHS = 3
_MAX_DATE_CHARS = 80
_SHARED_WORDS = 2
_MOST_SHARING = 0.25
"""Share of the paragraphs below that may have that many content words of the story's beginning."""


def next_story(document: Document) -> Iterable[Claim]:
    """Claim what stands below the story from the headline of another: one with a labelled date line like the story's own.

    The paragraphs below it share no words with the story's beginning, as those of a live blog do, and there are several under
    each such line, where a list has none. Where such lines stand below headlines, the paragraph right above
    it may sum the other story up.
    """
    region, above = document.region, range(document.head.start - _ABOVE_TITLE, document.head.stop)
    own = {label: number for number in document.claimed_as(Role.DATE) if number in above and (label := _label(document, number))}
    if not own:
        return
    below = (number for number in range(document.head.stop, region.stop) if _may_be_date(document, number))
    labelled = [(number, label) for number in below if (label := _label(document, number)) in own]
    again = [number for number, label in labelled if label == labelled[0][1]]
    paragraphs = [*document.paragraphs(range(region.start, again[0]))] if again else []
    if len(paragraphs) < _MIN_PARAGRAPHS:
        return
    *first, last = paragraphs
    words = frozenset().union(*map(document.content_words, first[:OPENING_BLOCKS]))
    others = [*document.paragraphs(range(again[0], region.stop))]
    sharing = sum(len(document.content_words(number) & words) >= _SHARED_WORDS for number in others)
    if len(others) < _MIN_PARAGRAPHS * len(again) or sharing > _MOST_SHARING * len(others):
        return
    is_headed = own[labelled[0][1]] in document.head and last - first[-1] > 1
    is_summary = is_headed and not document.content_words(last) & words
    evidence = f"below another date line like the story's own: {document.blocks[again[0]].text!r}"
    for number in document.open(_start(document, again[0], first[-1] if is_summary else last), region.stop):
        yield Claim(number, Role.TEASER, "next_story/below", evidence)


def _may_be_date(document: Document, number: int) -> bool:
    text = document.blocks[number].text
    return len(text) <= _MAX_DATE_CHARS and not document.is_prose(number) and may_hold_date(text, document.lines[number].phrase)


def _label(document: Document, number: int) -> str:
    """The first word of a date line, "Published", or of the short line above one of digits; empty of other lines."""
    text = document.blocks[number].text
    above = document.blocks[number - 1].text if number and text[0].isdigit() and document.lines[number - 1].words <= 2 else ""
    word = _WORD.match(above or text)
    credit = document.ask(split_credit, text) if word else None
    return word.group() if word and credit and credit.date_text else ""


def _start(document: Document, dated: int, last: int) -> int:
    """The first line of another story, given its date line and this one's last paragraph: right below that, or below its tags."""
    tagged = (number for number in range(last + 1, dated) if document.role(number) is Role.TAGS)
    return max((last, *tagged)) + 1 if dated - last <= HEAD_BLOCKS else dated

"""Captions: lines above the story that describe its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from newsclean.document import Document
from newsclean.measure import Line, capitals
from newsclean.model import Claim, Role
from newsclean.punctuation import CLOSING_QUOTES, is_between_dashes
from newsclean.recognise.agencies import find_sign_off
from newsclean.recognise.pictures import says_picture
from newsclean.recognise.words import COLONS, has_sentences
from newsclean.vocabulary import Vocabulary, WordSet, fold

_MAX_WORDS = 80.0
_BRACKETED = re.compile(rf"[.!?。…][{CLOSING_QUOTES}]?\s?[(（\[][^()（）\[\]]{{2,50}}[)）\]]$")
_PLACED = re.compile(r"[（(][^()（）]{1,30}で[)）]$")
"""When and where a picture was taken, as Japanese papers write it."""

_SURE = 2.0
"""Log-odds from which a sentence or an item that the scorer has read is the story's, wherever it stands."""

_ITEM = re.compile(r"[•*·▪–-]\s?\S|\d{1,2}[.)]\s")
_CONTACT = re.compile(r"\d{2,4}-\d{3,4}-\d{3,4}\b|☎|@\w")
"""A number to call or an address to write to."""

_MIN_CAPITALS = 0.2
_MIN_LABEL_WORDS, _MAX_LABEL_WORDS = 3.0, 20.0
_MIN_WEEKDAY_CHARS = 5


def captions(document: Document) -> Iterable[Claim]:
    """Claim lines between headline and story by their wording, their sign-off or their place.

    Under a standfirst too the lines between a caption and the story's first paragraph are captions.
    """
    head = document.head
    dated = [number for number in head if document.role(number) is Role.DATE]
    previous = -2
    for number in range(head.start, document.paragraph_from(head.stop + 1, head.stop)):
        is_open = document.claims[number] is None
        reason = _reason(document, number, dated, after_caption=previous == number - 1) if is_open else None
        if reason:
            yield Claim(number, Role.CAPTION, *reason)
        if reason or document.role(number) is Role.CAPTION:
            previous = number


def _reason(document: Document, number: int, dated: Sequence[int], *, after_caption: bool) -> tuple[str, str] | None:
    """The rule and the evidence of a line that describes a picture; ``dated`` are the date lines in the head."""
    if after_caption and _above_credit(document, number, dated):
        return "captions/next", "a sentence between a caption and a credit, below the date line"
    if not _may_be(document, number):
        return None
    if number not in document.head:
        return _as_label(document, number) if after_caption else None
    told = _by_wording(document, number) or _by_place(document, number, dated, after_caption=after_caption)
    return told or _above_caption(document, number)


def _may_be(document: Document, number: int) -> bool:
    line, text = document.lines[number], document.blocks[number].text
    if not 2 <= line.words <= _MAX_WORDS or line.fold in document.vocabulary.sections or text.endswith(COLONS):
        return False
    if document.scores is not None and line.prose > _SURE and (line.closed or _ITEM.match(text)):
        return False
    is_tags = line.phrase is not None and line.phrase.role == Role.TAGS
    return not is_tags and not is_between_dashes(text) and _CONTACT.search(text) is None


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


def _by_place(document: Document, number: int, dated: Sequence[int], *, after_caption: bool) -> tuple[str, str] | None:
    """The rule and the evidence of a line that its place gives away: above the date line, or between it and the story."""
    line, text = document.lines[number], document.blocks[number].text
    if after_caption and (label := _as_label(document, number)):
        return label
    if not dated:
        return None
    if line.closed and number < dated[-1] and not has_sentences(text):
        if after_caption:
            return "captions/next", "a sentence after a caption, above the date line"
        if number < document.pictured:
            return None
        if capitals(text) >= _MIN_CAPITALS and (document.dateline is not None or _says_when(document, line)):
            return "captions/place", "a sentence full of names between headline and date line"
        if _ends_in_weekday(document, line):
            return "captions/place", "a sentence that ends in a weekday between headline and date line"
    if not line.closed and 2 <= line.words <= _MAX_LABEL_WORDS and number > dated[0]:
        if after_caption or (line.words >= _MIN_LABEL_WORDS and document.shared_words(number)):
            return "captions/label", "no sentence, between date line and story"
    return None


def _above_credit(document: Document, number: int, dated: Sequence[int]) -> bool:
    """Whether a sentence stands below the date line, above a publisher or a byline, and the story begins with its dateline."""
    line = document.lines[number]
    is_short = line.closed and line.words <= _MAX_LABEL_WORDS and document.dateline is not None
    return is_short and bool(dated) and dated[0] < number < document.head.stop - 1 and document.role(number + 1) is Role.BYLINE


def _above_caption(document: Document, number: int) -> tuple[str, str] | None:
    """The rule and the evidence of a line that forms one block with the caption below it, between blank lines or under a date."""
    line = document.lines[number]
    if line.closed or not _MIN_LABEL_WORDS <= line.words <= _MAX_LABEL_WORDS or document.title in (None, number - 1):
        return None  # right under the headline it may sum the story up
    if document.kept(number - 1) or not document.says_caption(number + 1):
        return None
    dated = document.role(number - 1) is Role.DATE and number + 2 < len(document) and document.blocks[number + 2].gap_before
    if not document.blocks[number].gap_before and not dated:
        return None
    joined = not document.blocks[number + 1].gap_before
    return ("captions/group", "no sentence, in one block with the caption below it") if joined else None


def _as_label(document: Document, number: int) -> tuple[str, str] | None:
    """The rule and the evidence of a line of the story's words that follows a caption."""
    line = document.lines[number]
    is_label = not line.closed and line.words <= _MAX_LABEL_WORDS and document.shared_words(number)
    return ("captions/next", "no sentence, after a caption") if is_label else None


def _says_when(document: Document, line: Line) -> bool:
    """Whether a line ends in a weekday or a month's day, as captions do and standfirsts do not."""
    return bool(_days(document.vocabulary, document.language).days.found_in(" ".join(line.fold.split()[-3:])))


def _ends_in_weekday(document: Document, line: Line) -> bool:
    """Whether a line's last word is a weekday, in full: "sun" is none."""
    return line.fold[line.fold.rfind(" ") + 1 :] in _days(document.vocabulary, document.language).weekdays


class _Days(NamedTuple):
    """Names of days and months, and the weekdays among them that are no abbreviations."""

    days: WordSet
    weekdays: frozenset[str]


@cache
def _days(vocabulary: Vocabulary, language: str) -> _Days:
    """Those of a language and of English."""
    entries = [entry for code in dict.fromkeys((language, "en")) if (entry := vocabulary.by_code(code))]
    days = (name for entry in entries for names in (entry.weekdays, *entry.months) for name in names)
    weekdays = frozenset(fold(name) for entry in entries for name in entry.weekdays if len(name) >= _MIN_WEEKDAY_CHARS)
    return _Days(WordSet.of(days), weekdays)

"""Lines that carry a photo's credit or a picture's label."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newsclean.document import Document
from newsclean.measure import Line
from newsclean.model import Claim, Role
from newsclean.recognise.agencies import find_sign_off
from newsclean.recognise.bylines import find_page_byline
from newsclean.recognise.credits import split_wire_credit
from newsclean.recognise.pictures import says_side
from newsclean.vocabulary import Vocabulary, words_of

_PHOTO_AGENCY = re.compile(
    r"(?:\b(?:Getty|Shutterstock|iStock|Unsplash|Pixabay|Pexels|Wikimedia|Alamy|EPA-EFE|Imago|imago)\b[^.!?]{0,60}$"
    r"|\b(?:AP|AFP|REUTERS|Reuters|EPA|EFE|dpa|DPA|ANSA|LaPresse|PA|PTI|ANI|SIPA|Sipa|Xinhua|NurPhoto|Bloomberg|ANTARA|AA)"
    r"\s?(?:/|Photo\b|Images\b|Wire\b|via\b|file\b)[^!?]{0,50}$"
    r"|©\s?\S[^!?]{0,60}$"
    r"|\s[A-ZÀ-Þ’'. -]{5,40}\sPOUR\s«[^»]{3,40}»$"
    r"|[.!?»]\s[A-ZΑ-ΩА-Я]{3,12}(?:-[A-ZΑ-ΩА-Я]{2,5})?\s?/\s?[A-ZÀ-ÞΆ-ΩА-Я][^.!?/\d]{3,40}$"
    r"|[.!?»]\s(?:Photos?|Fotos?)\s[A-ZÀ-Þ][^.!?]{2,40}$"
    r"|\([^()/\d]{3,40}/[^()/\d]{2,40}\)$"
    r"|\s-\s[^\s-][^-]{3,40}\s-\s\d{1,2}\.[^\W\d_]{3}\.\d{2,4}/\S[^.!?]{1,40}$)"
)
_DAY_AND_PLACE = re.compile(r"[^。]＝(?:[^。＝\d]{2,20}[で、])?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日[^。]{0,30}$")
"""When and where a picture was taken, as Japanese papers write it: ``港を出る船＝11日、岩手県``, ``港を出る船＝宮古市で11日``."""

_HAN_DATE = r"(?:\d{2,4}年)?\d{1,2}月\d{1,2}日"
"""The day of a picture behind its photographer, as Chinese agencies write it: ``中央社記者林書豪攝 114年3月4日``."""

_HEADED = re.compile(
    r"[A-Z’'-]{3,20}(?:\s[A-Z’'-]{2,20}){1,3}\s[A-Z]?[a-z’'][^!?]{20,400}[.”]\s?[—–]\s?"
    r"[A-Z][A-Z.'-]{1,30}(?:[ ,/]{1,2}[A-Z.'-]{2,30}){0,4}"
)
"""A caption with a heading, and its photographer in capitals: ``COLD COMFORT A crew … on Monday. —MIRA HOLT``."""

_INITIALS = re.compile(r"\([a-z]{2,5}/[a-z]{2,5}\)$")
"""As reporter and editor, or an agency and its editor, sign a story."""

_AGENCY_WORDS = frozenset(
    "getty shutterstock istock unsplash pixabay pexels wikimedia alamy epa imago ap afp reuters efe dpa ansa lapresse pa pti ani "
    "sipa xinhua nurphoto bloomberg antara aa".split()
)
_WORD = re.compile(r"\w++")
_DASHED = re.compile(r"[.!?。]\s?[-–—]{1,2}\s?[^.!?。]{2,30}$")
_MAX_WORDS = 60.0
_MAX_SIGNED_WORDS = 40.0
_MAX_CREDIT_WORDS = 8.0
_MIN_CAPTION_WORDS, _MAX_CAPTION_WORDS = 4.0, 20.0
_CREDIT_CHARS = 100
_MAX_NAME_CHARS = 60


def photo_credits(document: Document) -> Iterable[Claim]:
    """Claim lines that the vocabulary names, lines that end in a credit, wherever they stand, and sentences right above one.

    A sentence that is printed twice, one below the other, and once with a credit behind it, is a caption too.
    """
    yield from _twice(document)
    for claim in _credited(document):
        yield claim
        if _is_credit_alone(document, claim.block) and _may_be_described(document, claim.block - 1):
            yield Claim(claim.block - 1, Role.CAPTION, "photo_credits/above", "a short sentence right above a photo's credit")


def _credited(document: Document) -> Iterable[Claim]:
    yield from document.phrased(Role.CAPTION)
    near, last = document.surroundings, document.region.stop - 2
    inside, credits = range(document.region.start + 1, last + 1), document.asking(_credit)
    for number in document.open(near.start, near.stop):
        line, text = document.lines[number], document.blocks[number].text
        if 2 <= line.words <= _MAX_WORDS:
            agency = _signed(line, text) if number < last and line.words <= _MAX_SIGNED_WORDS else None
            if agency and not _signs(document, number):
                yield Claim(number, Role.CAPTION, "photo_credits/agency", f"signed {agency} in the middle of the story")
                continue
            if "＝" in text and _DAY_AND_PLACE.search(text):
                yield Claim(number, Role.CAPTION, "photo_credits/day", "ends in the day and the place of a picture")
            elif number in inside and line.words <= _MAX_SIGNED_WORDS and (side := document.ask(says_side, text)):
                yield Claim(number, Role.CAPTION, "photo_credits/side", f"in the story, says {side!r}")
            elif text[-1].isupper() and _HEADED.fullmatch(text):
                yield Claim(number, Role.CAPTION, "photo_credits/headed", "a heading, what is shown, and a name in capitals")
            elif number < last and (source := _source(line, text)):
                yield Claim(number, Role.CAPTION, "photo_credits/source", f"above the story or in it, names {source} as source")
            elif (found := credits[text]) and not _signs(document, number):
                yield Claim(number, Role.CAPTION, "photo_credits/end", f"ends in a photo credit: {found!r}")


def _source(line: Line, text: str) -> str | None:
    """The photographer and agency behind a label such as "Source:", under a picture: below a story it names agencies only."""
    if line.phrase is None or line.phrase.role != Role.BYLINE or ":" not in text:
        return None
    named = text.partition(":")[2].strip()
    return named if "/" in named and split_wire_credit(named) is not None else None


def _signs(document: Document, number: int) -> bool:
    """Whether a line is a byline with its label, or below the story's last paragraph a name and an agency."""
    text = document.blocks[number].text
    if document.ask(find_page_byline, text) is not None:
        return True
    return number >= document.region.stop - 1 and split_wire_credit(text) is not None


def _twice(document: Document) -> Iterable[Claim]:
    near = document.surroundings
    for number in range(near.start + 1, near.stop):
        above, below = document.blocks[number - 1].text, document.blocks[number].text
        shorter, longer = sorted((above, below), key=len)
        if 0 < len(longer) - len(shorter) <= _MAX_NAME_CHARS and longer.startswith(shorter):
            line = document.lines[number - 1 if shorter == above else number]
            credit = longer[len(shorter) :].lstrip(" |/-–—(")
            if line.closed and line.words >= _MIN_CAPTION_WORDS and _may_credit(credit):
                for copy in (number - 1, number):
                    yield Claim(copy, Role.CAPTION, "photo_credits/twice", f"printed twice, once with {credit!r} behind it")


def _may_credit(text: str) -> bool:
    return text[:1].isupper() and text[-1] not in ".!?" and len(text.split()) <= _MAX_CREDIT_WORDS


def _is_credit_alone(document: Document, number: int) -> bool:
    """Whether a line inside the story or above it is a label and a name, and no more."""
    line, text = document.lines[number], document.blocks[number].text
    named = text[len(line.phrase.text) :].lstrip() if line.phrase is not None else ""
    return number < document.region.stop - 1 and line.words <= _MAX_CREDIT_WORDS and (":" in text or named[:1].isupper())


def _may_be_described(document: Document, number: int) -> bool:
    """Whether a line is a sentence as short as those that describe a picture, and no question or heading with a number."""
    line, text = document.lines[number], document.blocks[number].text
    is_short = line.closed and _MIN_CAPTION_WORDS <= line.words <= _MAX_CAPTION_WORDS
    return is_short and number > 0 and document.claims[number] is None and text[-1] != "?" and not text[0].isdigit()


def _signed(line: Line, text: str) -> str | None:
    """The agency in brackets behind a line that is no sentence, or after a dash; a story is signed at its end only."""
    if text[-1] in ")）":
        return find_sign_off(text) if not line.closed or "." not in text[-30:] else None
    return find_sign_off(text) if _DASHED.search(text, max(len(text) - _CREDIT_CHARS, 0)) else None


def _credit(text: str, vocabulary: Vocabulary, language: str) -> str | None:
    """The photo credit that a text ends in."""
    ending = text[-_CREDIT_CHARS:]
    if ending[-1] == ")" and _INITIALS.search(ending):
        return None
    label, hints = _labels(vocabulary, language)
    signed = ending.endswith((")", "»")) or "©" in ending or "/" in ending
    if hints and not signed and hints.isdisjoint(words_of(ending.lower())):
        return None
    found = _PHOTO_AGENCY.search(ending) or label.search(ending)
    return found.group().strip() if found else None


@cache
def _labels(vocabulary: Vocabulary, language: str) -> tuple[re.Pattern[str], frozenset[str]]:
    """A pattern for a label before or after a name at a line's end: ``Foto: …``, ``(Photo by …)``, ``… 摄``.

    Beside it the words without one of which, or a ©, no line can match; none where the language sets no spaces.
    """
    entries = [entry for code in dict.fromkeys((language, "en")) if (entry := vocabulary.by_code(code))]
    before = sorted({label.strip() for entry in entries for label in entry.photo_labels}, key=len, reverse=True)
    after = sorted({label.strip() for entry in entries for label in entry.photo_labels_after}, key=len, reverse=True)
    patterns = []
    if before:
        patterns.append(rf"(?:^|(?<=[^\w]))(?:{'|'.join(map(_spaced, before))})\s?[^\s!?][^!?]{{1,{_MAX_NAME_CHARS}}}$")
    if after:
        patterns.append(
            rf"(?:^|[\s。！？、，＝=（(])[^\s。！？、，＝=]{{2,8}}\s?(?:{'|'.join(map(re.escape, after))})[)）】\]]?[。.]?$"
            rf"|[^\s。！？、，]{{2,14}}(?:{'|'.join(map(re.escape, after))})\s?{_HAN_DATE}$"
        )
    hints = {word for label in before for word in _WORD.findall(label.lower())[:1]} | _AGENCY_WORDS
    spaced = not after and all(_WORD.search(label) or "©" in label for label in before)
    return re.compile("|".join(patterns) or r"(?!)", re.IGNORECASE), frozenset(hints) if spaced else frozenset()


def _spaced(label: str) -> str:
    """A label with or without a space before its colon, or a vertical bar in its place."""
    return re.escape(label).replace(":", r"\s?[:：|]")

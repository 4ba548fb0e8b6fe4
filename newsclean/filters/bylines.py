"""Who wrote it: bylines, credit lines, sign-offs on a line of their own, and notes about the author."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.recognise.agencies import find_agency, find_contributor
from newsclean.recognise.bylines import find_page_byline, names_from_place
from newsclean.recognise.credits import split_credit, split_report, split_wire_credit
from newsclean.recognise.names import (
    BEFORE_NAMES,
    HAN_DESK,
    HAN_NAMES,
    PARTICLES,
    looks_like_name,
    names_in,
    opening_name,
    without_labels,
)
from newsclean.recognise.publishers import looks_like_source, split_publisher
from newsclean.surroundings import MIN_PUBLISHER_CHARS, is_label, owns_page
from newsclean.vocabulary import fold

_CONTACT = re.compile(
    r"\(?[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,24}){1,4}\)?|\(?[^\W\d_]{2,4}(?:/[^\W\d_]{2,4}){1,4}\)?"
    r"|[^\W\d_]{2,5}\s?/{1,2}\s?[^\W\d_]{2,5}/?"
)
"""An address, or the initials of those who wrote and edited a story: ``jwol/ mark/``, ``MJV // RCP``."""

_LABEL = re.compile(r"\S[:：]\s")
"""A label before a name: "Follow: Harbour News"."""

_SIGNED = re.compile(rf"[（(【]{HAN_DESK}?{HAN_NAMES}[)）】]")
"""Names in brackets and nothing else but their desk, as Japanese papers sign their stories."""

_BRACKETED = re.compile(r"[(（][^()（）\d]{4,60}[)）]")
_MAX_WORDS = 20.0
_MAX_BIO_WORDS = 90.0
_MAX_NAMES_WORDS = 10.0
_BELOW_STORY = 2
"""Lines right below the story in which a name alone is the author's."""

_MAX_NAME_WORDS = 4.0
_MAX_AUTHORS = 8
_UNLIKELY = -2.0
"""Log-odds of article text under which a name alone may be the author's, and is no heading of the story."""

_UNDER_HEADLINE = 3
"""Lines under the headline in which a name alone is the author's."""

_ABOVE_HEADLINE, _INTO_STORY = 3, 6
"""Lines above the headline, and of the story from its first paragraph, among which a byline with its label may stand: under a
standfirst, or a summary."""


def bylines(document: Document) -> Iterable[Claim]:
    """Claim the lines above and below the story that name its author, agency or publisher, and the author's note below it."""
    yield from document.phrased(Role.BYLINE)
    head, tail = document.head, document.tail
    authors: set[str] = set()
    for number, people in _under_labels(document):
        authors.update(people)
        yield Claim(number, Role.BYLINE, "bylines/under", f"names {', '.join(people)} under a byline word")
    for number in (*document.open(head.start, head.stop), *document.open(tail.start, tail.stop)):
        text, line = document.blocks[number].text, document.lines[number]
        if line.words > _MAX_WORDS:
            continue
        names = document.ask(find_page_byline, text)
        if names is not None:
            authors.update(names)
            yield _labelled(number, names)
        elif _CONTACT.fullmatch(text):
            yield Claim(number, Role.BYLINE, "bylines/contact", "an address or initials and nothing else")
            if _has_address(document, number - 1, text):
                authors.add(document.blocks[number - 1].text)
                yield Claim(number - 1, Role.BYLINE, "bylines/address", "a name right above its address")
        elif (wire := split_wire_credit(text)) is not None:
            yield Claim(number, Role.BYLINE, "bylines/wire", f"names {wire.authors[0]} and the agency {wire.agency}")
        elif split_report(text) is not None:
            yield Claim(number, Role.BYLINE, "bylines/report", "names a reporter and the place of the report")
        elif number not in head and _is_signed(document, text):
            yield Claim(number, Role.BYLINE, "bylines/signed", "names in brackets below the story")
        elif agency := find_agency(text) or find_contributor(text):
            yield Claim(number, Role.BYLINE, "bylines/agency", f"names the agency {agency} and little else")
        elif number not in head and _publishes(document, number):
            yield Claim(number, Role.BYLINE, "bylines/publisher", "a publisher's name below the story")
        elif number in head and _is_credit(document, number):
            authors.add(text)
            yield Claim(number, Role.BYLINE, "bylines/credit", "a name between headline and story")
    for number, names in _photographers(document):
        authors.update(names)
        yield Claim(number, Role.BYLINE, "bylines/pictured", f"names {', '.join(names)}, as a picture's credit does")
    for number, names in _labelled_nearby(document):
        authors.update(names)
        yield _labelled(number, names)
    for number, name in _outsiders(document):
        authors.add(name)
        yield Claim(number, Role.BYLINE, "bylines/outsider", "a name beside the story that the story does not have")
    for number, name in [] if authors else _described(document):
        authors.add(name)
        yield Claim(number, Role.BYLINE, "bylines/described", f"says who {name} is, whose name stands alone on another line")
    yield from _bios(document, authors)


def _is_signed(document: Document, text: str) -> bool:
    """Whether a text is names in brackets and nothing else: of East Asian persons, or full names in scripts with capitals."""
    if _SIGNED.fullmatch(text):
        return True
    names = (document.ask(names_in, text) if _BRACKETED.fullmatch(text) else None) or ()
    return bool(names) and all(" " in name and name != name.lower() and not looks_like_source(name) for name in names)


def _publishes(document: Document, number: int) -> bool:
    """Whether a line right below the story is a publisher's name.

    A date follows, or a place in capitals and a date; or a promo or legal line of the page has it.
    """
    text, below = document.blocks[number].text, number + 1
    is_near = -1 <= number - document.region.stop < _BELOW_STORY
    if is_near and number >= document.region.stop and text[0] + text[-1] == "()" and looks_like_source(text[1:-1]):
        return True
    if not is_near or document.lines[number].closed or document.lines[number].phrase is not None or not looks_like_source(text):
        return False
    if below < len(document) and " " not in (place := document.blocks[below].text) and place.isupper():
        below += 1
    dated = document.ask(split_credit, document.blocks[below].text) if below < len(document) else None
    named = (text in document.blocks[other].text for other in document.claimed_as(Role.LEGAL, Role.PROMO))
    return (dated is not None and dated.date_text is not None) or any(named)


def _labelled(number: int, names: Iterable[str]) -> Claim:
    return Claim(number, Role.BYLINE, "bylines/label", f"names {', '.join(names) or 'an agency'} behind a byline word")


def _labelled_nearby(document: Document) -> Iterable[tuple[int, tuple[str, ...]]]:
    """Bylines with a label right above the headline, and where the story's first paragraph is a summary of it."""
    title = document.title if document.title is not None else document.head.start
    above, stop = max(title - _ABOVE_HEADLINE, 0), min(document.head.stop + _INTO_STORY, document.region.stop)
    for number in (*document.open(above, title), *document.open(document.head.stop, stop)):
        names = document.ask(find_page_byline, document.blocks[number].text)
        if names and document.lines[number].words <= _MAX_NAMES_WORDS:
            yield number, names


def _under_labels(document: Document) -> Iterable[tuple[int, tuple[str, ...]]]:
    """Lines of full names below a byline word that stands alone; further in, only lines unlikely to be the story's."""
    for label in document.phrases:
        if not is_label(document, label, Role.BYLINE) or label >= document.region.stop:
            continue
        for number in range(label + 1, min(label + 1 + _MAX_AUTHORS, len(document))):
            text, line = document.blocks[number].text.lstrip(BEFORE_NAMES), document.lines[number]
            is_apart = number in document.head or line.prose <= _UNLIKELY
            may_name = is_apart and line.words <= _MAX_NAMES_WORDS and not line.closed
            names = (document.ask(names_in, text) if may_name and not looks_like_source(text) else None) or ()
            if not names or not all(" " in name for name in names) or fold(text) in document.vocabulary.sections:
                break
            yield number, names


def _photographers(document: Document) -> Iterable[tuple[int, tuple[str, ...]]]:
    """Names in capitals right below the story of which one also stands in a picture's credit: ``MINH KHA - QUANG HUY``."""
    end = document.region.stop
    for number in document.open(end, end + _BELOW_STORY):
        text = document.blocks[number].text
        names = document.ask(names_in, text) if text.isupper() and document.lines[number].words <= _MAX_NAMES_WORDS else None
        credits = [document.blocks[other].text for other in document.claimed_as(Role.CAPTION)] if names else []
        if names and all(" " in name for name in names) and any(name in credit for name in names for credit in credits):
            yield number, names


def _outsiders(document: Document) -> Iterable[tuple[int, str]]:
    """Full names alone on a line near the story's beginning or right below its end, of persons whom the story does not name."""
    end = document.region.stop
    beginning = document.open(document.head.start, min(document.head.stop + _INTO_STORY, end))
    for number in (*beginning, *document.open(end, end + _BELOW_STORY)):
        if document.lines[number].words > _MAX_NAME_WORDS:
            continue
        text = document.blocks[number].text.lstrip(BEFORE_NAMES)
        name, _ = split_publisher(text) or (text, "")
        if _is_name_alone(document, number, name) and not _is_in_story(document, number, name):
            yield number, name


def _is_name_alone(document: Document, number: int, name: str) -> bool:
    """Whether a line that is unlikely to be one of the story's is a person's full name, in a script with capitals."""
    line = document.lines[number]
    if not 2 <= line.words <= _MAX_NAME_WORDS or line.closed or line.phrase is not None or line.prose > _UNLIKELY:
        return False
    if "," in name or "  " in name or name.lower() == name.upper() or not looks_like_name(name) or looks_like_source(name):
        return False
    is_contact = number > 0 and is_label(document, number - 1, Role.NAVIGATION)
    is_labelled = is_contact or document.is_announced(number)
    is_heading = line.fold in document.vocabulary.sections or _holds_function_word(document, name)
    return not is_labelled and not is_heading


def _described(document: Document) -> Iterable[tuple[int, str]]:
    """Notes below the story that open with a full name which stands alone on another line, and is of nobody in the story."""
    head, region, tail = document.head, document.region, document.tail
    beside = (*range(max(head.start - 1 - _ABOVE_HEADLINE, 0), head.stop), *range(region.stop, tail.stop))
    for number in document.open(region.stop, tail.stop):
        name = opening_name(document.blocks[number].text) if document.lines[number].closed else None
        if name is None or looks_like_source(name) or not any(_is_of(document, other, name) for other in beside):
            continue
        if not any(name.split()[-1] in document.blocks[other].text for other in region):
            yield number, name


def _is_of(document: Document, number: int, name: str) -> bool:
    """Whether a line is a name, perhaps behind a byline word, and no more."""
    text = document.blocks[number].text.strip(BEFORE_NAMES)
    return text == name or (text.endswith(name) and document.ask(find_page_byline, text) == (name,))


def _is_in_story(document: Document, number: int, name: str) -> bool:
    """Whether the story has the last word of a name, or, in small letters too, one of four letters or more."""
    last, words = name.split()[-1], document.content_words(number)
    others = (other for other in document.region if other != number)
    return any(last in document.blocks[other].text or words & document.content_words(other) for other in others)


def _is_credit(document: Document, number: int) -> bool:
    """Whether a line in the head is a publisher's name, names beside a date line or under the headline, or several such parts."""
    text, line = document.blocks[number].text, document.lines[number]
    if line.closed or line.fold in document.vocabulary.sections:
        return False
    if looks_like_source(text) and not _LABEL.search(text):
        return True
    beside_date = any(
        0 <= near < len(document) and document.role(near) is Role.DATE
        for near in (number - 2, number - 1, number + 1, number + 2)
    )
    if beside_date and line.words <= _MAX_NAME_WORDS and len(text) >= MIN_PUBLISHER_CHARS and owns_page(document, text):
        return True
    under_headline = document.title is not None and number - document.title <= _UNDER_HEADLINE
    dated = number + 1 < len(document) and document.role(number + 1) is Role.DATE
    reporters = document.ask(names_from_place, text) if dated and document.title is not None else None
    if reporters:
        return all(" " in name for name in reporters)
    is_near = beside_date or (under_headline and line.phrase is None and not line.bullet)
    may_name = is_near and line.words <= _MAX_NAMES_WORDS and not _holds_function_word(document, without_labels(text))
    stated = (document.ask(names_in, text) if may_name else None) or ()
    names = tuple(name for name in stated if not looks_like_source(name)) or stated
    if names and (_has_place(document, text, names) or all(len(name.split()) >= 2 or not name.isascii() for name in names)):
        pictured = document.says_caption(number + 1) and all(_is_in_story(document, number, name) for name in names)
        return not pictured
    credit = document.ask(split_credit, text)
    return credit is not None and bool(
        credit.authors or credit.agency or ("|" in text and looks_like_source(credit.source or ""))
    )


def _has_address(document: Document, number: int, address: str) -> bool:
    """Whether a line, if there is one, is a full name whose last word is in the address below it."""
    name = document.blocks[number].text if number >= 0 else ""
    return "@" in address and " " in name and looks_like_name(name) and fold(name.split()[-1]) in fold(address)


def _has_place(document: Document, text: str, names: Sequence[str]) -> bool:
    """Whether a line is a full name and a place that the story names: "Mira Holt, Vellin"."""
    if len(names) != 2 or text != ", ".join(names) or " " not in names[0] or not names[1].istitle():
        return False
    opening = (number for number in (document.title, *document.region[:_INTO_STORY]) if number is not None)
    return any(names[1].lower() in document.blocks[number].text.lower() for number in opening)


def _holds_function_word(document: Document, text: str) -> bool:
    """Whether a text has a word, after the first, that joins others in the story's language or in English, as headings have.

    Names may begin with one: "Will". What joins names is none of them.
    """
    known, entry = document.vocabulary.function_words, document.vocabulary.by_code(document.language)
    joining = {"and", *(entry.and_words if entry else ())}
    words = [word.lower() for word in text.split()[1:] if not word.isupper()]
    speakers = (known.get(word, ()) for word in words if word not in joining and word not in PARTICLES)
    return any("en" in languages or document.language in languages for languages in speakers)


def _bios(document: Document, authors: set[str]) -> Iterable[Claim]:
    """Notes about a named author at the story's end: they open with the name, or are set apart by it."""
    names = {name.lower() for name in authors if " " in name}
    if not names:
        return
    for number in document.open(document.tail.start, document.tail.stop):
        text, line = document.blocks[number].text.lstrip("*•—–- ").lower(), document.lines[number]
        found = max(filter(text.startswith, names), key=len, default=None)
        if found and line.words <= _MAX_BIO_WORDS and number > document.region.start + 1:
            yield Claim(number, Role.BYLINE, "bylines/bio", f"opens with the author's name at the end of the story: {found!r}")

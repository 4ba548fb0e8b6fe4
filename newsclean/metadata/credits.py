"""Who wrote the story and when, as its date lines and bylines state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import chain

from newsclean.document import Document
from newsclean.model import Role
from newsclean.recognise.agencies import find_agency, find_contributor
from newsclean.recognise.bylines import find_byline, find_page_byline, names_from_place
from newsclean.recognise.credits import Credit, split_credit, split_report, split_wire_credit
from newsclean.recognise.names import EAST_ASIAN, first_and_last, looks_like_name, names_in, opening_name, without_labels
from newsclean.recognise.publishers import looks_like_source, split_publisher
from newsclean.recognise.words import COLONS
from newsclean.surroundings import MIN_PUBLISHER_CHARS, is_label, owns_page
from newsclean.vocabulary import fold
from newsclean.vocabulary.facts import facts

_ABOVE_BLOCKS = 8
"""How far above the headline its date may stand."""

_RIGHT_ABOVE = 3
_OPENING_BLOCKS = 4
_TIME = "dates/time"
"""The rule of a line that holds the time of the day above it."""

_MAX_SOURCE_WORDS = 6
_INITIALS = re.compile(r"/[a-z]{2,3}(?:\([a-z]{2,3}\))?$")
"""Those of the writer and the editor, behind a publisher: ``Source: Harbour Today/mt(gl)``."""

_FOLLOW = (Role.PROMO, Role.NAVIGATION, Role.TEASER)
_AROUND = " \xa0•·*|–—-()（）[]　"
_DIVIDED = re.compile(r"\||\s{3}")
"""What some pages set between a name and a publisher's."""

_QUOTES = re.compile(r"[“”„«»「」『』]")
_MAX_ABBREVIATION = 3
_MAX_AGENCY_WORDS = 3
_GENERATIONS = ("II", "III", "IV")


def find_credits(document: Document) -> dict[int, Credit]:
    """What each date line and byline states, by its block; the likeliest place first."""
    lines = sorted(near_story(document, Role.DATE, Role.BYLINE), key=partial(_distance, document))
    return {number: _credit(document, number) for number in lines}


def near_story(document: Document, *roles: Role) -> Iterable[int]:
    """The blocks of these roles that belong to the story rather than to a teaser far below it or a menu above."""
    region = document.region
    start = min(document.title if document.title is not None else region.start, document.head.start, region.start)
    return (number for number in document.claimed_as(*roles) if start - _ABOVE_BLOCKS <= number < document.tail.stop)


def find_authors(document: Document, credits: Mapping[int, Credit]) -> tuple[str, ...]:
    """The names behind byline words or beside the date above the story, else those that sign it; else those alone above it, down
    to the date.

    Those that are taken for the author's only because the story does not have them come last there; then those below it.
    """
    above = {number: credit for number, credit in credits.items() if number < document.region.stop and credit.authors}
    sure = {number: credit for number, credit in above.items() if credit.date_text or _is_labelled(document, number)}
    rules = {claim.block: claim.rule for claim in document.claimed}
    signed = {number: credit for number, credit in credits.items() if rules[number] == "bylines/signed"}
    known = {number: credit for number, credit in above.items() if rules[number] != "bylines/outsider"}
    named = _above_date(document, sure) or signed or _above_date(document, known or above) or credits
    named = {number: credit for number, credit in named.items() if credit.authors}
    return tuple(chain.from_iterable(credit.authors for credit in _of_one_label(document, named).values()))


def _above_date(document: Document, names: Mapping[int, Credit]) -> dict[int, Credit]:
    """The names down to the first date line below the likeliest, and a byline right under that: who stands further below took
    the picture, or wrote another story."""
    first = next(iter(names), 0)
    date = next((number for number in document.claimed_as(Role.DATE) if number > first), len(document))
    last = date + 1 if date + 1 in names and _is_labelled(document, date + 1) else date
    return {number: credit for number, credit in names.items() if number <= last}


def _of_one_label(document: Document, named: Mapping[int, Credit]) -> dict[int, Credit]:
    """The bylines without those that have another label than the first: below the writer stand the editor and others."""
    texts = {number: document.blocks[number].text.partition(credit.authors[0])[0].strip() for number, credit in named.items()}
    labels = {number: text for number, text in texts.items() if text.endswith(COLONS)}
    first = next(iter(labels.values()), None)
    return {number: credit for number, credit in named.items() if labels.get(number, first) == first}


def _is_labelled(document: Document, number: int) -> bool:
    """Whether a byline word stands before a line's names, or alone on the line above them."""
    claim = document.claims[number]
    under = number > 0 and document.role(number - 1) is Role.BYLINE and is_label(document, number - 1, Role.BYLINE)
    return under or (claim is not None and claim.rule == "bylines/under") or _behind_label(document, number) is not None


def _distance(document: Document, number: int) -> tuple[int, int]:
    """Where a credit stands, the likeliest place first: under the headline, right above it, further above, below the story."""
    title = document.title if document.title is not None else document.head.start
    if number >= document.region.stop:
        return 3, number
    return (0 if number >= title else 1 if number >= title - _RIGHT_ABOVE else 2), number


def _credit(document: Document, number: int) -> Credit:
    text = document.blocks[number].text
    if document.role(number) is Role.DATE:
        return _date(document, number)
    rule = document.claims[number].rule  # type: ignore[union-attr]
    _, colon, named = text.replace("：", ":").partition(":")
    if rule == "bylines/bio" or is_label(document, number, Role.BYLINE):
        return Credit(agency=find_agency(named))
    if rule == "bylines/described":
        name = opening_name(text)
        return Credit(authors=(name,) if name else ())
    if rule == "bylines/pictured":
        people = document.ask(names_in, text)
        return Credit(authors=people or ())
    names = _behind_label(document, number)
    if not names and (stated := split_report(text) or split_wire_credit(text)):
        return stated
    if names:
        source = next((name for name in names[1:] if looks_like_source(name)), None)
        people = _people(document, names, labelled=True)
        outlets = [name for name in people[1:] if owns_page(document, name)]
        people = tuple(name for name in people if name not in outlets)
        return Credit(authors=people, agency=_closing_agency(text), source=source or next(iter(outlets), None))
    if names is not None and (closing := _closing_agency(text)):
        return Credit(agency=closing)
    beside = (document.ask(names_in, text) if "|" in text else None) or ()
    if _is_place(document, number, beside) and (closing := _closing_agency(text)):
        return Credit(agency=closing, place=beside[0])
    agency = find_agency(text) or find_agency(named) or find_contributor(text)
    if agency:
        names = document.ask(names_in, text) if agency != text else None
        return Credit(authors=_people(document, names or ()), agency=agency)
    parts = document.ask(split_credit, text) if _DIVIDED.search(text) else None
    if parts and parts.authors:
        return parts
    if colon and document.lines[number].phrase is not None and 1 <= len(named.split()) <= _MAX_SOURCE_WORDS:
        return Credit(source=_INITIALS.sub("", named.strip()))
    if document.role(number) is Role.BYLINE and (phrase := document.lines[number].phrase) is not None and phrase.where == "start":
        return Credit(agency=_closing_agency(text))
    return _unlabelled(document, text)


def _is_place(document: Document, number: int, names: Sequence[str]) -> bool:
    """Whether the name beside an agency's is a place that the headline or the story's first lines have: "Vellin | Reuters"."""
    opening = (document.title, *document.region[:_OPENING_BLOCKS])
    others = (document.blocks[other].text for other in opening if other is not None and other != number)
    return len(names) == 1 and any(names[0] in text for text in others)


def _behind_label(document: Document, number: int) -> tuple[str, ...] | None:
    """The names behind a byline word, or None; where an aggregator shows a story, in the aggregator's language: "Penulis: …"."""
    phrase, text = document.lines[number].phrase, document.blocks[number].text
    stated = document.ask(find_page_byline, text)
    if stated is not None or phrase is None or phrase.role != Role.BYLINE or phrase.language == document.language:
        return stated
    names = find_byline(text, document.vocabulary, (phrase.language,))
    return names if names and all(" " in name for name in names) else None


def _unlabelled(document: Document, text: str) -> Credit:
    """What a line without a byline word or another label states: names, a publisher, or both."""
    names = document.ask(names_in, text) or document.ask(names_from_place, text)
    is_one = names and looks_like_source(names[0]) and not any(" " in name for name in names[1:])
    if is_one and looks_like_source(text) and not _closing_agency(text):
        return Credit(source=_publisher(text))
    if names:
        source = next((name for name in names if looks_like_source(name) or _publishes(document, name)), None)
        people = tuple(name for name in _people(document, names) if name != source)
        return Credit(authors=people, source=source, agency=_closing_agency(text))
    if (parted := split_publisher(text)) and looks_like_name(parted[0]):
        return Credit(authors=parted[:1], source=parted[1])
    if looks_like_source(text) or (len(text) >= MIN_PUBLISHER_CHARS and _publishes(document, text)):
        return Credit(source=_publisher(text))
    return document.ask(split_credit, text) or Credit()


def _publisher(text: str) -> str:
    """A publisher's name, without the marks around it and its staff behind it.

    >>> _publisher("• «Vellin Post»"), _publisher("Vellin Post staff reporter")
    ('Vellin Post', 'Vellin Post')
    """
    name = _staff().sub("", text.strip(_AROUND) if text[0] in _AROUND else text)
    return name[1:-1] if len(_QUOTES.findall(name)) == 2 and _QUOTES.match(name) and _QUOTES.match(name[-1]) else name


@cache
def _staff() -> re.Pattern[str]:
    """What stands behind a publisher's name on a line that its staff signs."""
    return re.compile(rf"\s(?:{'|'.join(map(re.escape, facts().staff))})$", re.IGNORECASE)


def _date(document: Document, number: int) -> Credit:
    """What a date line states, with the time of day that may stand on the line below."""
    text, below = document.blocks[number].text, document.claims[number + 1] if number + 1 < len(document) else None
    if document.claims[number].rule == _TIME:  # type: ignore[union-attr]
        return Credit()
    credit = document.ask(split_credit, text) or Credit(date_text=text)
    if credit.published and below is not None and below.rule == _TIME:
        whole = document.ask(split_credit, f"{text}, {document.blocks[number + 1].text}")
        return replace(credit, published=whole.published if whole and whole.published else credit.published)
    return credit


def _closing_agency(text: str) -> str | None:
    """The agency that a byline ends in: "By Mira Santoso with AFP"; a short one as it writes itself: "App" may be a word."""
    words = text.split()
    if len(words[-1]) <= _MAX_ABBREVIATION and words[-1].istitle():
        return None
    return next(filter(None, (find_agency(" ".join(words[-count:])) for count in range(_MAX_AGENCY_WORDS, 0, -1))), None)


def _publishes(document: Document, name: str) -> bool:
    """Whether the page's legal lines name somebody as whose page it is, or what it asks readers to follow, in quotes."""
    if any(name in document.blocks[number].text for number in document.claimed_as(Role.LEGAL)):
        return not _is_pictured(document, name)
    if not _may_be_blogger(name) and owns_page(document, name):
        return True
    follow = (document.blocks[number].text for number in document.claimed_as(*_FOLLOW))
    return any(name in text and f'"{name}"' in _QUOTES.sub('"', text) for text in follow)


def _is_pictured(document: Document, name: str) -> bool:
    """Whether a byline is the label of somebody's picture, as blogs print above their owner's name: "Mira Holt's avatar"."""
    bylines = (document.blocks[number].text for number in document.claimed_as(Role.BYLINE))
    return any(text != name and without_labels(text) == name for text in bylines)


def _may_be_blogger(name: str) -> bool:
    """Whether a name is a person's by its shape, in a script with capitals: behind © stand the authors of blogs, too."""
    return " " in name and name.lower() != name.upper() and looks_like_name(name)


def _people(document: Document, names: Iterable[str], *, labelled: bool = False) -> tuple[str, ...]:
    """Names without job titles and publishers; behind a byline word names may stand in capitals.

    A single word beside full names is the place that somebody wrote from, in scripts that set a space in names.
    """
    titles = document.vocabulary.job_titles
    named = tuple(names)
    named = (_of_outlet(*named),) if labelled and len(named) == 1 else named
    cased = ((name, name.title() if labelled and " " in name else name) for name in named)
    people = tuple(name for name, case in cased if fold(name) not in titles and not looks_like_source(case))
    full = tuple(name for name in people if " " in name or EAST_ASIAN.search(name))
    return full or people


def _of_outlet(name: str) -> str:
    """A name of at least four words that end in a publisher's, without that: "Mira Holt Harbour News"."""
    words = name.split()
    person = first_and_last(words)
    is_staff = len(words) > 3 and words[-1] not in _GENERATIONS and looks_like_source(words[-1]) and not looks_like_source(person)
    return person if is_staff and fold(person) not in facts().cities else name

"""What the claimed blocks, and the story's first and last paragraphs, state about the article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import partial
from itertools import chain

from newsclean.document import Document
from newsclean.metadata.section import find_section
from newsclean.model import Metadata, Role
from newsclean.recognise.agencies import find_agency, find_sign_off
from newsclean.recognise.credits import Credit, split_credit, split_wire_credit
from newsclean.recognise.datelines import Dateline, find_dateline
from newsclean.recognise.names import find_page_byline, names_in
from newsclean.recognise.publishers import looks_like_source
from newsclean.recognise.tags import split_labelled, split_tags
from newsclean.vocabulary import fold

_LIST_DIVIDER = re.compile(r"\s[/·•]\s")
_STAFF = re.compile(r"\s(?:staff(?: report(?:er)?s?| writers?)?|newsroom)$", re.IGNORECASE)
_ABOVE_BLOCKS = 8
"""How far above the headline its date may stand."""

_RIGHT_ABOVE = 3
_MAX_SOURCE_WORDS = 6
_MAX_ABBREVIATION = 4


def metadata(document: Document, url: str | None) -> Metadata:
    """Everything the text states."""
    lines = sorted(_near(document, Role.DATE, Role.BYLINE), key=partial(_distance, document))
    credits = [_credit(document, number) for number in lines]
    dated = [credit for credit in credits if credit.date_text]
    date = next((credit for credit in dated if credit.published), dated[0] if dated else Credit())
    body = document.body
    dateline = _dateline(document) or Dateline(None, None)
    sign_off = find_sign_off(document.blocks[body[-1]].text) if body else None
    return Metadata(
        title=document.blocks[document.title].text if document.title is not None else None,
        published=date.published,
        date_text=date.date_text,
        authors=tuple(dict.fromkeys((*dateline.authors, *_authors(document, dict(zip(lines, credits, strict=True)))))),
        dateline=dateline.place,
        agency=dateline.agency or sign_off or next((credit.agency for credit in credits if credit.agency), None),
        source=next((credit.source for credit in (*dated, *credits) if credit.source), None),
        section=find_section(document),
        tags=tuple(dict.fromkeys(chain.from_iterable(_tags(document, number) for number in document.claimed_as(Role.TAGS)))),
        captions=tuple(dict.fromkeys(_captions(document))),
        language=document.language,
        url=url,
    )


def _near(document: Document, *roles: Role) -> Iterable[int]:
    """The blocks of these roles that belong to the story rather than to a teaser far below it or a menu above."""
    region = document.region
    start = min(document.title if document.title is not None else region.start, document.head.start, region.start)
    return (number for number in document.claimed_as(*roles) if start - _ABOVE_BLOCKS <= number < document.tail.stop)


def _authors(document: Document, credits: Mapping[int, Credit]) -> tuple[str, ...]:
    """The names behind byline words or beside the date above the story; else those alone there; else those below it."""
    above = {number: credit for number, credit in credits.items() if number < document.region.stop and credit.authors}
    sure = {number: credit for number, credit in above.items() if credit.date_text or _is_labelled(document, number)}
    chosen = sure or above or credits
    return tuple(chain.from_iterable(credit.authors for credit in chosen.values()))


def _is_labelled(document: Document, number: int) -> bool:
    """Whether a byline word stands before a line's names, or alone on the line above."""
    under = number > 0 and document.role(number - 1) is Role.BYLINE and _is_label(document, number - 1)
    return under or document.ask(find_page_byline, document.blocks[number].text) is not None


def _distance(document: Document, number: int) -> tuple[int, int]:
    """Where a credit stands, the likeliest place first: under the headline, right above it, further above, below the story."""
    title = document.title if document.title is not None else document.head.start
    if number >= document.region.stop:
        return 3, number
    return (0 if number >= title else 1 if number >= title - _RIGHT_ABOVE else 2), number


def _captions(document: Document) -> Iterable[str]:
    stop = document.region.stop
    return (document.blocks[number].text for number in _near(document, Role.CAPTION) if number < stop)


def _credit(document: Document, number: int) -> Credit:
    text = document.blocks[number].text
    if document.role(number) is Role.DATE:
        return document.ask(split_credit, text) or Credit(date_text=text)
    if document.claims[number].rule == "bylines/bio" or _is_label(document, number):  # type: ignore[union-attr]
        return Credit()
    names = document.ask(find_page_byline, text)
    if names:
        return Credit(authors=_people(document, names, labelled=True), agency=_closing_agency(text))
    _, colon, named = text.replace("：", ":").partition(":")
    agency = find_agency(text) or find_agency(named)
    if agency:
        return Credit(agency=agency)
    if colon and document.lines[number].phrase is not None and 1 <= len(named.split()) <= _MAX_SOURCE_WORDS:
        return Credit(source=named.strip())
    if names := document.ask(names_in, text):
        source = next((name for name in names if looks_like_source(name) or _publishes(document, name)), None)
        people = tuple(name for name in _people(document, names) if name != source)
        return Credit(authors=people, source=source, agency=_closing_agency(text))
    if looks_like_source(text):
        return Credit(source=_STAFF.sub("", text))
    return document.ask(split_credit, text) or split_wire_credit(text) or Credit()


def _is_label(document: Document, number: int) -> bool:
    """Whether a line is no more than the word that stands before names."""
    phrase = document.lines[number].phrase
    return phrase is not None and phrase.role == Role.BYLINE and phrase.where == "whole"


def _closing_agency(text: str) -> str | None:
    """The agency that a byline ends in: "By Mira Santoso with AFP"; a short one as it writes itself: "App" may be a word."""
    last = text.rpartition(" ")[2]
    return find_agency(last) if len(last) > _MAX_ABBREVIATION or not last.istitle() else None


def _publishes(document: Document, name: str) -> bool:
    """Whether the page's legal lines name somebody as whose page it is."""
    return any(name in document.blocks[number].text for number in document.claimed_as(Role.LEGAL))


def _people(document: Document, names: Iterable[str], *, labelled: bool = False) -> tuple[str, ...]:
    """Names without job titles and publishers; behind a byline word names may stand in capitals."""
    titles = document.vocabulary.job_titles
    cased = ((name, name.title() if labelled and " " in name else name) for name in names)
    return tuple(name for name, case in cased if fold(name) not in titles and not looks_like_source(case))


def _dateline(document: Document) -> Dateline | None:
    if document.dateline is None:
        return None
    return document.ask(find_dateline, document.blocks[document.dateline].text)


def _tags(document: Document, number: int) -> tuple[str, ...]:
    text, phrase = document.blocks[number].text, document.lines[number].phrase
    if phrase is not None and phrase.role == Role.TAGS:
        if phrase.where == "whole":
            return ()
        _, colon, terms = text.replace("：", ":").partition(":")
        text = _LIST_DIVIDER.sub(", ", terms if colon else text[len(phrase.text) :])
    elif document.claims[number].rule in ("tags/terms", "tags/label"):  # type: ignore[union-attr]
        _, colon, terms = text.replace("：", ":").partition(":")
        return split_tags(terms if colon else text)
    return split_labelled(text)

"""Credit lines: what stands between a headline and its story, often in parts: ``HARBOUR POST | 12 hours ago``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsclean.recognise.agencies import find_agency
from newsclean.recognise.dates import find_date
from newsclean.recognise.names import find_byline, looks_like_name
from newsclean.vocabulary import Phrase, Vocabulary, fold
from newsclean.vocabulary.facts import facts

_PARTS = re.compile(r"\s*[|｜·•／]\s*|\s+[–—/-]\s+|\s{3,}")
_MAX_PART_WORDS = 6
_ARTICLES = frozenset("the el los las les der die das het il η ο το".split())
"""Articles that mastheads begin with and names of persons do not."""

_ELIDED = re.compile(r"[Ll]['’](?=[A-ZÀ-Þ])")
"""The same before a vowel, in French and Italian."""

_MAX_DATE_REST = 2
"""Words that may stand beside a date on a date line and be neither its label nor a name."""


@dataclass(frozen=True, slots=True)
class Credit:
    """What a credit line states; None or empty where it states nothing."""

    published: str | None = None
    date_text: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    agency: str | None = None


_DIGIT = re.compile(r"\d")
_WIRE = re.compile(r"([^/,()\d]{4,40})(?:/[^/,()]{2,30})?,?\s?\(([^()]{2,20})\)")
_CLOCK = re.compile(r",?\s\d{1,2}[:.]\d{2}$")
"""The time behind a relative date: ``yesterday, 21:14``."""


def may_hold_date(text: str, phrase: Phrase | None) -> bool:
    """A cheap look before :func:`split_credit`: dates hold a digit, or are a phrase such as "yesterday"."""
    return _DIGIT.search(text) is not None or (phrase is not None and phrase.role == "date")


def split_credit(text: str, vocabulary: Vocabulary, language: str) -> Credit | None:
    """Read a credit line part by part; None where some part is neither date, name, source, agency nor count.

    >>> from newsclean.vocabulary import load
    >>> split_credit("HARBOUR POST   | 12 jam yang lalu", load(), "en")
    Credit(published=None, date_text='12 jam yang lalu', authors=(), source='HARBOUR POST', agency=None)
    """
    parts = [part for part in _PARTS.split(text.strip(" |·•-–—")) if part]
    whole = _date_part(text, vocabulary, language)
    if whole is not None:
        return Credit(published=whole[0], date_text=text)
    if len(parts) < 2:
        return None
    published: str | None = None
    date_text: str | None = None
    authors: tuple[str, ...] = ()
    source = agency = None
    for part in parts:
        date = _date_part(part, vocabulary, language)
        if date is not None:
            if date_text is None:
                published, date_text = date[0], part
        elif (byline := find_byline(part, vocabulary, (language, "en"))) is not None:
            authors += byline
        elif find_agency(part):
            agency = agency or find_agency(part)
        elif not _counts(part, vocabulary):
            if len(part.split()) > _MAX_PART_WORDS or part.endswith((".", "?", "!")):
                return None
            if looks_like_source(part) or not looks_like_name(part) or len(part.split()) < 2:
                source = source or part
            else:
                authors += (part,)
    return Credit(published, date_text, authors, source or (agency if date_text else None), agency)


def split_wire_credit(text: str) -> Credit | None:
    """Read a name, often with a place, and an agency in brackets.

    >>> split_wire_credit("Serpil KARA/AYDIN, (DHA)"), split_wire_credit("The harbour (it said)")
    (Credit(published=None, date_text=None, authors=('Serpil KARA',), source=None, agency='DHA'), None)
    """
    found = _WIRE.fullmatch(text)
    agency = find_agency(found[2]) if found and looks_like_name(found[1]) else None
    return Credit(authors=(found[1],), agency=agency) if found and agency else None


def looks_like_source(text: str) -> bool:
    """Whether a short text names a publisher: capitals throughout, an article first, or a word that mastheads use.

    In a text with small words, as headings have, such a word must stand first or last.

    >>> looks_like_source("Harbour Times"), looks_like_source("Mira Santoso"), looks_like_source("Signing of the Record of Talks")
    (True, False, False)
    """
    words = text.split()
    if not 1 <= len(words) <= _MAX_PART_WORDS:
        return False
    if (text.isupper() and len(text) > 1) or (len(words) > 1 and words[0].lower() in _ARTICLES) or _ELIDED.match(text):
        return True
    folded = [word for word in fold(text).replace("-", " ").split() if word not in _ARTICLES]
    if any(map(str.islower, words)):
        folded = [*folded[:1], *folded[-1:]]
    return not facts().outlets.isdisjoint(folded) or text.lower().endswith(facts().outlet_endings)


def _date_part(text: str, vocabulary: Vocabulary, language: str) -> tuple[str | None] | None:
    date = find_date(text, vocabulary, language)
    if date is not None:
        return (date.published,) if len(date.rest) <= _MAX_DATE_REST else None
    phrase = vocabulary.match(_CLOCK.sub("", text))
    return (None,) if phrase is not None and phrase.role == "date" and phrase.where == "whole" else None


def _counts(text: str, vocabulary: Vocabulary) -> bool:
    phrase = vocabulary.match(text)
    return (phrase is not None and phrase.role in ("counter", "share", "comment", "date", "navigation")) or text.isdigit()

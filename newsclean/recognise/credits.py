"""Credit lines: what stands between a headline and its story, often in parts: ``HARBOUR POST | 12 hours ago``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from newsclean.recognise.agencies import find_agency
from newsclean.recognise.dates import MAX_CHARS, find_date
from newsclean.recognise.glue import unglue
from newsclean.recognise.names import find_byline, looks_like_name, names_in
from newsclean.recognise.words import LETTERS
from newsclean.vocabulary import Phrase, Vocabulary, fold
from newsclean.vocabulary.facts import facts

_PARTS = re.compile(r"\s*[|｜·•／]\s*|\s+[–—/-]\s+|\s{3,}")
_MAX_PART_WORDS = 6
_ARTICLES = frozenset("the el los las les der die das het il η ο το".split())
"""Articles that mastheads begin with and names of persons do not."""

_DOMAIN = re.compile(r"[\w-]{2,40}(?:\.[a-z]{2,3}){1,2}")
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
_LETTERS = re.compile(LETTERS)
_RELATIVE_CHARS = 30
_AROUND = " ,;|•·–—-"
_WIRE = re.compile(r"([^/,()\d]{4,40})(?:/[^/,()]{2,30})?,?\s?\(([^()]{2,20})\)")
_NUMERIC = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2}(?:,?\s\d{1,2}[:.]\d{2}\s?(?:[ap]m)?)?", re.IGNORECASE)
"""A day with a year of two figures: a date, but not one that can be told."""

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
    whole = _dated(text, vocabulary, language)
    if whole is not None:
        return whole
    parts = [part for part in _PARTS.split(text.strip(" |·•-–—")) if part]
    if len(parts) < 2:
        return None
    published: str | None = None
    date_text: str | None = None
    authors: tuple[str, ...] = ()
    source = agency = None
    for part in parts:
        date = _dated(part, vocabulary, language)
        if date is not None:
            authors += date.authors
            if date_text is None:
                published, date_text = date.published, date.date_text
        elif (byline := find_byline(part, vocabulary, (language, "en"))) is not None:
            authors += byline
        elif find_agency(part):
            agency = agency or find_agency(part)
        elif not _counts(part, vocabulary):
            if len(part.split()) > _MAX_PART_WORDS or part.endswith((".", "?", "!")):
                if not (names := names_in(part, vocabulary, language)):
                    return None
                authors += tuple(name for name in names if not looks_like_source(name))
            elif looks_like_source(part) or not looks_like_name(part) or len(part.split()) < 2:
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
    if (text.isupper() and len(text) > 1) or (len(words) > 1 and words[0].lower() in _ARTICLES):
        return True
    if _ELIDED.match(text) or _DOMAIN.fullmatch(text):
        return True
    folded = [word for word in fold(text).replace("-", " ").split() if word not in _ARTICLES]
    if any(map(str.islower, words)):
        folded = [*folded[:1], *folded[-1:]]
    return not facts().outlets.isdisjoint(folded) or text.lower().endswith(facts().outlet_endings)


def _dated(text: str, vocabulary: Vocabulary, language: str) -> Credit | None:
    """A date, absolute or relative, with no more beside it than its label, a word or two, or names."""
    if len(text) > MAX_CHARS:
        return None
    line = unglue(text, vocabulary, language)
    date = find_date(line, vocabulary, language)
    if date is None and _NUMERIC.fullmatch(line.strip()):
        return Credit(date_text=text)
    if date is None:
        return _relative(text, line, vocabulary, language)
    if not date.rest:
        return Credit(published=date.published, date_text=text)
    names, when, others = _beside(line, date.rest, vocabulary, language)
    if others > _MAX_DATE_REST:
        phrase = vocabulary.match(text)
        return Credit(published=date.published, date_text=text) if phrase and phrase.role == "date" else None
    return Credit(published=date.published, date_text=when if names else text, authors=names)


def _relative(text: str, line: str, vocabulary: Vocabulary, language: str) -> Credit | None:
    """A date such as "2 hours ago", alone or behind names."""
    line = _CLOCK.sub("", line)
    digit = _DIGIT.search(line)
    if _is_relative(line, vocabulary):
        return Credit(date_text=text)
    when = line[digit.start() :] if digit and 0 < digit.start() >= len(line) - _RELATIVE_CHARS else ""
    names = _names(line[: -len(when)], vocabulary, language) if when and _is_relative(when, vocabulary) else ()
    return Credit(date_text=when, authors=names) if names else None


def _is_relative(text: str, vocabulary: Vocabulary) -> bool:
    phrase = vocabulary.match(text)
    return phrase is not None and phrase.role == "date" and phrase.where == "whole"


def _beside(line: str, rest: tuple[str, ...], vocabulary: Vocabulary, language: str) -> tuple[tuple[str, ...], str, int]:
    """The names at either end of a date line, the words that say the date, and how many words are neither.

    :param rest: the folded words that are no part of the date
    """
    words, left = line.strip(_AROUND).split(), set(rest)
    outside = [not left.isdisjoint(_LETTERS.findall(fold(word))) for word in words]
    for at in range(1, len(words) - 1):  # a particle between two names: date lines have such words, too
        outside[at] |= words[at].islower() and outside[at - 1] and outside[at + 1]
    runs = [(told, [word for _, word in pairs]) for told, pairs in groupby(zip(outside, words, strict=True), key=itemgetter(0))]
    ends = {id(run): _names(" ".join(run), vocabulary, language) for told, run in (runs[0], runs[-1]) if told}
    names = tuple(name for found in ends.values() for name in found)
    when = [word for told, run in runs if not told for word in run]
    return names, " ".join(when).strip(_AROUND), sum(len(run) for told, run in runs if told and not ends.get(id(run)))


def _names(text: str, vocabulary: Vocabulary, language: str) -> tuple[str, ...]:
    """The full names of persons in a text that holds no more than a byline does."""
    text = text.strip(_AROUND)
    if not text or vocabulary.match(text):
        return ()
    found = find_byline(text, vocabulary, (language, "en")) or names_in(text, vocabulary, language) or ()
    return tuple(name for name in found if " " in name and not looks_like_source(name))


def _counts(text: str, vocabulary: Vocabulary) -> bool:
    phrase = vocabulary.match(text)
    return (phrase is not None and phrase.role in ("counter", "share", "comment", "date", "navigation")) or text.isdigit()

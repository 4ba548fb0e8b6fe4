"""Lines that say a day or how long ago something was, often with the names of those who wrote it."""

from __future__ import annotations

import re
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import regex

from newsclean.recognise.bylines import find_byline
from newsclean.recognise.dates import MAX_CHARS, find_date
from newsclean.recognise.glue import unglue
from newsclean.recognise.names import names_in
from newsclean.recognise.publishers import looks_like_source
from newsclean.vocabulary import LETTERS, Vocabulary, fold

_MAX_OTHERS = 2
"""Words that may stand beside a date and be neither its label nor a name."""

_RELATIVE_CHARS = 30
_DIGIT = re.compile(r"\d")
_LETTERS = regex.compile(LETTERS)
_AROUND = " ,;|•·–—-"
_SHORT = re.compile(r"\d{1,2}[./]\d{1,2}[./]\d{2}(?:,?\s\d{1,2}[:.]\d{2}\s?(?:[ap]m)?)?", re.IGNORECASE)
"""A day with a year of two figures: a date, but not one that can be told."""

_CLOCK = re.compile(r",?\s\d{1,2}[:.]\d{2}$")
"""The time behind a relative date: ``yesterday, 21:14``."""


class Dated(NamedTuple):
    """What a date line states: the day in ISO 8601 where it can be told, the date as found, and the names beside it."""

    published: str | None
    date_text: str
    authors: tuple[str, ...] = ()


def find_dated(text: str, vocabulary: Vocabulary, language: str) -> Dated | None:
    """Read a line, or a part of one, with a date and no more beside it than its label, a word or two, or names.

    >>> from newsclean.vocabulary import load
    >>> find_dated("By Mira HoltUpdated: Dec 22, 20234:46 PM", load(), "en")
    Dated(published='2023-12-22T16:46:00', date_text='Updated: Dec 22, 2023 4:46 PM', authors=('Mira Holt',))
    >>> find_dated("Mira Holt3 hours ago", load(), "en")
    Dated(published=None, date_text='3 hours ago', authors=('Mira Holt',))
    """
    if len(text) > MAX_CHARS:
        return None
    line = unglue(text, vocabulary, language)
    date = find_date(line, vocabulary, language)
    if date is None:
        return Dated(None, text) if _SHORT.fullmatch(line.strip()) else _relative(text, line, vocabulary, language)
    if not date.rest:
        return Dated(date.published, text)
    names, when, others = _beside(line, date.rest, vocabulary, language)
    if others > _MAX_OTHERS:
        phrase = vocabulary.match(text)
        return Dated(date.published, text) if phrase and phrase.role == "date" else None
    return Dated(date.published, when if names else text, names)


def _relative(text: str, line: str, vocabulary: Vocabulary, language: str) -> Dated | None:
    """A date such as "2 hours ago", alone or behind names."""
    line = _CLOCK.sub("", line)
    if _is_relative(line, vocabulary):
        return Dated(None, text)
    digit = _DIGIT.search(line)
    when = line[digit.start() :] if digit and 0 < digit.start() >= len(line) - _RELATIVE_CHARS else ""
    names = _names(line[: -len(when)], vocabulary, language) if when and _is_relative(when, vocabulary) else ()
    return Dated(None, when, names) if names else None


def _is_relative(text: str, vocabulary: Vocabulary) -> bool:
    phrase = vocabulary.match(text)
    if phrase is None and not text.isascii():
        phrase = vocabulary.match(text.replace(" ", ""))  # 5 小时前
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
    names: tuple[str, ...] = ()
    when: list[str] = []
    others = 0
    for number, (is_outside, run) in enumerate(runs):
        at_end = number in (0, len(runs) - 1)
        if not is_outside:
            when += run
        elif at_end and (found := _names(" ".join(run), vocabulary, language)):
            names += found
        else:
            others += len(run)
    return names, " ".join(when).strip(_AROUND), others


def _names(text: str, vocabulary: Vocabulary, language: str) -> tuple[str, ...]:
    """The full names of persons in a text that holds no more than a byline does."""
    text = text.strip(_AROUND)
    if not text or vocabulary.match(text):
        return ()
    found = find_byline(text, vocabulary, (language, "en")) or names_in(text, vocabulary, language) or ()
    return tuple(name for name in found if " " in name and not looks_like_source(name))

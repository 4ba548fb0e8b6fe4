"""Credit lines: what stands between a headline and its story, often in parts: ``HARBOUR POST | 12 hours ago``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from newsclean.recognise.agencies import find_agency, find_contributor
from newsclean.recognise.bylines import find_byline
from newsclean.recognise.dated import find_dated
from newsclean.recognise.datelines import REPORTED_FROM
from newsclean.recognise.dates import MAX_CHARS, find_date
from newsclean.recognise.names import HAN_NAMES, looks_like_name, names_in
from newsclean.recognise.publishers import looks_like_source
from newsclean.vocabulary import Phrase, Vocabulary, fold

_PARTS = re.compile(r"\s*[|｜·•／]\s*|\s+[–—/・-]\s+|\s{3,}")
_MAX_PART_WORDS = 6
_PLACE = re.compile(r"(?<=[A-Z]{3})\s[–-]\s([A-Z][A-Z ]{2,25})$")
"""Where a story was written, behind the zone of its date line: ``Published - March 4, 2025 09:48 pm IST - VELLIN``."""


_PLACE_BEFORE = re.compile(r"([A-ZÀ-Þ][^\W\d_]{2,20}(?:\s[A-ZÀ-Þ][^\W\d_]{2,20})?)\s-\s(?=\d.{8,30}\s[A-Z]{3,4}$)")
"""The same before the date and its zone: ``Vellin - 09 abr 2025 - 18:47 CEST``."""


_PLACE_ABOVE = re.compile(r"([^\W\d_a-zß-ÿ][^\W\d_]{2,20}),\s(?=\d{1,2}\.?\s[^\W\d_])")
"""Where an institution writes from, before the day: ``Almvik, 9 July 2026``."""


@dataclass(frozen=True, slots=True)
class Credit:
    """What a credit line states; None or empty where it states nothing."""

    published: str | None = None
    date_text: str | None = None
    authors: tuple[str, ...] = ()
    source: str | None = None
    agency: str | None = None
    place: str | None = None


_DIGIT = re.compile(r"\d")
_LABEL = re.compile(r"(?<=\S)\s{1,3}[^\W\d]{1,12}[:：]")
_MASTHEAD = re.compile(r"([\u3040-\u30ff\u3400-\u9fff]{2,12})\s(?=\d)")
_GAP = re.compile(r"\u3000|\s{2,}|\s[|·•]\s")
"""What divides the parts of a line whose parts have spaces of their own."""

_KOREAN_REPORT = re.compile(r"(?P<source>[가-힣A-Za-z]{2,12})\s(?P<author>[가-힣]{2,4})\s?(?:기자|특파원)")
_ARABIC_REPORT = re.compile(
    r"(?P<place>[\u0620-\u064a]{3,12})\s?[-–—ـ]\s?(?P<author>[\u0620-\u064a]{2,12}(?:\s[\u0620-\u064a]{2,12}){1,3})\s?:"
)
_REPORT = re.compile(
    r"[〔【（(]?(?:(?P<source>[\u3400-\u9fff]{2,10})\s?[\s／/]\s?)?(?:記者|记者)\s?"
    r"(?P<authors>[\u3400-\u9fff]{2,4}(?:[、\s][\u3400-\u9fff]{2,4}){0,3})\s?[／/]\s?"
    rf"{REPORTED_FROM}[〕】）)]?"
)
_DESK = re.compile(r"([\w-]{2,12})\s?/?\s?\((?:\w{1,3}\s?-\s?)?[^\W\d]{3,12}:\s([^,;()]{4,40})(?:[,;][^()]{0,90})?\)")
_WIRE = re.compile(r"([^/,()\d]{4,40})(?:/[^/,()]{2,30})?,?\s?\(([^()]{2,20})\)")

_SIGNATURE = re.compile(r"[.!?][”“\"]?\s\(([^()]{5,60})\)$")
_LENTICULAR = re.compile(rf"。【({HAN_NAMES})】$")
_DATE_OR_DESK = re.compile(r"[\d./]{6,10}|[a-z]{2,4}")
"""What stands beside names and agencies in a signature: a date in digits, and the signs of those who worked on the story."""


def may_hold_date(text: str, phrase: Phrase | None) -> bool:
    """A cheap look before :func:`split_credit`: dates hold a digit, or are a phrase such as "yesterday"."""
    return _DIGIT.search(text) is not None or (phrase is not None and phrase.role == "date")


def split_credit(text: str, vocabulary: Vocabulary, language: str) -> Credit | None:
    """Read a credit line part by part; None where some part is neither date, name, source, agency nor count.

    >>> from newsclean.vocabulary import load
    >>> split_credit("HARBOUR POST   | 12 jam yang lalu", load(), "en")
    Credit(published=None, date_text='12 jam yang lalu', authors=(), source='HARBOUR POST', agency=None, place=None)
    >>> split_credit("Almvik - 09 abr 2025 - 18:47 CEST", load(), "es").place
    'Almvik'
    >>> split_credit("Almvik, 9 July 2026", load(), "en").place, split_credit("Monday, 9 July 2026", load(), "en").place
    ('Almvik', None)
    >>> split_credit("北洋新聞 2025/11/7 15:04", load(), "ja").source
    '北洋新聞'
    >>> split_credit("Penulis: Rina Wati | Editor: Budi Santoso", load(), "id").authors
    ('Rina Wati',)
    """
    if placed := _PLACE.search(text):
        dated = split_credit(text[: placed.start()], vocabulary, language)
        return replace(dated, place=placed[1]) if dated is not None and dated.date_text else None
    if (lead := _PLACE_BEFORE.match(text)) and not looks_like_source(lead[1]) and vocabulary.match(lead[1]) is None:
        dated = split_credit(text[lead.end() :], vocabulary, language)
        if dated is not None and dated.published:
            return replace(dated, place=lead[1])
    if (placed := _PLACE_ABOVE.match(text)) and _stands_beside_date(placed[1], text, vocabulary, language):
        return Credit(*find_dated(text, vocabulary, language), place=placed[1])  # type: ignore[misc]
    if sourced := _sourced(text, vocabulary, language) or _behind_masthead(text, vocabulary, language):
        return sourced
    parts = [part for part in _PARTS.split(text.strip(" |·•-–—")) if part]
    whole = find_dated(text, vocabulary, language)
    if whole is not None and (whole.authors or not any(looks_like_source(part) and not _DIGIT.search(part) for part in parts)):
        return Credit(*whole)
    if len(parts) < 2:
        return _behind_comma(text, vocabulary, language)
    published: str | None = None
    date_text: str | None = None
    authors: tuple[str, ...] = ()
    source = agency = None
    labelled = False
    for part in parts:
        date = find_dated(part, vocabulary, language)
        if date is not None:
            authors += date.authors
            if date_text is None:
                published, date_text = date.published, date.date_text
        elif (byline := find_byline(part, vocabulary, (language, "en"))) is not None:
            authors += () if labelled else byline  # behind the writers stand those who edited or took pictures
            labelled = True
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


def _sourced(text: str, vocabulary: Vocabulary, language: str) -> Credit | None:
    """A date, and behind it the publisher with a label: ``2025-04-17 16:42 来源：清浦日报``."""
    for label in _LABEL.finditer(text) if len(text) <= MAX_CHARS else ():
        phrase = vocabulary.match(text[label.start() :].strip())
        if phrase is not None and phrase.role == "byline" and phrase.where == "start":
            source = _GAP.split(text[label.end() :].strip())[0]
            dated = split_credit(text[: label.start()].rstrip(" |/·•–—-"), vocabulary, language)
            if dated is not None and dated.date_text and looks_like_source(source):
                return replace(dated, source=source)
    return None


def _stands_beside_date(place: str, text: str, vocabulary: Vocabulary, language: str) -> bool:
    """Whether nothing but one word, which is no weekday, section or publisher, stands beside the date on a line; no time either,
    as behind a blog's author."""
    date = find_date(text, vocabulary, language)
    if date is None or date.published is None or "T" in date.published or date.rest != (fold(place),):
        return False
    return fold(place) not in vocabulary.sections and vocabulary.match(place) is None and not looks_like_source(place)


def _behind_masthead(text: str, vocabulary: Vocabulary, language: str) -> Credit | None:
    """A publisher in a script without spaces, and behind it the date: ``北洋新聞 2025/11/7 15:04``."""
    masthead = _MASTHEAD.match(text)
    if masthead is None or not looks_like_source(masthead[1]):
        return None
    dated = split_credit(text[masthead.end() :], vocabulary, language)
    return replace(dated, source=masthead[1]) if dated is not None and dated.date_text else None


def _behind_comma(text: str, vocabulary: Vocabulary, language: str) -> Credit | None:
    """A publisher, and behind a comma the date: ``Ministry of River Transport, published 22 September 2025 at 16:20``."""
    source, _, when = text.rpartition(", ")
    date = find_dated(when, vocabulary, language) if 1 <= len(source.split()) <= _MAX_PART_WORDS and "," not in source else None
    return Credit(*date, source=source) if date is not None and date.date_text == when and not date.authors else None


def split_wire_credit(text: str) -> Credit | None:
    """Read a name, often with a place, and an agency in brackets or behind a slash; or an agency and who worked on its story.

    >>> split_wire_credit("Serpil KARA/AYDIN, (DHA)"), split_wire_credit("The harbour (it said)")
    (Credit(published=None, date_text=None, authors=('Serpil KARA',), source=None, agency='DHA', place=None), None)
    >>> split_wire_credit("(Mira Holt/PNA)").authors
    ('Mira Holt',)
    >>> split_wire_credit("Karin Holt/TT").agency, split_wire_credit("Karin Holt (from TT)").agency
    ('TT', 'TT')
    >>> split_wire_credit("AGERPRES/(AS - autor: Mira Holt, editor: Jan Boer)").authors
    ('Mira Holt',)
    """
    if text[:1] == "(" and text[-1:] == ")" and text.count("(") == 1:
        text = text[1:-1]
    desk = _DESK.fullmatch(text)
    if desk and find_agency(desk[1]) and looks_like_name(desk[2]):
        return Credit(authors=(desk[2],), agency=desk[1])
    name, slash, rest = text.partition("/")
    if slash and " " in name and looks_like_name(name) and find_agency(rest):
        return Credit(authors=(name.strip(),), agency=find_agency(rest))
    found = _WIRE.fullmatch(text)
    agency = find_agency(found[2]) or find_contributor(f"({found[2]})") if found and looks_like_name(found[1]) else None
    return Credit(authors=(found[1].strip(),), agency=agency) if found and agency else None


def split_signature(text: str) -> Credit:
    """Read the names that sign a story's last paragraph: in brackets, beside an agency or a date, as in Austria, or as in Japan.

    >>> split_signature("Ships sailed again. (Mira Holt, APA, 4.3.2025)")
    Credit(published=None, date_text=None, authors=('Mira Holt',), source=None, agency='APA', place=None)
    >>> split_signature("Ships sailed again. (Mira Holt, mayor)").authors, split_signature("船が出た。【浜辺千春】").authors
    ((), ('浜辺千春',))
    """
    if japanese := _LENTICULAR.search(text[-40:]):
        return Credit(authors=tuple(japanese[1].split("、")))
    found = _SIGNATURE.search(text[-80:])
    parts = found[1].split(", ") if found else []
    agencies = [part for part in parts if find_agency(part)]
    people = tuple(part for part in parts if " " in part and part not in agencies and looks_like_name(part))
    others = [part for part in parts if part not in people and part not in agencies]
    if len(people) == len(parts) or not all(map(_DATE_OR_DESK.fullmatch, others)):
        return Credit()
    return Credit(authors=people, agency=next(iter(agencies), None))


def split_report(text: str) -> Credit | None:
    """Read what papers print above a story: in Chinese and Korean the publisher, the reporters and the place they report from, in
    Arabic the place and the reporter.

    >>> split_report("聯島日報 記者蔡承恩、林文/嘉義即時報導")
    Credit(published=None, date_text=None, authors=('蔡承恩', '林文'), source='聯島日報', agency=None, place='嘉義')
    >>> split_report("새한일보 박서윤 기자").source, split_report("أسوان ـ هدى عبد المنعم:").authors
    ('새한일보', ('هدى عبد المنعم',))
    """
    korean = _KOREAN_REPORT.fullmatch(text)
    if korean and looks_like_source(korean["source"]):
        return Credit(authors=(korean["author"],), source=korean["source"])
    if arabic := _ARABIC_REPORT.fullmatch(text):
        return Credit(authors=(arabic["author"],), place=arabic["place"])
    found = _REPORT.fullmatch(text)
    authors = tuple(re.split(r"[、\s]", found["authors"])) if found else ()
    return Credit(authors=authors, source=found["source"], place=found["place"]) if found else None


def _counts(text: str, vocabulary: Vocabulary) -> bool:
    phrase = vocabulary.match(text)
    return (phrase is not None and phrase.role in ("counter", "share", "comment", "date", "navigation")) or text.isdigit()

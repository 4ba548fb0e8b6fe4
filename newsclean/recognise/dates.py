"""Dates as news pages print them, in the vocabulary's languages. A date that cannot be is not reported."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta, timezone
from functools import cache

import regex

from newsclean.recognise.clock import WORDS, find_time, zone_names
from newsclean.recognise.jalali import MONTHS, from_jalali
from newsclean.vocabulary import LETTERS, Vocabulary, fold
from newsclean.vocabulary.facts import facts

MAX_CHARS = 200
"""Longer lines are no date lines."""

_TOKEN = regex.compile(rf"\d++|{LETTERS}|[^\w\s]")
_WORD_TOKEN = regex.compile(LETTERS)
_TWO_NAMES = regex.compile(rf"({LETTERS})\s?/\s?({LETTERS})")
_DIGIT = re.compile(r"\d")
_SPACE_OR_STOP = re.compile(r"[ .]")
_THAI_ABBREVIATION = re.compile(r"(?<=[ก-๎])\.(?=[ก-ฮ ])")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_THAI_ERA = 543
_REPUBLIC_ERA = 1911
_REPUBLIC_YEARS = range(90, 200)
"""Years of the calendar of Taiwan's offices, as they are printed today."""

_OTHER_CALENDARS = range(1300, 1500)
"""Years of the Hijri calendars, solar and lunar: of the lunar one the day in the common calendar is not told."""

_BETWEEN = frozenset(". , - / ' de del d of the ngay a dnia den di st nd rd th er º ο г в".split())
_YEAR_BETWEEN = frozenset(". , - / ' de del of nam г года р року ค ศ พ พศ คศ".split())
_YEAR_FIRST = frozenset(("en", "fa", "hu", "ja", "ko", "zh"))
"""Languages in which 09.03.25 may begin with the year or the month."""

_MONTH_WORDS = frozenset(("thang", "thg", "月", "월"))
_YEARS_AFTER = ("年", "년")
_DAYS_AFTER = ("日", "일", "号", "號")
_ERAS = {"令和": 2018, "平成": 1988, "昭和": 1925}
_ERA = re.compile(r"(令和|平成|昭和)(\d{1,2}|元)年")
_OFFSET = re.compile(r"(?:UTC|GMT|(?<=:\d\d)) ?([+-])(\d{1,2})(?::?(\d{2}))?(?!\d)")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a line. ``published`` is ISO 8601; ``rest`` are the letters of the line that no date word explains."""

    published: str | None
    rest: tuple[str, ...]


def find_date(text: str, vocabulary: Vocabulary, language: str) -> FoundDate | None:
    """The first date in a line, or None. Where two languages share a month's name, ``language`` goes first.

    >>> from newsclean.vocabulary import load
    >>> find_date("17:23 JST, March 4, 2025", load(), "en").published
    '2025-03-04T17:23:00+09:00'
    >>> find_date("17:31 GMT 8 Nov 2025, updated 18:52 GMT 8 Nov 2025", load(), "en").published
    '2025-11-08T17:31:00+00:00'
    >>> find_date("Published March 5, 2025 Updated March 6, 2025 10:14am", load(), "en").published
    '2025-03-05'
    >>> find_date("中華民國114年5月21日", load(), "zh").published
    '2025-05-21'
    >>> find_date("19 تشرين الثاني 2025", load(), "ar").published
    '2025-11-19'
    >>> find_date("3 أبريل/نيسان 2025", load(), "ar").published
    '2025-04-03'
    >>> find_date("15 تشرين الأول / أكتوبر 2025. 04:18 مساءً", load(), "ar").published
    '2025-10-15T16:18:00'
    >>> find_date("2025. augusztus 6. 14:05", load(), "hu").published
    '2025-08-06T14:05:00'
    >>> find_date("12 มี.ค. 2568 14:35 น.", load(), "th").published
    '2025-03-12T14:35:00'
    >>> find_date("09.03.25, 07:25", load(), "he").published, find_date("25.03.09", load(), "ko")
    ('2025-03-09T07:25:00', None)
    >>> find_date("31 November 2025", load(), "en") is None
    True
    """
    if len(text) > MAX_CHARS or _DIGIT.search(text) is None:
        return None
    folded = fold(text)
    if not folded.isascii():
        folded = _THAI_ABBREVIATION.sub("", _ERA.sub(_western_year, _ascii_digits(folded)))
    if len(folded) > 2 * MAX_CHARS:
        return None
    months = _months(vocabulary, language)
    folded = _spaced_months(vocabulary).sub(_joined, folded)
    if "/" in folded:
        folded = _TWO_NAMES.sub(lambda names: _one_name(names, months), folded)
    tokens = _TOKEN.findall(folded)
    found = _find_day(tokens, months, language)
    if found is None:
        return None
    day, used = found
    clock, clock_used = find_time(tokens, used)
    if clock_used and min(clock_used) > max(used) and _find_day(tokens[max(used) + 1 : min(clock_used)], months, language):
        clock = None  # it is another day's, as in "Published March 5, 2025 Updated March 5, 2025 10:14am"
    harmless = _harmless(vocabulary)
    rest = tuple(
        token
        for number, token in enumerate(tokens)
        if number not in used and number not in clock_used and _WORD_TOKEN.fullmatch(token) and token not in harmless
    )
    if day is None:
        return FoundDate(None, rest)
    return FoundDate(_iso(day, clock, text), rest)


def _one_name(names: regex.Match[str], months: Mapping[str, int]) -> str:
    """The first of two names of the same month, as Arabic pages print both."""
    first, second = names.groups()
    return first if first in months and months[first] == months.get(second) else names.group()


def _western_year(era: re.Match[str]) -> str:
    """A year of a Japanese era, counted from the year before the era's first."""
    return f"{_ERAS[era[1]] + (1 if era[2] == '元' else int(era[2]))}年"


def _iso(day: date, clock: time | None, text: str) -> str:
    if clock is None:
        return day.isoformat()
    zone = _zone(text)
    return f"{day.isoformat()}T{clock.isoformat()}{_offset(zone) if zone is not None else ''}"


def _zone(text: str) -> int | None:
    """Minutes east of UTC that a line states, or None."""
    offset = _OFFSET.search(unicodedata.normalize("NFKC", text).replace("−", "-"))
    if offset:
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        if minutes <= 14 * 60:
            return -minutes if offset[1] == "-" else minutes
    zones = facts().zones
    return next((zones[word] for word in _WORD_TOKEN.findall(text) if word in zones), None)


def _offset(minutes: int) -> str:
    return str(timezone(timedelta(minutes=minutes))).removeprefix("UTC") or "+00:00"


def _find_day(tokens: Sequence[str], months: Mapping[str, int], language: str) -> tuple[date | None, set[int]] | None:
    """The first day that can be: ``(None, used)`` for one without a year, or whose order of day and month is open."""
    for number, token in enumerate(tokens):
        found = None
        if token in _YEARS_AFTER:
            found = _east_asian(tokens, number)
        elif token in months or token in _MONTH_WORDS:
            found = _named_month(tokens, number, months, language)
        elif token.isdigit():
            found = _numeric(tokens, number, language)
        if found:
            return found
    return None


def _east_asian(tokens: Sequence[str], at: int) -> tuple[date | None, set[int]] | None:
    if not 0 < at < len(tokens) - 3 or tokens[at + 2] not in ("月", "월") or not tokens[at + 3].isdigit():
        return None
    used = set(range(at - 1, at + 4)) | ({at + 4} if at + 4 < len(tokens) and tokens[at + 4] in _DAYS_AFTER else set())
    year = int(tokens[at - 1]) if tokens[at - 1].isdigit() else 0
    return _when(str(year + _REPUBLIC_ERA if year in _REPUBLIC_YEARS else year), tokens[at + 1], tokens[at + 3], used)


def _named_month(tokens: Sequence[str], at: int, months: Mapping[str, int], language: str) -> tuple[date | None, set[int]] | None:
    used = {at}
    month = months.get(tokens[at], 0)
    after = at + 1
    if tokens[at] in ("thang", "thg") and after < len(tokens) and tokens[after].isdigit():
        month = int(tokens[after])
        used.add(after)
        after += 1
    before = _skip(tokens, at - 1, -1, _BETWEEN)
    day = _day_number(tokens, before)
    if day:
        used.update(range(before, at))
    else:
        place = _skip(tokens, after, 1, _BETWEEN)
        day = _day_number(tokens, place)
        if not day:
            return None
        used.update(range(after, place + 1))
        after = place + 1
    year_at = _skip(tokens, after, 1, _BETWEEN | _YEAR_BETWEEN)
    if 0 <= year_at < len(tokens) and tokens[year_at].isdigit() and len(tokens[year_at]) == 4:
        used.update(range(after, year_at + 1))
        year = int(tokens[year_at])
        if year in _OTHER_CALENDARS:
            solar = _solar_months().get(tokens[at])
            return (from_jalali(year, solar, int(day)) if solar else None), used
        return _when(str(year - _THAI_ERA if language == "th" and year > 2400 else year), str(month), day, used)
    if 0 <= before < at and tokens[before].isdigit() and len(tokens[before]) == 4:  # as in Hungarian: 2025. augusztus 26.
        return _when(tokens[before], str(month), day, used | set(range(before, at)))
    return (None, used) if 1 <= month <= 12 else None


def _skip(tokens: Sequence[str], at: int, step: int, words: frozenset[str]) -> int:
    for _ in range(3):
        if not 0 <= at < len(tokens) or tokens[at] not in words:
            break
        at += step
    return at


def _day_number(tokens: Sequence[str], at: int) -> str:
    if 0 <= at < len(tokens) and tokens[at].isdigit() and len(tokens[at]) <= 2 and 1 <= int(tokens[at]) <= 31:
        return tokens[at]
    return ""


def _numeric(tokens: Sequence[str], at: int, language: str) -> tuple[date | None, set[int]] | None:
    """2025-01-22, 22.01.2025, 22/01/2025, 22.01.25; in English 03/04/2025 may be either, so it is no date that can be told."""
    separators = [place for place in range(at + 1, min(at + 5, len(tokens))) if tokens[place] in "./-"]
    if len(separators) < 2:
        return None
    parts = [number for number in range(at, min(at + 6, len(tokens))) if tokens[number].isdigit()][:3]
    if len(parts) < 3 or parts[0] != at or not parts[0] < separators[0] < parts[1] < separators[1] < parts[2]:
        return None
    if not all(tokens[place].isdigit() or tokens[place] in "./-" for place in range(at, parts[2])):
        return None  # as in Hungarian: 2025. augusztus 26. 14:05
    first, second, third = (tokens[part] for part in parts)
    used = set(range(at, parts[2] + 1))
    if len(first) == 4:
        solar = from_jalali(int(first), int(second), int(third)) if language == "fa" else None
        return (solar, used) if solar else _when(first, second, third, used)
    if len(third) == 2 and language not in _YEAR_FIRST and tokens[separators[0]] == tokens[separators[1]] != "-":
        return _when(f"20{third}", second, first, used)
    if len(third) != 4 or max(len(first), len(second)) > 2:
        return None
    if language == "en" and tokens[separators[0]] == "/" and int(first) <= 12 and int(second) <= 12 and first != second:
        return None, used
    if int(second) > 12 >= int(first):
        first, second = second, first
    return _when(third, second, first, used)


def _when(year: str, month: str, day: str, used: set[int]) -> tuple[date | None, set[int]] | None:
    try:
        found = date(int(year), int(month), int(day)) if len(year) == 4 else None
    except (ValueError, OverflowError):
        return None
    return (found, used) if found and _FIRST_YEAR <= found.year <= _LAST_YEAR else None


@cache
def _solar_months() -> Mapping[str, int]:
    return {fold(name): number for number, name in enumerate(MONTHS, 1)}


@cache
def _months(vocabulary: Vocabulary, language: str) -> Mapping[str, int]:
    months: dict[str, int] = {}
    for entry in sorted(vocabulary.languages, key=lambda entry: (entry.language != language, entry.language != "en")):
        for number, names in enumerate(entry.months, 1):
            for name in names:
                months.setdefault(_SPACE_OR_STOP.sub("", fold(name)), number)
    return months


@cache
def _spaced_months(vocabulary: Vocabulary) -> re.Pattern[str]:
    """Names of months of two words: in Arabic تشرين الثاني is November."""
    names = (fold(name) for entry in vocabulary.languages for names in entry.months for name in names)
    spaced = {name for name in names if " " in name and not _DIGIT.search(name)}
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, spaced), key=len, reverse=True))})\b")


def _joined(name: re.Match[str]) -> str:
    return name[0].replace(" ", "")


@cache
def _harmless(vocabulary: Vocabulary) -> frozenset[str]:
    """Words that date lines carry beside the date: labels, weekdays, zones, clock words."""
    words: set[str] = set()
    for entry in vocabulary.languages:
        names = (name for month in entry.months for name in month)
        for text in (*entry.weekdays, *names, *(phrase.text for phrase in entry.phrases if phrase.role == "date")):
            words.update(_WORD_TOKEN.findall(fold(text)))
    words |= zone_names() | facts().hijri | _months(vocabulary, "en").keys()
    return frozenset(words | WORDS | _BETWEEN | _YEAR_BETWEEN | {"at", "on", "alle", "ore", "um", "à", "as"})


def _ascii_digits(text: str) -> str:
    """Digits of every script as 0 to 9.

    >>> _ascii_digits("२२ जनवरी २०२५")
    '22 जनवरी 2025'
    """
    if text.isascii():
        return text
    return "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in text)

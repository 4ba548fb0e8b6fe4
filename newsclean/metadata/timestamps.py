"""Dates in attributes and JSON: ISO 8601 in all its disguises, epoch seconds, and dates as pages print them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta, timezone

from newsclean.recognise.dates import find_date
from newsclean.vocabulary import Vocabulary

FIRST_YEAR = 1990
"""There were no news pages before; earlier dates are defaults of software, such as 1970-01-01."""

_QUARTER = timedelta(minutes=15)
_WEST, _EAST = timedelta(hours=12), timedelta(hours=14)

_ISO = re.compile(
    r"(?P<year>\d{4})(?P<mark>[-/.]?)(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)"
    r"(?:(?:[T_,]|\s{1,3}|\s-\s)(?P<hour>\d{1,2}):?(?P<minute>\d{2})(?::?(?P<second>\d{2})(?:[.,:]\d{1,9})?)?"
    r"\s?(?P<zone>Z\b|UTC|GMT|[+−-]\d{1,2}(?::?\d{2})?)?)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"\d{4}|年")
_EPOCH = re.compile(r"\d{10}|\d{13}")
_COMPACT = re.compile(r"^(\d{8})(\d{4}(?:\d{2})?)$")
_NUMERIC = re.compile(r"\s*(\d{1,2})([/.-])(\d{1,2})\2(\d{4})\b")
_IN_PATH = re.compile(r"[/_-]((?:19|20)\d{2})[/_-]?(0[1-9]|1[0-2]|[a-z]{3})[/_-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|$)")
_SHORT_MONTHS = {name: number for number, name in enumerate("jan feb mar apr may jun jul aug sep oct nov dec".split(), 1)}


def read_timestamp(text: str, vocabulary: Vocabulary, language: str, today: date) -> str | None:
    """A value as ISO 8601: a date, or date and time, with the offset that it states. None where it is no date that can be.

    :param language: the declared BCP 47 code; it decides whether 03/04/2025 is in March (en-US) or April
    :param today: no later day than the next is believed

    >>> from newsclean.vocabulary import load
    >>> [read_timestamp(text, load(), "en", date(2025, 6, 1)) for text in ("2025-03-04T17:23:00.000Z", "20250304", "2031-01-01")]
    ['2025-03-04T17:23:00+00:00', '2025-03-04', None]
    """
    text = text.strip()[:100]
    if _EPOCH.fullmatch(text):
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(text[:10]))
        found: str | None = moment.isoformat()
    elif iso := _ISO.match(_COMPACT.sub(r"\1T\2", text)):
        found = _iso(iso)
    else:
        found = _printed(text, vocabulary, language)
    return found if found and believable(found, today) else None


def believable(timestamp: str, today: date) -> bool:
    """Whether a day is neither before the web nor after tomorrow: the next day has begun east of here."""
    return timestamp[:4] >= str(FIRST_YEAR) and day_of(timestamp) <= today + timedelta(days=1)


def day_of(timestamp: str) -> date:
    """The calendar day of a timestamp, in its own offset."""
    return date.fromisoformat(timestamp[:10])


def _iso(found: re.Match[str]) -> str | None:
    year, month, day = int(found["year"]), int(found["month"]), int(found["day"])
    if not found["mark"] and (len(found["month"]) < 2 or len(found["day"]) < 2):
        return None
    if month > 12 >= day:
        month, day = day, month
    try:
        if found["hour"] is None:
            return date(year, month, day).isoformat()
        hour, minute, second = int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
        midnight = hour == 24 and not minute and not second
        moment = datetime(year, month, day, 0 if midnight else hour, minute, min(second, 59)) + timedelta(days=midnight)
        zone = _zone(found["zone"])
        return (moment if zone is None else moment.replace(tzinfo=zone)).isoformat()
    except (ValueError, OverflowError):
        return None


def _zone(text: str | None) -> timezone | None:
    if not text:
        return None
    if text[0] not in "+-−":
        return UTC
    digits = text[1:].replace(":", "")
    hours, minutes = (int(digits[:-2]), int(digits[-2:])) if len(digits) > 2 else (int(digits), 0)
    minutes += 60 * hours
    return timezone(timedelta(minutes=minutes if text[0] == "+" else -minutes)) if minutes <= 14 * 60 else None


def _printed(text: str, vocabulary: Vocabulary, language: str) -> str | None:
    """A date as pages print it; one in figures alone is read the way the declared country writes."""
    if not _YEAR.search(text):
        return None
    figures = _NUMERIC.match(text)
    if figures and figures[2] in "/-" and int(figures[1]) <= 12 and int(figures[3]) <= 12:
        first, second = int(figures[1]), int(figures[3])
        month, day = (first, second) if language.lower() in ("en-us", "en_us") else (second, first)
        if language.lower() == "en" and month != day:
            return None
        text = f"{figures[4]}-{month:02}-{day:02}{text[figures.end() :]}"
        return _iso(iso) if (iso := _ISO.match(text)) else None
    found = find_date(text, vocabulary, language.partition("-")[0].lower())
    return found.published if found else None


def date_in_path(url: str, today: date) -> str | None:
    """The day that an address states: ``/2025/03/04/`` or ``/2025/mar/04/``, ``-20250304``.

    >>> date_in_path("https://harbour.example/news/2025/mar/04/ferry", date(2025, 6, 1))
    '2025-03-04'
    """
    for found in _IN_PATH.finditer(url[:2_000].lower()):
        month = _SHORT_MONTHS.get(found[2]) if found[2].isalpha() else int(found[2])
        try:
            day = date(int(found[1]), month or 0, int(found[3])).isoformat()
        except ValueError:
            continue
        if believable(day, today):
            return day
    return None


def local(timestamp: str, others: Iterable[str]) -> str:
    """A timestamp told more fully elsewhere on the page: with its time, or in the local time of the place.

    The moment stays. Local time without an offset tells it where it is the same minute a number of quarters of an hour away.

    >>> local("2025-03-05T01:23:10+00:00", ["2025-03-04T20:23:00"])
    '2025-03-04T20:23:10-05:00'
    """
    if len(timestamp) == 10:
        return next((other for other in others if len(other) > 10 and other[:10] == timestamp), timestamp)
    if not timestamp.endswith("+00:00"):
        return timestamp
    moment = datetime.fromisoformat(timestamp)
    return next(filter(None, (_in_zone_of(moment, other) for other in others)), timestamp)


def _in_zone_of(moment: datetime, other: str) -> str | None:
    """A moment in UTC as another timestamp of the same moment tells it, or None."""
    if len(other) == 10 or other.endswith("+00:00"):
        return None
    stamp = datetime.fromisoformat(other)
    offset = stamp.utcoffset()
    if offset is None:
        quarters = round((stamp.replace(tzinfo=UTC) - moment) / _QUARTER)
        offset = quarters * _QUARTER
        if not quarters or not -_WEST <= offset <= _EAST:
            return None
        stamp = stamp.replace(tzinfo=timezone(offset))
    if not offset or abs(stamp - moment) >= timedelta(minutes=1):
        return None
    return moment.astimezone(timezone(offset)).isoformat()

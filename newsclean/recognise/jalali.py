"""Days of the Solar Hijri calendar, which pages in Persian print."""

from __future__ import annotations

from datetime import date, timedelta

MONTHS = ("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند")
"""The months; the first six have 31 days, the others 30, the last one 29 in common years."""

_ANCHOR_YEAR, _ANCHOR = 1404, date(2025, 3, 21)
_YEARS = range(1300, 1500)


def from_jalali(year: int, month: int, day: int) -> date | None:
    """The day in the common calendar, or None where there is no such day.

    The 33-year cycle of leap years holds for all years from 1300 to 1499.

    >>> from_jalali(1403, 12, 30), from_jalali(1404, 7, 16), from_jalali(1404, 12, 30)
    (datetime.date(2025, 3, 20), datetime.date(2025, 10, 8), None)
    """
    if year not in _YEARS or not 1 <= month <= 12 or not 1 <= day <= _days_in(year, month):
        return None
    before = sum(_days_in(year, earlier) for earlier in range(1, month)) + day - 1
    step = 1 if year >= _ANCHOR_YEAR else -1
    years = range(_ANCHOR_YEAR, year) if step > 0 else range(year, _ANCHOR_YEAR)
    return _ANCHOR + timedelta(days=step * sum(365 + _is_leap(between) for between in years) + before)


def _days_in(year: int, month: int) -> int:
    return 31 if month <= 6 else 30 if month < 12 or _is_leap(year) else 29


def _is_leap(year: int) -> bool:
    return (8 * year + 29) % 33 < 8

"""The time of day on a date line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import time
from functools import cache

from newsclean.vocabulary import fold
from newsclean.vocabulary.facts import facts

_MAX_TIME_CHARS = 20
_HOURS = re.compile(r"(?<!\d)\d{1,2}(?:[:.]|\s?[時时點点시]\s?)\d{2}(?:\s?[分분])?(?!\d)")
_WORD = re.compile(r"[^\W\d_]+")
_PM = frozenset(("pm", "오후", "下午", "午後", "晚上", "μμ", "م", "مساء", "शाम", "दोपहर", "petang", "malam", "sore"))
_AM = frozenset(("am", "오전", "上午", "午前", "πμ", "凌晨", "早上", "ص", "صباحا", "pagi"))
_HOUR_WORDS = frozenset(("h", "時", "时", "點", "点", "시"))
_CLOCK_WORDS = frozenset(("uhr", "wib", "wita", "wit", "น", "klo", "kl", "pukul", "jam", "hrs"))
WORDS = _CLOCK_WORDS | _PM | _AM | _HOUR_WORDS
"""Folds of the words that stand beside times."""


def is_time(text: str) -> bool:
    """Whether a text is a time of the day and nothing else, as pages print it under the day.

    >>> is_time("2:45 PM MYT"), is_time("klo 14.05"), is_time("14:05 in Mikasa"), is_time("Score 3:2")
    (True, True, False, False)
    >>> is_time("香港時間15時20分")
    True
    """
    if len(text) > _MAX_TIME_CHARS or _HOURS.search(text) is None:
        return False
    words = _WORD.findall(fold(_HOURS.sub(" ", text)))
    return all(word in WORDS or word in zone_names() for word in words)


def find_time(tokens: Sequence[str], taken: set[int]) -> tuple[time | None, set[int]]:
    """The clock time nearest to a date, of two as near the one after it, and the tokens that say so.

    :param tokens: a date line's words, numbers and signs, folded
    :param taken: the places of those that say the day, at least one
    """
    found: list[tuple[time, set[int]]] = []
    for number in range(len(tokens)):
        if number not in taken and not any(number in used for _, used in found) and (hit := _time_at(tokens, number, taken)):
            found.append(hit)
    if not found:
        return None, set()
    first, last = min(taken), max(taken)

    def distance(hit: tuple[time, set[int]]) -> tuple[int, bool]:
        before = max(hit[1]) < first
        between = tokens[max(hit[1]) + 1 : first] if before else tokens[last + 1 : min(hit[1])]
        return sum(token not in zone_names() for token in between), before

    return min(found, key=distance)


def _time_at(tokens: Sequence[str], at: int, taken: set[int]) -> tuple[time, set[int]] | None:
    if not tokens[at].isdigit() or len(tokens[at]) > 2 or at + 1 >= len(tokens):
        return None
    used = {at, at + 1}
    minute_at = at + 2
    separator = tokens[at + 1]
    has_minute = (
        minute_at < len(tokens) and tokens[minute_at].isdigit() and len(tokens[minute_at]) == 2 and minute_at not in taken
    )
    if separator in _HOUR_WORDS:
        minute = int(tokens[minute_at]) if has_minute else 0
    elif has_minute and (separator == ":" or (separator == "." and (_is_clock(tokens, at) or at > max(taken)))):
        minute = int(tokens[minute_at])
    elif separator in ("am", "pm", "a", "p"):
        minute, minute_at = 0, at
    else:
        return None
    used.add(minute_at)
    hour = int(tokens[at])
    marks = {place: "".join(tokens[place : place + 3]).replace(".", "") for place in (minute_at + 1,) if place < len(tokens)}
    before = tokens[at - 1] if at else ""
    if before in _PM or any(mark.startswith(("pm", *_PM)) for mark in marks.values()):
        hour += 12 if hour < 12 else 0
    elif (before in _AM or any(mark.startswith(("am", *_AM)) for mark in marks.values())) and hour == 12:
        hour = 0
    for place, mark in marks.items():
        if mark.startswith(("am", "pm")):
            used.update(range(place, min(place + 4, len(tokens))) if tokens[place] in "ap" else (place,))
    if before in _PM | _AM:
        used.add(at - 1)
    second_at = minute_at + 2
    second = 0
    if (
        separator == ":"
        and tokens[minute_at + 1 : second_at] == [":"]
        and second_at < len(tokens)
        and tokens[second_at].isdigit()
    ):
        second = int(tokens[second_at])
        used.update((minute_at + 1, second_at))
    return (time(hour, minute, second), used) if hour < 24 and minute < 60 and second < 60 else None


def _is_clock(tokens: Sequence[str], at: int) -> bool:
    """Whether 17.23 is a time: a clock word stands beside it, or the name of a zone behind it."""
    near = {*tokens[max(at - 2, 0) : at], *tokens[at + 3 : at + 5]}
    return bool(near & _CLOCK_WORDS) or not zone_names().isdisjoint(tokens[at + 3 : at + 4])


@cache
def zone_names() -> frozenset[str]:
    """Folds of the abbreviations of time zones."""
    return frozenset(map(fold, facts().zones))

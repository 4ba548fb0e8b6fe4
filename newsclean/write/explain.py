"""The explanation: every block of the source on a line, with its fate and the reason."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from newsclean.model import UNCLAIMED, Article, Fate, Role

_ROLE_COLUMNS = max(map(len, Role))
_MIN_COLUMNS = 30
"""Columns for text and reason under which nothing can be read: a narrower terminal wraps."""

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Palette:
    """The codes a terminal wants before a fate of either kind, before a reason, and after each of them."""

    keep: str = ""
    drop: str = ""
    reason: str = ""
    reset: str = ""


PLAIN = Palette()
ANSI = Palette(keep="\x1b[32m", drop="\x1b[31m", reason="\x1b[2m", reset="\x1b[0m")


def to_explanation(article: Article, palette: Palette = PLAIN, width: int | None = None) -> str:
    """A line a block, in source order: ``keep`` or ``drop``, the role, the text, the rule in brackets and its evidence.

    :param width: columns of the terminal, to which long lines are shortened; None shows everything
    """
    return "".join(f"{_line(fate, palette, width)}\n" for fate in article.blocks)


def _line(fate: Fate, palette: Palette, width: int | None) -> str:
    word, colour = ("keep", palette.keep) if fate.role is Role.BODY else ("drop", palette.drop)
    head = f"{word}  {fate.role:<{_ROLE_COLUMNS}}  "
    text = _printable(fate.text)
    reason = "" if fate.rule == UNCLAIMED else _printable(f"[{fate.rule}] {fate.evidence}")
    if width is not None:
        text, reason = _fit(text, reason, max(width - len(head), _MIN_COLUMNS))
    shown = f"  {palette.reason}{reason}{palette.reset}" if reason else ""
    return f"{colour}{head}{palette.reset}{text}{shown}"


def _printable(text: str) -> str:
    """The text without tabs, which break columns, and without the controls that a terminal would obey."""
    return _CONTROLS.sub(" ", text)


def _fit(text: str, reason: str, room: int) -> tuple[str, str]:
    """Text and reason shortened to ``room`` columns; a reason yields only what it needs beyond half of them."""
    if not reason:
        return _shorten(text, room), ""
    reason = _shorten(reason, max(room - 2 - _columns(text), room // 2))
    return _shorten(text, room - 2 - _columns(reason)), reason


def _shorten(text: str, room: int) -> str:
    if _columns(text) <= room:
        return text
    taken = 0
    for place, character in enumerate(text):
        taken += _width(character)
        if taken > room - 1:
            return f"{text[:place].rstrip()}…"
    return text


def _columns(text: str) -> int:
    return sum(map(_width, text))


def _width(character: str) -> int:
    """Columns that a terminal gives a character: none to a combining mark, two to a wide East Asian one."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1

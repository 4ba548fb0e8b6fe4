"""A phrase that news sites print around their articles, and how it matches a line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from functools import cached_property

from newsclean.vocabulary.fold import MAX_CHARS, first_key, fold, last_key

PLACES = ("whole", "start", "end")
SCOPES = ("line", "list")
ROLES = ("navigation", "teaser", "promo", "share", "comment", "counter", "legal", "tags", "caption", "byline", "date", "body")

NUMBER = "{n}"
DATE = "{date}"
_NUMBER_PATTERN = r"\d{1,3}+(?:[.,'\u066c ]?\d{1,3}){0,4}+(?: ?(?:k|m|b|mil|mio|mln|tys|тыс|млн|rb|jt|ribu|万|萬|億|만|천|हजार|लाख)\b)?+"
_NO_WORD_BEFORE = r"(?<!\w)"
_NO_WORD_AFTER = r"(?!\w)"

MAX_HEADING_CHARS = 80
"""A list heading is a label, not a sentence: longer lines, and lines that end like a sentence, head nothing."""
_SENTENCE_ENDS = (".", "。", "।", "؟", "!", "！", ";")
_OPENING_QUOTES = ("«", "„", "“", '"', "「", "『", "‹", "‚")
"""A line that opens with one is somebody's words."""

_ELLIPSES = ("...", "…", "..")


def looks_like_heading(line: str) -> bool:
    """Whether a line may head a list: short, and not closed like a sentence.

    >>> looks_like_heading("Most read"), looks_like_heading("Most read it twice.")
    (True, False)
    """
    line = line.rstrip()
    return len(line) <= MAX_HEADING_CHARS and (not line.endswith(_SENTENCE_ENDS) or line.endswith(_ELLIPSES))


@dataclass(frozen=True)
class Phrase:
    """One ``[[phrase]]`` of a language file.

    ``where`` says which part of the line the text must be, ``scope`` whether the line stands alone or heads a list whose
    items go with it; ``dates`` are the month and weekday names that may open a ``{date}``.
    """

    text: str
    role: str
    where: str
    scope: str
    language: str
    removes: tuple[str, ...]
    keeps: tuple[str, ...]
    note: str = ""
    dates: tuple[str, ...] = field(default=(), repr=False)

    @cached_property
    def rule(self) -> str:
        """The identifier that claims carry, e.g. ``phrases/id/baca-juga``."""
        slug = re.sub(r"[\s!-/:-@\[-`|~…：]+", "-", self.text.casefold()).strip("-")
        return f"phrases/{self.language}/{slug}"

    @cached_property
    def folded(self) -> str:
        """The text as lines are compared with it; a colon that the phrase ends with is part of it."""
        colon = ":" if self.where == "start" and self.text.rstrip().endswith((":", "：")) else ""
        return fold(self.text) + colon

    @cached_property
    def key(self) -> str:
        """Where the index files this phrase."""
        if self.where != "end" and self.text.startswith(NUMBER):
            return NUMBER + first_key(fold(self.text.removeprefix(NUMBER)))
        return last_key(self.folded) if self.where == "end" else first_key(self.folded)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        """A compiled form for phrases with placeholders; plain ones are compared as strings."""
        template = fold(self.text.replace(NUMBER, "\ue000").replace(DATE, "\ue001"))
        if "\ue000" not in template and "\ue001" not in template:
            return None
        names = sorted({fold(name) for name in self.dates}, key=len, reverse=True)
        date = rf"(?=\d|(?:{'|'.join(map(re.escape, names))})(?!\w))" if names else r"(?=\d)"
        pattern = re.escape(template).replace("\ue000", _NUMBER_PATTERN).replace("\ue001", date)
        if self.text.rstrip().endswith((":", "：")) and self.where == "start":
            pattern += ":"
        spaced_start = template[0].isalpha() and template[0].isascii() and self.where == "end"
        return re.compile((_NO_WORD_BEFORE if spaced_start else "") + pattern)

    def matches(self, line: str, folded: str) -> bool:
        """Whether this phrase claims ``line``, whose fold is ``folded``."""
        if len(line) > MAX_CHARS or (self.scope == "list" and not looks_like_heading(line)):
            return False
        if self._pattern is not None:
            return self._matches_pattern(self._pattern, folded)
        if self.where == "whole":
            return folded == self.folded
        if self.where == "start" and line.lstrip().startswith(_OPENING_QUOTES):
            return False
        if self.where == "start":
            return folded.startswith(self.folded) and _is_edge(folded, len(self.folded))
        return folded.endswith(self.folded) and _is_edge(folded, len(folded) - len(self.folded))

    def _matches_pattern(self, pattern: re.Pattern[str], folded: str) -> bool:
        if self.where == "end":
            return any(found.end() == len(folded) for found in pattern.finditer(folded))
        found = pattern.match(folded)
        if found is None:
            return False
        if DATE in self.text:
            return self.where == "start" or len(folded) - found.end() <= 40
        return found.end() == len(folded) if self.where == "whole" else _is_edge(folded, found.end())


def _combining(character: str) -> bool:
    """Whether a character is a vowel sign or another mark on the letter before it."""
    return unicodedata.category(character)[0] == "M"


def _is_edge(folded: str, at: int) -> bool:
    """Whether ``at`` cuts no word in two. Scripts without spaces have no such edge, so any place will do there.

    >>> _is_edge("read more", 4), _is_edge("reader", 4)
    (True, False)
    """
    if at <= 0 or at >= len(folded):
        return True
    before, after = folded[at - 1], folded[at]
    if not before.isalnum() and not _combining(before):
        return True
    if not after.isalnum() and not _combining(after):
        return True
    return before > "\u2e7f" or after > "\u2e7f" or "\u0e00" <= after <= "\u0eff"

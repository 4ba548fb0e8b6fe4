"""A phrase that news sites print around their articles, and how it matches a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property

from newsclean.vocabulary.fold import MAX_CHARS, first_key, fold, last_key

PLACES = ("whole", "start", "end")
SCOPES = ("line", "list")
ROLES = ("navigation", "teaser", "promo", "share", "comment", "counter", "legal", "tags", "caption", "byline", "date", "body")

NUMBER = "{n}"
DATE = "{date}"
ANY_NUMBER = "\ue000"
"""Stands for a number in folds that are compared with ``{n}``: a private code point, which no page prints."""

_MORE = "\ue001"
"""Stands for what follows, so that a fold keeps the punctuation before it."""

_NUMBERS = re.compile(
    r"\d{1,3}+(?:[.,'\u066c ]?\d{1,3}){0,4}+(?: ?(?:k|m|b|mil|mio|mln|tys|тыс|млн|rb|jt|ribu|万|萬|億|亿|만|천|हजार|लाख)\b)?+"
)
_MAX_DATE_CHARS = 40
"""Characters that may follow a phrase that ends in ``{date}`` and must be the whole line."""

MAX_HEADING_CHARS = 80
"""A list heading is a label, not a sentence: longer lines, and lines that end like a sentence, head nothing."""
_SENTENCE_ENDS = (".", "。", "।", "؟", "!", "！", ";")
_WORD = re.compile(r"[^\s.,:;()|/\d-]++")
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
    def literal(self) -> str:
        """What lines are compared with: the fold of the text up to ``{date}``, a number sign for each ``{n}``.

        Where more may follow on the line, the punctuation that the text ends with is part of it: ``read more:``.
        """
        text = self.text.partition(DATE)[0].replace(NUMBER, ANY_NUMBER)
        if self.where == "start" or self.dated:
            return fold(text + _MORE).removesuffix(_MORE).rstrip(" .!?…")
        return fold(text)

    @cached_property
    def opening(self) -> str:
        """What the fold of a line that it claims begins with, unless it stands at the end."""
        return self.literal.partition(ANY_NUMBER)[0]

    @property
    def dated(self) -> bool:
        """Whether a date must follow."""
        return DATE in self.text

    @property
    def key(self) -> str:
        """Where an index by first (or, for ends of lines, last) word files this phrase."""
        return last_key(self.literal) if self.where == "end" else first_key(self.literal)

    @cached_property
    def _date_words(self) -> frozenset[str]:
        return frozenset(word.group() for name in self.dates if (word := _WORD.match(fold(name))))

    def matches(self, line: str, folded: str) -> bool:
        """Whether this phrase claims ``line``, whose fold is ``folded``.

        >>> phrase = Phrase("{n} comments", "counter", "whole", "line", "en", (), ())
        >>> phrase.matches("1,204 Comments", "1,204 comments"), phrase.matches("No comments", "no comments")
        (True, False)
        """
        if len(line) > MAX_CHARS or (self.scope == "list" and not looks_like_heading(line)):
            return False
        if ANY_NUMBER in self.literal:
            folded = number_signs(folded)
        if self.where == "whole" and not self.dated:
            return folded == self.literal
        if self.where == "end":
            return folded.endswith(self.literal) and _is_edge(folded, len(folded) - len(self.literal))
        if not folded.startswith(self.literal) or line.lstrip().startswith(_OPENING_QUOTES):
            return False
        return self._date_follows(folded) if self.dated else _is_edge(folded, len(self.literal))

    def _date_follows(self, folded: str) -> bool:
        rest = folded[len(self.literal) :].lstrip(" .:,-–—()")
        if self.where == "whole" and len(rest) > _MAX_DATE_CHARS:
            return False
        word = _WORD.match(rest)
        return rest[:1].isdigit() or (word is not None and word.group() in self._date_words)


def number_signs(folded: str) -> str:
    """A fold with every number replaced by one sign, as in :attr:`Phrase.literal`."""
    return _NUMBERS.sub(ANY_NUMBER, folded)


def _is_edge(folded: str, at: int) -> bool:
    """Whether ``at`` cuts no word in two. Scripts without spaces have no such edge, so any place will do there.

    >>> _is_edge("read more", 4), _is_edge("reader", 4)
    (True, False)
    """
    if at <= 0 or at >= len(folded):
        return True
    before, after = folded[at - 1], folded[at]
    if not (before.isalnum() and after.isalnum()):
        return True
    return before > "\u2e7f" or after > "\u2e7f" or "\u0e00" <= after <= "\u0eff"

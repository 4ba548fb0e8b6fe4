"""Counts of shares, views, comments and minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.recognise.dates import find_date

_ONLY_NUMBERS = re.compile(r"\d[\d.,]{0,12}[kKmM]?(?:[\s|·]++\d[\d.,]{0,12}[kKmM]?){1,11}+")
_MAX_CHARS = 60
_TABLE_DIGITS = 0.3
"""Share of digits from which a line above or below makes a row of numbers part of a table."""

_PAGINATION = re.compile(r"\d{1,3} ?/ ?\d{1,3}")


def counters(document: Document) -> Iterable[Claim]:
    """Claim counts that the vocabulary names, and rows of bare numbers outside the article's prose.

    A lone number may be a score or a list's number, so it takes two in a row: ``2   0    0``.
    """
    yield from document.phrased(Role.COUNTER)
    near = document.near
    for number in document.open(near.start, near.stop):
        text = document.blocks[number].text
        if text[0].isdigit() and len(text) <= _MAX_CHARS and (_ONLY_NUMBERS.fullmatch(text) or _PAGINATION.fullmatch(text)):
            if not _in_table(document, number) and document.ask(find_date, text) is None:
                yield Claim(number, Role.COUNTER, "counters/numbers", f"only numbers: {text!r}")


def _in_table(document: Document, number: int) -> bool:
    """Rows of numbers above and below make a table, which may belong to the story."""
    near = (document.blocks[n].text[:_MAX_CHARS] for n in (number - 1, number + 1) if 0 <= n < len(document))
    return any(sum(map(str.isdigit, text)) > _TABLE_DIGITS * len(text) for text in near)

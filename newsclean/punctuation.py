"""Signs that mean the same wherever they are looked for."""

from __future__ import annotations

CLOSING_QUOTES = "\"'”’“‘»«›‹״」』"
"""What may stand behind a full stop: English closes “so”, German „so“ and »so«, Hebrew ״so״."""

CLOSERS = CLOSING_QUOTES + ")] \xa0\u202f"
"""The same with brackets, and the spaces that French sets inside its quotes."""

HEADING_MARKS = frozenset("◇◆■□▲△◎★☆※")
"""Signs that subheadings begin with in East Asian papers."""

BULLETS = frozenset("•-*·▪●")
"""Signs that flatteners leave alone on a line above an item of a list."""

_DASHES = frozenset("-–—―")


def is_between_dashes(text: str) -> bool:
    """Whether a line begins and ends with a dash, as the summaries of Korean offices do.

    >>> is_between_dashes("- Five matters agreed on -"), is_between_dashes("- No, he said.")
    (True, False)
    """
    return text[0] in _DASHES and text[-1] in _DASHES

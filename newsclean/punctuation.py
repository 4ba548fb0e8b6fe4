"""Signs that mean the same wherever they are looked for."""

from __future__ import annotations

CLOSING_QUOTES = "\"'”’“‘»«›‹״」』"
"""What may stand behind a full stop: English closes “so”, German „so“ and »so«, Hebrew ״so״."""

CLOSERS = CLOSING_QUOTES + ")] \xa0\u202f"
"""The same with brackets, and the spaces that French sets inside its quotes."""

HEADING_MARKS = frozenset("◇◆■□▲△◎★☆※")
"""Signs that subheadings begin with in East Asian papers."""

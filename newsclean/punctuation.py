"""Signs that mean the same wherever they are looked for."""

from __future__ import annotations

CLOSING_QUOTES = "\"'”’“‘»«›‹״」』"
"""What may stand behind a full stop: English closes “so”, German „so“ and »so«, Hebrew ״so״."""

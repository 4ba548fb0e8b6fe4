"""Strings out of attributes and JSON, where anything may stand."""

from __future__ import annotations

import re
from html import unescape

MAX_CHARS = 1_000
"""Longer values are cut: no headline, name or description needs more."""

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b\u200e\u200f\u2060\ufeff\ud800-\udfff]")


def plain(value: object, limit: int = MAX_CHARS) -> str:
    """A value as one line of text, without entities, tags and invisible characters; empty for what is no string.

    >>> plain("  Fish &amp;amp; <em>ships</em>\\n"), plain({"name": "x"})
    ('Fish & ships', '')
    """
    if not isinstance(value, str):
        return ""
    text = value[: 4 * limit]
    for _ in range(2):
        if "&" in text:
            text = unescape(text)
    if "<" in text:
        text = _TAG.sub("", text)
    return " ".join(_UNPRINTABLE.sub("", text).split())[:limit].strip()


def strings(value: object) -> list[str]:
    """The texts in a string, a list of strings, or a mapping with a name.

    >>> strings(["Ports", {"name": "Ferries"}, 7, ""])
    ['Ports', 'Ferries']
    """
    found = []
    for item in value[:MAX_CHARS] if isinstance(value, list) else [value]:
        text = plain(item.get("name") if isinstance(item, dict) else item)
        if text:
            found.append(text)
    return found

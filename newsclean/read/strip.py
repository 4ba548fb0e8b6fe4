"""Take the tags off markup that no parser can hold: one pass from left to right, whatever the nesting."""

from __future__ import annotations

import re
from html import unescape

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label mark nobr output q rb rp rt ruby s samp "
    "small span strike strong sub sup time tt u var wbr".split()
)
"""Elements that do not end a line of text."""

_MARKUP = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(script|style|noscript|template|svg)\b[^<>]*+>.*?(?:</\1\s*+>|\Z)"
    r"|<[/!?]?([a-zA-Z][a-zA-Z0-9:-]*+)[^<>]*+>",
    re.DOTALL | re.IGNORECASE,
)


def strip_markup(html: str) -> str:
    """The text of a page, a line for each block element.

    >>> strip_markup("<div><p>Ships <b>sail</b></p><script>x</script><p>at&nbsp;dawn")
    'Ships sail\\nat dawn'
    """
    text = unescape(_MARKUP.sub(_replacement, html))
    lines = (" ".join(line.split()) for line in text.split(_BREAK))
    return "\n".join(filter(None, lines))


_BREAK = "\x00"
"""Marks the end of a line; a NUL of the page itself ends a line as well."""


def _replacement(found: re.Match[str]) -> str:
    name = found[2]
    if name is None:
        return _BREAK if found[1] else ""
    return "" if name.lower() in INLINE else _BREAK

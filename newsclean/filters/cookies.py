"""Tables of cookies, as consent dialogs print them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role

_CELLS = re.compile(r"[ \xa0]?\t\s*|[ \xa0]{2,}")
"""What flatteners put between the cells of a row."""

_MAX_CHARS = 400
_MIN_CELLS = 3
_MAX_HEAD_CHARS = 120


def cookies(document: Document) -> Iterable[Claim]:
    """Claim a head such as "Cookie, Duration, Description", in any language, and the rows below it."""
    inside = False
    for number in document.near:
        text = document.blocks[number].text
        cells = _CELLS.split(text[:_MAX_CHARS]) if "\t" in text or "  " in text else []
        if len(cells) < _MIN_CELLS:
            inside = False
        elif cells[0].lower() in ("cookie", "cookies"):
            inside = sum(map(len, cells)) <= _MAX_HEAD_CHARS
        if inside and document.claims[number] is None:
            yield Claim(number, Role.LEGAL, "cookies/row", f"a row of a table of cookies: {cells[0]!r}")

"""Breadcrumbs: the path through a site's sections to a page."""

from __future__ import annotations

import re

_DIVIDER = re.compile(r"[>»›→/|·⟩＞]")


def split_path(text: str) -> list[str]:
    """The names on a path, or the text alone where it has none.

    >>> split_path("Home > News > Harbour"), split_path("News")
    (['Home', 'News', 'Harbour'], ['News'])
    """
    return [part.strip() for part in _DIVIDER.split(text)] if _DIVIDER.search(text, 1) else [text]

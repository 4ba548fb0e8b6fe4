"""What newsclean makes of pages, as articles: for the benchmarks that look at more than the body."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from benchmarks.flatten import FLATTENERS
from benchmarks.pages import Page
from benchmarks.peers.newsclean_html import check
from newsclean import Article, Cleaner
from newsclean.cleaner import Preset

Kind = Literal["text", "html"]


def cleaning(kind: Kind, flatten: str, preset: Preset) -> Callable[[Page], Article]:
    """A function that cleans a page from its HTML, or from its text.

    :param flatten: a key of FLATTENERS, for text
    :raises Unavailable: the flattener is missing, or newsclean does not read HTML
    """
    cleaner = Cleaner(preset=preset)
    if kind == "html":
        check(cleaner)
        return lambda page: cleaner.clean(page.html, kind="html")
    flattened = FLATTENERS[flatten]()
    return lambda page: cleaner.clean(flattened(page.html), kind="text")

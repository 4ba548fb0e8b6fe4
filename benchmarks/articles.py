"""What newsclean makes of pages, as articles: for the benchmarks that look at more than the body."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.flatten import FLATTENERS
from benchmarks.ours import Kind, Ours
from benchmarks.pages import Page
from newsclean import Article


def cleaning(kind: Kind, flatten: str, ours: Ours) -> Callable[[Page], Article]:
    """A function that cleans a page from its HTML, or from its text.

    :param flatten: a key of FLATTENERS, for text
    :raises Unavailable: the flattener is missing
    """
    cleaner = ours.cleaners(kind)
    if kind == "html":
        return lambda page: cleaner(page).clean(page.html, kind="html")
    flattened = FLATTENERS[flatten]()
    return lambda page: cleaner(page).clean(flattened(page.html), kind="text")

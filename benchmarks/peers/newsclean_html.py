"""newsclean on HTML."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.ours import Ours
from benchmarks.pages import Page
from benchmarks.peers.newsclean_text import found


def build(ours: Ours) -> Callable[[str, Page], str]:
    """The body of the article, as the page's gold has it."""
    cleaner = ours.cleaners("html")
    return lambda html, page: found(cleaner(page).clean(html, kind="html"), page)

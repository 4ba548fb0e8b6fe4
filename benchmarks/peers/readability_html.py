"""readability-lxml: the article's HTML, flattened by resiliparse, because it gives no text."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.flatten import resiliparse
from benchmarks.optional import need
from benchmarks.pages import Page
from benchmarks.peers.titles import with_title


def build() -> Callable[[str, Page], str]:
    """The text of the summary."""
    document, flatten = need("readability", "readability-lxml").Document, resiliparse()

    def extract(html: str, page: Page) -> str:
        parsed = document(html)
        body = flatten(parsed.summary(html_partial=True))
        return with_title(parsed.short_title(), body, page) if page.title_first else body

    return extract

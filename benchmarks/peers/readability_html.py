"""readability-lxml: the article's HTML, flattened by resiliparse without alternative texts, because it gives no text."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.optional import need
from benchmarks.pages import Page
from benchmarks.peers.titles import with_title


def build() -> Callable[[str, Page], str]:
    """The text of the summary."""
    document = need("readability", "readability-lxml").Document
    flatten = need("resiliparse.extract.html2text", "resiliparse").extract_plain_text

    def extract(html: str, page: Page) -> str:
        parsed = document(html)
        body = flatten(parsed.summary(html_partial=True), alt_texts=False)
        return with_title(parsed.short_title(), body, page) if page.title_first else body

    return extract

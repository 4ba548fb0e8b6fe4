"""newspaper4k, fed with HTML so that nothing is downloaded."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.optional import need
from benchmarks.pages import Page
from benchmarks.peers.titles import with_title

_URL = "https://news.example/article"
"""newspaper4k wants an address."""


def build() -> Callable[[str, Page], str]:
    """The text of a parsed article."""
    newspaper = need("newspaper", "newspaper4k")

    def extract(html: str, page: Page) -> str:
        article = newspaper.Article(page.url or _URL, fetch_images=False)
        article.download(input_html=html)
        article.parse()
        return with_title(article.title, article.text, page)

    return extract

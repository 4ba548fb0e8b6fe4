"""goose3, fed with HTML and without images, so that nothing is downloaded."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.optional import need
from benchmarks.pages import Page
from benchmarks.peers.titles import with_title


def build() -> Callable[[str, Page], str]:
    """The cleaned text."""
    goose = need("goose3", "goose3").Goose({"enable_image_fetching": False})

    def extract(html: str, page: Page) -> str:
        article = goose.extract(raw_html=html)
        return with_title(article.title, article.cleaned_text, page)

    return extract

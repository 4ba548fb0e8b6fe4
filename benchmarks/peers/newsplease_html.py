"""news-please (Hamborg et al., 2017), fed with HTML so that nothing is downloaded."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.optional import need
from benchmarks.pages import Page
from benchmarks.peers.titles import with_title


def build() -> Callable[[str, Page], str]:
    """The main text of an article."""
    newsplease = need("newsplease", "news-please").NewsPlease

    def extract(html: str, page: Page) -> str:
        article = newsplease.from_html(html, url=page.url, fetch_images=False)
        return with_title(article.title, article.maintext or "", page)

    return extract

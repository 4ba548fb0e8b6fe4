"""newsclean on text."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.ours import Ours
from benchmarks.pages import Page
from newsclean import Article


def build(ours: Ours) -> Callable[[str, Page], str]:
    """The body of the article, as the page's gold has it."""
    cleaner = ours.cleaners("text")
    return lambda text, page: found(cleaner(page).clean(text, kind="text"), page)


def found(article: Article, page: Page) -> str:
    """The body; with the title as its first line where the gold has it so."""
    title = article.metadata.title if page.title_first else None
    return f"{title}\n{article.text}" if title else article.text

"""boilerpy3's ArticleExtractor, the Python port of boilerpipe (Kohlschütter et al., 2010).

An extractor for each page: one that is used again hands the last page's title on.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from benchmarks.optional import need
from benchmarks.pages import Page


def build() -> Callable[[str, Page], str]:
    """The content of the document."""
    extractors = need("boilerpy3.extractors", "boilerpy3")
    return lambda html, page: cast(str, extractors.ArticleExtractor().get_content(html))

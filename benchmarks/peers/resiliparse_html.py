"""resiliparse's main content extraction, without the alternative texts of images, which no gold body has."""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

from benchmarks.optional import need
from benchmarks.pages import Page


def build() -> Callable[[str, Page], str]:
    """The main content as text."""
    extract = need("resiliparse.extract.html2text", "resiliparse").extract_plain_text
    return lambda html, page: cast(str, extract(html, main_content=True, alt_texts=False))

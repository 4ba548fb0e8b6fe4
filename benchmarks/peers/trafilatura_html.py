"""trafilatura (Barbaresi, 2021), without comments, as its own evaluation runs it."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.optional import need
from benchmarks.pages import Page
from benchmarks.peers.titles import with_title


def build(**options: bool) -> Callable[[str, Page], str]:
    """What ``trafilatura.extract`` gives.

    :param options: handed to it
    """
    trafilatura = need("trafilatura", "trafilatura")
    metadata = need("trafilatura.metadata", "trafilatura")

    def extract(html: str, page: Page) -> str:
        body = trafilatura.extract(html, include_comments=False, **options) or ""
        return with_title(metadata.extract_metadata(html).title, body, page) if page.title_first else body

    return extract

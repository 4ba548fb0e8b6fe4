"""Small invented pages for the tests of this folder."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import lxml.html

from newsclean.metadata.html import PageMetadata, from_html
from newsclean.read.head import read_head
from newsclean.vocabulary import load

VOCABULARY = load()
TODAY = date(2025, 6, 1)
URL = "https://www.harbourpost.example/region/ferry-sails-again-4711"


def parse(head: str = "", body: str = "", lang: str = "en") -> Any:
    return lxml.html.document_fromstring(f'<!doctype html><html lang="{lang}"><head>{head}</head><body>{body}</body></html>')


def read(head: str = "", body: str = "", lang: str = "en", url: str | None = URL) -> PageMetadata:
    return from_html(read_head(parse(head, body, lang)), url=url, vocabulary=VOCABULARY, today=TODAY)


def ld(*values: Any, **article: Any) -> str:
    """A script with these values, or with a news article that states this."""
    data = list(values) if values else {"@context": "https://schema.org", "@type": "NewsArticle", **article}
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>'


def meta(**contents: str) -> str:
    """Meta tags; ``__`` in a key stands for a colon."""
    return "".join(f'<meta property="{key.replace("__", ":")}" content="{content}">' for key, content in contents.items())

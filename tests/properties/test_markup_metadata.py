"""No markup raises, whatever stands in its attributes and scripts, and the cost grows with the page."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from time import process_time
from typing import Any

import lxml.html
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsclean.metadata.html import from_html
from newsclean.metadata.merge import merge
from newsclean.model import Metadata
from newsclean.read.head import read_head
from newsclean.vocabulary import load

VOCABULARY = load()
TODAY = date(2025, 6, 1)

KEYS = (
    "@type @id @graph mainEntity mainEntityOfPage headline name description articleBody author creator publisher datePublished "
    "dateModified dateCreated articleSection keywords inLanguage url image caption thumbnailUrl contentUrl givenName familyName "
    "alternateName"
).split()
TYPES = "NewsArticle LiveBlogPosting BlogPosting WebPage WebSite VideoObject Person Organization ItemList".split()
WORDS = (
    "Ida Moreau",
    "By Ida Moreau and AFP",
    "2025-03-04T17:23:00Z",
    "1741105380000",
    "Harbour | Post",
    "#a",
    "https://h.example/",
    "en_US",
    "<b>&lt;",
)

texts = st.sampled_from(WORDS) | st.text(max_size=40)
scalars = st.none() | st.booleans() | st.integers() | st.floats() | texts | st.sampled_from(TYPES)
values = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=5), inner, max_size=6),
    max_leaves=25,
)
names = st.sampled_from(
    "og:title og:site_name og:locale og:url article:published_time article:author author dc.creator keywords article:tag "
    "description twitter:label1 twitter:data1 article:section date og:image".split()
)
classes = st.sampled_from(("byline", "author", "kicker", "date", "info", "comments", "x"))
tags = st.sampled_from("h1 h2 p div span a time article aside figure figcaption title".split())


def _escaped(text: str) -> str:
    clean = "".join(c for c in text if c >= " " and not "\ud800" <= c <= "\udfff")
    return clean.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;")


@st.composite
def pages(draw: st.DrawFn) -> str:
    head = "".join(f'<meta property="{draw(names)}" content="{_escaped(draw(texts))}">' for _ in range(draw(st.integers(0, 5))))
    script = json.dumps(draw(values), ensure_ascii=True)
    cut = draw(st.integers(0, len(script)))
    mangled = draw(st.sampled_from((script, script[:cut], script[cut:], f"<!--{script},", script.replace('"', "'", 1))))
    head += f'<script type="application/ld+json">{mangled}</script>'
    body = ""
    for _ in range(draw(st.integers(0, 8))):
        tag, attribute = draw(tags), draw(st.sampled_from(("class", "itemprop", "rel", "datetime", "href", "id", "data-testid")))
        body += f'<{tag} {attribute}="{draw(classes | texts.map(_escaped))}">{_escaped(draw(texts))}'
        body += f"</{tag}>" if draw(st.booleans()) else ""
    return f'<html lang="{_escaped(draw(texts))}"><head>{head}</head><body>{body}<p>.</body></html>'


@settings(max_examples=300)
@given(page=pages(), url=st.none() | texts)
def test_no_markup_raises_and_all_of_it_can_be_written(page: str, url: str | None) -> None:
    tree = lxml.html.document_fromstring(page)
    found = from_html(read_head(tree), url=url, vocabulary=VOCABULARY, today=TODAY)
    assert from_html(read_head(tree), url=url, vocabulary=VOCABULARY, today=TODAY) == found
    json.dumps(asdict(found), ensure_ascii=False, allow_nan=False).encode("utf-8")
    merged = merge(found, Metadata()).to_dict()
    assert all(value is None or isinstance(value, str | list) for value in merged.values())
    for text in (found.title, found.site_name, found.section, found.description, *found.authors, *found.tags, *found.captions):
        assert text is None or (text == " ".join(text.split()) and text)


def _ld(data: Any) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


SHAPES = {
    "meta tags": lambda n: '<meta name="author" content="Ida Moreau, Jan de Boer">' * n,
    "headings": lambda n: "<h1>Ferry - sails : again</h1>" * n,
    "bylines": lambda n: '<p class="author">nobody here</p>' * n,
    "links": lambda n: '<a href="/author/x">x</a>' * n,
    "a byline of many elements": lambda n: '<div class="byline">' + "<b></b>" * n + "</div>",
    "times": lambda n: "<h1>Ferry</h1>" + "<time>4 March</time>" * n,
    "nodes": lambda n: _ld([{"@type": "NewsArticle", "headline": "Ferry"}] * n),
    "authors": lambda n: _ld({"@type": "NewsArticle", "author": ["Ida Moreau"] * n}),
    "broken scripts": lambda n: '<script type="application/ld+json">{"a": "b",, }' + ", " * n + "</script>",
    "white space": lambda n: f"<title>Ferry {' ' * n}|</title>" + f'<script type="application/ld+json">{" " * n}x</script>',
    "dashes": lambda n: f"<title>{'-' * n}</title><h1>{'- ' * n}</h1>" + f'<meta name="author" content="{"@" * n}">',
    "captions": lambda n: "<figure><figcaption>Dock</figcaption></figure>" * n,
    "one long heading": lambda n: "<h1>" + "<b>Ferry</b> " * n + "</h1>",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_the_cost_grows_no_faster_than_the_page(shape: str) -> None:
    def seconds(size: int) -> float:
        tree = lxml.html.document_fromstring(f"<html><body>{SHAPES[shape](size)}</body></html>")
        best = 9.0
        for _ in range(3):
            start = process_time()
            from_html(read_head(tree), url=None, vocabulary=VOCABULARY, today=TODAY)
            best = min(best, process_time() - start)
        return best

    small, large = seconds(4_000), seconds(32_000)
    assert large < 8 * 2.5 * small + 0.02, f"{small:.4f} s, then {large:.4f} s for eight times as much"
    assert large < 1.0

"""JSON-LD as pages print it: in graphs and lists, several on a page, broken."""

from __future__ import annotations

import json

import pytest
from pages import URL, ld, meta, read

from newsclean.metadata.json_ld import parse

H = "Island ferry to sail again"
ARTICLE = {"@type": "NewsArticle", "headline": H, "datePublished": "2025-03-04", "author": {"name": "Ida Moreau"}}
TEXT = json.dumps(ARTICLE)
OTHER = {"@type": "NewsArticle", "headline": "Bakery closes", "datePublished": "2024-01-01"}


@pytest.mark.parametrize(
    "script",
    [
        TEXT,
        f"[{TEXT}]",
        f'{{"@graph": [{{"@type": "WebPage"}}, {TEXT}]}}',
        f'{{"@type": "WebPage", "mainEntity": {TEXT}}}',
        TEXT.replace('"NewsArticle"', '["Thing", "https://schema.org/ReportageNewsArticle"]'),
        TEXT.replace("NewsArticle", "LiveBlogPosting"),
        TEXT.replace("}}", "},}"),
        f"[{TEXT},]",
        f"<!-- {TEXT} -->",
        f"//<![CDATA[\n{TEXT}\n//]]>",
        f"/*<![CDATA[*/ [{TEXT}] /*]]>*/",
        TEXT + ";",
        f"{TEXT}\n{{}}",
        f"[{TEXT} {{}}]",
        TEXT.replace('"headline"', '\n\t"headline"').replace("ferry", "ferry\t"),
        TEXT.replace("Island", "\\Island"),
        TEXT.replace('"', "&quot;"),
        "\ufeff" + TEXT,
    ],
)
def test_an_article_is_read(script: str) -> None:
    page = read(f'<script type="application/ld+json">{script}</script>')
    assert page.title is not None and page.title.removeprefix("\\") == H
    assert (page.published, page.authors) == ("2025-03-04", ("Ida Moreau",))


def test_beyond_repair_the_plain_values_are_read() -> None:
    script = '{"@type": "NewsArticle", "headline": "' + H + '", "datePublished": "2025-03-04", "description": "a "quoted" word"}'
    page = read(f'<script type="application/ld+json">{script}</script>')
    assert (page.title, page.published) == (H, "2025-03-04")
    assert read('<script type="application/ld+json">{"headline": "x" "datePublished": "2025-03-04"}</script>').published is None


@pytest.mark.parametrize(
    "script", ["", "null", "7", '"x"', "[[[[", "{", "}{", '{"a":' * 50_000, "[" * 50_000, "not json", '{"@type": 1e999}']
)
def test_what_is_no_node_gives_none_with_anything_in_it(script: str) -> None:
    assert all(not node.get("headline") for node in parse([script]))


def test_the_article_of_this_page_is_chosen() -> None:
    assert read(ld(OTHER, {**ARTICLE, "url": URL + "?from=feed"})).title == H
    assert read(ld(OTHER, {**ARTICLE, "mainEntityOfPage": {"@id": URL}})).title == H
    assert read(ld(OTHER, ARTICLE), f"<h1>{H}</h1>").published == "2025-03-04"
    assert read(ld({"@type": "VideoObject", "name": "A film"}, ARTICLE)).title == H
    assert read(ld({"@type": "ItemList", "itemListElement": [OTHER]}, ARTICLE)).title == H
    assert read(ld({"@type": "JobPosting", "name": "Deckhand wanted"}, ARTICLE)).title == H


def test_the_article_hands_on_what_the_reader_needs() -> None:
    page = read(ld(**{**ARTICLE, "articleBody": "Ships sailed.\n\nFish &amp; ropes.", "description": "All <b>ships</b>"}))
    assert page.body == "Ships sailed.\n\nFish & ropes."
    assert page.description == "All ships"


def test_values_of_all_kinds_are_read() -> None:
    image = [{"@type": "ImageObject", "url": "/f.jpg", "caption": "The ferry in dock"}]
    site = {"@type": "WebSite", "name": "Harbour Post online"}
    more = {"articleSection": ["Region", "Sea"], "keywords": "ferry, port", "inLanguage": {"name": "en-GB"}, "image": image}
    page = read(ld({**ARTICLE, **more, "publisher": {"@id": "#p"}}, site, {"@id": "#p", "name": "Harbour Post"}), lang="")
    assert (page.section, page.tags, page.language) == ("Region", ("ferry", "port"), "en-GB")
    assert (page.image, page.captions) == ("https://www.harbourpost.example/f.jpg", ("The ferry in dock",))
    assert (page.publisher, page.site_name) == ("Harbour Post", "Harbour Post online")
    assert read(ld(**ARTICLE) + meta(og__image="https://x.example/g.jpg")).image == "https://x.example/g.jpg"

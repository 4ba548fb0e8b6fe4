"""JSON-LD as pages print it: in graphs and lists, several on a page, broken."""

from __future__ import annotations

import json

import pytest
from pages import URL, ld, meta, parse, read

from newsclean.read.evidence import read_evidence
from newsclean.read.head import read_head
from newsclean.read.json_ld import parse as parse_scripts

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
    assert all(not node.get("headline") for node in parse_scripts([script]))


def test_the_article_of_this_page_is_chosen() -> None:
    assert read(ld(OTHER, {**ARTICLE, "url": URL + "?from=feed"})).title == H
    assert read(ld(OTHER, {**ARTICLE, "mainEntityOfPage": {"@id": URL}})).title == H
    assert read(ld(OTHER, ARTICLE), f"<h1>{H}</h1>").published == "2025-03-04"
    assert read(ld({"@type": "VideoObject", "name": "A film"}, ARTICLE)).title == H
    assert read(ld({"@type": "ItemList", "itemListElement": [OTHER]}, ARTICLE)).title == H
    assert read(ld({"@type": "JobPosting", "name": "Deckhand wanted"}, ARTICLE)).title == H


def test_the_text_is_measured_by_what_the_article_states() -> None:
    body = "Ships sailed.\n\nFish &amp; ropes. LONE"
    script = ld({**ARTICLE, "articleBody": body, "description": "All <b>ships</b>"}, {**OTHER, "articleBody": "Short."})
    evidence = read_evidence(read_head(parse(script.replace("}]", "},]").replace("LONE", "\\ud83d"), "<h1>Ferry<br>sails</h1>")))
    assert evidence.body == "Ships sailed.\nFish & ropes."
    assert evidence.descriptions == ("All ships",)
    assert evidence.titles == (H, "Bakery closes", "Ferry sails")


def test_values_of_all_kinds_are_read() -> None:
    image = [{"@type": "ImageObject", "url": "/f.jpg", "caption": "The ferry in dock"}]
    site = {"@type": "WebSite", "name": "Harbour Post online"}
    more = {"articleSection": ["Region", "Sea"], "keywords": "ferry, port", "inLanguage": {"name": "en-GB"}, "image": image}
    page = read(ld({**ARTICLE, **more, "publisher": {"@id": "#p"}}, site, {"@id": "#p", "name": "Harbour Post"}), lang="")
    assert (page.section, page.tags, page.language) == ("Region", ("ferry", "port"), "en-GB")
    assert (page.image, page.captions) == ("https://www.harbourpost.example/f.jpg", ("The ferry in dock",))
    assert (page.publisher, page.site_name) == ("Harbour Post", "Harbour Post online")
    assert read(ld(**ARTICLE) + meta(og__image="https://x.example/g.jpg")).image == "https://x.example/g.jpg"

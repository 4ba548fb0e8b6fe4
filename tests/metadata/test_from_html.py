"""The other fields that markup states, and what all of them share."""

from __future__ import annotations

import lxml.html
import pytest
from pages import TODAY, URL, VOCABULARY, ld, meta, parse, read

from newsclean.metadata.html import PageMetadata, from_html
from newsclean.metadata.languages import languages_agree
from newsclean.read.head import read_head


def test_an_empty_page_states_nothing_but_its_language() -> None:
    assert read() == PageMetadata(language="en")
    assert from_html(read_head(lxml.html.fromstring("<p>")), url=None, vocabulary=VOCABULARY) == PageMetadata()


def test_the_tree_is_only_read() -> None:
    tree = parse(
        ld(headline="Ferry") + meta(og__title="Ferry | x"),
        "<h1><span class=kicker>A</span>Ferry</h1><p class=byline>By I. Moreau</p>",
    )
    before = lxml.html.tostring(tree)
    from_html(read_head(tree), url=URL, vocabulary=VOCABULARY, today=TODAY)
    assert lxml.html.tostring(tree) == before


def test_meta_tags_in_the_body_count() -> None:
    assert read("", meta(article__section="Region")).section == "Region"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<link rel="canonical" href="https://h.example/a">', "https://h.example/a"),
        ('<link rel="CANONICAL" href="/a">', "https://www.harbourpost.example/a"),
        (meta(og__url="https://h.example/b"), "https://h.example/b"),
        (ld(url="https://h.example/c"), "https://h.example/c"),
        ('<link rel="canonical" href="javascript:void(0)">', None),
        ('<link rel="canonical" href="http://[broken">', None),
        ('<link rel="canonical" href="">', None),
    ],
)
def test_the_canonical_address(head: str, expected: str | None) -> None:
    assert read(head).canonical_url == expected


@pytest.mark.parametrize("url", [None, "", "http://[broken", "harbour", "https://h.example:99999/", "ftp://h.example"])
def test_any_address_will_do(url: str | None) -> None:
    assert read("<title>Ferry sails again</title>", url=url).title == "Ferry sails again"


def test_tags_come_from_the_first_source_that_has_some() -> None:
    both = meta(keywords="news, x") + meta(article__tag="Ferries") + meta(article__tag="Ports")
    assert read(both).tags == ("Ferries", "Ports")
    assert read(ld(keywords=["Boats", "boats", "#Sea", ""]) + both).tags == ("Boats", "Sea")
    assert read(meta(keywords="Boats, Sea，Ports;")).tags == ("Boats", "Sea", "Ports")
    assert read(meta(keywords="港口 渡轮 维林")).tags == ("港口", "渡轮", "维林")
    assert read(meta(keywords="x" * 200)).tags == ()
    assert read(meta(keywords="0f2c7083-bac4-423a-9015-2eb31e1bce50, Boats")).tags == ("Boats",)


@pytest.mark.parametrize(
    ("lang", "expected"), [("en-gb", "en-GB"), ("pt_BR", "pt-BR"), ("", None), ("none of it", None), ("zh-Hans-CN", "zh-CN")]
)
def test_the_declared_language(lang: str, expected: str | None) -> None:
    assert read(lang=lang).language == expected


def test_open_graph_declares_a_language_too() -> None:
    assert read(meta(og__locale="de_AT"), lang="").language == "de-AT"


@pytest.mark.parametrize(
    ("declared", "detected", "agree"),
    [
        ("en-US", "en", True),
        ("no", "nb", True),
        ("nn-NO", "nb", True),
        ("iw", "he", True),
        ("hr", "sr", True),
        ("en", "id", False),
        ("de", "und", True),
    ],
)
def test_a_language_that_is_not_the_declared_one_is_told(declared: str, detected: str, agree: bool) -> None:
    assert languages_agree(declared, detected) is agree


def test_captions_of_the_story_alone() -> None:
    figure = "<figure><img><figcaption>{} <span>Photo: I. Moreau</span></figcaption></figure>"
    others = f"<aside>{figure.format('A bakery')}</aside><a>{figure.format('A bus')}</a>"
    body = f"<article>{figure.format('The ferry in dock')}</article>{others}"
    assert read("", body).captions == ("The ferry in dock Photo: I. Moreau",)

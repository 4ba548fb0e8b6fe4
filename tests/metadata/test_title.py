"""Which of the titles that a page states is its headline."""

from __future__ import annotations

import pytest
from pages import ld, meta, read

H = "Island ferry to sail again after two winters in dock"
SEO = "Vellin ferry news: when the boat is back and what tickets will cost"


@pytest.mark.parametrize(
    ("head", "body"),
    [
        (f"<title>{H} | Harbour Post</title>", ""),
        (f"<title>{H} - Region - Harbour Post</title>", f"<h1>{H}</h1>"),
        (f"<title>Harbour Post: news from the islands</title>{meta(og__title=H)}", ""),
        (f"<title>{SEO}</title>{meta(og__title=SEO, twitter__title=SEO)}", f"<h1>{H}</h1>"),
        (f"<title>{SEO}</title>{ld(headline=SEO)}{meta(og__title=SEO)}", f"<h1>{H}</h1>"),
        (ld(headline=H), ""),
        (ld(headline=H), "<h1><a href='/'><img alt='Harbour Post'></a></h1>"),
        (ld(headline=H) + meta(og__site_name="Harbour Post"), f"<h1>Harbour Post</h1><h1>{H}</h1>"),
        (ld(headline=H) + meta(og__title=H), "<h1>Subscribe</h1>"),
        (f"<title>{H} | Region | Harbour Post</title>", f"<h1>Region</h1><h1>{H}</h1>"),
        (ld(headline=H[:46] + " ..."), f"<h1>{H}</h1>"),
        (meta(og__title=f"{H} | Harbour Post"), ""),
        (meta(og__title=f"Harbour Post | {H}"), ""),
        (meta(og__title=f"{H} – harbourpost.example"), ""),
        (meta(og__title=H.replace("ferry", "&quot;ferry&quot;")) + ld(headline=H), f"<h1>{H}</h1>"),
    ],
)
def test_the_headline_is_found(head: str, body: str) -> None:
    assert read(head, body).title == H


@pytest.mark.parametrize(
    "title",
    [
        "Storm - and then calm",
        "The Post Office closes: what islanders lose",
        "Harbour Street, the oldest in town, gets a new name",
        "Boats | The ten that never came back",
        "Ferry: a short history of Vellin's only link",
        "“It floats”: the ferry passes its test",
        "Post",
    ],
)
def test_what_belongs_to_a_headline_stays(title: str) -> None:
    assert read(f"<title>{title} | Harbour Post</title>", f"<h1>{title}</h1>").title == title
    assert read(meta(og__title=title)).title == title


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (meta(og__title=f"Ferries: {H}") + ld(headline=f"Ferries: {H}"), f"Ferries: {H}"),
        (meta(og__title=f"Ferries: {H}"), H),
        (meta(og__title=H) + ld(headline=f"Ferries: {H}"), H),
    ],
    ids=["two want it", "one wants it", "one of two"],
)
def test_json_ld_and_opengraph_together_decide_on_a_kicker(head: str, expected: str) -> None:
    assert read(head, f"<h1>{H}</h1>").title == expected


def test_a_kicker_of_its_own_leaves_the_heading() -> None:
    body = f"<h1><span class='article__kicker'>Ferries</span> {H}</h1>"
    assert read("", body).title == H
    assert read(meta(og__title=f"Ferries {H}") + ld(headline=f"Ferries {H}"), body).title == f"Ferries {H}"


def test_a_label_before_the_heading_leaves_it() -> None:
    assert read(ld(headline=H), f"<h1><b>Opinion</b> {H}</h1>").title == H
    assert read("", f"<h1>{H}</h1>").title == H


def test_glued_and_spread_words_are_spelt_as_elsewhere() -> None:
    assert read(meta(og__title=f"Ferries / {H}"), f"<h1><span>Ferries</span>{H}</h1>").title == f"Ferries / {H}"
    assert read("", "<h1>Ferry sails<br>again on Monday</h1>").title == "Ferry sails again on Monday"
    assert read("", "<h1>Ferry <em>sa</em>ils</h1>").title == "Ferry sails"


def test_the_site_may_be_named_by_json_ld() -> None:
    head = ld(publisher={"@type": "Organization", "name": "Inselbote"}) + f"<title>{H} – Inselbote</title>"
    assert read(head, url=None).title == H


def test_a_title_of_the_page_is_not_that_of_a_picture() -> None:
    body = f"<svg><title>Share icon</title></svg><h1>{H}</h1>"
    assert read("", body).title == H
    assert read("", "<svg><title>Share icon</title></svg>").title is None

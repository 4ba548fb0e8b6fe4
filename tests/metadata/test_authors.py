"""Who a page's markup says wrote it."""

from __future__ import annotations

from typing import Any

import pytest
from pages import ld, meta, read

PERSON = {"@type": "Person", "name": "Ida Moreau"}
PUBLISHER = {"@type": "Organization", "name": "Harbour Post"}
H1 = "<h1>Island ferry to sail again</h1>"


@pytest.mark.parametrize(
    ("author", "expected"),
    [
        (PERSON, ["Ida Moreau"]),
        ([PERSON, {"@type": "Person", "name": "Jan de Boer"}], ["Ida Moreau", "Jan de Boer"]),
        ("Ida Moreau", ["Ida Moreau"]),
        (["Ida Moreau", "Ida Moreau "], ["Ida Moreau"]),
        ({"givenName": "Ida", "familyName": "Moreau"}, ["Ida Moreau"]),
        ({"name": ["Ida Moreau", "Jan de Boer"]}, ["Ida Moreau", "Jan de Boer"]),
        ("By Ida Moreau and Jan de Boer", ["Ida Moreau", "Jan de Boer"]),
        ("Ida Moreau, Jan de Boer & Mira Santoso", ["Ida Moreau", "Jan de Boer", "Mira Santoso"]),
        ("Ida Moreau; Jan de Boer | Mira Santoso", ["Ida Moreau", "Jan de Boer", "Mira Santoso"]),
        ("Ida Moreau, staff writer", ["Ida Moreau"]),
        ("Ida Moreau / Reporter", ["Ida Moreau"]),
        ("Ida Moreau (imo)", ["Ida Moreau"]),
        ("Ida Moreau, PhD", ["Ida Moreau"]),
        ("Ida Moreau RN", ["Ida Moreau"]),
        ("Owen Hale, Jr.", ["Owen Hale, Jr"]),
        ("Owen Hale III", ["Owen Hale III"]),
        ("IDA MOREAU", ["IDA MOREAU"]),
        ("Moreau, Ida", ["Ida Moreau"]),
        ("Ida Moreau, dpa", ["Ida Moreau", "dpa"]),
        ("Ida Moreau Associated Press", ["Ida Moreau"]),
        ("Ida Moreau, March 4, 2025", ["Ida Moreau"]),
        ("All posts by Ida Moreau", ["Ida Moreau"]),
        ("Di Stefano", ["Di Stefano"]),
        ("Ida Moreau ida.moreau@harbourpost.example", ["Ida Moreau"]),
        ([PERSON, PUBLISHER], ["Ida Moreau"]),
        (PUBLISHER, ["Harbour Post"]),
        ("harbourpost.example", ["harbourpost.example"]),
        ("AFP", ["AFP"]),
        ("山本花子、佐藤健", ["山本花子", "佐藤健"]),
        ("ida.moreau", []),
        ("https://harbourpost.example/authors/ida", []),
        ("@idamoreau", []),
        ("admin", []),
        ("", []),
        (7, []),
        ({"@type": "Person"}, []),
    ],
    ids=str,
)
def test_json_ld_names_authors(author: Any, expected: list[str]) -> None:
    assert list(read(ld(author=author, publisher=PUBLISHER)).authors) == expected


def test_words_of_the_declared_language_are_known() -> None:
    assert read(ld(author="Von Ida Moreau und Jan de Boer, Redakteur"), lang="de").authors == ("Ida Moreau", "Jan de Boer")
    assert read(ld(author="Ida Moreau und Jan de Boer"), lang="fi").authors == ("Ida Moreau und Jan de Boer",)


def test_an_author_may_be_a_reference() -> None:
    graph = [{"@type": "Article", "author": {"@id": "#ida"}}, {"@id": "#ida", **PERSON}, {"@id": "#jan", "name": "Jan de Boer"}]
    assert read(ld({"@graph": graph})).authors == ("Ida Moreau",)


@pytest.mark.parametrize(
    "key", ["author", "parsely-author", "sailthru.author", "byl", "article:author", "dc.creator", "citation_author"]
)
def test_meta_tags_name_authors(key: str) -> None:
    assert read(f'<meta name="{key}" content="By Ida Moreau">').authors == ("Ida Moreau",)


def test_several_meta_tags_are_several_authors() -> None:
    head = '<meta name="author" content="Ida Moreau"><meta name="author" content="Jan de Boer">'
    assert read(head).authors == ("Ida Moreau", "Jan de Boer")
    assert read(ld(author="Ida Moreau") + head).authors == ("Ida Moreau", "Jan de Boer")
    assert read(ld(author="Mira Santoso") + head).authors == ("Mira Santoso",)
    more = "".join(f'<meta name="citation_author" content="{name}">' for name in ("Moreau, Ida", "de Boer, Jan", "Santoso, Mira"))
    assert read('<meta name="author" content="Ida Moreau">' + more).authors == ("Ida Moreau", "Jan de Boer", "Mira Santoso")


def test_a_labelled_value_names_the_author() -> None:
    head = meta(twitter__label1="{}", twitter__data1="Ida Moreau")
    assert read(head.format("Written by")).authors == ("Ida Moreau",)
    assert read(head.format("Reading time")).authors == ()


@pytest.mark.parametrize(
    "byline",
    [
        '<span itemprop="author">Ida Moreau</span>',
        '<span itemprop="author"><img alt="x"><span itemprop="name">Ida Moreau</span></span>',
        '<a rel="author" href="/x">Ida Moreau</a>',
        '<p class="byline">By Ida Moreau</p>',
        '<p class="byline"><span>By </span><a href="#">Ida Moreau</a><span>Published: March 4, 2025</span></p>',
        '<div class="ArticleAuthor"><b>Ida Moreau</b><i>Staff writer</i></div>',
        '<div data-testid="byline">By Ida Moreau, Harbour Post</div>',
        '<p>By <a href="/authors/ida-moreau">Ida Moreau</a></p>',
        '<p id="authors">Ida Moreau</p>',
        '<footer class="meta"><a rel="author" href="/x">Ida Moreau</a></footer>',
        '<a rel="author" href="/x">View all posts</a><p class="author">Ida Moreau</p>',
        '<p class="author">Ida Moreau</p><p class="author">Ida Moreau</p>',
    ],
)
def test_a_shown_byline_names_the_author(byline: str) -> None:
    assert read("", f"<article>{H1}{byline}<p>Ships sailed.</p></article>").authors == ("Ida Moreau",)
    assert read("", f"<article>{byline}{H1}<p>Ships sailed.</p></article>").authors == ("Ida Moreau",)
    assert read(ld(author=PUBLISHER, publisher=PUBLISHER), f"<article>{H1}{byline}</article>").authors == ("Ida Moreau",)


def test_a_nickname_takes_markup_to_be_an_author() -> None:
    assert read("", f'{H1}<a rel="author">gullwatcher</a>').authors == ("gullwatcher",)
    assert read("", f'{H1}<p class="author">Gullwatcher</p>').authors == ()


@pytest.mark.parametrize(
    "byline",
    [
        '<p class="byline">By <a>Ida Moreau</a> and <a>Jan de Boer</a></p>',
        '<p class="byline">By Ida Moreau and Jan de Boer</p>',
        '<p class="byline"><b>Ida Moreau</b>,<b>Jan de Boer</b></p>',
        '<div><span class="author">Ida Moreau</span><span class="author">Jan de Boer</span></div>',
        '<ul><li><a href="/author/ida">Ida Moreau</a></li><li><a href="/author/jan">Jan de Boer</a></li></ul>',
    ],
)
def test_a_shown_byline_names_several(byline: str) -> None:
    assert read("", H1 + byline).authors == ("Ida Moreau", "Jan de Boer")


@pytest.mark.parametrize(
    "other",
    [
        '<div class="comments"><span class="author">Mira Santoso</span></div>',
        '<aside class="related"><p class="byline">By Mira Santoso</p></aside>',
        '<footer><a href="/author/mira">Mira Santoso</a></footer>',
        '<nav><a href="/authors">Our Authors</a></nav>',
        '<p class="author">Follow us</p>',
        '<p class="byline">The ferry will sail again on Monday, said Mira Santoso, its master, who was on board as it left.</p>',
        f"<ul>{''.join(f'<li><a href=/profile/{n}>Person {chr(65 + n)}ames</a></li>' for n in range(20))}</ul>",
        '<a href="/authors">著者一覧</a>',
    ],
)
def test_what_only_looks_like_a_byline_names_no_one(other: str) -> None:
    assert read("", f"{H1}{other}").authors == ()
    assert read(ld(author=PUBLISHER, publisher=PUBLISHER), f"{H1}{other}").authors == ("Harbour Post",)


def test_the_byline_of_another_story_is_not_this_ones() -> None:
    body = f"<article>{H1}<p>Ships sailed.</p></article><div><h3>Bakery closes</h3><p class='byline'>By Mira Santoso</p></div>"
    assert read("", body).authors == ()

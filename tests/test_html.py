"""The reader of HTML: blocks and hints, encodings, and pages that would break a parser."""

from __future__ import annotations

import json
import time

import pytest

from newsclean import BlockKind, Cleaner, Markup, Role, Status
from newsclean.read.html import MAX_DEPTH, MAX_ELEMENTS, read_html
from newsclean.read.strip import strip_markup

CLEANER = Cleaner()
STORY = (
    "The ferry to the outer islands will sail again on Monday, two winters after its engine failed in a storm.",
    "The island council voted nine to four on Thursday night to pay for the repair, which took three shipyards.",
    "“We sail at dawn,” said Tove Lindgren, the ferry's master. “Bring a coat, because nobody has mended the heating.”",
    "Two families moved to the mainland last year after their children missed nineteen days of school, the council said.",
)
BODY = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
LINKED = {"@graph": [{"@type": "Article", "articleBody": "\n".join(STORY)}]}
XHTML = "http://www.w3.org/1999/xhtml"
SECONDS = 10.0


def hints(html: str) -> dict[str, Markup]:
    return {block.text: block.markup for block in read_html(html).blocks if block.markup is not None}


def test_a_block_is_a_line_of_the_page() -> None:
    page = "<div>One <b>two</b><br>three<ul><li>four</li><li><a>five</a> six</li></ul>seven</div><p>eight<p>nine"
    texts = [block.text for block in read_html(page).blocks]
    assert texts == ["One two", "three", "four", "five six", "seven", "eight", "nine"]


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<p>{}</p>", BlockKind.PARAGRAPH),
        ("<h3>{}</h3>", BlockKind.HEADING),
        ("<ul><li><p>{}</p></li></ul>", BlockKind.LIST_ITEM),
        ("<blockquote><p>{}</p></blockquote>", BlockKind.QUOTE),
        ("<figure><figcaption>{}</figcaption></figure>", BlockKind.CAPTION),
        ("<table><tr><td>{}</td></tr></table>", BlockKind.PARAGRAPH),
        ("<ul><li><article><p>{}</p></article></li></ul>", BlockKind.PARAGRAPH),
    ],
)
def test_kinds(markup: str, kind: BlockKind) -> None:
    assert hints(markup.format("Ships sail"))["Ships sail"].kind is kind


@pytest.mark.parametrize("around", ["article", "nav", "noscript", "fieldset", "label"])
def test_the_story_is_found_also_where_none_is_looked_for_at_first(around: str) -> None:
    """A page that prints all its text in what other pages navigate by."""
    found = hints(f"<html><body><{around}><div><h1>Ferry</h1>{BODY}</div></{around}></body></html>")
    assert all(found[paragraph].core for paragraph in STORY)


def test_names_of_an_empty_element_say_nothing_about_the_next_block() -> None:
    found = hints("<div><span class=adslot></span><p class=lead>Ships sail</p><p>at <b class=strong>dawn</b></p></div>")
    assert found["Ships sail"].names == ("lead",)
    assert found["at dawn"].names == ("strong",)


def test_what_stands_in_one_parent_is_counted_there() -> None:
    item = "<li class=item><a>Bakery</a> <time>3</time><div class=x>{}</div></li>"
    found = hints(f"<ul>{item.format('One')}{item.format('Two')}<li>Three</li></ul>")
    assert (found["One"].siblings, found["One"].repeats, found["Three"].siblings) == (1, 2, 1)
    assert found["One"].group != found["Two"].group


def test_a_row_of_data_is_a_block_and_a_column_of_the_page_is_not() -> None:
    assert [b.text for b in read_html("<table><tr><th>Port<td>12<td>14</table>").blocks] == ["Port | 12 | 14"]
    columns = "<table><tr><td>Menu<br>News<td><p>Ships sail</p><td>Popular</table>"
    assert [b.text for b in read_html(columns).blocks] == ["Menu", "News", "Ships sail", "Popular"]


def test_hints_say_where_a_block_stands() -> None:
    page = (
        '<title>Ships sail again</title><meta name="description" content="After two winters the ferry is back at last.">'
        '<nav class="mainMenu" id="top-menu"><ul><li><a href="/">Home</a></li><li><a>News</a></li></ul></nav>'
        "<h1>Ships sail again</h1><p>After two winters the ferry is back at last.</p>"
        '<div style="display:none"><p>Half <a>linked</a></p></div><p><b>Bold line</b></p>'
    )
    found = hints(page)
    home = found["Home"]
    assert home.links == 1.0 and home.under == {"nav"} and home.siblings == 2
    assert {"main", "menu", "top"} <= set(home.names)
    assert found["Ships sail again"].title == 1.0 and found["Home"].title == 0.0
    assert found["After two winters the ferry is back at last."].description == 1.0
    assert found["Half linked"].hidden and 0.5 < found["Half linked"].links < 0.7
    assert found["Bold line"].bold == 1.0 and not found["Bold line"].hidden


def test_linked_data_backs_the_lines_it_holds() -> None:
    script = json.dumps({"@type": "NewsArticle", "articleBody": " ".join(STORY[:2])})
    found = hints(f'<script type="application/ld+json">{script}</script>{BODY}')
    assert [found[paragraph].linked_data for paragraph in STORY] == [1.0, 1.0, 0.0, 0.0]


def test_the_extractor_cuts_a_block_in_two() -> None:
    """What trafilatura keeps of a block is core, and the rest stays beside it."""
    blocks = read_html(f"<article><h1>Ferry</h1>{BODY}</article><nav><a>Home</a></nav>").blocks
    assert [block.text for block in blocks if block.markup is not None and block.markup.core][-4:] == list(STORY)
    assert [block.markup.core for block in blocks if block.text == "Home" and block.markup is not None] == [False]


def test_soft_hyphens_are_no_part_of_a_word() -> None:
    page = BODY.replace("islands", "is&shy;lands", 1)
    assert CLEANER.clean(page, kind="html").paragraphs == STORY


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'>", "cp1252"),
        ('<meta charset="gb2312">', "gb18030"),
        ('<meta charset="shift_jis">', "cp932"),
        ('<meta charset="euc-kr">', "cp949"),
        ('<meta charset="koi8-r">', "koi8-r"),
        ('<meta charset="windows-1256">', "cp1256"),
        ('<meta charset="windows-1257">', "cp1257"),
        ('<meta charset="iso-2022-jp">', "iso-2022-jp"),
        ('<meta charset="iso-8859-1">', "utf-8"),
        ('<meta charset="utf-8">', "utf-8-sig"),
        ('<meta charset="no-such-thing">', "utf-8"),
        ("", "utf-16"),
        ("", "utf-16-le"),
        ("", "utf-16-be"),
    ],
)
def test_encodings(head: str, encoding: str) -> None:
    words = {
        "gb18030": "白石镇的老渡口重新开放",
        "cp932": "離島の定期船が再開した",
        "iso-2022-jp": "離島の定期船が再開した",
        "cp949": "섬으로 가는 배가 다시 떴다",
        "koi8-r": "Паром снова вышел в море",
        "cp1257": "Keltas vėl išplaukė į salą",
        "cp1256": "أبحرت العبارة من جديد",
    }
    line = words.get(encoding, "La fromagerie a fermé – « à l'ortie »")
    page = f"<html><head>{head}<title>x</title></head><body><p>{line}</p></body></html>"
    assert line in CLEANER.clean(page.encode(encoding)).source


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(f"<html amp><body><amp-sidebar>Menu</amp-sidebar><article>{BODY}</article></body></html>", id="amp"),
        pytest.param(f"<body><div id=app></div><noscript>{BODY}</noscript></body>", id="noscript"),
        pytest.param(f"<html><frameset><frame src=x><noframes><body>{BODY}</body></noframes></frameset></html>", id="frames"),
        pytest.param(f'<?xml version="1.0" encoding="utf-8"?><html xmlns="{XHTML}"><body>{BODY}</body></html>', id="xhtml"),
        pytest.param(f"<form id=aspnetForm><div>{BODY}</div></form>", id="form"),
        pytest.param(BODY, id="fragment"),
        pytest.param(f"</body></html>{BODY}", id="after-the-end"),
        pytest.param(f'<script type="application/ld+json">{json.dumps(LINKED)}</script>', id="json-ld"),
    ],
)
def test_unusual_pages_give_their_story(page: str) -> None:
    article = CLEANER.clean(page, kind="html")
    assert article.status is Status.OK
    assert "".join(article.text.split()) == "".join("".join(STORY).split())


def test_what_a_page_prints_without_scripts_is_in_the_account() -> None:
    article = CLEANER.clean(f"<body><div id=app></div><noscript><nav><a>Home</a></nav>{BODY}</noscript></body>", kind="html")
    assert "Home" in [block.text for block in article.removed]


@pytest.mark.parametrize("page", ["", "<html>", "<body></body>", "<p> </p>", "<script>let x = 1</script>", "<!-- Ships -->"])
def test_a_page_without_text_is_empty(page: str) -> None:
    assert CLEANER.clean(page, kind="html").status is Status.EMPTY


def timed(page: str) -> tuple[Status, str, str]:
    start = time.process_time()
    article = CLEANER.clean(page, kind="html")
    assert time.process_time() - start < SECONDS
    assert article.reason
    return article.status, article.text, article.source


def test_very_many_paragraphs() -> None:
    status, text, _ = timed("".join(f"<p>Line {n}: the ferry sailed on Monday.</p>" for n in range(100_000)))
    assert status is Status.TOO_LARGE
    paragraphs = text.count("\n\n")
    assert paragraphs > 99_990 and text.endswith("Line 99999: the ferry sailed on Monday.")


def test_very_many_links() -> None:
    links = "".join(f"<a href=/{n}>ship {n}</a> " for n in range(300_000))
    status, text, source = timed(f"<main>{BODY}</main><div>{links}</div>")
    assert status is Status.TOO_LARGE
    assert all(paragraph in text for paragraph in STORY) and "ship 299999" in source


def test_very_deep_nesting() -> None:
    status, text, _ = timed("<div>" * 100_000 + BODY + "</div>" * 100_000)
    assert status is Status.TOO_DEEP
    assert text == "\n\n".join(STORY)


@pytest.mark.parametrize("depth", [MAX_DEPTH - 2, MAX_DEPTH + 2, 1_000, 2_040, 2_100])
def test_nesting_around_the_limits(depth: int) -> None:
    article = CLEANER.clean("<div>" * depth + BODY, kind="html")
    assert article.status is (Status.OK if depth < MAX_DEPTH else Status.TOO_DEEP)
    assert article.text == "\n\n".join(STORY)


def test_elements_around_the_limit() -> None:
    for extra, status in ((-8, Status.OK), (8, Status.TOO_LARGE)):
        page = BODY + "<i></i>" * (MAX_ELEMENTS + extra)
        assert CLEANER.clean(page, kind="html").status is status


def test_a_very_long_text() -> None:
    line = STORY[0] + " "
    status, text, _ = timed(f"<p>{line * (10_000_000 // len(line) + 1)}</p><p>{STORY[1]}</p>")
    assert status is Status.TOO_LARGE
    assert len(text) > 10_000_000 and text.endswith(STORY[1])


@pytest.mark.parametrize("piece", ["<", "<a ", "<!--", "</", "&", "<script>", "<p", "<![CDATA[", "<a b='", "<div>" * 3 + "<a "])
def test_what_is_never_closed_costs_no_more_than_its_length(piece: str) -> None:
    start = time.process_time()
    for opening in ("", "<div>" * 3_000):
        assert isinstance(CLEANER.clean(f"{opening}{BODY}{piece * 30_000}", kind="html").status, Status)
    assert time.process_time() - start < SECONDS


def test_markup_is_taken_off_without_a_parser() -> None:
    page = "<h1>One</h1>two <i>three</i><br/>four<style>p {}</style>&amp;<!-- x --> five"
    assert strip_markup(page) == "One\ntwo three\nfour\n& five"


def test_a_block_that_goes_says_where_it_stood() -> None:
    page = f"<article><h1>Ferry sails again to the outer islands</h1>{BODY}</article><nav><a>All our recipes</a></nav>"
    article = CLEANER.clean(page, kind="html")
    (recipes,) = [fate for fate in article.removed if fate.text == "All our recipes"]
    assert recipes.role is Role.NAVIGATION and recipes.rule == "scored/block"
    assert "in <nav>" in recipes.evidence and "all links" in recipes.evidence

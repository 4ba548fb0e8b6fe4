"""HTML pages with known bodies, in layouts of real sites, and markup that no editor wrote."""

from __future__ import annotations

from html import escape

from hypothesis import strategies as st
from strategies import Page, hostile_text, newsrooms, stories

LAYOUTS = ("article", "divs", "breaks", "table", "sections")

_MENU = ("Home", "News", "Sport", "Culture", "Weather", "Contact")
_TAGS = (
    "div p span a b i em strong h1 h2 h6 ul ol li dl dt dd table tr td th tbody caption blockquote q pre br hr img nav aside "
    "footer header main article section figure figcaption form button input select option textarea label script style noscript "
    "template svg math iframe frameset frame noframes html head body title meta link base center font marquee custom-element"
).split()
_ATTRIBUTES = (
    '', ' class="article-body"', ' id="main"', ' class="related teaser"', ' style="display: none"', ' hidden',
    ' aria-hidden="true"',
    ' class', ' class=""', ' href="/x"', ' type="application/ld+json"', ' colspan="99999999"', ' class="\u00e9\u4e2d a--b__c"',
    ' a=<b',
    ' property="og:title" content="Ships"', ' name="description" content="Ships sail again after the storm."',
)  # fmt: skip
_DEBRIS = (
    "<", ">", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE html>", "&", "&amp",
    "&#0;", "&#xD800;", "&#x110000;", "&nbsp;", "\x00", "\u00ad", "\u200b", "|", " | ",
    '{"@type": "NewsArticle", "articleBody": ["x"], "headline": 3}',
    '{"@graph": [{"@type": ["Article", 1], "articleBody": "Ships"}]}',
)  # fmt: skip


@st.composite
def html_pages(draw: st.DrawFn) -> Page:
    """A page around a story; ``body`` are its paragraphs."""
    room = draw(newsrooms())
    story = draw(stories(room))
    title = room.teasers[0]
    layout = draw(st.sampled_from(LAYOUTS))
    body = [escape(paragraph, quote=False) for paragraph in story.paragraphs]
    menu = "".join(f'<li><a href="/{entry}">{entry}</a></li>' for entry in _MENU)
    related = "".join(f'<li><a href="/{n}">{escape(teaser)}</a></li>' for n, teaser in enumerate(room.teasers[1:6]))
    inside = {
        "article": lambda: f'<article><h1>{title}</h1><div class="article-body">{_wrapped("p", body)}</div></article>',
        "divs": lambda: f'<div class="story"><h1>{title}</h1><div class="text">{_wrapped("div", body)}</div></div>',
        "breaks": lambda: f'<div class="story"><h1>{title}</h1><div class="text">{"<br><br>".join(body)}</div></div>',
        "table": lambda: f"<table><tr><td><h1>{title}</h1></td></tr><tr><td>{'<br><br>'.join(body)}</td></tr></table>",
        "sections": lambda: f"<main><h1>{title}</h1>{''.join(f'<section><p>{text}</p></section>' for text in body)}</main>",
    }[layout]()
    source = (
        f'<!DOCTYPE html><html lang="{story.language}"><head><meta charset="utf-8"><title>{title}</title></head><body>'
        f'<nav class="menu"><ul>{menu}</ul></nav>{inside}<aside class="related"><h3>Related</h3><ul>{related}</ul></aside>'
        f"<footer><a href='/privacy'>Privacy policy</a></footer></body></html>"
    )
    return Page(source, story.paragraphs, title)


def _wrapped(tag: str, texts: list[str]) -> str:
    return "\n".join(f"<{tag}>{text}</{tag}>" for text in texts)


def mangled_html() -> st.SearchStrategy[str]:
    """Tags opened and never closed, closed and never opened, inside out, with broken attributes and hostile text between."""
    tag = st.sampled_from(_TAGS)
    opened = st.tuples(tag, st.sampled_from(_ATTRIBUTES)).map(lambda pair: f"<{pair[0]}{pair[1]}>")
    closed = tag.map(lambda name: f"</{name}>")
    deep = st.tuples(tag, st.integers(2, 400)).map(lambda pair: f"<{pair[0]}>" * pair[1])
    prose = st.just("The ferry to the outer islands will sail again on Monday, two winters after its engine failed.")
    piece = st.one_of(opened, opened, closed, closed, prose, st.sampled_from(_DEBRIS), hostile_text(), deep)
    return st.lists(piece, max_size=40).map("".join)


@st.composite
def damaged_pages(draw: st.DrawFn) -> str:
    """A page with a part cut out, doubled, or replaced by debris."""
    source = draw(html_pages()).source
    start = draw(st.integers(0, len(source)))
    end = draw(st.integers(start, min(start + 400, len(source))))
    middle = draw(st.one_of(st.just(""), st.just(source[start:end] * 2), st.sampled_from(_DEBRIS)))
    return source[:start] + middle + source[end:]

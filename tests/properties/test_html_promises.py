"""The promises hold for HTML too."""

from __future__ import annotations

import pytest
from html_strategies import damaged_pages, html_pages, mangled_html
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import Page, hostile_bytes
from test_slices import assert_sound
from test_totality import assert_told

from newsclean import PRESETS, Cleaner
from newsclean.read.html import read_html

CLEANERS = {preset: Cleaner(preset=preset) for preset in PRESETS}
CLEANER = CLEANERS["balanced"]
SOURCES = st.one_of(html_pages().map(lambda page: page.source), mangled_html(), damaged_pages())


@pytest.mark.parametrize("preset", PRESETS)
@given(source=SOURCES)
@example(source="")
@example(source="<frameset><noframes><p>Ships sail</noframes>")
@example(source="<table><tr><td>a<td>|<td> </table>")
def test_any_markup_gives_a_sound_article(preset: str, source: str) -> None:
    article = CLEANERS[preset].clean(source, kind="html")
    assert_told(article)
    assert_sound(article)


@given(source=hostile_bytes())
@settings(max_examples=20)
def test_any_bytes_as_html_give_a_sound_article(source: bytes) -> None:
    article = CLEANER.clean(source, kind="html")
    assert_told(article)


@given(page=html_pages())
def test_the_story_is_found_and_the_page_around_it_goes(page: Page) -> None:
    article = CLEANER.clean(page.source)
    wanted, found = list(page.body), list(article.paragraphs)
    kept = [paragraph for paragraph in wanted if paragraph in found]
    assert sum(map(len, kept)) >= 0.75 * sum(map(len, wanted)), "lost too much of the story"
    assert not {"Home", "Sport", "Privacy policy"} & set(found)
    order = [found.index(paragraph) for paragraph in dict.fromkeys(kept)]
    assert order == sorted(order)


@given(page=html_pages())
@settings(max_examples=15)
def test_cleaning_the_clean_text_loses_next_to_nothing(page: Page) -> None:
    text = CLEANER.clean(page.source).text
    assert len(CLEANER.clean(text, kind="text").text) >= 0.9 * len(text)


@given(source=SOURCES)
@settings(max_examples=20)
def test_the_same_page_gives_the_same_article(source: str) -> None:
    assert CLEANER.clean(source, kind="html") == CLEANER.clean(source, kind="html")


@given(page=html_pages())
@settings(max_examples=20)
def test_every_printed_word_is_in_a_block_once(page: Page) -> None:
    reading = read_html(page.source)
    text = "".join("".join(block.text.split()) for block in reading.blocks)
    for paragraph in page.body:
        assert text.count("".join(paragraph.split())) == page.body.count(paragraph)

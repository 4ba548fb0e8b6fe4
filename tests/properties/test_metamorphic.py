"""What must not change when the page around an article does."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from strategies import (
    ENGLISH,
    Newsroom,
    Page,
    Story,
    Widget,
    list_headings,
    lists,
    lone_lines,
    newsrooms,
    pages,
    stories,
    widgets,
)

from newsclean import Cleaner, Role

CLEANER = Cleaner(preset="rules")
SCORED = Cleaner()
"""Rules alone: what a rule says of a line does not change with lines that it does not look at. A learned scorer weighs all lines
around, so of it less can be asked (the last test)."""
_BREAKABLE_WORDS = 16
"""Words of a paragraph of which one of three pieces is long enough to be seen as running text."""

GAPS = st.sampled_from(["\n", "\n\n"])


@st.composite
def _framed(draw: st.DrawFn, edges: int) -> tuple[Story, Widget, str]:
    """An article with a widget above or below it."""
    room: Newsroom = draw(newsrooms())
    story, widget = draw(stories(room, edges=edges)), draw(widgets(room))
    gap, frame = draw(GAPS), draw(GAPS)
    parts = [gap.join(story.paragraphs), draw(GAPS).join(widget.lines)]
    return story, widget, frame.join(reversed(parts) if draw(st.booleans()) else parts)


@settings(max_examples=250)
@given(_framed(edges=2))
def test_a_widget_above_or_below_leaves_the_body_alone(framed: tuple[Story, Widget, str]) -> None:
    story, widget, source = framed
    article = CLEANER.clean(source, kind="text")
    assert article.paragraphs == story.paragraphs
    assert [fate.text for fate in article.removed] == list(widget.lines)


@settings(max_examples=250)
@given(_framed(edges=1))
def test_a_widget_takes_no_paragraph_with_it(framed: tuple[Story, Widget, str]) -> None:
    """Also where the first or last paragraph is a single sentence."""
    story, _, source = framed
    kept = CLEANER.clean(source, kind="text").paragraphs
    assert [paragraph for paragraph in story.paragraphs if paragraph not in kept] == []


def test_a_widget_above_takes_no_short_first_paragraph_with_it() -> None:
    story = (
        "Le musée expose 93 horloges qu’un instituteur du village a réparées pendant toute sa vie.",
        "— Il faisait froid, dit-elle.",
        "Un autre avis",
        "À Montrevel, les élèves mangent désormais des légumes cultivés à moins d’une heure de leur école.",
    )
    assert CLEANER.clean("\n\n".join(("À lire aussi", *story))).paragraphs == story


@settings(max_examples=150)
@given(data=st.data(), widget=st.sampled_from(lone_lines()))
def test_a_line_of_the_vocabulary_between_two_paragraphs_goes_alone(data: st.DataObject, widget: Widget) -> None:
    room = data.draw(newsrooms())
    first, second = data.draw(stories(room, edges=2)), data.draw(stories(room, edges=2))
    assume(set(first.paragraphs).isdisjoint(second.paragraphs))
    article = CLEANER.clean("\n\n".join((*first.paragraphs, *widget.lines, *second.paragraphs)), kind="text")
    assert article.paragraphs == (*first.paragraphs, *second.paragraphs)
    assert [(fate.text, fate.role) for fate in article.removed] == [(widget.lines[0], widget.role)]


@settings(max_examples=100)
@given(data=st.data())
def test_two_articles_make_one_page_with_both(data: st.DataObject) -> None:
    room = data.draw(newsrooms())
    half = len(room.sentences) // 2
    first = data.draw(stories(replace(room, sentences=room.sentences[:half]), most=3))
    second = data.draw(stories(replace(room, sentences=room.sentences[half:]), most=3))
    assume(set(first.paragraphs).isdisjoint(second.paragraphs))
    assert CLEANER.clean(f"{first.source}\n\n{second.source}").paragraphs == first.paragraphs + second.paragraphs


@pytest.mark.parametrize("ending", ["\r\n", "\r", "\u2028", "\u2029", "\x85"])
@given(page=pages())
def test_line_endings_make_no_difference(ending: str, page: Page) -> None:
    plain = CLEANER.clean(page.source, kind="text")
    other = CLEANER.clean(page.source.replace("\n", ending), kind="text")
    assert [(fate.text, fate.role, fate.rule) for fate in other.blocks] == [
        (fate.text, fate.role, fate.rule) for fate in plain.blocks
    ]
    assert other.metadata == plain.metadata


@settings(max_examples=100)
@given(page=pages(), dice=st.randoms(use_true_random=False), ending=st.sampled_from(["\n", "\r\n", " \n  "]))
def test_paragraphs_broken_within_a_sentence_come_back_whole(page: Page, dice: Random, ending: str) -> None:
    broken = page.source.replace("\n", "\n\n")
    for paragraph in page.body:
        broken = broken.replace(paragraph, _broken(paragraph, dice, ending))
    whole, again = SCORED.clean(page.source.replace("\n", "\n\n"), kind="text"), SCORED.clean(broken, kind="text")
    assert [" ".join(text.split()) for text in again.paragraphs] == [" ".join(text.split()) for text in whole.paragraphs]


def _broken(paragraph: str, dice: Random, ending: str) -> str:
    """A paragraph of many words with line ends before one or two words in small letters."""
    words = paragraph.split(" ")
    places = [n for n in range(1, len(words)) if words[n][0].islower() and words[n - 1][-1].isalnum()]
    if len(words) < _BREAKABLE_WORDS or not places:
        return paragraph
    starts = sorted({dice.choice(places), dice.choice(places)})
    return ending.join(" ".join(words[start:stop]) for start, stop in pairwise((0, *starts, len(words))))


@settings(max_examples=200)
@given(pages())
def test_a_whole_page_has_its_body_and_its_headline(page: Page) -> None:
    article = CLEANER.clean(page.source, kind="text")
    assert article.paragraphs == page.body
    assert article.metadata.title == page.title


@given(story=stories(ENGLISH, least=3, edges=2), widget=lists(ENGLISH))
def test_a_list_is_claimed_item_by_item(story: Story, widget: Widget) -> None:
    article = CLEANER.clean(f"{story.source}\n\n" + "\n".join(widget.lines), kind="text")
    items = [fate for fate in article.removed if fate.text in widget.lines[1:]]
    assert {fate.role for fate in items} == {widget.role}
    assert len(items) == len(widget.lines) - 1


@given(story=stories(ENGLISH, least=3, edges=2), widget=st.sampled_from(lone_lines()))
def test_a_short_last_paragraph_next_to_a_widget_stays(story: Story, widget: Widget) -> None:
    source = "\n\n".join((*story.paragraphs, "He was released the next day.", *widget.lines))
    assert CLEANER.clean(source, kind="text").paragraphs[-1] == "He was released the next day."


def test_a_comment_prompt_inside_a_story_takes_no_paragraph_with_it() -> None:
    """What follows a prompt is a thread only where the story has ended."""
    story = [
        sentence.format(name="Owen Hale", place="Almvik", n=12 + number) for number, sentence in enumerate(ENGLISH.sentences[:8])
    ]
    prompt, footer = "Join the conversation", ("Share", "2 hours ago", "Facebook", "Report")
    article = CLEANER.clean("\n\n".join((*story[:5], prompt, *story[5:], *footer)))
    assert article.paragraphs == tuple(story)


def test_the_vocabulary_has_widgets_to_inject() -> None:
    """Or the tests above would inject nothing."""
    assert len(lone_lines()) > 3_000 and len(list_headings()) > 300
    assert {widget.role for widget in lone_lines()} >= {
        Role.NAVIGATION,
        Role.TEASER,
        Role.PROMO,
        Role.SHARE,
        Role.COMMENT,
        Role.LEGAL,
    }


@given(framed=_framed(edges=2))
def test_a_widget_costs_the_scored_body_no_long_paragraph(framed: tuple[Story, Widget, str]) -> None:
    story, _, source = framed
    kept = SCORED.clean(source, kind="text").paragraphs
    long = [paragraph for paragraph in story.paragraphs if len(paragraph.split()) >= 15]
    lost = [paragraph for paragraph in long if paragraph not in kept]
    assert len(lost) <= max(len(long) // 5, 1)

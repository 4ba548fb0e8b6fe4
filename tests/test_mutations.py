"""What no other test noticed when ``tests/mutations.py`` planted a bug."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from newsclean import Claim, Cleaner, Document, Role, clean
from newsclean.filters import Lists, Outside, Promos, comments, counters, duplicates, heads
from newsclean.recognise.dates import find_date
from newsclean.segment import segment
from newsclean.vocabulary import load
from newsclean.write import to_json_line

STORY = (
    "The council of Vellin voted on Monday to pay for the repair of the ferry, which has lain in dock for two winters.",
    "Three shipyards had looked at the engine and sent it back, and each of them had asked for more than the one before.",
    "Islanders welcomed the vote, but they said that the crossing would still be too dear for those who work ashore.",
)


def test_blank_lines_above_a_block_are_counted() -> None:
    assert [block.gap_before for block in segment("a\n\n\nb\nc\r\n\r\nd")] == [0, 2, 0, 1]


def test_a_list_ends_where_prose_begins() -> None:
    kept = Cleaner(filters=[Lists()]).clean("\n".join((STORY[0], "Most read", "Bakery on Quay Street changes hands", *STORY[1:])))
    assert kept.paragraphs == STORY


def test_a_copy_of_a_removed_line_is_no_copy() -> None:
    def first(document: Document) -> Iterable[Claim]:
        if len(document) == 3:
            yield Claim(0, Role.TEASER, "test/first", "the first of three blocks")

    source = "\n\n".join((STORY[1], STORY[0], STORY[1]))
    assert Cleaner(filters=[first, duplicates]).clean(source).paragraphs == STORY[:2]
    assert Cleaner(filters=[duplicates]).clean(source).paragraphs == (STORY[1], STORY[0])


def test_a_comment_prompt_above_the_story_heads_no_thread() -> None:
    traces = ("2 hours ago", "Reply", "3 hours ago")
    page = "\n".join(("Join the conversation", *(line for pair in zip(STORY, traces, strict=True) for line in pair), *STORY))
    assert Cleaner(filters=[comments]).clean(page).paragraphs.count(STORY[0]) == 2


def test_rows_of_numbers_in_a_table_are_no_counters() -> None:
    table = ("12   4   31", "9   6   25", "7   8   19")
    page = "\n".join((*STORY, *table, "Anna Lind", "1   0   2"))
    assert Cleaner(filters=[counters]).clean(page).paragraphs == (*STORY, *table, "Anna Lind")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("4 March 2025, 17:23 UTC-3", "2025-03-04T17:23:00-03:00"),
        ("4 March 2025, 17:23 GMT+5:30", "2025-03-04T17:23:00+05:30"),
        ("4 March 2025, 12:30 pm", "2025-03-04T12:30:00"),
        ("4 March 2025, 12:30 am", "2025-03-04T00:30:00"),
        ("4 March 2025, 1:30 pm", "2025-03-04T13:30:00"),
    ],
)
def test_zones_and_halves_of_the_day(text: str, published: str) -> None:
    found = find_date(text, load(), "en")
    assert found is not None
    assert found.published == published


def test_metadata_is_of_the_story_and_not_of_what_stands_below_it() -> None:
    teasers = (f"Bakery number {number} on Quay Street changes hands" for number in range(3))
    article = clean("\n".join((*STORY, "Tags: ferry, council, Vellin", "Most read", *teasers, "Photo: Ida Moreau")))
    assert article.removed[-1].role is Role.CAPTION
    assert article.metadata.captions == ()
    assert article.metadata.tags == ("ferry", "council", "Vellin")


def test_json_lines_spell_letters_out() -> None:
    assert '"Ærø.txt"' in to_json_line(clean("\n".join(STORY)), "Ærø.txt")


def test_the_line_right_below_a_story_goes() -> None:
    def furniture(document: Document) -> Iterable[Claim]:
        for number, block in enumerate(document.blocks):
            if block.text == "Share this":
                yield Claim(number, Role.SHARE, "test/share", "its words")

    page = "\n".join((*STORY, "Bakery on Quay Street changes hands", "Share this"))
    assert Cleaner(filters=[furniture, Outside()]).clean(page, kind="text").paragraphs == STORY


def test_a_standfirst_stands_right_under_the_headline() -> None:
    def headline(document: Document) -> Iterable[Claim]:
        if len(document) > len(STORY) + 1:
            yield Claim(0, Role.TITLE, "test/title", "the first block")

    standfirst = "The ferry of Vellin sails again in spring, if the yard keeps its word."
    page = "\n".join(("Council pays for the ferry", standfirst, *["Share this"] * 6, *STORY))
    assert Cleaner(filters=[headline, heads, Outside()]).clean(page, kind="text").paragraphs == (standfirst, *STORY)
    assert Cleaner(filters=[headline, Outside()]).clean(page, kind="text").paragraphs == STORY


def test_a_channel_of_several_words_is_one() -> None:
    story = (
        "Il consiglio comunale di Vellina ha votato lunedì per pagare la riparazione del traghetto, fermo da due inverni.",
        "Tre cantieri avevano guardato il motore e lo avevano rimandato indietro, e ognuno aveva chiesto più di quello di prima.",
        "Gli abitanti dell'isola sono contenti del voto, ma dicono che il viaggio resterà troppo caro per chi lavora a terra.",
    )
    offer = "Per te, lettore: iscriviti subito al nostro canale WhatsApp o al canale Telegram"
    page = "\n".join((*story, offer, *story))
    assert Cleaner(filters=[Promos()]).clean(page, kind="text").paragraphs == (*story, *story)

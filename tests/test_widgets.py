"""Widgets that pages print inside and below their stories: shops, posts, pictures, consent dialogs, disclosures."""

from __future__ import annotations

import pytest

from newsclean import Article, Cleaner, Role
from newsclean.filters import Outside, Promos, duplicates

STORY = (
    "The night ferry to Mikasa will carry bicycles for nothing from May, the harbour office said on Thursday.",
    "Crews had asked for it since the new racks were fitted in the autumn, each with room for forty wheels.",
    "The office expects that a third of the passengers will bring one, and that the car deck will stay half empty.",
    "“We have more tyres than cars on a Sunday now,” said Petra Lindqvist, who has sold tickets on the pier for thirty years.",
)
CLEANER = Cleaner()


def page(inside: tuple[str, ...] = (), below: tuple[str, ...] = ()) -> Article:
    """A story with lines after its second paragraph, and lines below it."""
    lines = (
        "Skip to main content",
        "Night ferry to Mikasa takes bicycles for nothing",
        "6 March 2025",
        *STORY[:2],
        *inside,
        *STORY[2:],
        *below,
    )
    return CLEANER.clean("\n".join(lines), kind="text")


def rules(article: Article) -> set[str]:
    """The rules behind what has gone."""
    return {removal.rule for removal in article.removed}


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("$285 at Holt Outdoor", "promos/price"),
        ("Was $300 $285 at Holt Outdoor €240 bei Vellin", "promos/price"),
        ("View on Amazon", "phrases/en/view-on-amazon"),
        ("Check price", "phrases/en/check-price"),
        ("pier-at-night_1024x680.jpg", "symbols/picture"),
        ("• DSC 0042 (2).JPEG", "symbols/picture"),
        ("— Mira Holt (@miraholt) March 4, 2025", "share/signature"),
        ("A post shared by Holt Outdoor (@holtoutdoor)", "phrases/en/a-post-shared-by"),
        ("A close-up of a bicycle rack on a ferry at night", "phrases/en/a-close-up-of"),
        (
            "If you buy something through our links, we may earn a small commission at no extra cost to you.",
            "disclosures/affiliate",
        ),
        ("Some of the links are affiliate links: when you buy, we get a share of what you pay.", "disclosures/affiliate"),
        ("We cannot do this without your help. Support our newsroom by contributing as little as $2.", "promos/appeal"),
    ],
)
def test_what_is_no_story_goes(line: str, rule: str) -> None:
    article = page(inside=(line,))
    assert article.paragraphs == STORY
    assert rule in rules(article)


@pytest.mark.parametrize(
    "line",
    [
        "The racks cost $285 at Holt Outdoor, which built them, and the office paid half.",
        "The plan hangs in the ticket office as pier-at-night.jpg, printed and framed, and nobody has complained.",
        "Affiliate links were not on anybody's mind when the first ferry sailed in 1962, the office said on Thursday.",
        "The money, $285 million, will come from the fares of the coming years, said the office on Thursday.",
    ],
)
def test_what_the_story_says_of_such_things_stays(line: str) -> None:
    assert page(inside=(line,)).paragraphs == (*STORY[:2], line, *STORY[2:])


def test_a_story_about_disclosures_keeps_them() -> None:
    told = tuple(
        f"“{says}, and that is that,” wrote the ferry's blog in {month}, to the dismay of the harbour office and its lawyers."
        for says, month in (
            ("We may earn a small commission when you use our affiliate links", "March"),
            ("If you buy through our links we earn commission at no extra cost to you", "April"),
            ("Our affiliate partners pay us a small commission for each of you", "May"),
            ("We earn a commission when you buy through our affiliate links", "June"),
        )
    )
    assert page(inside=told).paragraphs == (*STORY[:2], *told, *STORY[2:])


COOKIES = (
    ("_pier", "2 years", "This cookie counts how often visitors of the site have looked at the timetable in the last two years."),
    (
        "ferry_id",
        "session",
        "The site sets this cookie to tell the passengers of one ferry from those of the next, it says here.",
    ),
    ("tide", "1 day", "Stores how high the water stood when the visitor came, so that the page shows the right quay again."),
)


@pytest.mark.parametrize("gap", ["\t", "\t\t", "   "])
@pytest.mark.parametrize("head", [("Cookie", "Duration", "Description"), ("Cookie", "Dauer", "Beschreibung")])
def test_tables_of_cookies_go(head: tuple[str, ...], gap: str) -> None:
    rows = tuple(gap.join(row) for row in (head, *COOKIES))
    article = page(below=rows)
    assert article.paragraphs == STORY
    gone = {removal.text: removal for removal in article.removed}
    assert all(gone[row].role is Role.LEGAL for row in rows[1:])


def test_another_table_stays() -> None:
    rows = ("Route\tPrice\tSince", "Mikasa\tnothing\tMay", "Vellin\tnine crowns\tJune", "Holt\ttwelve crowns\tJune")
    assert "Mikasa\tnothing\tMay" in page(inside=("The fares of the night ferries are:", *rows)).paragraphs


def test_a_caption_printed_twice_is_a_caption_both_times() -> None:
    shown = "Passengers push their bicycles on board of the night ferry."
    article = page(inside=(shown, f"{shown} Jonas Berg"))
    assert article.paragraphs == STORY
    assert shown in article.metadata.captions


def test_a_sentence_said_again_with_more_of_a_sentence_is_no_caption() -> None:
    said = "The office expects many more bicycles than cars on the ferry."
    again = f"{said} It has ordered eighty racks."
    assert again in page(inside=(said, again)).paragraphs


@pytest.mark.parametrize("mark", ["###", "# # #"])
def test_what_stands_below_the_end_of_a_press_release_goes(mark: str) -> None:
    sender = ("About the harbour office", "The harbour office runs nine piers and two night ferries between Vellin and Mikasa.")
    assert page(below=(mark, *sender)).paragraphs == STORY
    assert page(inside=(mark, STORY[0].replace("May", "June"))).paragraphs[-2:] == STORY[2:]


@pytest.mark.parametrize("button", ["Listen to this article 3 min", "Lyt til artiklen 4:21", "Share · 12"])
def test_a_number_behind_a_button_goes_with_it(button: str) -> None:
    article = page(inside=(button,))
    assert article.paragraphs == STORY
    assert [removal.role for removal in article.removed if removal.text == button] == [Role.SHARE]


def test_the_second_of_two_equal_lines_goes() -> None:
    heading = "Who pays for the racks?"
    article = page(inside=(heading, heading))
    assert article.paragraphs == (*STORY[:2], heading, *STORY[2:])
    assert "duplicates/block" in rules(article)


@pytest.mark.parametrize("crew", ["Crew on board: two to four people", "A crew of two to four people on board"])
def test_an_item_of_two_lists_is_no_copy(crew: str) -> None:
    """Each boat of a list may have the same crew; but a passage that comes again does so whole."""
    marta, ditte = ("The Marta is the oldest boat of the fleet.", crew), ("The Ditte was built in the yard of Almvik.", crew)
    cleaner = Cleaner(filters=[duplicates])
    assert cleaner.clean("\n".join((*marta, *ditte))).paragraphs == (*marta, *ditte)
    assert cleaner.clean("\n".join((*marta, *ditte, *marta))).paragraphs == (*marta, *ditte)


@pytest.mark.parametrize(
    ("last", "stays"),
    [
        (
            "In the end the office hopes that you and everybody else on the island will look up the new timetable in its app, so "
            "that nobody has to walk down to the pier in the rain for your boat, as they have done since the storm.",
            True,
        ),
        ("Follow our boats on Facebook and Instagram, and sign up for the letter that the harbour sends you on Mondays.", False),
    ],
)
def test_a_last_paragraph_that_names_a_channel_is_no_promo_for_that(last: str, stays: bool) -> None:
    cleaner = Cleaner(filters=[Promos(), Outside()])
    assert (last in cleaner.clean("\n".join((*STORY, last)), kind="text").paragraphs) is stays


def test_a_refrain_stays() -> None:
    refrain = ("Row the boat home", "the tide is high", "Row the boat home", "the night is long")
    kept = page(inside=("The crews sang:", *refrain)).paragraphs
    assert kept.count("Row the boat home") == 2


@pytest.mark.parametrize(
    ("line", "tags"),
    [
        ("Ferry | Mikasa | Bicycles | Harbour | Trade", ("Ferry", "Mikasa", "Bicycles", "Harbour", "Trade")),
        ("Ferry | Mikasa | Bicycles | Transport", ("Ferry", "Mikasa", "Bicycles", "Transport")),
        ("Home | Politics | Sports | Weather", ()),
    ],
)
def test_bars_divide_tags_that_the_story_has(line: str, tags: tuple[str, ...]) -> None:
    assert page(below=(line, "Most read")).metadata.tags == tags


@pytest.mark.parametrize(("above", "tags"), [("Was this page useful?", ()), ("All rights reserved", ("Yes", "No", "Not sure"))])
def test_answers_are_no_tags(above: str, tags: tuple[str, ...]) -> None:
    assert page(below=(above, "Yes, No, Not sure", "Most read")).metadata.tags == tags

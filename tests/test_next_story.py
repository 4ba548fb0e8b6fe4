"""Another story that a page prints below its own."""

from __future__ import annotations

from test_widgets import CLEANER, STORY

from newsclean import Article

OTHER = (
    "A goat that had lived on the roof of the town library since Christmas came down by itself on Wednesday evening.",
    "Firefighters had tried with ladders, apples and a brass band, but the animal would not leave its place by the chimney.",
    "Nobody saw how it did it. “It stood in the reading room and looked at the atlases,” said the librarian, Ewa Dahl.",
    "The goat now lives with a farmer at the edge of the town, where it has a shed with a flat roof and a view.",
)
LIVE = (
    "Ferry crews cheered when the office read its decision out on the pier on Thursday morning, at ten o'clock sharp.",
    "The harbour office will fit more racks for bicycles before May, so that nobody has to leave one behind on the pier.",
    "Passengers with bicycles are to board the night ferry first, the office says, before the cars of the first row.",
    "Petra Lindqvist says that she has sold more tickets to people with bicycles this year than in the ten before it.",
    "From the car deck the crews of the ferry waved their caps, and the first passengers asked when the racks would be there.",
    "The office will say more about fares for bicycles at a meeting on the pier next Thursday, its spokesman told the crews.",
)


def page(*below: str) -> Article:
    """A story under its headline and its date line, and lines below it."""
    lines = ("Skip to main content", "Night ferry takes bicycles for nothing", "Jonas Berg", "Published 6 March 2025 - 17:29")
    return CLEANER.clean("\n".join((*lines, *STORY, *below)), kind="text")


def test_another_story_below_a_date_line_like_the_storys_own_goes() -> None:
    article = page("Goat leaves the library", "Mira Holt", "Published 5 March 2025 - 16:05", *OTHER)
    assert article.paragraphs == STORY
    assert {removal.rule for removal in article.removed if removal.text in OTHER} == {"next_story/below"}


def test_the_label_of_a_date_may_stand_above_it() -> None:
    lines = ("Skip to main content", "Night ferry takes bicycles for nothing", "Jonas Berg", "Published", "6 March 2025 - 17:29")
    other = ("Goat leaves the library", "Mira Holt", "Published", "5 March 2025 - 16:05", *OTHER)
    assert CLEANER.clean("\n".join((*lines, *STORY, *other)), kind="text").paragraphs == STORY


def test_its_summary_goes_with_it() -> None:
    summary = "Ladders, apples and a brass band could not do it, and then the animal walked down all alone at dusk."
    article = page("Goat leaves the library", summary, "Mira Holt", "Published 5 March 2025 - 16:05", *OTHER)
    assert article.paragraphs == STORY


def test_where_dates_stand_above_headlines_the_storys_last_paragraph_stays() -> None:
    last = "It had been a long winter for everybody who had to be across the water before the sun was up, he added."
    lines = ("Jonas Berg", "Published 6 March 2025 - 17:29", "Night ferry takes bicycles for nothing", *STORY, last)
    other = ("Mira Holt", "Published 5 March 2025 - 16:05", "Goat leaves the library", *OTHER)
    article = CLEANER.clean("\n".join(("Skip to main content", *lines, *other)), kind="text")
    assert article.paragraphs == (*STORY, last)


def test_a_story_that_goes_on_below_a_date_stays() -> None:
    article = page(*LIVE[:2], "Published 6 March 2025 - 19:40", *LIVE[2:])
    assert set(LIVE) <= set(article.paragraphs)


def test_a_list_of_dates_is_no_story() -> None:
    dates = tuple(line for day in (3, 4, 5) for line in (f"Published {day} March 2025 - 16:05", OTHER[day - 3]))
    article = page("How it came about:", *dates)
    assert "next_story/below" not in {removal.rule for removal in article.removed}


def test_a_date_without_a_label_is_none() -> None:
    article = page("Goat leaves the library", "5.3.2025 - 16:05", *OTHER)
    assert "next_story/below" not in {removal.rule for removal in article.removed}

"""Who wrote it and when, as the lines of a text around its headline say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Cleaner, Metadata
from newsclean.recognise.credits import split_credit
from newsclean.vocabulary import load

TITLE = "Old ferry pier of Mikasa is to be rebuilt in stone"
STANDFIRST = "The wooden pier has served ferries since 1911. Now the harbour office has the money for a new one."
STORY = (
    "The wooden ferry pier of Mikasa will be rebuilt in stone, the harbour office said on Monday after years of debate.",
    "Ferry crews had asked for it since the storm of last autumn tore eleven planks out of the pier and closed it for a week.",
    "Work on the pier begins in May, and the ferry will land at the fish market until the following spring, the office said.",
)
CLEANER = Cleaner()
NAMES = ("Mira Santoso", "Anna Lind-Berg", "Tomas de Ruyter", "Jo M. Harker", "Ines Åkerlund")


def metadata(*lines: str, above: tuple[str, ...] = (), below: tuple[str, ...] = ()) -> Metadata:
    article = CLEANER.clean("\n".join([*above, TITLE, *lines, "", *STORY, *below]), kind="text")
    assert article.paragraphs == STORY
    return article.metadata


@st.composite
def credit_lines(draw: st.DrawFn) -> tuple[str, tuple[str, ...], date]:
    """A line as sites print it, often with its parts run together, and what it says."""
    names = tuple(draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True)))
    day = draw(st.dates(date(2001, 1, 1), date(2029, 12, 31)))
    said = " and ".join(names)
    printed = draw(st.sampled_from((f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}", day.isoformat())))
    month = f"{day:%b} {day.day}, {day.year}"
    line = draw(
        st.sampled_from(
            (
                f"By {said} {printed}",
                f"By {said} on {printed}",
                f"By {said} | {printed}",
                f"{said} - {printed}",
                f"• {said}, {printed}",
                f"{printed} by {said}",
                f"Published {printed} by {said}",
                f"By {said}Published: {month}",
                f"By {said}Updated {month}",
            )
        )
    )
    return line, names, day


@given(credit_lines())
def test_names_beside_a_date_are_the_authors(credit: tuple[str, tuple[str, ...], date]) -> None:
    line, names, day = credit
    found = metadata(line)
    assert found.authors == names
    assert found.published == day.isoformat()


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("ByMira Santoso",), ("Mira Santoso",)),
        (("By MIRA SANTOSO",), ("MIRA SANTOSO",)),
        (("• By Mira Santoso",), ("Mira Santoso",)),
        (("Mira Santoso",), ("Mira Santoso",)),
        (("By", "Mira Santoso"), ("Mira Santoso",)),
        (("Mira Santoso Harbour Correspondent",), ("Mira Santoso",)),
        (("Mira SantosoSenior Reporter",), ("Mira Santoso",)),
        (("By Mira Santoso, Chief Reporter",), ("Mira Santoso",)),
        (("By Mira Santoso for The Mikasa Post",), ("Mira Santoso",)),
        (("Mira Santoso@mirasantoso",), ("Mira Santoso",)),
        (("By Mira Santoso Follow",), ("Mira Santoso",)),
        (("Portrait of Mira Santoso", "By Jan Holt"), ("Jan Holt",)),
        (("Mira Santoso3 hours ago",), ("Mira Santoso",)),
        (("Mira Santoso \xa0 Mikasa Enquirer",), ("Mira Santoso",)),
        (("Photo Gallery",), ()),
    ],
)
def test_bylines_under_a_headline(lines: tuple[str, ...], authors: tuple[str, ...]) -> None:
    assert metadata(*lines).authors == authors


@pytest.mark.parametrize("line", ["Why It Matters", "• Ferry Services"])
def test_headings_under_a_headline_are_no_bylines(line: str) -> None:
    assert CLEANER.clean("\n".join((TITLE, line, "", *STORY)), kind="text").metadata.authors == ()


def test_a_byline_stands_under_a_standfirst_or_above_the_headline() -> None:
    page = "\n".join((TITLE, STANDFIRST, "By Mira Santoso", *STORY))
    assert CLEANER.clean(page, kind="text").metadata.authors == ("Mira Santoso",)
    assert metadata(above=("By Mira Santoso",)).authors == ("Mira Santoso",)


def test_a_byline_above_the_story_goes_before_names_below_it() -> None:
    assert metadata("By Mira Santoso", below=("By Jan Holt",)).authors == ("Mira Santoso",)
    assert metadata(below=("By Jan Holt",)).authors == ("Jan Holt",)


def test_the_date_under_the_headline_goes_before_the_one_in_the_masthead() -> None:
    found = metadata("3 March 2025", above=("Thursday, 6 March 2025", "The Mikasa Post"))
    assert found.published == "2025-03-03"
    assert metadata(above=("4 March 2025",)).published == "2025-03-04"


def test_the_publisher_is_the_one_that_legal_lines_name() -> None:
    legal = "© 2025 Mikasa Strand. All rights reserved."
    found = metadata("Mikasa Strand", "3 March 2025", below=(legal,))
    assert (found.source, found.authors) == ("Mikasa Strand", ())
    assert metadata("Mikasa Strand", "3 March 2025").authors == ("Mikasa Strand",)


def test_a_publisher_may_stand_before_a_comma_and_the_date() -> None:
    found = metadata("Ministry of River Transport, published 22 September 2025 at 16:20")
    assert (found.source, found.published) == ("Ministry of River Transport", "2025-09-22T16:20:00")


@pytest.mark.parametrize(
    ("line", "language", "published"),
    [
        ("چهارشنبه ۱۶ مهر ۱۴۰۴ - ساعت ۱۴:۲۰", "fa", "2025-10-08T14:20:00"),
        ("۱۴۰۴/۰۷/۱۶", "fa", "2025-10-08"),
        ("الأحد 09 رمضان 1446 هـ الموافق 09 مارس 2025 م", "ar", "2025-03-09"),
        ("2025. augusztus 26. 14:48", "hu", "2025-08-26T14:48:00"),
    ],
)
def test_days_of_other_calendars_and_orders(line: str, language: str, published: str) -> None:
    credit = split_credit(line, load(), language)
    assert credit is not None
    assert credit.published == published


@pytest.mark.parametrize("line", ["By Mira Santoso with AFP", "Mikasa Post with AFP"])
def test_an_agency_may_close_a_byline(line: str) -> None:
    assert metadata(line, "3 March 2025").agency == "AFP"


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (("Tags:", "• Ferry", "• Mikasa"), ("Ferry", "Mikasa")),
        (("Tags: FerryMikasaHarbour",), ("Ferry", "Mikasa", "Harbour")),
        (("Follow our channel", "ferry , stone pier , Mikasa"), ("ferry", "stone pier", "Mikasa")),
        (("About us | Advertise | Jobs",), ()),
    ],
)
def test_tags_below_the_story(lines: tuple[str, ...], tags: tuple[str, ...]) -> None:
    assert metadata(below=lines).tags == tags


ARABIC = (
    "افتتح وزير النقل رصيفا جديدا للعبارات في الرملية بعد سنوات من النقاش بين السكان والبلدية حول كلفة المشروع.",
    "وقال رئيس البلدية إن الرصيف القديم في الرملية أغلق مرات كثيرة بسبب العواصف، وإن الصيادين ينتظرون هذا اليوم منذ عقد.",
    "وتبدأ العبارات رحلاتها إلى الجزيرة المقابلة صباح الأحد، على أن يكون السفر مجانيا خلال الأسبوع الأول من التشغيل.",
)


@pytest.mark.parametrize(("opening", "place"), [("الرملية", "الرملية"), ("عاجل", None)])
def test_a_place_before_a_colon_is_one_that_the_story_names_again(opening: str, place: str | None) -> None:
    page = "\n\n".join(("رصيف جديد للعبارات بعد سنوات من النقاش", f"{opening}: {ARABIC[0]}", *ARABIC[1:]))
    assert CLEANER.clean(page, kind="text").metadata.dateline == place

"""When a page's markup says that it was published."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import TODAY, VOCABULARY, ld, meta, read

from newsclean.metadata.timestamps import believable, local, read_timestamp


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-03-04T17:23:00+01:00", "2025-03-04T17:23:00+01:00"),
        ("2025-03-04T17:23:00.123Z", "2025-03-04T17:23:00+00:00"),
        ("2025-03-04T17:23:00-0530", "2025-03-04T17:23:00-05:30"),
        ("2025-03-04T17:23+01", "2025-03-04T17:23:00+01:00"),
        ("2025-03-04 17:23:00 +0100", "2025-03-04T17:23:00+01:00"),
        ("2025-03-04 17:23:00 UTC", "2025-03-04T17:23:00+00:00"),
        ("2025-03-04T24:00:00", "2025-03-05T00:00:00"),
        ("2025-03-04", "2025-03-04"),
        ("2025/3/4", "2025-03-04"),
        ("2025.03.04", "2025-03-04"),
        ("20250304", "2025-03-04"),
        ("20250304T1723Z", "2025-03-04T17:23:00+00:00"),
        ("20250304172300", "2025-03-04T17:23:00"),
        ("2025-13-05", "2025-05-13"),
        ("1741105380", "2025-03-04T16:23:00+00:00"),
        ("1741105380000", "2025-03-04T16:23:00+00:00"),
        ("Tue, 04 Mar 2025 17:23:00 GMT", "2025-03-04T17:23:00+00:00"),
        ("Tue Mar 04 2025 17:23:00 GMT+0100", "2025-03-04T17:23:00+01:00"),
        ("March 4, 2025 5:23 pm", "2025-03-04T17:23:00"),
        ("Published: 4 March 2025", "2025-03-04"),
        ("13/04/2025", "2025-04-13"),
        ("2025-02-30", None),
        ("2025-06-03T10:00:00Z", None),
        ("2031-01-01", None),
        ("1970-01-01T00:00:00Z", None),
        ("0001-01-01", None),
        ("2025", None),
        ("12 hours ago", None),
        ("yesterday", None),
        ("", None),
        ("9999999999999", None),
        ("20250304172300999999", None),
        ("0000000000000000009-1-1", None),
    ],
)
def test_a_timestamp_is_read(text: str, expected: str | None) -> None:
    assert read_timestamp(text, VOCABULARY, "en", TODAY) == expected


@pytest.mark.parametrize(
    ("language", "expected"), [("en-US", "2025-03-04"), ("en-GB", "2025-04-03"), ("fr", "2025-04-03"), ("en", None)]
)
def test_day_and_month_go_by_the_country(language: str, expected: str | None) -> None:
    assert read_timestamp("03/04/2025", VOCABULARY, language, TODAY) == expected
    assert read_timestamp("03-04-2025 17:23", VOCABULARY, language, TODAY) == (expected and f"{expected}T17:23:00")
    assert read_timestamp("03.04.2025", VOCABULARY, language, TODAY) == "2025-04-03"


@given(st.text(max_size=60) | st.from_regex(r"[\d\-/.:TZ +]{1,40}", fullmatch=True))
def test_no_value_raises_and_every_result_is_believable(text: str) -> None:
    found = read_timestamp(text, VOCABULARY, "en", TODAY)
    assert found is None or believable(found, TODAY)


@pytest.mark.parametrize(
    "head",
    [
        ld(datePublished="2025-03-04T17:23:00+01:00", dateModified="2025-03-05T09:00:00+01:00"),
        ld({"@type": "WebPage", "datePublished": "2025-03-04T17:23:00+01:00"}),
        ld(datePublished="soon") + meta(article__published_time="2025-03-04T17:23:00+01:00"),
        meta(article__modified_time="2025-03-05T09:00:00Z", article__published_time="2025-03-04T17:23:00+01:00"),
        '<meta itemprop="datePublished" content="2025-03-04T17:23:00+01:00">',
        '<meta name="parsely-pub-date" content="2025-03-04T17:23:00+01:00">',
        '<meta name="DC.date.issued" content="2025-03-04T17:23:00+01:00">',
        ld({"@type": "VideoObject", "uploadDate": "2024-01-01"}) + meta(article__published_time="2025-03-04T17:23:00+01:00"),
    ],
)
def test_the_head_states_the_date(head: str) -> None:
    assert read(head).published == "2025-03-04T17:23:00+01:00"


H1 = "<h1>Island ferry to sail again</h1>"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<time datetime="2025-03-04T17:23:00+01:00">Tuesday</time>', "2025-03-04T17:23:00+01:00"),
        ("<time>4 March 2025</time>", "2025-03-04"),
        ('<p class="article-date">4 March 2025, 17:23</p>', "2025-03-04T17:23:00"),
        ('<p class="byline">By Ida Moreau | March 4, 2025</p>', "2025-03-04"),
        ('<div><span itemprop="datePublished" content="2025-03-04">yesterday</span></div>', "2025-03-04"),
        ('<h3>Bakery closes <span class="date">1 March 2025</span></h3>', None),
        ('<a href="/b"><time datetime="2025-03-01"></time></a>', "2025-03-01"),
        ("<p>4 March 2025</p>", "2025-03-04"),
        ("<div><b>Posted on</b> 4 March 2025<i>5 min read</i></div>", "2025-03-04"),
        ("<p>On 4 March 2025 the ferry sailed again after two winters.</p>", None),
    ],
)
def test_what_is_shown_at_the_headline_is_the_last_resort(body: str, expected: str | None) -> None:
    assert read("", f"<article>{H1}{body}</article>").published == expected


def test_what_the_head_states_goes_before_what_is_shown() -> None:
    assert (
        read(meta(article__published_time="2025-02-02"), f"{H1}<time datetime='2025-03-04T10:00:00Z'></time>").published
        == "2025-02-02"
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://harbourpost.example/2025/03/04/ferry", "2025-03-04"),
        ("https://harbourpost.example/news/2025-03-04/ferry.html", "2025-03-04"),
        ("https://harbourpost.example/ferry-20250304.html", "2025-03-04"),
        ("https://harbourpost.example/2025/mar/04/ferry", "2025-03-04"),
        ("https://harbourpost.example/2025/02/31/ferry", None),
        ("https://harbourpost.example/ferry-1234567890123", None),
        ("https://harbourpost.example/item/20259999", None),
    ],
)
def test_the_address_states_the_day(url: str, expected: str | None) -> None:
    assert read("", H1, url=url).published == expected


def test_the_title_may_close_with_the_day() -> None:
    assert read("<title>Island ferry to sail again | HP | 04.03.2025</title>", lang="de").published == "2025-03-04"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ('<time datetime="2025-03-04T20:23:10-05:00">x</time>', "2025-03-04T20:23:10-05:00"),
        ('<time datetime="2025-03-04 20:23:00">x</time>', "2025-03-04T20:23:10-05:00"),
        ('<p class="published">March 4, 2025 at 8:23 p.m.</p>', "2025-03-04T20:23:10-05:00"),
        ('<time datetime="2025-03-04T21:40:00-05:00">Updated</time>', "2025-03-05T01:23:10+00:00"),
        ('<time datetime="2025-03-04 20:25:00">x</time>', "2025-03-05T01:23:10+00:00"),
        ('<time datetime="2025-03-04">x</time>', "2025-03-05T01:23:10+00:00"),
    ],
)
def test_the_same_moment_is_told_in_local_time(body: str, expected: str) -> None:
    assert read(ld(datePublished="2025-03-05T01:23:10Z"), H1 + body).published == expected


def test_a_time_replaces_a_bare_day() -> None:
    head = ld(datePublished="2025-03-04") + meta(article__published_time="2025-03-04T17:23:00+01:00")
    assert read(head).published == "2025-03-04T17:23:00+01:00"


@given(st.datetimes().map(lambda moment: moment.replace(microsecond=0, year=2024).isoformat() + "+00:00"), st.integers(-720, 840))
def test_local_time_never_moves_the_moment(timestamp: str, minutes: int) -> None:
    moment = datetime.fromisoformat(timestamp)
    told = local(timestamp, [(moment + timedelta(minutes=minutes)).replace(tzinfo=None).isoformat()])
    assert datetime.fromisoformat(told) == moment


def test_the_last_change_is_told_apart() -> None:
    page = read(ld(datePublished="2025-03-04", dateModified="2025-03-05T09:00:00Z"))
    assert (page.published, page.modified) == ("2025-03-04", "2025-03-05T09:00:00+00:00")
    assert read(ld(dateModified="2025-03-05")).published is None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (f"<div><span>Posted on March 4, 2025</span></div>{H1}<p>Ships sail.</p>", "2025-03-04"),
        (f"<header><p class=date>4 March 2025</p>{H1}<p class=date>5 March 2025</p></header>", "2025-03-05"),
        (f"<h3>Storm sinks barge</h3><p>2 March 2025</p><article>{H1}</article>", "2025-03-02"),
        (f"<p>On 4 March 2025 the ferry sank, and the town wept.</p>{H1}", None),
        (f"<p>4 March 2025</p>{'<i>News</i>' * 100}{H1}", None),
    ],
)
def test_a_date_above_the_headline_counts_where_none_is_behind_it(body: str, expected: str | None) -> None:
    assert read("", body).published == expected


def test_a_lesser_heading_that_is_the_title_is_the_headline() -> None:
    head = meta(og__title="Ferry sails again")
    body = "<h1>Harbour Post</h1><p>1 January 2025</p><main><h2>Ferry sails again</h2><p>4 March 2025</p></main>"
    assert read(head, body).published == "2025-03-04"

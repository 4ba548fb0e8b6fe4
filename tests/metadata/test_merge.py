"""One record of what markup and text state."""

from __future__ import annotations

from newsclean import Cleaner
from newsclean.metadata.html import PageMetadata
from newsclean.metadata.merge import merge
from newsclean.model import Metadata

TEXT = Metadata(
    title="FERRY TO SAIL AGAIN",
    published="2025-03-04T17:23:00",
    date_text="4 March 2025, 17:23",
    authors=("Ida Moreau",),
    dateline="VELLIN",
    agency="Reuters",
    tags=("Boats",),
    captions=("The ferry in dock.",),
    language="en",
    url="https://h.example/a?x",
)


def test_markup_goes_first() -> None:
    page = PageMetadata(
        title="Ferry to sail again", published="2025-03-05", authors=("Jan de Boer",), tags=("Ferries",), language="en-GB"
    )
    merged = merge(page, TEXT)
    assert (merged.title, merged.published, merged.authors, merged.tags) == (page.title, page.published, page.authors, page.tags)
    assert (merged.language, merged.declared_language) == ("en", "en-GB")


def test_what_only_readers_see_comes_from_the_text() -> None:
    merged = merge(PageMetadata(title="Ferry"), TEXT)
    assert (merged.dateline, merged.agency, merged.date_text, merged.url) == (
        TEXT.dateline,
        TEXT.agency,
        TEXT.date_text,
        TEXT.url,
    )
    assert (merged.published, merged.authors, merged.tags) == (TEXT.published, TEXT.authors, TEXT.tags)
    assert merge(PageMetadata(), Metadata()) == Metadata()


def test_the_text_may_tell_the_time_of_the_same_day() -> None:
    assert merge(PageMetadata(published="2025-03-04"), TEXT).published == TEXT.published
    assert merge(PageMetadata(published="2025-03-04T09:00:00+00:00"), TEXT).published == "2025-03-04T09:00:00+00:00"


def test_a_name_goes_before_the_publisher() -> None:
    page = PageMetadata(authors=("Harbour Post",), publisher="The Harbour Post")
    assert merge(page, TEXT).authors == ("Ida Moreau",)
    assert merge(page, Metadata()).authors == ("Harbour Post",)


def test_an_agency_that_signs_is_the_agency() -> None:
    assert merge(PageMetadata(authors=("AFP",)), Metadata()).agency == "AFP"
    assert merge(PageMetadata(authors=("AFP",)), TEXT).agency == "Reuters"


def test_captions_are_united() -> None:
    page = PageMetadata(captions=("The ferry in dock", "Its captain"))
    assert merge(page, TEXT).captions == ("The ferry in dock.", "Its captain")


def test_the_declared_language_stands_in_for_an_unknown_one() -> None:
    assert merge(PageMetadata(language="no"), Metadata()).language == "nb"
    assert merge(PageMetadata(), Metadata()).language == "und"


def test_text_alone_states_none_of_what_only_markup_has() -> None:
    found = (
        Cleaner()
        .clean("Ferry to sail again\n\nThe ferry will sail again on Monday, two winters after its engine failed.")
        .metadata
    )
    assert (found.modified, found.description, found.canonical_url, found.site_name, found.image, found.declared_language) == (
        None,
    ) * 6

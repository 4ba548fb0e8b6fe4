"""No page raises."""

from __future__ import annotations

import json

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import hostile_bytes, hostile_text, jumbles

from newsclean import PRESETS, Article, Cleaner, Status

CLEANERS = {preset: Cleaner(preset=preset) for preset in PRESETS}


def assert_told(article: Article) -> None:
    """A status that fits the rest of the article, and nothing that JSON cannot say."""
    assert isinstance(article.status, Status)
    assert 0.0 <= article.confidence <= 1.0
    assert (article.status is Status.OK) == (article.reason == "")
    if article.status in (Status.EMPTY, Status.UNDECODABLE):
        assert article.text == "" and article.confidence == 0.0
    else:
        assert article.text
    article.source.encode("utf-8")
    assert json.loads(json.dumps(article.to_dict())) == article.to_dict()


@pytest.mark.parametrize("preset", PRESETS)
@given(source=st.one_of(hostile_text(), jumbles()))
@example(source="at\n\n" + "\u200f" * 122)
def test_no_text_raises(preset: str, source: str) -> None:
    assert_told(CLEANERS[preset].clean(source, kind="text"))


@settings(max_examples=150)
@given(source=hostile_bytes())
@example(source=b"")
@example(source=b"\xff\xfe")
@example(source=b"\xef\xbb\xbf")
@example(source=b"\x1f\x8b\x08")
def test_no_bytes_raise(source: bytes) -> None:
    assert_told(CLEANERS["balanced"].clean(source, kind="text"))


@pytest.mark.parametrize(
    "source",
    [
        "<!DOCTYPE html><html><body><p>Ships left the harbour on Monday after a week of storms.</p></body></html>",
        "<html>",
        "<p></p><p></p><p></p><p></p>",
        b"<!doctype html><title>Ships",
    ],
)
def test_no_markup_raises(source: str | bytes) -> None:
    assert_told(CLEANERS["balanced"].clean(source))

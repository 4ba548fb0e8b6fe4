"""Wrong configuration raises, and says where, what was found, what was expected."""

from __future__ import annotations

import pytest

import newsclean
from newsclean import Cleaner, ConfigError, FilterError, NewscleanError, ReadError, VocabularyError


@pytest.mark.parametrize("error", [ConfigError, FilterError, ReadError, VocabularyError])
def test_every_error_is_a_newsclean_error(error: type[Exception]) -> None:
    assert issubclass(error, NewscleanError)


def test_errors_are_also_the_builtin_errors_that_callers_expect() -> None:
    assert issubclass(ConfigError, ValueError)
    assert issubclass(VocabularyError, ValueError)
    assert issubclass(ReadError, TypeError)


@pytest.mark.parametrize("source", [None, 5, 1.5, ["Ships"], {"text": "Ships"}, object(), True])
def test_a_source_of_another_type(source: object) -> None:
    with pytest.raises(ReadError, match=f"{type(source).__name__}; expected str or bytes"):
        newsclean.clean(source)  # type: ignore[arg-type]


def test_an_unknown_preset_lists_the_known_ones() -> None:
    with pytest.raises(ConfigError, match=r"'strict'; expected one of balanced, precision, recall"):
        Cleaner(preset="strict")  # type: ignore[arg-type]
    with pytest.raises(ConfigError, match="'strict'"):
        newsclean.clean("Ships", preset="strict")  # type: ignore[arg-type]


def test_an_unknown_kind_lists_the_known_ones() -> None:
    with pytest.raises(ConfigError, match=r"'pdf'; expected one of auto, text, html"):
        Cleaner().clean("Ships", kind="pdf")  # type: ignore[arg-type]


def test_a_batch_without_the_column_lists_its_columns() -> None:
    with pytest.raises(ConfigError, match=r"'text'.*headline, body"):
        Cleaner().map_batch({"headline": ["Ships"], "body": ["Ships sail."]})


def test_a_stream_raises_at_the_bad_source_and_not_before() -> None:
    stream = Cleaner().stream(["Ships sailed again.", None])  # type: ignore[list-item]
    assert next(stream).source == "Ships sailed again."
    with pytest.raises(ReadError):
        next(stream)


def test_a_filter_error_carries_the_filter() -> None:
    error = FilterError("lists", "raised KeyError: 'x'")
    assert error.filter == "lists"
    assert str(error) == "filter 'lists': raised KeyError: 'x'"


def test_a_vocabulary_error_carries_file_entry_and_what_was_expected() -> None:
    error = VocabularyError("xx.toml", "phrase 3 ('read more')", "a role")
    assert (error.file, error.entry, error.expected) == ("xx.toml", "phrase 3 ('read more')", "a role")
    assert str(error) == "xx.toml: phrase 3 ('read more'): expected a role"

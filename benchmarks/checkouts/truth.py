"""What annotations call the same things: one page's ground truth, read tolerantly."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from benchmarks.errors import DataError

BODY = ("articleBody", "main_content", "body", "article_body", "paragraphs", "text", "content", "maintext", "plaintext")
_TITLE = ("title", "headline")
_AUTHORS = ("authors", "author")
_DATE = ("publish_date", "publishing_date", "date", "datePublished", "date_publish")
_URL = ("url", "link", "source_url")
_WITH = ("with", "with_")
_FILE = ("file", "html_file", "filename", "file_id", "html_path")
_NESTED = ("ground_truth", "groundTruth", "truth", "article", "gold")
_SECTION_KEYS = ("summary", "headline", "paragraphs", "sections", "text", "content")
"""The order of an article's parts where the annotation is a tree of them."""


def read_json(path: Path) -> Any:
    """A JSON file.

    :raises DataError: it is none
    """
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"))
    except ValueError as error:
        raise DataError(f"{path}: no JSON ({error})") from error


def has_body(entry: object) -> bool:
    """Whether an annotation states a body.

    >>> has_body({"ground_truth": {"main_content": "Fog."}}), has_body({"url": "x"}), has_body([])
    (True, False, False)
    """
    return isinstance(entry, Mapping) and any(name in _merged(entry) for name in BODY)


def file_name(entry: Mapping[str, Any], default: str) -> str:
    """The name of a page's HTML file, where the annotation states it."""
    return str(_first(_merged(entry), _FILE) or default)


def is_article(entry: Mapping[str, Any]) -> bool:
    """False where an annotation names another type of page.

    >>> is_article({"url": "x"}), is_article({"_internal": {"page_type": {"primary": "forum"}}})
    (True, False)
    """
    stated = _first(entry, ("page_type",)) or (entry.get("_internal") or {}).get("page_type")
    if isinstance(stated, Mapping):
        stated = stated.get("primary")
    return stated in (None, "", "article", "news", "blog")


def row(entry: Mapping[str, Any], *, id: str, html: str) -> dict[str, Any]:
    """An annotated page as a row, without what the annotation does not state."""
    found = _merged(entry)
    values = {
        "id": id,
        "html": html,
        "body": "\n".join(lines(_first(found, BODY))),
        "url": _first(found, _URL),
        "title": _first(found, _TITLE),
        "authors": _first(found, _AUTHORS),
        "date": _first(found, _DATE),
        "with_": _first(found, _WITH),
        "without": found.get("without"),
    }
    return {name: value for name, value in values.items() if value is not None}


def lines(value: object) -> Iterator[str]:
    """The lines of a body: of a text, of a list of paragraphs, or of a tree of sections.

    >>> list(lines({"sections": [{"paragraphs": ["b", {"text": "c"}], "headline": []}], "summary": ["a"]}))
    ['a', 'b', 'c']
    """
    if isinstance(value, str):
        yield from filter(None, map(str.strip, value.splitlines()))
    elif isinstance(value, Mapping):
        for key in _SECTION_KEYS:
            yield from lines(value.get(key))
    elif isinstance(value, list):
        for item in value:
            yield from lines(item)


def _merged(entry: Mapping[str, Any]) -> Mapping[str, Any]:
    """The entry, with the fields of the object that holds its ground truth, if there is one."""
    nested = _first(entry, _NESTED)
    return {**entry, **nested} if isinstance(nested, Mapping) else entry


def _first(entry: Mapping[str, Any], names: tuple[str, ...]) -> Any:
    return next((entry[name] for name in names if entry.get(name) is not None), None)

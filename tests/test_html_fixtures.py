"""Invented HTML pages with the right answer beside them.

``fixtures/<language>/<slug>.html`` is a page, ``<slug>.expected.json`` its answer: ``title``, ``body`` (its paragraphs, all of
them, in order), and where they matter ``kinds`` (of some paragraphs), ``removed`` (the role of some lines) and ``status``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsclean import Article, Cleaner
from newsclean.write import to_markdown

FIXTURES = Path(__file__).parent.parent / "fixtures"
CLEANER = Cleaner()
PAGES = sorted(FIXTURES.glob("*/*.html"))


def answer(path: Path) -> dict[str, Any]:
    return json.loads(path.with_suffix(".expected.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def cleaned(path: Path) -> Article:
    return CLEANER.clean(path.read_bytes())


def identifier(path: Path) -> str:
    return f"{path.parent.name}/{path.stem}"


def test_there_are_enough_pages() -> None:
    assert len(PAGES) >= 12
    assert len({path.parent.name for path in PAGES}) >= 8


@pytest.mark.parametrize("path", PAGES, ids=identifier)
def test_body_title_and_status(path: Path) -> None:
    article, expected = cleaned(path), answer(path)
    assert list(article.paragraphs) == expected["body"]
    assert article.metadata.title == expected["title"]
    assert article.status == expected.get("status", "ok")


@pytest.mark.parametrize("path", PAGES, ids=identifier)
def test_kinds_and_roles(path: Path) -> None:
    article, expected = cleaned(path), answer(path)
    kinds = {block.text: str(block.kind) for block in article.blocks}
    roles = {block.text: str(block.role) for block in article.removed}
    assert {text: kinds.get(text) for text in expected.get("kinds", {})} == expected.get("kinds", {})
    assert {text: roles.get(text) for text in expected.get("removed", {})} == expected.get("removed", {})


@pytest.mark.parametrize("path", PAGES, ids=identifier)
def test_the_clean_text_is_clean(path: Path) -> None:
    """Cleaning the body as text loses next to nothing of it."""
    text = cleaned(path).text
    again = CLEANER.clean(text, kind="text").text
    assert len(again) >= 0.9 * len(text)


def test_markdown_shows_headings_lists_and_quotes() -> None:
    ferry = to_markdown(cleaned(FIXTURES / "en" / "wordpress-ferry.html"))
    assert "\n## What the repair cost\n" in ferry
    cannery = to_markdown(cleaned(FIXTURES / "en" / "lists-quotes-cannery.html"))
    assert "\n\n- A school of boat building" in cannery and "\n- Flats for the young" in cannery
    assert "\n\n> I tinned herring" in cannery

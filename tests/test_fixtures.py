"""Invented pages with the right answer beside them.

``fixtures/<language>/<slug>.txt`` is a page, ``<slug>.expected.json`` its answer: ``title``, ``captions``, the ``metadata`` that
the text states (a key left out is not looked at), and in ``lines`` the role of every line that is not blank, by number (from 1,
over ``str.splitlines``). A page without an answer is a clean article: every line of it stays.

The body must be exact, and so must title, captions and the metadata given. A line that becomes metadata (title, caption, byline,
date, tags) must have that role, or be a value of the metadata as it stands. A line that is dropped may have any dropped role
except title, because what is furniture of two kinds at once is often open; only over all pages together must the kinds be right.

Pages in ``fixtures/known-failures`` are what newsclean gets wrong today. The day one passes, it fails here, and moves.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from benchmarks.checkouts.fixtures import roles
from newsclean import Article, Cleaner, Fate, Role

FIXTURES = Path(__file__).parent.parent / "fixtures"
KNOWN_FAILURES = "known-failures"
CLEANER = Cleaner()

METADATA_ROLES = frozenset({Role.TITLE, Role.CAPTION, Role.BYLINE, Role.DATE, Role.TAGS})
UNNAMED = Role.BOILERPLATE
"""What a dropped line is called whose kind does not matter."""

MIN_NAMED_SHARE = 0.6
"""Share of the dropped lines with a named kind that must get exactly that kind."""

MIN_LANGUAGES = 15
MIN_PAGES = 40


@dataclass(frozen=True)
class Page:
    """A fixture; ``roles`` are those of its lines that are not blank, by number."""

    path: Path
    source: str = field(repr=False)
    answer: dict[str, Any] = field(repr=False)
    roles: dict[int, Role] = field(repr=False)

    @property
    def name(self) -> str:
        return f"{self.path.parent.name}/{self.path.stem}"

    @property
    def fails(self) -> bool:
        """Whether newsclean is known to get this page wrong."""
        return self.path.parent.name == KNOWN_FAILURES

    @property
    def body(self) -> list[str]:
        lines = self.source.splitlines()
        return [lines[number - 1].strip() for number, role in self.roles.items() if role is Role.BODY]


def load_page(path: Path) -> Page:
    """A page with its answer, or with "every line is body"."""
    source = path.read_text(encoding="utf-8")
    expected = path.with_suffix(".expected.json")
    numbers = [number for number, line in enumerate(source.splitlines(), 1) if line.strip()]
    if not expected.exists():
        return Page(path, source, {}, dict.fromkeys(numbers, Role.BODY))
    answer = json.loads(expected.read_text(encoding="utf-8"))
    stated = roles(answer)
    return Page(path, source, answer, {number: Role(stated[number]) for number in numbers})


def fates_by_line(article: Article) -> dict[int, Fate]:
    """The fate of every line that is not blank, by its number; the lines of a paragraph that was broken share one."""
    starts, at = {}, 0
    for number, line in enumerate(article.source.splitlines(keepends=True), 1):
        starts[at + len(line) - len(line.lstrip())] = number
        at += len(line)
    return {starts[fate.start] + below: fate for fate in article.blocks for below in range(len(fate.text.splitlines()))}


def stated(article: Article) -> frozenset[str]:
    """Every value of an article's metadata."""
    values = article.metadata.to_dict().values()
    return frozenset(entry for value in values for entry in (value if isinstance(value, list) else [value]) if entry)


def problems(page: Page) -> list[str]:
    """What newsclean gets wrong on a page, an entry each."""
    article = cleaned(page.path)
    fates, values, found = fates_by_line(article), stated(article), article.metadata.to_dict()
    assert fates.keys() == page.roles.keys(), "every line that is not blank has one fate"
    wrong = [
        f"line {number} is {fates[number].role} by {fates[number].rule}, not {role}: {fates[number].text!r}"
        for number, role in page.roles.items()
        if not _fits(fates[number], role, values)
    ]
    expected = {key: page.answer[key] for key in ("title", "captions") if page.answer} | page.answer.get("metadata", {})
    return wrong + [f"{key} is {found[key]!r}, not {value!r}" for key, value in expected.items() if found[key] != value]


def _fits(fate: Fate, expected: Role, values: frozenset[str]) -> bool:
    if Role.BODY in (fate.role, expected):
        return fate.role is expected
    if expected in METADATA_ROLES:
        return fate.role is expected or fate.text in values
    return fate.role is not Role.TITLE


@cache
def pages() -> tuple[Page, ...]:
    return tuple(load_page(path) for path in sorted(FIXTURES.glob("*/*.txt")))


@cache
def cleaned(path: Path) -> Article:
    return CLEANER.clean(path.read_bytes(), kind="text")


def parameters(every: Iterable[Page]) -> list[Any]:
    xfail = pytest.mark.xfail(strict=True, raises=AssertionError, reason="a known failure")
    return [pytest.param(page, id=page.name, marks=[xfail] if page.fails else []) for page in every]


@pytest.mark.parametrize("page", parameters(pages()))
def test_page(page: Page) -> None:
    wrong = problems(page)
    assert not wrong, "\n".join(wrong)
    assert [line for paragraph in cleaned(page.path).paragraphs for line in paragraph.splitlines()] == page.body


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_a_second_cleaning_changes_nothing(page: Page) -> None:
    once = cleaned(page.path)
    twice = CLEANER.clean(once.text, kind="text")
    assert twice.paragraphs == once.paragraphs
    assert twice.removed == ()


def test_most_dropped_lines_are_called_what_they_are() -> None:
    named = [
        (role, fates_by_line(cleaned(page.path))[number].role)
        for page in pages()
        if not page.fails
        for number, role in page.roles.items()
        if role not in (*METADATA_ROLES, Role.BODY, UNNAMED)
    ]
    assert sum(expected is found for expected, found in named) >= MIN_NAMED_SHARE * len(named)


def test_there_are_pages_in_many_languages() -> None:
    counted = [page for page in pages() if not page.fails]
    assert len({page.path.parent for page in counted}) >= MIN_LANGUAGES
    assert len(counted) >= MIN_PAGES

"""Invented pages that no network has learned: what newsclean does on them, it may do on others.

``tests/held_out`` is laid out as ``fixtures`` is (see ``test_fixtures``), which the shipped network is trained on.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from test_fixtures import FIXTURES, Page, cleaned, load_page, parameters, problems

HELD_OUT = Path(__file__).parent / "held_out"
PAGES = tuple(load_page(path) for path in sorted(HELD_OUT.glob("*/*.txt")))

MIN_EXACT = 0.9
"""Share of the pages whose body is exact, those with a known failure included."""


@pytest.mark.parametrize("page", parameters(PAGES))
def test_page(page: Page) -> None:
    wrong = problems(page)
    assert not wrong, "\n".join(wrong)
    assert lines(page) == page.body


def test_nearly_all_bodies_are_exact() -> None:
    assert sum(lines(page) == page.body for page in PAGES) >= MIN_EXACT * len(PAGES)


def test_they_are_no_fixtures() -> None:
    learned = {path.read_text(encoding="utf-8") for path in FIXTURES.glob("*/*.txt")}
    assert PAGES
    assert learned.isdisjoint(page.source for page in PAGES)


def lines(page: Page) -> list[str]:
    """The body that newsclean finds."""
    return [line for paragraph in cleaned(page.path).paragraphs for line in paragraph.splitlines()]

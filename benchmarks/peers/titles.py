"""Titles of peers, for sets whose gold begins with the title."""

from __future__ import annotations

from benchmarks.pages import Page


def with_title(title: str | None, body: str, page: Page) -> str:
    """The body; with the title as its first line where the gold has it so and the body does not have it yet."""
    if not page.title_first or not title or body.lstrip().startswith(title.strip()):
        return body
    return f"{title.strip()}\n{body}"

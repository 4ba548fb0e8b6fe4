"""Everything kept: what doing nothing scores."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.pages import Page


def build() -> Callable[[str, Page], str]:
    """The text as it is."""
    return lambda text, page: text

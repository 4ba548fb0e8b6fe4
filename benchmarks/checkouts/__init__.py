"""Checkouts of public sets, told apart by their files, as rows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.checkouts import fixtures, one_truth, snippets, truth_per_page
from benchmarks.errors import DataError

_LAYOUTS = (snippets, one_truth, fixtures, truth_per_page)
"""The surest sign first: any folder may hold some JSON."""


def checkout_rows(root: Path) -> Iterator[dict[str, Any]]:
    """The rows of a checkout.

    :raises DataError: no known layout, or no page in it
    """
    for layout in _LAYOUTS:
        found = layout.find(root)
        if found is not None:
            rows: Iterator[dict[str, Any]] = layout.rows(found)
            return rows
    raise DataError(
        f"{root}: no known set; expected "
        + "; or ".join(f"{layout.EXPECTED} ({layout.SETS})" for layout in _LAYOUTS)
        + ". Name the folder that holds these, or convert the pages to JSON lines with html and body"
    )

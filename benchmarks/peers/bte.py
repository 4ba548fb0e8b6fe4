"""Body Text Extraction (Finn, Kushmerick and Smyth, 2001) over lines: the run with most words and fewest line ends."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.metrics import tokens
from benchmarks.pages import Page

LINE_COST = 12
"""Tokens that a line must hold to add to a run. Tags are gone, so a line end stands for those around it."""


def build() -> Callable[[str, Page], str]:
    """The lines of the best run."""
    return lambda text, page: "\n".join(best_run([line for line in text.splitlines() if line.strip()]))


def best_run(lines: list[str], cost: int = LINE_COST) -> list[str]:
    """The contiguous lines with the largest sum of tokens less their cost.

    >>> best_run(["Menu", "a b c d e", "-", "e f g h i", "Imprint"], cost=2)
    ['a b c d e', '-', 'e f g h i']
    """
    best, best_range = 0, (0, 0)
    total = start = 0
    for number, line in enumerate(lines):
        if total <= 0:
            total, start = 0, number
        total += len(tokens(line)) - cost
        if total > best:
            best, best_range = total, (start, number + 1)
    return lines[slice(*best_range)]

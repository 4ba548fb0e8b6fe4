"""Scores by snippets that a body must and must not have, as trafilatura's evaluation and WCXB count them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Snippets(NamedTuple):
    """Counts over one page or many: snippets found of those wanted, and found of those unwanted."""

    found: int = 0
    wanted: int = 0
    leaked: int = 0
    unwanted: int = 0

    @property
    def recall(self) -> float:
        """The share of the wanted snippets that are there; 1 where none is wanted."""
        return self.found / self.wanted if self.wanted else 1.0

    @property
    def rejection(self) -> float:
        """The share of the unwanted snippets that are not there; 1 where none is named."""
        return 1.0 - self.leaked / self.unwanted if self.unwanted else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of recall and of the wanted among all snippets found."""
        total = self.found + self.leaked + self.wanted
        return 2 * self.found / total if total else 1.0


def snippet_counts(text: str, wanted: Sequence[str], unwanted: Sequence[str]) -> Snippets:
    """Which snippets a text has, white space aside.

    >>> snippet_counts("Fog closed\\nthe port.", ["closed the port", "ships"], ["Read more"])
    Snippets(found=1, wanted=2, leaked=0, unwanted=1)
    """
    spaced = " ".join(text.split())

    def hits(snippets: Sequence[str]) -> int:
        return sum(" ".join(snippet.split()) in spaced for snippet in snippets)

    return Snippets(hits(wanted), len(wanted), hits(unwanted), len(unwanted))


def total(counts: Iterable[Snippets]) -> Snippets:
    """Counts of several pages added up."""
    return Snippets(*map(sum, zip(Snippets(), *counts, strict=True)))

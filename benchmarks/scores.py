"""Every score of one body, and of one program over the pages of a set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.metrics import PageScore, page_score, set_score
from benchmarks.pages import Page
from benchmarks.rouge import Overlap, rouge_lsum, word_f1
from benchmarks.snippets import Snippets, snippet_counts, total


@dataclass(frozen=True)
class BodyScore:
    """The scores of one page; those against a body are None where the set has none. ``failure`` says what a program raised."""

    shingles: PageScore | None
    rouge: Overlap | None
    words: float | None
    snippets: Snippets
    failure: str = ""

    def to_dict(self) -> dict[str, Any]:
        """Plain types, rounded, without what is not there."""
        values: dict[str, Any] = {}
        if self.shingles is not None and self.rouge is not None and self.words is not None:
            values = {
                "precision": round(self.shingles.precision, 4),
                "recall": round(self.shingles.recall, 4),
                "rouge_lsum": round(self.rouge.f1, 4),
                "words": round(self.words, 4),
            }
        if self.snippets.wanted or self.snippets.unwanted:
            values["snippets"] = list(self.snippets)
        return values | ({"failure": self.failure} if self.failure else {})


def body_score(page: Page, found: str, failure: str = "") -> BodyScore:
    """The scores of a body found on a page."""
    snippets = snippet_counts(found, page.wanted, page.unwanted)
    if not page.body:
        return BodyScore(None, None, None, snippets, failure)
    return BodyScore(page_score(page.body, found), rouge_lsum(page.body, found), word_f1(page.body, found), snippets, failure)


@dataclass(frozen=True)
class Means:
    """A program over a set: shingle F1 of the mean precision and recall, means of ROUGE-LSum and word F1, snippets in all."""

    f1: float
    precision: float
    recall: float
    rouge_lsum: float
    words: float
    snippets: Snippets
    failures: int

    def to_dict(self) -> dict[str, Any]:
        """Plain types, rounded."""
        numbers = {name: round(getattr(self, name), 4) for name in ("f1", "precision", "recall", "rouge_lsum", "words")}
        found = self.snippets
        if found.wanted or found.unwanted:
            numbers |= {"with": round(found.recall, 4), "without": round(found.rejection, 4), "snippet_f1": round(found.f1, 4)}
        return {**numbers, "failures": self.failures}


def means(scores: Sequence[BodyScore]) -> Means:
    """Means over pages; 0 for what no page has."""
    shingles = set_score(bodies) if (bodies := shingle_scores(scores)) else set_score([PageScore(0.0, 0.0)])
    rouge = [score.rouge.f1 for score in scores if score.rouge is not None]
    words = [score.words for score in scores if score.words is not None]
    return Means(
        shingles.f1,
        shingles.precision,
        shingles.recall,
        sum(rouge) / len(rouge) if rouge else 0.0,
        sum(words) / len(words) if words else 0.0,
        total(score.snippets for score in scores),
        sum(bool(score.failure) for score in scores),
    )


def shingle_scores(scores: Sequence[BodyScore]) -> list[PageScore]:
    """Those of the pages with a body."""
    return [score.shingles for score in scores if score.shingles is not None]

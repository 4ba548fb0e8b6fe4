"""Is confidence calibrated? Articles by confidence, with the F1 that they have."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any, NamedTuple

from benchmarks.articles import cleaning
from benchmarks.metrics import page_score
from benchmarks.ours import Kind, Ours
from benchmarks.pages import Page
from benchmarks.passes import spread
from benchmarks.peers.newsclean_text import found
from benchmarks.tables import share, table

CONFIDENT = 0.8
"""Articles from here on are said to be good."""

BINS = 10


class Point(NamedTuple):
    """One article: its confidence, and its shingle F1."""

    confidence: float
    f1: float


class Bin(NamedTuple):
    """Articles of similar confidence: ``low`` is the bin's lower end, the others are counts and means."""

    low: float
    pages: int
    confidence: float
    f1: float


def points(pages: Sequence[Page], kind: Kind, flatten: str, ours: Ours, jobs: int = 1) -> list[Point]:
    """Confidence and F1 of every page with a gold body.

    :raises Unavailable: as :func:`benchmarks.articles.cleaning`
    """
    return spread([page for page in pages if page.body], partial(_points, kind, flatten, ours), jobs)


def bins(articles: Sequence[Point]) -> list[Bin]:
    """The reliability curve: tenths of confidence that have articles.

    >>> bins([Point(0.85, 1.0), Point(0.89, 0.5), Point(1.0, 0.9)])
    [Bin(low=0.8, pages=2, confidence=0.87, f1=0.75), Bin(low=0.9, pages=1, confidence=1.0, f1=0.9)]
    """
    members: dict[int, list[Point]] = {}
    for article in articles:
        members.setdefault(min(int(article.confidence * BINS + 1e-9), BINS - 1), []).append(article)
    return [Bin(number / BINS, len(of), *_means(of)) for number, of in sorted(members.items())]


def numbers(articles: Sequence[Point]) -> dict[str, Any]:
    """Plain types: the curve, its mean distance from the diagonal, and the confident articles."""
    confident = [article for article in articles if article.confidence >= CONFIDENT]
    curve = bins(articles)
    error = sum(part.pages * abs(part.confidence - part.f1) for part in curve) / len(articles) if articles else 0.0
    return {
        "curve": [{**part._asdict(), "confidence": round(part.confidence, 4), "f1": round(part.f1, 4)} for part in curve],
        "calibration_error": round(error, 4),
        "confident_pages": len(confident),
        "confident_share": round(len(confident) / len(articles), 4) if articles else 0.0,
        "confident_f1": round(_means(confident).f1, 4) if confident else None,
    }


def tables(found: dict[str, Any]) -> str:
    """The curve, and a line about the confident articles."""
    rows = (
        (f"{part['low']:.1f} to {part['low'] + 1 / BINS:.1f}", str(part["pages"]), share(part["confidence"]), share(part["f1"]))
        for part in found["curve"]
    )
    curve = table(("confidence", "pages", "mean confidence", "mean F1"), rows)
    mean = "none" if found["confident_f1"] is None else f"mean F1 {share(found['confident_f1'])}"
    return (
        f"{curve}\n\nConfidence {CONFIDENT} or more: {found['confident_pages']} pages "
        f"({found['confident_share']:.0%}), {mean}. Mean distance from the diagonal: {share(found['calibration_error'])}."
    )


class _Mean(NamedTuple):
    confidence: float
    f1: float


def _means(articles: Sequence[Point]) -> _Mean:
    count = len(articles)
    return _Mean(sum(article.confidence for article in articles) / count, sum(article.f1 for article in articles) / count)


def _points(kind: Kind, flatten: str, ours: Ours, pages: Sequence[Page]) -> list[Point]:
    clean = cleaning(kind, flatten, ours)
    articles = ((page, clean(page)) for page in pages)
    return [Point(article.confidence, page_score(page.body, found(article, page)).f1) for page, article in articles]

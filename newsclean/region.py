"""Where on the page the article is: the run of lines with the most evidence of running text.

The maximal-sum run of line scores is Body Text Extraction (Finn, Kushmerick and Smyth, 2001) with graded evidence.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

STRONGEST = 3.0
"""Log-odds of one line are cut here, so that one very long line cannot outweigh an article."""

WIDEST_GAP = 40.0
"""Most that a stretch of lines which are no running text, but no furniture either, takes from a run: a table of results or
the ingredients of a recipe do not end a story."""


LONGEST_GAP = 2
"""Lines without running text over which a run is extended to the next sentence."""

SENTENCE = 2.8
"""Evidence of a line that is worth extending a run to: a sentence of ten words."""


def best_run(scores: Iterable[tuple[float, bool]]) -> tuple[int, int]:
    """The half-open range with the largest sum; the first of equals, and (0, 0) where nothing is positive.

    Each score comes with whether its line is furniture, which always counts in full.

    >>> best_run([(-1.0, False), (2.0, False), (-0.5, False), (2.0, False), (-4.0, True), (3.0, False)])
    (1, 4)
    """
    best, best_range = 0.0, (0, 0)
    total, start, gap = 0.0, 0, 0.0
    for number, (score, furniture) in enumerate(scores):
        if total <= 0.0:
            total, start, gap = 0.0, number, 0.0
        if score >= 0.0:
            gap = 0.0
            total += score
            if total > best:
                best, best_range = total, (start, number + 1)
        elif furniture:
            total += score
        elif gap < WIDEST_GAP:
            paid = min(-score, WIDEST_GAP - gap)
            gap += paid
            total -= paid
    return best_range


def extend(scores: Sequence[tuple[float, bool]], start: int, end: int) -> tuple[int, int]:
    """The run with the sentences beyond its ends that only a few other lines, and no furniture, divide from it.

    >>> extend([(9.0, False), (-3.0, False), (-9.0, False), (4.0, False), (-1.0, True), (9.0, False)], 3, 4)
    (0, 4)
    """
    above = _reach(scores[:start][::-1])
    below = _reach(scores[end:])
    return start - above, end + below


def _reach(outward: Sequence[tuple[float, bool]]) -> int:
    """How many lines outward the last sentence stands that the run may be extended to."""
    reached = gap = 0
    for number, (score, furniture) in enumerate(outward, 1):
        if furniture or gap > LONGEST_GAP:
            break
        gap = 0 if score > 0.0 else gap + 1
        if score >= SENTENCE:
            reached = number
    return reached


def evidence(log_odds: float, words: float) -> float:
    """What a line adds to a run: its log-odds, cut, weighed by the root of its words."""
    if log_odds > STRONGEST:
        log_odds = STRONGEST
    elif log_odds < -STRONGEST:
        log_odds = -STRONGEST
    return float(log_odds * (words + 0.5) ** 0.5)

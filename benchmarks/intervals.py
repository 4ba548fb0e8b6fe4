"""95% intervals by the bootstrap: how far a score depends on which pages happen to be in the set."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from benchmarks.metrics import PageScore, harmonic

ROUNDS = 1000
"""Resamplings of a set's pages."""

Interval = tuple[float, float]


class Resamples:
    """The same resampled sets of pages for all programs, so that differences are paired."""

    def __init__(self, pages: int, rounds: int = ROUNDS, seed: int = 0) -> None:
        """Draw them.

        :param pages: pages in the set
        """
        random = Random(seed)
        self._samples = [random.choices(range(pages), k=pages) for _ in range(rounds)]

    def f1(self, scores: Sequence[PageScore]) -> list[float]:
        """The set's F1 in each round."""
        precision, recall = [score.precision for score in scores], [score.recall for score in scores]
        count = len(scores)
        values = []
        for sample in self._samples:
            p, r = sum(map(precision.__getitem__, sample)) / count, sum(map(recall.__getitem__, sample)) / count
            values.append(harmonic(p, r))
        return values


def interval(values: Sequence[float]) -> Interval:
    """The middle 95% of values.

    >>> interval([n / 100 for n in range(100)])
    (0.02, 0.97)
    """
    ranked = sorted(values)
    return ranked[int(0.025 * len(ranked))], ranked[int(0.975 * len(ranked))]

"""What the network says about a page, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from math import exp

import numpy as np

from newsclean.scorer.features import LONG_WORDS, NAMES, Floats, PageFeatures, page_features
from newsclean.scorer.network import Network

WORDS = NAMES.index("words")
ENDS_LIKE_SENTENCE = NAMES.index("ends like a sentence")
_NAMED = 2


@dataclass(frozen=True)
class Scores:
    """The log-odds that each line of a page is part of the body, and the features behind them.

    ``body`` runs from the first line to the last that is more likely than not part of it, or may be kept.
    """

    log_odds: tuple[float, ...]
    body: range
    features: PageFeatures
    network: Network

    def reason(self, line: int) -> str:
        """The probability and the features that speak most strongly against a line, in words."""
        first, second = self._strongest[line]
        return f"probability {1.0 / (1.0 + exp(-self.log_odds[line])):.2f}: {first}, {second}"

    def expected_f1(self, kept: Sequence[int]) -> float:
        """The F1 that a body of these lines has if the probabilities are right, each line weighed by its words."""
        odds = np.array(self.log_odds)
        likely = self._words / (1.0 + np.exp(-odds))
        chosen = list(kept)
        return float(2.0 * likely[chosen].sum() / (self._words[chosen].sum() + likely.sum()))

    def prose_share(self, kept: Sequence[int]) -> float:
        """The share of the page's prose, in words, that these lines hold; 1 where the page has none."""
        prose = self._words * (self.features.dense[:, ENDS_LIKE_SENTENCE] > 0) * (self._words >= LONG_WORDS)
        total = prose.sum()
        return float(prose[list(kept)].sum() / total) if total else 1.0

    @cached_property
    def _words(self) -> Floats:
        return np.expm1(self.features.dense[:, WORDS]) + 0.5

    @cached_property
    def _strongest(self) -> list[list[str]]:
        """The two features of each line that a linear stand-in for the network counts most against it."""
        pushes: Floats = (self.features.dense - self.network.mean) * self.network.scale * self.network.linear
        names = np.array(NAMES)[np.argsort(pushes, axis=1)[:, : 4 * _NAMED]]
        return [list(dict.fromkeys(row))[:_NAMED] for row in names.tolist()]


def score(texts: Sequence[str], gaps: Sequence[int], network: Network, threshold: float = 0.0) -> Scores:
    """Score the lines of a page, at least one.

    :param texts: the lines, none empty
    :param gaps: the blank lines above each
    :param threshold: the log-odds from which a line may be kept
    """
    features = page_features(texts, gaps)
    log_odds = network(features)
    inside = np.flatnonzero(log_odds >= min(threshold, 0.0))
    body = range(int(inside[0]), int(inside[-1]) + 1) if len(inside) else range(0)
    return Scores(tuple(log_odds.tolist()), body, features, network)

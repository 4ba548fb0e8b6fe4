"""What the network says about a page, and why."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from newsclean.model import Block
from newsclean.scorer.features import NAMES, PageFeatures, place
from newsclean.scorer.lines import Floats, Ints, Reading, read_lines
from newsclean.scorer.markup import NAMES as MARKUP_NAMES
from newsclean.scorer.markup import MarkupFeatures, markup_features
from newsclean.scorer.network import Network

SENTENCE_WORDS = 4
"""Words from which a line that ends like a sentence counts as prose when the page's is weighed."""

_LIKELIEST, _LIKELY = 3, 2.0
"""How many lines are made likely where the network is sure of none, and the log-odds that they get."""

CALIBRATION = ((0.0, 0.5, 0.8, 0.9, 0.955, 1.0), (0.0, 0.1, 0.4, 0.6, 0.8, 1.0))
"""Expected F1, and the confidence that goes with it: at .8 and above, bodies of development pages have a mean F1 over .95."""


@dataclass(frozen=True)
class Scores:
    """The log-odds that each line of a page is part of the body, and the features behind them.

    ``body`` runs from the first line to the last that is more likely than not part of it, or may be kept.
    """

    log_odds: tuple[float, ...]
    body: range
    reading: Reading
    features: PageFeatures
    markup: MarkupFeatures | None
    network: Network

    def raised(self) -> Scores:
        """The same, moved up so far that the likeliest lines are likely: for a page on which the network is sure of none."""
        odds = np.array(self.log_odds)
        odds += _LIKELY - np.sort(odds)[-_LIKELIEST:].mean()
        return replace(self, log_odds=tuple(odds.tolist()), body=_body(odds, 0.0))

    def reasons(self, lines: Sequence[int]) -> list[str]:
        """The probability of each of some lines and the features that speak most strongly against it, in words.

        These are the two names of features that a linear stand-in for the network counts most against the line.
        """
        names, name_of = _named(NAMES if self.markup is None else (*NAMES, *MARKUP_NAMES))
        pushes = self.network.standardised(self.features, self.markup)[lines]
        pushes *= self.network.linear
        first = name_of[pushes.argmin(axis=1)]
        pushes[name_of == first[:, None]] = np.inf
        second = name_of[pushes.argmin(axis=1)]
        percent = np.rint(100.0 * self._probabilities[lines]).astype(int)
        said = list(zip(percent.tolist(), first.tolist(), second.tolist(), strict=True))
        reasons = {(p, one, other): f"probability {p / 100:.2f}: {names[one]}, {names[other]}" for p, one, other in set(said)}
        return [reasons[saying] for saying in said]

    def expected_f1(self, kept: Sequence[int]) -> float:
        """The F1 that a body of these lines has if the probabilities are right, each line weighed by its words."""
        likely = self._words * self._probabilities
        chosen = list(kept)
        return float(2.0 * likely[chosen].sum() / (self._words[chosen].sum() + likely.sum()))

    def confidence(self, kept: Sequence[int]) -> float:
        """How far a body of these lines can be trusted, 0 to 1: its expected F1, calibrated on pages of unseen sites."""
        return round(float(np.interp(self.expected_f1(kept), *CALIBRATION)), 3)

    def body_share(self) -> float:
        """The share of the page's words in lines that are more likely than not part of the body."""
        return float(self._words[self._probabilities > 0.5].sum() / self._words.sum())

    def share(self, lines: Collection[int]) -> float:
        """The share of the page's words in some of its lines."""
        return float(self._words[list(lines)].sum() / self._words.sum())

    def prose_share(self, kept: Sequence[int]) -> float:
        """The share of the page's prose, in words, that these lines hold; 1 where the page has none."""
        prose = self._words * self.reading.closed * (self._words >= SENTENCE_WORDS)
        total = prose.sum()
        return float(prose[list(kept)].sum() / total) if total else 1.0

    @cached_property
    def _words(self) -> Floats:
        return self.reading.words + np.float32(0.5)

    @cached_property
    def _probabilities(self) -> NDArray[np.float64]:
        probabilities: NDArray[np.float64] = 1.0 / (1.0 + np.exp(-np.array(self.log_odds)))
        return probabilities


@cache
def _named(columns: tuple[str, ...]) -> tuple[tuple[str, ...], Ints]:
    """The distinct names of columns, and which of them each column has."""
    distinct = tuple(dict.fromkeys(columns))
    return distinct, np.array([distinct.index(name) for name in columns])


def score(blocks: Sequence[Block], network: Network, threshold: float = 0.0, reading: Reading | None = None) -> Scores:
    """Score the blocks of a page, at least one.

    :param network: one that was trained with markup where the blocks have it
    :param threshold: the log-odds from which a line may be kept by itself
    :param reading: what the blocks' lines say one by one, where they were read before
    """
    texts = [block.text for block in blocks]
    reading = reading or read_lines(texts)
    features = place(reading, [block.gap_before for block in blocks])
    markups = [block.markup for block in blocks if block.markup is not None]
    markup = markup_features(texts, markups) if network.names is not None and len(markups) == len(blocks) else None
    log_odds = network(features, markup)
    return Scores(tuple(log_odds.tolist()), _body(log_odds, min(threshold, 0.0)), reading, features, markup, network)


def _body(log_odds: NDArray[np.floating[Any]], threshold: float) -> range:
    """The lines from the first to the last over a threshold."""
    inside = np.flatnonzero(log_odds >= threshold)
    return range(int(inside[0]), int(inside[-1]) + 1) if len(inside) else range(0)

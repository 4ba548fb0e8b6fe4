"""A second look at each block: what the first says of its neighbours, and where the best run of blocks is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import accumulate
from math import log1p

from newsclean.model import Block
from newsclean.region import best_run, evidence

CONTEXT = (
    "own", "above_1", "above_2", "above_3", "below_1", "below_2", "below_3", "group", "alone", "run", "over_run", "under_run",
    "near", "far", "run_mean", "run_mass",
)  # fmt: skip
"""The names of the numbers, in order."""

_CUT = 6.0
_NEAR, _FAR = 3, 8


def page_context(blocks: Sequence[Block], words: Sequence[float], log_odds: Sequence[float]) -> list[list[float]]:
    """For every block the numbers of CONTEXT, from the first log-odds of all blocks."""
    odds = [max(-_CUT, min(value, _CUT)) for value in log_odds]
    weights = [(size + 0.5) ** 0.5 for size in words]
    scores = [evidence(value, size) for value, size in zip(odds, words, strict=True)]
    start, end = best_run((score, False) for score in scores)
    groups = [block.markup.group if block.markup is not None else 0 for block in blocks]
    sums: dict[int, float] = defaultdict(float)
    masses: dict[int, float] = defaultdict(float)
    for group, value, weight in zip(groups, odds, weights, strict=True):
        sums[group] += value * weight
        masses[group] += weight
    padded = [-4.0] * 3 + odds + [-4.0] * 3
    near, far = _means(odds, weights, _NEAR), _means(odds, weights, _FAR)
    mean = sum(odds[start:end]) / (end - start) if end > start else -4.0
    mass = log1p(max(sum(scores[start:end]), 0.0))
    rows = []
    for number, (group, value, weight) in enumerate(zip(groups, odds, weights, strict=True)):
        rest = masses[group] - weight
        alone = rest < 1e-6
        rows.append(
            [
                value,
                padded[number + 2],
                padded[number + 1],
                padded[number],
                padded[number + 4],
                padded[number + 5],
                padded[number + 6],
                0.0 if alone else (sums[group] - value * weight) / rest,
                float(alone),
                float(start <= number < end),
                log1p(max(start - number, 0)),
                log1p(max(number - end + 1, 0)),
                near[number],
                far[number],
                mean,
                mass,
            ]
        )
    return rows


def _means(odds: Sequence[float], weights: Sequence[float], reach: int) -> list[float]:
    """The weighted mean over each block and its neighbours, ``reach`` on either side."""
    sums = [0.0, *accumulate(value * weight for value, weight in zip(odds, weights, strict=True))]
    masses = [0.0, *accumulate(weights)]
    count = len(odds)
    spans = ((max(number - reach, 0), min(number + reach + 1, count)) for number in range(count))
    return [(sums[high] - sums[low]) / (masses[high] - masses[low]) for low, high in spans]

"""Which lines of a page are part of its gold body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from benchmarks.metrics import SHINGLE, tokens

_NEIGHBOURS = 5


def labels(lines: Sequence[str], gold: str) -> NDArray[np.bool_]:
    """Whether most of each line is in the gold.

    Tokens count that stand in a run of four which the gold has too. Runs go over the ends of lines, so that pieces of a
    paragraph that a flattener broke are found. A line that the page has more often than the gold counts where most lines
    around it are found.

    >>> labels(["Menu", "Ships left the harbour", "on Monday.", "Share"], "Ships left the harbour on Monday.").tolist()
    [False, True, True, False]
    """
    line_tokens = [tuple(tokens(line)) for line in lines]
    shares = _covered(line_tokens, gold)
    gold_lines = Counter(tuple(tokens(line)) for line in gold.splitlines())
    for number, words in enumerate(line_tokens):
        if len(words) < SHINGLE and shares[number] < 1.0:
            shares[number] = words in gold_lines
    found = shares > 0.5
    for words, places in _repeated(line_tokens, found).items():
        around = {place: float(shares[max(place - _NEIGHBOURS, 0) : place + _NEIGHBOURS + 1].sum()) for place in places}
        best = sorted(places, key=lambda place: (-around[place], place))
        found[best[max(gold_lines[words], 1) :]] = False
    return found


def _covered(line_tokens: Sequence[tuple[str, ...]], gold: str) -> NDArray[np.float64]:
    """The share of each line's tokens that stand in a shingle of the gold."""
    wanted = tokens(gold)
    known = {tuple(wanted[at : at + SHINGLE]) for at in range(len(wanted) - SHINGLE + 1)}
    stream = [token for words in line_tokens for token in words]
    covered = np.zeros(len(stream), dtype=bool)
    for at in range(len(stream) - SHINGLE + 1):
        if tuple(stream[at : at + SHINGLE]) in known:
            covered[at : at + SHINGLE] = True
    ends = np.cumsum([len(words) for words in line_tokens])
    sums = np.concatenate([[0], np.cumsum(covered)])
    counts = np.array([len(words) for words in line_tokens])
    shares: NDArray[np.float64] = (sums[ends] - sums[ends - counts]) / np.maximum(counts, 1)
    return shares


def _repeated(line_tokens: Sequence[tuple[str, ...]], found: NDArray[np.bool_]) -> dict[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = {}
    for number, words in enumerate(line_tokens):
        if found[number] and words:
            places.setdefault(words, []).append(number)
    return {words: numbers for words, numbers in places.items() if len(numbers) > 1}

"""Two logistic regressions, one after the other: the log-odds that a block is article text."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from operator import mul
from types import MappingProxyType

from newsclean.hints.context import CONTEXT, page_context
from newsclean.hints.features import NUMBERS, Features, page_features
from newsclean.measure import Line
from newsclean.model import Block
from newsclean.region import evidence

WEIGHTS_FILE = "weights.json"


@dataclass(frozen=True)
class Stage:
    """What each number and each mark adds to the log-odds."""

    intercept: float
    numbers: tuple[float, ...]
    marks: Mapping[str, float]

    def log_odds(self, row: Features, more: Sequence[float] = ()) -> float:
        """The log-odds for one block; ``more`` are its numbers beyond the first."""
        total: float = self.intercept + sum(map(mul, self.numbers, (*row.numbers, *more)))
        for mark in row.marks:
            total += self.marks.get(mark, 0.0)
        return total


def sharpen(blocks: Sequence[Block], lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines with log-odds and evidence that know the markup. Every block must have some."""
    if not blocks:
        return ()
    first, second = stages()
    rows = page_features(blocks, lines)
    words = [line.words for line in lines]
    context = page_context(blocks, words, [first.log_odds(row) for row in rows])
    sharp = (second.log_odds(row, more) for row, more in zip(rows, context, strict=True))
    pairs = zip(lines, sharp, strict=True)
    return tuple(line._replace(prose=value, evidence=evidence(value, line.words)) for line, value in pairs)


@cache
def stages() -> tuple[Stage, Stage]:
    """The weights as they come with the package (``python -m benchmarks hints`` fits them again); read once, never changed."""
    data = json.loads(files(__package__).joinpath(WEIGHTS_FILE).read_text(encoding="utf-8"))
    first, second = data["first"], data["second"]
    return _stage(first, NUMBERS), _stage(second, (*NUMBERS, *CONTEXT))


def _stage(data: Mapping[str, Mapping[str, float]], numbers: Sequence[str]) -> Stage:
    named = data["numbers"]
    return Stage(named["intercept"], tuple(named[name] for name in numbers), MappingProxyType(dict(data["marks"])))

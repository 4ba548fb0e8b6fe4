"""Quality of a body text against its gold, as the field measures it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

SHINGLE = 4
"""Tokens in a shingle, as in scrapinghub's article-extraction-benchmark."""

_SPACELESS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_SPACELESS}]|[^\W{_SPACELESS}]+")


def harmonic(one: float, other: float) -> float:
    """The harmonic mean of two numbers that are not negative.

    >>> harmonic(1.0, 0.5), harmonic(0.0, 0.0)
    (0.6666666666666666, 0.0)
    """
    return 2 * one * other / (one + other) if one + other else 0.0


@dataclass(frozen=True)
class PageScore:
    """Precision and recall of one page, each 0 to 1."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The page's own F1, 0 to 1."""
        return harmonic(self.precision, self.recall)


@dataclass(frozen=True)
class SetScore:
    """Means over pages; ``f1`` is the harmonic mean of the mean precision and the mean recall."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The set's F1, 0 to 1."""
        return harmonic(self.precision, self.recall)


def tokens(text: str) -> list[str]:
    """Words, and each character of scripts that set no spaces between words.

    >>> tokens("Kyoto 京都")
    ['Kyoto', '京', '都']
    """
    return _TOKEN.findall(text)


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Counted runs of four tokens; a text shorter than that is one shingle."""
    words = tokens(text)
    if not words:
        return Counter()
    size = min(SHINGLE, len(words))
    return Counter(tuple(words[i : i + size]) for i in range(len(words) - size + 1))


def page_score(gold: str, found: str) -> PageScore:
    """Shingle precision and recall of ``found`` against ``gold``.

    >>> page_score("a b c d e", "a b c d")
    PageScore(precision=1.0, recall=0.5)
    """
    want, have = shingles(gold), shingles(found)
    if want == have:
        return PageScore(1.0, 1.0)
    hits = (want & have).total()
    return PageScore(
        precision=hits / have.total() if have else 0.0,
        recall=hits / want.total() if want else 0.0,
    )


def set_score(pages: Sequence[PageScore]) -> SetScore:
    """Macro means of page scores."""
    count = len(pages)
    return SetScore(sum(p.precision for p in pages) / count, sum(p.recall for p in pages) / count)

"""Quality of a body text against its gold, as the field measures it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

SHINGLE = 4
"""Tokens in a shingle, as in scrapinghub's article-extraction-benchmark."""

_SPACELESS = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_SPACELESS}]|[^\W{_SPACELESS}]+")


@dataclass(frozen=True)
class PageScore:
    """Precision and recall of one page, each 0 to 1."""

    precision: float
    recall: float


@dataclass(frozen=True)
class SetScore:
    """Means over pages; ``f1`` is the harmonic mean of the mean precision and the mean recall."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The set's F1, 0 to 1."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


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


def bootstrap(pages: Sequence[PageScore], rounds: int = 1000, seed: int = 0) -> tuple[float, float]:
    """The 95% interval of the set's F1 over resampled pages."""
    random = Random(seed)
    scores = sorted(set_score(random.choices(pages, k=len(pages))).f1 for _ in range(rounds))
    return scores[int(0.025 * rounds)], scores[int(0.975 * rounds)]

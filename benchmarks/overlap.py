"""How much of a line is in a gold body."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.metrics import SHINGLE, shingles, tokens


class Gold:
    """A gold body that lines are looked up in.

    >>> gold = Gold(["Ships left the harbour on Monday", "Storms"])
    >>> gold.share("Ships left the harbour today"), gold.share("Storms"), gold.share("harbour")
    (0.5, 1.0, 0.0)
    """

    def __init__(self, lines: Iterable[str]) -> None:
        """Index the lines.

        :param lines: the body, a paragraph a line
        """
        texts = list(lines)
        self._shingles = shingles("\n".join(texts))
        self._short = {words for text in texts if len(words := tuple(tokens(text))) < SHINGLE}

    def share(self, line: str) -> float:
        """The share of a line's shingles that the body has; a line too short for one is in it as a whole line or not at all."""
        words = tuple(tokens(line))
        if len(words) < SHINGLE:
            return float(words in self._short)
        found = shingles(line)
        return sum(count for shingle, count in found.items() if shingle in self._shingles) / found.total()

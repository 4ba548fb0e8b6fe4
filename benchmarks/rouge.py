"""ROUGE-LSum (Lin, 2004): the union of longest common subsequences, line by line, as fundus-evaluation measures bodies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from benchmarks.metrics import tokens


class Overlap(NamedTuple):
    """Precision, recall and their harmonic mean, each 0 to 1."""

    precision: float
    recall: float
    f1: float


def overlap(hits: float, found: int, wanted: int) -> Overlap:
    """The overlap of two texts that share ``hits`` tokens; two empty texts agree."""
    if not found and not wanted:
        return Overlap(1.0, 1.0, 1.0)
    return Overlap(hits / found if found else 0.0, hits / wanted if wanted else 0.0, 2 * hits / (found + wanted))


def rouge_lsum(gold: str, found: str) -> Overlap:
    """ROUGE-LSum of a body against its gold, over lines and case-folded tokens.

    >>> rouge_lsum("Fog closed the port.\\nShips wait.", "Ships wait.\\nFog closed the bay.").f1
    0.8333333333333334
    """
    wanted, have = _lines(gold), _lines(found)
    left_wanted, left_have = (Counter(token for line in lines for token in line) for lines in (wanted, have))
    sizes = left_have.total(), left_wanted.total()
    others = {line: frozenset(line) for line in have}
    hits = 0
    for line in wanted:
        for token in line if line in others else _union(line, others):
            if left_wanted[token] > 0 and left_have[token] > 0:
                left_wanted[token] -= 1
                left_have[token] -= 1
                hits += 1
    return overlap(hits, *sizes)


def word_f1(gold: str, found: str) -> float:
    """F1 over the counted case-folded tokens of two texts, in no order, as WCXB measures bodies.

    >>> word_f1("Fog closed the port", "the port closed")
    0.8571428571428571
    """
    wanted, have = (Counter(tokens(text.casefold())) for text in (gold, found))
    return overlap((wanted & have).total(), have.total(), wanted.total()).f1


def _lines(text: str) -> list[tuple[str, ...]]:
    return [words for line in text.casefold().splitlines() if (words := tuple(tokens(line)))]


def _union(line: Sequence[str], others: Mapping[tuple[str, ...], frozenset[str]]) -> list[str]:
    """The tokens of a line that are in its longest common subsequence with any of the other lines.

    :param others: each with the set of its tokens
    """
    places: dict[str, int] = {}
    for place, token in enumerate(line):
        places[token] = places.get(token, 0) | 1 << place
    shared = {other: words & places.keys() for other, words in others.items()}
    members = 0
    for other, words in sorted(shared.items(), key=lambda item: -len(item[1])):
        if any(places[word] & ~members for word in words):  # or it could add nothing
            members |= sum(1 << place for place in _common(places, len(line), other))
    return [token for place, token in enumerate(line) if members >> place & 1]


def _common(places: dict[str, int], size: int, other: Sequence[str]) -> Iterator[int]:
    """The places of one longest common subsequence.

    Bit-parallel (Hyyrö, 2004): in a row of the table, bit ``i`` is 0 where the length grows from place ``i`` to the next, so a
    length is a count of zeros. Ties fall as in the reference implementation, which goes up unless the left is longer.
    """
    full = (1 << size) - 1
    table = [full]
    for token in other:
        row = table[-1]
        shared = row & places.get(token, 0)
        table.append(((row + shared) | (row - shared)) & full)

    def length(i: int, j: int) -> int:
        return i - (table[j] & ((1 << i) - 1)).bit_count()

    i, j = size, len(other)
    while i and j:
        if places.get(other[j - 1], 0) >> (i - 1) & 1:
            i, j = i - 1, j - 1
            yield i
        elif length(i, j - 1) > length(i - 1, j):
            j -= 1
        else:
            i -= 1

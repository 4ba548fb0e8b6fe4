"""Numbers about blocks, computed once: what the filters reason with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log1p
from typing import NamedTuple

from newsclean.model import Block
from newsclean.region import evidence
from newsclean.vocabulary import Phrase, Vocabulary, fold
from newsclean.vocabulary.fold import MAX_CHARS, SPACELESS

NEAR_BLOCKS = 40
"""How far above and below the body lines are measured in full: a headline may stand that far from its story."""

SAMPLE_CHARS = 1_000
"""Shares are taken over a line's first characters: a line of ten megabytes costs no more than a long paragraph."""

_CHARS_PER_WORD = 1.7
"""How many characters of a script without spaces weigh as much as one word elsewhere."""

_CLOSERS = "\"'”’»)]」』*› "
_SENTENCE_ENDS = tuple(".!?。！？।؟۔။។።")
_ELLIPSES = ("...", "…")
_MARKED_ENDS = (*_ELLIPSES, ":", "：")
_QUOTE_ENDS = ("」", "』")
_UNPUNCTUATED = re.compile(r"[\u0e00-\u0eff][\s\d)”\"]*$")
_LONG_LINE_CHARS = {"quote": 15, "unpunctuated": 80}
"""Japanese closes a quotation without a full stop, Thai and Lao close nothing: there a long line is a sentence."""

_COMMA = re.compile(r"[,;、，،]")
_COMMAS = (", ", "; ", "、", "，", "، ")
_DIGIT = re.compile(r"\d")
_SIGN_OFF = re.compile(
    r"(?<=[.!?。\"”’»」])\s?(?:[-–—]{1,2}\s?|[(（\[])[^\W\d_][\w /&.-]{1,24}[)）\]]?$"
    r"|[.!?][\"”»]?\s[A-ZА-Я][A-ZА-Я/-]{1,12}(?:\s[A-Z]{2,6}){0,3}$"
)
"""An agency after the last sentence of a paragraph: ``he said. - Bloomberg``."""

_BULLETS = frozenset("•-*·▪●‣–—»>■◆○▶►→")


class Line(NamedTuple):
    """What is known about one block before any filter has spoken.

    ``words`` counts words (characters of scripts without spaces weigh less), ``capitals`` is the share of words after the
    first that begin with a capital, ``closed`` says that the line ends like a sentence, ``twin`` is the index of the first
    earlier block with the same fold, ``phrase`` the vocabulary's phrase that claims the line, ``prose`` the log-odds that
    the line is article text, and ``evidence`` what it adds to a run of such lines.
    """

    fold: str
    phrase: Phrase | None
    twin: int | None
    words: float
    closed: bool
    capitals: float
    bullet: bool
    ellipsis: bool
    prose: float
    evidence: float


@dataclass(frozen=True, slots=True)
class ProseWeights:
    """What each number adds to the log-odds that a line is article text.

    A logistic regression over the lines of the development pages, flattened by resiliparse (``python -m benchmarks
    prose`` fits it again): each page weighs the same, a line within its page by the root of its words.
    """

    intercept: float = -1.7
    length: float = 0.4
    closed: float = -1.0
    closed_length: float = 1.0
    commas: float = 0.15
    capitals_length: float = -0.45
    digits: float = -0.4
    bullet: float = -0.25
    ellipsis: float = -0.35
    divided: float = -0.8
    lower: float = -0.85
    colon: float = 2.0
    short: float = -0.85
    repeated: float = -0.9


WEIGHTS = ProseWeights()


def measure(blocks: Iterable[Block], vocabulary: Vocabulary) -> tuple[Line, ...]:
    """Measure every block, in order."""
    first: dict[str, int] = {}
    return tuple(_line(block.text, number, first, vocabulary) for number, block in enumerate(blocks))


def measure_near(blocks: Sequence[Block], vocabulary: Vocabulary, log_odds: Sequence[float]) -> tuple[Line, ...]:
    """Measure the blocks around those that a scorer takes for the body, with its log-odds in place of a line's own.

    Over half of a page's lines stand further away than any filter looks. Of them only the score and the length are taken.
    """
    inside = [number for number, score in enumerate(log_odds) if score > 0.0]
    start, stop = (inside[0] - NEAR_BLOCKS, inside[-1] + 1 + NEAR_BLOCKS) if inside else (0, len(blocks))
    first: dict[str, int] = {}
    return tuple(
        rescored(_line(block.text, number, first, vocabulary), score) if start <= number < stop else _far(block.text, score)
        for number, (block, score) in enumerate(zip(blocks, log_odds, strict=True))
    )


def remeasure(kept: Sequence[int], blocks: Sequence[Block], lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[Line, ...]:
    """What :func:`measure` says of some of the blocks: only lines with a twin depend on what stands beside them."""
    if any(lines[number].twin is not None for number in kept):
        return measure((blocks[number] for number in kept), vocabulary)
    return tuple(lines[number] for number in kept)


def rescored(line: Line, log_odds: float) -> Line:
    """The line with a scorer's log-odds of article text in place of its own."""
    return line._replace(prose=log_odds, evidence=evidence(log_odds, line.words))


def _far(text: str, log_odds: float) -> Line:
    words = text.count(" ", 0, SAMPLE_CHARS) + 1.0
    return Line("", None, None, words, False, 0.0, False, False, log_odds, evidence(log_odds, words))


def prose_log_odds(
    text: str, words: float, *, closed: bool, capitals: float, repeated: bool, weights: ProseWeights = WEIGHTS
) -> float:
    """The log-odds that a line is article text: linear in the weights."""
    sample = text if len(text) <= SAMPLE_CHARS else text[:SAMPLE_CHARS]
    length = log1p(min(words, 60.0))
    total = weights.intercept + weights.length * length
    if closed:
        total += weights.closed + weights.closed_length * length
    if words > 1:
        total += weights.capitals_length * capitals * length
        if _COMMA.search(sample):
            total += weights.commas * min(sum(map(sample.count, _COMMAS)), 4)
    if words <= 3:
        total += weights.short
    if repeated:
        total += weights.repeated
    if text[0].islower():
        total += weights.lower
    if text[0] in _BULLETS:
        total += weights.bullet
    if text.endswith(_MARKED_ENDS):
        total += weights.ellipsis if text.endswith(_ELLIPSES) else weights.colon
    if "|" in sample or "›" in sample or "»" in sample or "·" in sample or " / " in sample:
        total += weights.divided
    if _DIGIT.search(sample):
        total += weights.digits * len(_DIGIT.findall(sample)) / len(sample)
    return total


def _line(text: str, number: int, first: dict[str, int], vocabulary: Vocabulary) -> Line:
    folded = fold(text) if len(text) <= MAX_CHARS else ""
    twin = first.setdefault(folded or text, number)
    sample = text if len(text) <= SAMPLE_CHARS else text[:SAMPLE_CHARS]
    pieces = sample.split()
    words = _weigh(pieces, sample) * len(text) / len(sample)
    tail = pieces[1:40]
    capitals = sum([piece[0].isupper() for piece in tail]) / len(tail) if tail else 0.0
    ellipsis = text.endswith(_ELLIPSES)
    closed = not ellipsis and _is_closed(text)
    prose = prose_log_odds(text, words, closed=closed, capitals=capitals, repeated=twin != number)
    return Line(
        fold=folded,
        phrase=vocabulary.match(text, folded) if folded else None,
        twin=twin if twin != number else None,
        words=words,
        closed=closed,
        capitals=capitals,
        bullet=text[0] in _BULLETS,
        ellipsis=ellipsis,
        prose=prose,
        evidence=evidence(prose, words),
    )


def _is_closed(text: str) -> bool:
    """Whether a text ends like a sentence, closing quotes and an agency's sign-off aside.

    >>> _is_closed("“We sail,” he said."), _is_closed("He left. - Bloomberg"), _is_closed("Ships sail")
    (True, True, False)
    """
    if text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS):
        return True
    if text.endswith(_QUOTE_ENDS):
        return len(text) >= _LONG_LINE_CHARS["quote"]
    if len(text) >= _LONG_LINE_CHARS["unpunctuated"] and _UNPUNCTUATED.search(text[-20:]):
        return True
    ending = text[-40:]
    return (
        ending[-1].isupper() or " -" in ending or " –" in ending or " —" in ending or ending[-1] in ")）]"
    ) and _SIGN_OFF.search(ending) is not None


def _weigh(pieces: Sequence[str], sample: str) -> float:
    """Words of a sample, given its pieces between white space, or what weighs as much.

    >>> _weigh(["Ships", "sail"], "Ships sail"), _weigh(["船が再び出港した。"], "船が再び出港した。") > 3
    (2.0, True)
    """
    words = float(len(pieces))
    if sample.isascii() or not (spaceless := len(SPACELESS.findall(sample))):
        return words
    return max(words, words * (1 - spaceless / len(sample)) + spaceless / _CHARS_PER_WORD)

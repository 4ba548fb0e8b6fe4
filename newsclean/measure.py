"""Numbers about blocks, computed once: what the filters reason with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import log1p
from typing import Any, NamedTuple

from newsclean.model import ARTICLE_ROLES, Block
from newsclean.punctuation import CLOSERS, CLOSING_QUOTES
from newsclean.region import evidence
from newsclean.vocabulary import Phrase, Vocabulary, fold
from newsclean.vocabulary.fold import MAX_CHARS, SPACELESS

ABOVE_BLOCKS, BELOW_BLOCKS = 24, 15
"""How far above and below the body lines are measured in full: a headline may stand that far above its story."""

SAMPLE_CHARS = 1_000
"""Shares are taken over a line's first characters: a line of ten megabytes costs no more than a long paragraph."""

_CHARS_PER_WORD = 1.7
"""How many characters of a script without spaces weigh as much as one word elsewhere."""

UNSEEN = "\u061c\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
"""Marks of direction, and what else may stand around a line unseen."""

_CLOSERS = CLOSERS + "*" + UNSEEN
_SENTENCE_ENDS = tuple(".!?。！？।؟۔။។።")
_ELLIPSES = ("...", "…")
_MARKED_ENDS = (*_ELLIPSES, ":", "：")
_QUOTE_ENDS = ("」", "』")
_UNPUNCTUATED = re.compile(r"[\u0e00-\u0eff][\s\d)”\"]*$")
_LONG_LINE_CHARS = {"quote": 15, "unpunctuated": 110}
"""Japanese closes a quotation without a full stop, Thai and Lao close nothing: there a long line is a sentence."""

_COMMA = re.compile(r"[,;、，،]")
_COMMAS = (", ", "; ", "、", "，", "، ")
_DIGIT = re.compile(r"\d")
_SIGN_OFF = re.compile(
    rf"(?<=[.!?。{CLOSING_QUOTES}])\s?(?:[-–—]{{1,2}}\s?|[(（\[])[^\W\d_][\w /&.-]{{1,24}}[)）\]]?$"
    rf"|[.!?][{CLOSING_QUOTES}]?\s[A-ZА-Я][A-ZА-Я/-]{{1,12}}(?:\s[A-Z]{{2,6}}){{0,3}}$"
)
"""An agency after the last sentence of a paragraph: ``he said. - Bloomberg``."""

_BULLETS = frozenset("•-*·▪●‣–—»>■◆○▶►→")


class Line(NamedTuple):
    """What is known about one block before any filter has spoken.

    ``words`` counts words (characters of scripts without spaces weigh less), ``closed`` says that the line ends like a
    sentence, ``twin`` is the index of the first earlier block with the same fold, ``phrase`` the vocabulary's phrase that
    claims the line, ``prose`` the log-odds that the line is article text, and ``evidence`` what it adds to a run of such lines.
    """

    fold: str
    phrase: Phrase | None
    words: float
    closed: bool
    bullet: bool
    ellipsis: bool
    twin: int | None = None
    prose: float = 0.0
    evidence: float = 0.0


class _Own(NamedTuple):
    """The first fields of a :class:`Line`: what it says wherever it stands."""

    fold: str
    phrase: Phrase | None
    words: float
    closed: bool
    bullet: bool
    ellipsis: bool


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
    return Gauge(vocabulary).measure(blocks)


def near(body: range, count: int) -> range:
    """The blocks, of so many, that stand so near to the body that filters look at them; all where there is no body."""
    return range(max(body.start - ABOVE_BLOCKS, 0), min(body.stop + BELOW_BLOCKS, count)) if body else range(count)


class Gauge:
    """Measures the lines of one page. A line that comes again, as in the second run of a pipeline, is read only once.

    ``answers`` keeps what the documents made of these lines were asked.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._read: dict[str, _Own] = {}
        self.answers: dict[Any, Any] = {}

    def measure(self, blocks: Iterable[Block]) -> tuple[Line, ...]:
        """Measure every block, in order."""
        first: dict[str, int] = {}
        lines = []
        for number, block in enumerate(blocks):
            own, twin = self._line(block.text, number, first)
            prose = prose_log_odds(block.text, own.words, closed=own.closed, repeated=twin is not None)
            lines.append(Line(*own, twin, prose, evidence(prose, own.words)))
        return tuple(lines)

    def measure_near(self, blocks: Sequence[Block], log_odds: Sequence[float], near: range) -> tuple[Line, ...]:
        """Measure the blocks of a range in full, with a scorer's log-odds in place of a line's own.

        Over half of a page's lines stand further away than any filter looks. Of them only the score and the length are taken.
        """
        first: dict[str, int] = {}
        above, below = slice(near.start), slice(near.stop, None)
        lines = [_far(block.text, prose) for block, prose in zip(blocks[above], log_odds[above], strict=True)]
        for number in near:
            own, twin = self._line(blocks[number].text, number, first)
            lines.append(Line(*own, twin, log_odds[number], evidence(log_odds[number], own.words)))
        lines += [_far(block.text, prose) for block, prose in zip(blocks[below], log_odds[below], strict=True)]
        return tuple(lines)

    def is_furniture(self, text: str) -> bool:
        """Whether a line is known as one that pages print around their articles."""
        phrase = self._own(text).phrase
        return phrase is not None and phrase.role not in ARTICLE_ROLES

    def is_closed(self, text: str) -> bool:
        """Whether a line ends like a sentence."""
        return self._own(text).closed

    def _own(self, text: str) -> _Own:
        """What the line says by itself."""
        own = self._read.get(text)
        if own is None:
            own = self._read[text] = _read(text, self._vocabulary)
        return own

    def _line(self, text: str, number: int, first: dict[str, int]) -> tuple[_Own, int | None]:
        """What the line says by itself, and its twin."""
        own = self._own(text)
        twin = first.setdefault(own.fold or text, number)
        return own, twin if twin != number else None


def _far(text: str, log_odds: float) -> Line:
    """A line that nobody looks at: its evidence, which is against it, need not be exact."""
    words = text.count(" ", 0, SAMPLE_CHARS) + 1.0
    return Line("", None, words, False, False, False, None, log_odds, log_odds)


def capitals(text: str) -> float:
    """The share of a text's words after the first that begin with a capital.

    >>> capitals("Storm closes the Port of Vellin")
    0.4
    """
    words = text[:SAMPLE_CHARS].split()[1:40]
    return sum([word[0].isupper() for word in words]) / len(words) if words else 0.0


def prose_log_odds(text: str, words: float, *, closed: bool, repeated: bool, weights: ProseWeights = WEIGHTS) -> float:
    """The log-odds that a line is article text: linear in the weights."""
    sample = text if len(text) <= SAMPLE_CHARS else text[:SAMPLE_CHARS]
    length = log1p(min(words, 60.0))
    total = weights.intercept + weights.length * length
    if closed:
        total += weights.closed + weights.closed_length * length
    if words > 1:
        total += weights.capitals_length * capitals(text) * length
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


def _read(text: str, vocabulary: Vocabulary) -> _Own:
    folded = fold(text) if len(text) <= MAX_CHARS else ""
    sample = text if len(text) <= SAMPLE_CHARS else text[:SAMPLE_CHARS]
    ellipsis = text.endswith(_ELLIPSES)
    words = _weigh(sample)
    return _Own(
        folded,
        vocabulary.match(text, folded) if folded else None,
        words if sample is text else words * len(text) / len(sample),
        not ellipsis and _is_closed(text),
        text[0] in _BULLETS,
        ellipsis,
    )


def _is_closed(text: str) -> bool:
    """Whether a text ends like a sentence, closing quotes and an agency's sign-off aside.

    >>> _is_closed("“We sail,” he said."), _is_closed("He left. - Bloomberg"), _is_closed("Ships sail")
    (True, True, False)
    >>> _is_closed("« Nous partons. »"), _is_closed("« Nous partons.\xa0»")
    (True, True)
    >>> _is_closed("Er sagte: „Wir segeln.“"), _is_closed("»Vi sejler.«"), _is_closed("„Plujeme.“ (ČTK)")
    (True, True, True)
    """
    if text.rstrip(_CLOSERS).endswith(_SENTENCE_ENDS):
        return True
    if text.endswith(_QUOTE_ENDS):
        return len(text) >= _LONG_LINE_CHARS["quote"]
    if len(text) >= _LONG_LINE_CHARS["unpunctuated"] and is_unpunctuated(text):
        return True
    ending = text[-40:]
    return (
        ending[-1].isupper() or " -" in ending or " –" in ending or " —" in ending or ending[-1] in ")）]"
    ) and _SIGN_OFF.search(ending) is not None


def is_unpunctuated(text: str) -> bool:
    """Whether a text ends in a script that sets no full stops: Thai or Lao."""
    return _UNPUNCTUATED.search(text[-20:]) is not None


def _weigh(sample: str) -> float:
    """Words of a sample, or what weighs as much.

    >>> _weigh("Ships  sail"), _weigh("船が再び出港した。") > 3
    (2.0, True)
    """
    is_plain = sample.isprintable() and "  " not in sample
    words = float(sample.count(" ") + 1 if is_plain else len(sample.split()))
    if sample.isascii() or not (spaceless := len(SPACELESS.findall(sample))):
        return words
    return max(words, words * (1 - spaceless / len(sample)) + spaceless / _CHARS_PER_WORD)

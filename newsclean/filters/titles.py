"""The headline."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from newsclean.document import LONG_PROSE_WORDS, Document
from newsclean.model import Claim, Role
from newsclean.recognise.credits import may_hold_date, split_credit
from newsclean.recognise.names import find_byline
from newsclean.recognise.words import content_words

_SITE_SUFFIX = re.compile(r"\s[|–—-]\s|\s?[|｜_]\s?")
_FULL_STOPS = (".", "。", "।", "۔")


@dataclass(frozen=True)
class Titles:
    """Claim the headline: the line above the story that shares most words with it.

    ``furthest`` (blocks) is how far above the first paragraph a headline may stand, ``opening`` (blocks) how much of the
    story is compared with it, ``threshold`` the score under which a page has no headline. ``above_deck`` favours
    the first of two lines that could both be the headline: the second is its deck. A line of ``sentence`` (words)
    that ends in a full stop is no headline. The score's parts are judgements,
    checked on the titles of the development pages.
    """

    furthest: int = 40
    opening: int = 6
    threshold: float = 0.8
    above_deck: float = 0.6
    sentence: float = 6.0

    def __call__(self, document: Document) -> Iterable[Claim]:
        """At most one claim."""
        region = document.region
        if not region:
            return
        opening = range(region.start + 1, min(region.start + 1 + self.opening, region.stop))
        story = content_words_of(document, opening if opening else region)
        window = range(max(region.start - self.furthest, 0), region.start + 1)
        credits = [number for number in window if document.claims[number] is None and self._is_credit(document, number)]
        candidates = (number for number in window if number not in credits and self._eligible(document, number))
        scores = {number: self._score(document, number, story, credits) for number in candidates}
        scored = [(score + (self.above_deck if number + 1 in scores else 0.0), -number) for number, score in scores.items()]
        score, place = max(scored, default=(0.0, 0))
        if score >= self.threshold:
            yield Claim(-place, Role.TITLE, "titles/headline", f"score {score:.1f}: above the story, shares its words")

    def _eligible(self, document: Document, number: int) -> bool:
        line, text = document.lines[number], document.blocks[number].text
        if document.claims[number] is not None or not 2 <= line.words <= 30 or text.endswith((":", "：")):
            return False
        if line.closed and line.words >= (self.sentence if text.endswith(_FULL_STOPS) else LONG_PROSE_WORDS):
            return False
        return line.fold not in document.vocabulary.sections

    def _is_credit(self, document: Document, number: int) -> bool:
        text = document.blocks[number].text
        if document.lines[number].words > 20 or document.lines[number].closed:
            return False
        if may_hold_date(text, document.lines[number].phrase):
            credit = split_credit(text, document.vocabulary, document.language)
            if credit is not None and credit.date_text:
                return True
        return find_byline(text, document.vocabulary, dict.fromkeys((document.language, "en"))) is not None

    def _score(self, document: Document, number: int, story: frozenset[str], credits: list[int]) -> float:
        line, text = document.lines[number], document.blocks[number].text
        words = content_words(text, document.vocabulary)
        score = 3.5 * len(words & story) / (len(words) + 2)
        score -= 0.04 * (document.region.start - number)
        score += 1.0 if line.words >= 5 else (-0.5 if line.words < 4 else 0.0)
        score -= 2.0 if text.endswith(_FULL_STOPS) else 0.0
        score -= 0.7 if line.ellipsis or line.bullet or _SITE_SUFFIX.search(text) else 0.0
        score -= 0.8 if any(number - 6 <= credit < number for credit in credits) else 0.0
        score += 0.5 if any(number < credit <= number + 6 for credit in credits) else 0.0
        score += 0.5 if number == 0 else 0.0
        copies = document.lines[number + 1 : number + self.furthest]
        score += 0.8 if line.words >= 4 and (line.twin is not None or any(other.twin == number for other in copies)) else 0.0
        return score


def content_words_of(document: Document, blocks: Iterable[int]) -> frozenset[str]:
    """The content words of several blocks."""
    return frozenset().union(*(content_words(document.blocks[number].text, document.vocabulary) for number in blocks))

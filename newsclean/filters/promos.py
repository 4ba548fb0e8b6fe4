"""Newsletter prompts, channels to follow, apps, paywalls, labels of advertisements."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.vocabulary import Vocabulary, word_set

_MIN_WORDS, _MAX_WORDS = 4.0, 60.0
_MOST_CHANNELS, _MOST_AT_EDGES = 2, 5
"""Channels that a line may offer: inside the story more are what it is about."""

_QUOTES = re.compile(r"[\"“”„«»「」]")
_SIGNS = "$€£¥₹"
_MONEY = rf"(?:[{_SIGNS}]\s?\d[\d.,]{{0,10}}|\d[\d.,]{{0,10}}\s?[€£¥₹])"
_PRICE = re.compile(rf"(?:[^\W\d]{{2,12}}:?\s)?{_MONEY}(?:\s{_MONEY})?\s[^\W\d_A-Z]{{1,4}}\s[^\W\d_a-z][^\d.!?{_SIGNS}]{{1,30}}")
_MAX_PRICE_CHARS = 120
"""Characters of a line of prices: "$285 $240 at Holt Outdoor $260 at Vellin"."""


_Offer = tuple[list[str], int, int]
"""Channels, how many they are where "whatsapp channel" counts as one, and how many words address the reader."""


@dataclass(frozen=True)
class Promos:
    """Claim the lines that sell the site rather than tell the story.

    Beside the phrases of the vocabulary these are lines that name a channel ("newsletter", "WhatsApp") and address the reader
    ("join", "our"). Outside the story and at its ``edge`` (blocks) ``appeals`` such words will do. Inside it takes ``density``,
    the share of both kinds in a line without quotation marks; and where more than ``most`` lines have it, or as many other
    paragraphs name the channel, channels are what the story is about. A paragraph takes ``paragraph`` anywhere, and ``likely``
    where the scorer has log-odds over ``sure`` that it is part of the story.
    """

    appeals: int = 2
    edge: int = 2
    density: float = 0.18
    most: int = 3
    paragraph: float = 0.1
    likely: float = 0.25
    sure: float = 2.0

    def __call__(self, document: Document) -> Iterable[Claim]:
        """Claims by phrase, then by price, then by appeal."""
        yield from document.phrased(Role.PROMO)
        region, near = document.region, document.surroundings
        yield from _prices(document, near)
        story = range(region.start, region.stop - self.edge)
        inside = story[1:]
        offers, lines = document.asking(_offer), document.lines
        sized = (number for number in document.open(near.start, near.stop) if _MIN_WORDS <= lines[number].words <= _MAX_WORDS)
        naming = ((number, offer) for number in sized if (offer := offers[document.folded(number)])[0])
        found = {number: hit for number, offer in naming if (hit := self._appeal(document, number, offer, number in story))}
        dense = [number for number, (_, share) in found.items() if number in inside and share >= self.density]
        told: Counter[str] = self._told(document, offers) if found else Counter()
        for number, (channel, share) in found.items():
            if told[channel] - document.is_prose(number) >= self.most or self._is_told(document, number, share):
                continue
            if number not in inside or (number in dense and len(dense) <= self.most):
                yield Claim(number, Role.PROMO, "promos/appeal", f"offers {channel!r} and addresses the reader")

    def _is_told(self, document: Document, number: int, share: float) -> bool:
        """Whether too few of a paragraph's words offer anything."""
        is_sure = document.scores is not None and document.lines[number].prose > self.sure
        return document.is_prose(number) and share < (self.likely if is_sure else self.paragraph)

    def _told(self, document: Document, offers: Mapping[str, _Offer]) -> Counter[str]:
        """How many paragraphs of the story name each channel."""
        paragraphs = (number for number in document.region if document.is_prose(number))
        return Counter(chain.from_iterable(offers[document.folded(number)][0] for number in paragraphs))

    def _appeal(self, document: Document, number: int, offer: _Offer, is_story: bool) -> tuple[str, float] | None:
        """The channel a line offers and the share of its words that say so; none for quotations, and where channels are many."""
        offered, distinct, appeals = offer
        most = _MOST_CHANNELS if is_story else _MOST_AT_EDGES
        if distinct > most or appeals < self.appeals or _QUOTES.search(document.blocks[number].text):
            return None
        return offered[0], (appeals + distinct) / document.lines[number].words


def _prices(document: Document, near: range) -> Iterable[Claim]:
    """Lines of nothing but prices and the shops that ask them."""
    for number in document.open(near.start, near.stop):
        text = document.blocks[number].text
        if len(text) <= _MAX_PRICE_CHARS and any(map(text.__contains__, _SIGNS)) and _are_prices(text):
            yield Claim(number, Role.PROMO, "promos/price", f"a price and a shop: {text[:60]!r}")


def _are_prices(text: str) -> bool:
    """Whether a text is one or more prices, each with a shop.

    >>> _are_prices("$285 $240 at Holt Outdoor $260 at Vellin"), _are_prices("$285 at Holt Outdoor, 19 kilograms")
    (True, False)
    """
    end = 0
    while found := _PRICE.match(text, end):
        end = found.end()
    return end == len(text)


def _offer(folded: str, vocabulary: Vocabulary, language: str) -> _Offer:
    """The channels that a fold names, and how many words in it address the reader, where it names any."""
    channels, appeals = word_set(vocabulary, language, "channel_words"), word_set(vocabulary, language, "appeal_words")
    offered = channels.found_in(folded)
    parts = [channel for channel in offered if any(channel in other and channel != other for other in offered)]
    return offered, len(offered) - len(parts), appeals.count_in(folded) if offered else 0

"""The standfirst: the sentence or two between headline and story that sum it up."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.recognise.words import has_sentences


@dataclass(frozen=True)
class Standfirsts:
    """Keep the sentences right under the headline, however much page stands between them and the story.

    ``min_words`` tells a sentence from a label; ``within`` (blocks under the headline) is how far down it may stand. A block of
    several sentences with a word of the story is kept down to the log-odds ``doubt``, since captions are mostly one; so is a
    single sentence where the picture below has a caption of its own. Without a full stop a line right under the headline stays if
    it is longer than headlines are, and has ``shared`` words of the story.
    """

    min_words: float = 7.0
    within: int = 3
    doubt: float = -2.5
    shared: int = 1

    def __call__(self, document: Document) -> Iterable[Claim]:
        """Body claims on open blocks above the region."""
        if document.title is None:
            return
        first = document.title + 1
        for number in document.open(first, min(first + self.within, document.region.start)):
            line = document.lines[number]
            least = self.doubt if self._sums_up(document, number) else 0.0
            if line.closed and line.words >= self.min_words and line.prose > least and line.twin is None:
                yield Claim(number, Role.BODY, "standfirsts/sentence", "a sentence right under the headline")
            elif number == first and not line.closed and self._is_long(document, number):
                yield Claim(number, Role.BODY, "standfirsts/summary", "longer than a headline and right under it")

    def _sums_up(self, document: Document, number: int) -> bool:
        is_text = has_sentences(document.blocks[number].text) or number < document.pictured
        return is_text and document.shared_words(number) > 0

    def _is_long(self, document: Document, number: int) -> bool:
        return document.is_summary(number) and document.shared_words(number) >= self.shared

"""The standfirst: the sentence or two between headline and story that sum it up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from newsclean.document import Document
from newsclean.model import Claim, Role

_DIVIDED = re.compile(r"[|·•]|\s/\s")


@dataclass(frozen=True)
class Standfirsts:
    """Keep the sentences right under the headline, however much page stands between them and the story.

    ``min_words`` tells a sentence from a label; ``within`` (blocks under the headline) is how far down it may stand. A line
    without a full stop must follow the headline directly and share ``shared`` words with the story.
    """

    min_words: float = 7.0
    within: int = 3
    shared: int = 2

    def __call__(self, document: Document) -> Iterable[Claim]:
        """Body claims on open blocks above the region."""
        if document.title is None:
            return
        first = document.title + 1
        for number in document.open(first, min(first + self.within, document.region.start)):
            line, text = document.lines[number], document.blocks[number].text
            if line.words < self.min_words or line.twin is not None:
                continue
            if line.closed and line.prose > 0.0:
                yield Claim(number, Role.BODY, "standfirsts/sentence", "a sentence right under the headline")
            elif number == first and not line.bullet and not _DIVIDED.search(text) and document.shared_words(text) >= self.shared:
                yield Claim(number, Role.BODY, "standfirsts/deck", "the line under the headline, in words of the story")

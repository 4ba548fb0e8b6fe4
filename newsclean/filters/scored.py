"""What a learned scorer takes for no part of the body."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newsclean.document import Document
from newsclean.model import Block, Claim, Role

if TYPE_CHECKING:
    from newsclean.scorer import Network, Reading, Scores

_LABEL_WORDS = 3.0
_OWN = (Role.BODY, Role.TITLE, Role.DATE, Role.BYLINE, Role.CAPTION, Role.TAGS)
"""Roles of what belongs to an article itself."""


@dataclass(frozen=True)
class Scored:
    """Claim the blocks that a small network, trained on pages with known bodies, finds unlikely to be part of the body.

    ``threshold`` (log-odds) is the score under which a block goes. Where there is doubt it stays: ``sentence`` is the score for
    sentences of ``min_words`` or more right beside a block that stays, and ``clean`` that for all blocks of a page on which no
    other filter has found anything of the page around the article. ``network`` takes the place of the one in the package.

    A pipeline that has this filter also finds the article's region by these scores instead of by each line's own prose.
    """

    threshold: float = 0.0
    sentence: float = -2.0
    clean: float = -3.0
    min_words: float = 8.0
    network: Network | None = None

    def __call__(self, document: Document) -> Iterable[Claim]:
        """Claims on open blocks; none where the document was not scored."""
        if document.scores is None:
            return
        furnished = any(claim is not None and claim.role not in _OWN for claim in document.claims)
        threshold = self.threshold if furnished else self.clean
        log_odds = document.scores.log_odds
        unlikely = {number for number in document.open() if log_odds[number] < threshold}
        for number in sorted(unlikely - self._spared(document, unlikely)):
            yield Claim(number, _role(document, number), "scored/line", document.scores.reason(number))

    def _spared(self, document: Document, unlikely: Collection[int]) -> set[int]:
        """The sentences in doubt that follow a block that stays, one after the other, or stand before one."""
        doubtful = [number for number in sorted(unlikely) if self._is_doubtful_sentence(document, number)]
        spared: set[int] = set()
        for step, numbers in ((-1, doubtful), (1, reversed(doubtful))):
            for number in numbers:
                beside = number + step
                if beside in spared or (0 <= beside < len(document) and beside not in unlikely and document.kept(beside)):
                    spared.add(number)
        return spared

    def _is_doubtful_sentence(self, document: Document, number: int) -> bool:
        line = document.lines[number]
        return line.prose >= self.sentence and line.closed and line.words >= self.min_words

    def score(self, blocks: Sequence[Block], reading: Reading | None = None) -> Scores:
        """The scores of a page's blocks, at least one; ``reading`` is what their lines say, where they were read before."""
        from newsclean.scorer import load, score

        name: Literal["text", "html"] = "text" if any(block.markup is None for block in blocks) else "html"
        return score(blocks, self.network or load(name), min(self.threshold, self.sentence), reading)


def _role(document: Document, number: int) -> Role:
    """What such a block most likely is, by place and shape: a label is navigation, a headline below the story a teaser."""
    line = document.lines[number]
    if line.closed:
        return Role.BOILERPLATE
    if number < document.region.start or line.words <= _LABEL_WORDS:
        return Role.NAVIGATION
    return Role.TEASER

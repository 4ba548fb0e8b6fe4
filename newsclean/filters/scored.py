"""What a learned scorer takes for no part of the body."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from newsclean.document import Document
from newsclean.model import Block, Claim, Role

if TYPE_CHECKING:
    from newsclean.scorer import Network, Reading, Scores

_LABEL_WORDS = 3.0


@dataclass(frozen=True)
class Scored:
    """Claim the blocks that a small network, trained on pages with known bodies, finds unlikely to be part of the body.

    ``threshold`` (log-odds) is the score under which a block goes; ``network`` takes the place of the one in the package. A
    pipeline that has this filter also finds the article's region by these scores instead of by each line's own prose.
    """

    threshold: float = 0.0
    network: Network | None = None

    def __call__(self, document: Document) -> Iterable[Claim]:
        """Claims on open blocks; none where the document was not scored."""
        if document.scores is None:
            return
        for number in document.open():
            if document.scores.log_odds[number] < self.threshold:
                yield Claim(number, _role(document, number), "scored/line", document.scores.reason(number))

    def score(self, blocks: Sequence[Block], reading: Reading | None = None) -> Scores:
        """The scores of a page's blocks, at least one; ``reading`` is what their lines say, where they were read before."""
        from newsclean.scorer import load, score

        name: Literal["text", "html"] = "text" if any(block.markup is None for block in blocks) else "html"
        return score(blocks, self.network or load(name), self.threshold, reading)


def _role(document: Document, number: int) -> Role:
    """What such a block most likely is, by place and shape: a label is navigation, a headline below the story a teaser."""
    line = document.lines[number]
    if line.closed:
        return Role.BOILERPLATE
    if number < document.region.start or line.words <= _LABEL_WORDS:
        return Role.NAVIGATION
    return Role.TEASER

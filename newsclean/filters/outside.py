"""What stands above and below the article: the page around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.recognise.places import role_by_shape


@dataclass(frozen=True)
class Outside:
    """Claim the blocks outside the article's region, where there is reason to believe that they are the page's furniture.

    The reason is a block that an earlier filter claimed on that side, or at least ``many`` (blocks) on that side. Without one a
    recipe's last steps or a table of results at the end of a clean article would go. ``sentences`` (blocks) next to the region
    are spared if they read like one: log-odds over ``threshold``. ``label`` is the most words of a menu's entry.
    """

    many: int = 25
    sentences: int = 2
    threshold: float = -0.5
    label: float = 3.0

    def __call__(self, document: Document) -> Iterable[Claim]:
        """Claims for the side above the article, then for the side below it."""
        region = document.region
        if not region:
            return
        above, below = range(0, region.start), range(region.stop, len(document))
        for side, where in ((above, "above"), (below, "below")):
            claims = document.claims[side.start : side.stop]
            furniture = sum(claim is not None and claim.role not in (Role.TITLE, Role.BODY) for claim in claims)
            if furniture or len(side) >= self.many or (where == "above" and document.title is not None):
                spared = self._spared(document, side if where == "below" else side[::-1])
                for number in document.open(side.start, side.stop):
                    if number in spared:
                        continue
                    role = role_by_shape(document.lines[number], above=where == "above", label=self.label)
                    yield Claim(number, role, f"outside/{where}", f"{where} the article, with {furniture} claimed blocks")

    def _spared(self, document: Document, outward: range) -> frozenset[int]:
        return frozenset(takewhile(lambda number: self._is_sentence(document, number), outward[: self.sentences]))

    def _is_sentence(self, document: Document, number: int) -> bool:
        """Whether an open block is a sentence, however short: "He was released the next day." may end a story."""
        line = document.lines[number]
        return document.claims[number] is None and line.closed and line.words >= self.label and line.prose > self.threshold

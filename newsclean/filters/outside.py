"""What stands above and below the article: the page around it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import takewhile

from newsclean.document import Document
from newsclean.model import Claim, Role


@dataclass(frozen=True)
class Outside:
    """Claim the blocks outside the article's region, where there is reason to believe that they are the page's furniture.

    The reason is a block that an earlier filter claimed on that side, or at least ``many`` (blocks) on that side. Without one a
    recipe's last steps or a table of results at the end of a clean article would go. ``reach`` (blocks) spares the blocks next
    to the region, up to the first that a filter claimed. ``sentences`` (blocks) next to the region are spared if they read
    like one: log-odds over ``threshold``. ``label`` is the most words of a menu's entry. Blocks with markup are left alone:
    their log-odds know their place.
    """

    many: int = 25
    reach: int = 0
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
                    if number in spared or document.blocks[number].markup is not None:
                        continue
                    role = self._role(document, number, where)
                    yield Claim(number, role, f"outside/{where}", f"{where} the article, with {furniture} claimed blocks")

    def _role(self, document: Document, number: int, where: str) -> Role:
        """What such a block most likely is, by its shape: a label is navigation, a headline below the story a teaser."""
        line = document.lines[number]
        if line.closed:
            return Role.BOILERPLATE
        if where == "above" or line.words <= self.label:
            return Role.NAVIGATION
        return Role.TEASER

    def _spared(self, document: Document, outward: range) -> frozenset[int]:
        near = takewhile(lambda number: document.claims[number] is None, outward[: self.reach])
        sentences = takewhile(lambda number: self._is_sentence(document, number), outward[: self.sentences])
        return frozenset((*near, *sentences))

    def _is_sentence(self, document: Document, number: int) -> bool:
        """Whether an open block is a sentence, however short: "He was released the next day." may end a story."""
        line = document.lines[number]
        return document.claims[number] is None and line.closed and line.words >= self.label and line.prose > self.threshold

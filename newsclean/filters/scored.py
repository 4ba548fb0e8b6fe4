"""What a learned scorer takes for no part of the body."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING, Literal

from newsclean.document import Document
from newsclean.doubt import Doubt
from newsclean.model import ARTICLE_ROLES, Block, Claim, Markup
from newsclean.recognise.places import describe, role_by_shape, role_of

if TYPE_CHECKING:
    from newsclean.scorer import Network, Reading, Scores

_ALL_LINKS = 0.9
"""Share of a block's characters in links from which it is not taken for a part of the story that the extraction missed."""
_IN_STORIES = ("duplicates/block", "symbols/line", "heads/above")
"""Rules of lines that are printed in stories, too: a line said twice, a tick before an ingredient, what stands above a heading
that was taken for the headline."""

_IN_MENUS, _MENU = ("navigation/section", "navigation/back"), 3
"""Rules of single words of a menu, and how many make one: fewer may stand in a table."""

_FULL = 0.7
"""Share of a page's words in likely lines from which most of it is the article."""


@dataclass(frozen=True)
class Scored:
    """Claim the blocks that a small network, trained on pages with known bodies, finds unlikely to be part of the body.

    ``threshold`` (log-odds) is the score under which a block goes. ``clean`` takes its place on a page on which no other filter
    has found anything of the page around the article, and ``full`` in the story, and for sentences below it, where most of a text
    is the story, as when another tool has extracted it. ``network`` takes the place of the one in the package. A text on which no
    other filter has found anything, and of which more than ``most`` (a share of the words) is unlikely, stays as it is: it is of
    a kind that the network does not know, such as a catalogue that another tool has extracted.

    In HTML the threshold is lower by ``margin`` for blocks that the extraction kept, and higher by as much for those that it left
    out; of these, what is nothing but links goes. In text lines over ``doubt`` may stay for what stands around them: sentences,
    of ``min_words`` or more, right beside a line that stays, items of a list that a line announces, paragraphs of the story's
    words, subheadings (see :class:`~newsclean.doubt.Doubt`).

    A pipeline that has this filter also finds the article's region by these scores instead of by each line's own prose.
    """

    threshold: float = 0.0
    doubt: float = -2.5
    clean: float = -3.0
    full: float = -1.0
    margin: float = 1.0
    most: float = 0.5
    min_words: float = 5.0
    network: Network | None = None

    def __call__(self, document: Document) -> Iterable[Claim]:
        """Claims on open blocks; none where the document was not scored."""
        if document.scores is None:
            return ()
        if document.scores.markup is None:
            unlikely = self._unlikely_lines(document, document.scores)
        else:
            unlikely = self._unlikely_blocks(document, document.scores)
        if not unlikely:
            return ()
        numbers = sorted(unlikely)
        claims = _of_lines if document.scores.markup is None else _of_blocks
        return claims(document, numbers, document.scores.reasons(numbers))

    def _unlikely_lines(self, document: Document, scores: Scores) -> Collection[int]:
        furnished = _is_furnished(document)
        threshold = self.threshold if furnished else self.clean
        unlikely = {number for number in document.open() if scores.log_odds[number] < threshold}
        if scores.body_share() >= _FULL:
            unlikely = {
                number for number in unlikely if scores.log_odds[number] < self.full or not self._may_be_story(document, number)
            }
        unlikely = Doubt(document, self.doubt, self.full, self.min_words).spare(unlikely)
        return unlikely if furnished or scores.share(unlikely) <= self.most else ()

    def _unlikely_blocks(self, document: Document, scores: Scores) -> Collection[int]:
        threshold = self.threshold if _is_furnished(document) else self.clean
        margins = ((number, self._margin(document.blocks[number].markup)) for number in document.open())
        return {number for number, margin in margins if scores.log_odds[number] < threshold + margin}

    def _margin(self, markup: Markup | None) -> float:
        if markup is None:
            return 0.0
        if markup.core:
            return -self.margin
        return self.margin if markup.links < _ALL_LINKS else inf

    def _may_be_story(self, document: Document, number: int) -> bool:
        """Whether a line stands in the story, or is a sentence below it."""
        return number >= document.region.start and (number < document.region.stop or document.lines[number].closed)

    def score(self, blocks: Sequence[Block], reading: Reading | None = None) -> Scores:
        """The scores of a page's blocks, at least one; ``reading`` is what their lines say, where they were read before."""
        from newsclean.scorer import load, score

        name: Literal["text", "html"] = "text" if any(block.markup is None for block in blocks) else "html"
        return score(blocks, self.network or load(name), min(self.threshold, self.full), reading)


def _is_furnished(document: Document) -> bool:
    """Whether another filter has found anything of the page around the article, beyond what stories have as well."""
    rules = {claim.rule for claim in document.claimed if claim.role not in ARTICLE_ROLES}
    if not rules.issubset((*_IN_STORIES, *_IN_MENUS)):
        return True
    return len({document.blocks[claim.block].text for claim in document.claimed if claim.rule in _IN_MENUS}) >= _MENU


def _of_lines(document: Document, numbers: Sequence[int], reasons: Sequence[str]) -> Iterable[Claim]:
    """Claims by place and shape."""
    start = document.region.start
    for number, reason in zip(numbers, reasons, strict=True):
        role = role_by_shape(document.lines[number], above=number < start)
        yield Claim(number, role, "scored/line", reason)


def _of_blocks(document: Document, numbers: Sequence[int], reasons: Sequence[str]) -> Iterable[Claim]:
    """Claims by the elements that the blocks stand in."""
    for number, reason in zip(numbers, reasons, strict=True):
        markup = document.blocks[number].markup
        if markup is not None:
            role = role_of(markup, document.lines[number].words)
            yield Claim(number, role, "scored/block", f"{reason}; {describe(markup)}")

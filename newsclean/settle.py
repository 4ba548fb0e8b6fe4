"""A pipeline run over a page until nothing more leaves it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from newsclean.document import Document
from newsclean.filters import Outside, Scored
from newsclean.guard import guard, is_fed
from newsclean.language import UNDETERMINED, Identifier
from newsclean.measure import Gauge, Line, near
from newsclean.model import HEADLINE, Block, Claim, Role
from newsclean.pipeline import Pipeline
from newsclean.profiles import Profile
from newsclean.vocabulary import Vocabulary

if TYPE_CHECKING:
    from newsclean.scorer import Reading, Scores


_FEW_WORDS = 20
LIKELY = 3.0
"""Log-odds of article text for the lines of a text that is clean already."""


@dataclass(frozen=True)
class Page:
    """What is known of a page before its blocks are looked at, and the pipeline that will."""

    source: str
    pipeline: Pipeline
    vocabulary: Vocabulary
    identifier: Identifier
    profile: Profile | None

    @cached_property
    def gauge(self) -> Gauge:
        """What is known of the page's lines, in whichever run they stand."""
        return Gauge(self.vocabulary)

    def settle(self, blocks: tuple[Block, ...]) -> tuple[Document, bool]:
        """Run the pipeline, then again on what it kept until it keeps all: so cleaning twice equals cleaning once.

        Also says whether the guard had to step in.
        """
        settled, guarded = self.run(blocks)
        while True:
            kept = settled.body
            rest = tuple(_paragraph(settled.blocks[number], first=number == kept[0]) for number in kept)
            again, _ = self.run(rest, (settled.scores.reading, kept) if settled.scores else None)
            more = {
                number: claim._replace(block=number)
                for number, claim in zip(kept, again.claims, strict=True)
                if claim is not None and claim.role is not Role.BODY
            }
            if not more:
                return settled, guarded
            if settled.title is not None:
                more = {number: _no_second_title(claim) for number, claim in more.items()}
            claims = (more.get(number, claim) for number, claim in enumerate(settled.claims))
            settled = replace(settled, claims=tuple(claims), found=None)

    def run(self, blocks: tuple[Block, ...], known: tuple[Reading, Sequence[int]] | None = None) -> tuple[Document, bool]:
        """The pipeline's claims, and whether the guard had to step in.

        Where the scorer finds next to nothing, the lines that are likeliest by far are taken; where those are few, rules decide.

        The scorer is not asked about text that is clean already.

        :param known: what the lines of the page say one by one, and which of them these are, where that is known already
        """
        scorer = next((filter for filter in self.pipeline if isinstance(filter, Scored)), None)
        if scorer is None or not blocks:
            return guard(self.pipeline.run(self._document(blocks, self.gauge.measure(blocks))))
        if self._is_clean(blocks):
            lines = self.gauge.measure_near(blocks, [LIKELY] * len(blocks), range(len(blocks)))
            return guard(_with_headline(self.pipeline.run(self._document(blocks, lines))))
        scores = scorer.score(blocks, known and known[0].take(known[1]))
        document = self.pipeline.run(self.scored(blocks, scores))
        if is_fed(document):
            return document, False
        if scores.markup is None:
            document = self.pipeline.run(self.scored(blocks, scores.raised()))
            if sum(document.lines[number].words for number in document.body) >= _FEW_WORDS:
                return document, True
        rules = self.pipeline.replacing("scored", Outside())
        plain = tuple(block._replace(markup=None) for block in blocks)
        return guard(rules.run(self._document(plain, self.gauge.measure(plain))))[0], True

    def _is_clean(self, blocks: Sequence[Block]) -> bool:
        """Whether a text has the form of a clean one: a blank line between its paragraphs, most of them sentences, and none that
        pages are known to print around their articles."""
        if blocks[0].markup is not None or any(block.gap_before != 1 for block in blocks[1:]):
            return False
        texts = [block.text for block in reversed(blocks)]
        return not any(map(self.gauge.is_furniture, texts)) and 2 * sum(map(self.gauge.is_closed, texts)) > len(texts)

    def scored(self, blocks: tuple[Block, ...], scores: Scores) -> Document:
        """The page before any filter has spoken, measured in full near the body that the scorer found."""
        lines = self.gauge.measure_near(blocks, scores.log_odds, near(scores.body, len(blocks)))
        return self._document(blocks, lines, scores)

    def _document(self, blocks: tuple[Block, ...], lines: tuple[Line, ...], scores: Scores | None = None) -> Document:
        """The page before any filter has spoken."""
        document = Document(
            source=self.source,
            blocks=blocks,
            lines=lines,
            vocabulary=self.vocabulary,
            language=UNDETERMINED,
            claims=(None,) * len(blocks),
            phrases=tuple(number for number, line in enumerate(lines) if line.phrase is not None),
            hull=scores.body if scores else range(len(blocks)),
            scores=scores,
            profile=self.profile,
            answers=self.gauge.answers,
        )
        region = document.region
        language = self.identifier.page([blocks[number].text for number in region or range(len(blocks))])
        return replace(document, language=language, found=region)


def _with_headline(document: Document) -> Document:
    """A clean text as it is, headline included, if that is all that filters found in it: it may be the story's subtitle."""
    title = document.title
    if title is None or len(document.body) < len(document) - 1:
        return document
    claims = list(document.claims)
    claims[title] = Claim(title, Role.BODY, HEADLINE, "the headline of a text that is clean already")
    return replace(document, claims=tuple(claims), found=None)


def _paragraph(block: Block, *, first: bool) -> Block:
    """A block where it stands in a clean text: a blank line divides it from the one above."""
    return Block(block.span, block.text, 0 if first else 1, block.markup)


def _no_second_title(claim: Claim) -> Claim:
    """A page has one headline; what would be the headline without it is the page's name, or a line of its menu."""
    return claim._replace(role=Role.NAVIGATION) if claim.role is Role.TITLE else claim

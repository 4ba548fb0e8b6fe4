"""What a filter sees: the blocks, their numbers, the page's language, and the claims made so far."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from newsclean.measure import Line, is_unpunctuated, near
from newsclean.model import HEADLINE, Block, Claim, Role
from newsclean.profiles.profile import Profile
from newsclean.recognise.datelines import Dateline, find_dateline, find_lead_place
from newsclean.recognise.words import COLONS, content_words
from newsclean.region import best_run, evidence, extend
from newsclean.vocabulary import Vocabulary, fold
from newsclean.vocabulary.facts import facts

if TYPE_CHECKING:
    from newsclean.scorer import Scores

Answer = TypeVar("Answer")

Question = Callable[[str, Vocabulary, str], Answer]
"""A function of a text, the vocabulary and a language."""

Filter = Callable[["Document"], Iterable[Claim]]
"""A filter reads a document and returns claims. It cannot touch text, so order, wording and provenance always hold."""

CLAIMED = -1.0
"""Log-odds of article text for a block that a filter claimed as something else: it may stand inside an article."""

PROTECTED = 3.0
"""The same for a block that a filter claimed as body."""

HEAD_BLOCKS = 12
"""How many blocks above or below the article are looked at for its own date, byline, captions and tags."""

_WALLS = (Role.COMMENT, Role.LEGAL, Role.NAVIGATION)
"""Furniture that stands around articles rather than in them, as do the items of teaser lists."""

_SURE = ("photo_credits/", "captions/wording", "captions/agency", "captions/bracket")
"""Rules by which a caption says itself that it is one; the others go by its place."""

OPENING_BLOCKS = 6
"""How many paragraphs say what the story is about."""

SUMMARY_WORDS, SUMMARY_CHARS = 13.0, 85
"""What is longer than both rather sums a story up than heads it: one headline in eight is, and nearly every summary."""

LONG_PROSE_WORDS = 15.0
"""Words from which a closed line counts as a paragraph when the article's edges are looked for."""


class _Answers(dict[str, Any]):
    """What a function says of texts: each is asked about once."""

    def __init__(self, question: Question[Any], vocabulary: Vocabulary, language: str) -> None:
        self._ask = question, vocabulary, language

    def __missing__(self, text: str) -> Any:
        question, vocabulary, language = self._ask
        answer = self[text] = question(text, vocabulary, language)
        return answer


@dataclass(frozen=True)
class Document:
    """An immutable page on its way through the pipeline.

    ``blocks``, ``lines`` and ``claims`` run side by side; ``language`` is a BCP 47 code or ``und``; ``phrases`` are
    the blocks that a phrase of the vocabulary claims; ``hull`` is the range that holds every block with evidence of article text;
    ``scores`` are the learned scorer's, where it is part of the pipeline; ``profile``
    tells which lines the page's site repeats, where that is known. ``found`` is the region, if it was looked for already;
    ``answers`` are what was asked of the page's texts.
    """

    source: str
    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    vocabulary: Vocabulary
    language: str
    claims: tuple[Claim | None, ...]
    phrases: tuple[int, ...]
    hull: range
    scores: Scores | None = None
    profile: Profile | None = None
    found: range | None = None
    answers: dict[Any, Any] = field(default_factory=dict, repr=False, compare=False)

    def __len__(self) -> int:
        return len(self.blocks)

    def role(self, block: int) -> Role | None:
        """The role claimed for a block, or None where no filter has spoken yet."""
        claim = self.claims[block]
        return claim.role if claim else None

    def kept(self, block: int) -> bool:
        """Whether a block is in the body as things stand."""
        claim = self.claims[block]
        return claim is None or claim.role is Role.BODY

    @cached_property
    def body(self) -> list[int]:
        """The blocks that are in the body as things stand."""
        return [number for number, claim in enumerate(self.claims) if claim is None or claim.role is Role.BODY]

    def open(self, start: int = 0, end: int | None = None) -> Sequence[int]:
        """The blocks in a range that no filter has claimed yet."""
        return [number for number, claim in enumerate(self.claims[start:end], start) if claim is None]

    def with_claims(self, claims: Iterable[Claim]) -> Document:
        """The document with more claims. The first claim on a block stands, so the order of filters is precedence."""
        merged = list(self.claims)
        start, stop = self.hull.start, self.hull.stop
        news = moved = False
        for claim in claims:
            block = claim.block
            if merged[block] is None:
                merged[block] = claim
                news = True
                if claim.role is Role.BODY:
                    start, stop = min(start, block), max(stop, block + 1)
                if start <= block < stop:
                    moved = True
        if not news:
            return self
        return replace(self, claims=tuple(merged), hull=range(start, stop), found=None if moved else self.region)

    def is_prose(self, block: int) -> bool:
        """Whether a block is a paragraph on its own evidence: a long line that ends like a sentence."""
        line = self.lines[block]
        return line.words >= LONG_PROSE_WORDS and line.closed and line.prose > 0.0

    def is_summary(self, block: int) -> bool:
        """Whether a block is longer than headlines are; of scripts without full stops such a line is a paragraph."""
        line, text = self.lines[block], self.blocks[block].text
        return line.words > SUMMARY_WORDS and len(text) > SUMMARY_CHARS and (line.closed or not is_unpunctuated(text))

    def folded(self, block: int) -> str:
        """The fold of a block; lines that no phrase can match, for their length, have none until it is asked for."""
        return self.lines[block].fold or fold(self.blocks[block].text)

    def is_announced(self, block: int) -> bool:
        """Whether the line above a block ends in a colon."""
        return block > 0 and self.blocks[block - 1].text.endswith(COLONS)

    def paragraphs(self, blocks: Iterable[int]) -> Iterator[int]:
        """Those of some blocks that are prose and, as things stand, in the body."""
        return (number for number in blocks if self.kept(number) and self.is_prose(number))

    def phrased(self, role: Role) -> Iterator[Claim]:
        """Claims on the open blocks that a phrase of the vocabulary gives this role."""
        for number in self.phrases:
            phrase = self.lines[number].phrase
            if phrase is not None and phrase.role == role and self.claims[number] is None:
                yield Claim(number, role, phrase.rule, f"{phrase.where} of the line: {phrase.text!r}")

    def asking(self, question: Question[Answer]) -> Mapping[str, Answer]:
        """What a function says of texts in the page's language, by text. Filters, and all runs, ask the same of a line."""
        key = question, self.language
        answers: Mapping[str, Answer] | None = self.answers.get(key)
        if answers is None:
            answers = self.answers[key] = _Answers(question, self.vocabulary, self.language)
        return answers

    def ask(self, question: Question[Answer], text: str) -> Answer:
        """What a function says of one text in the page's language."""
        return self.asking(question)[text]

    @cached_property
    def claimed(self) -> list[Claim]:
        """The claims so far, by block."""
        return [claim for claim in self.claims if claim is not None]

    def claimed_as(self, *roles: Role) -> Iterator[int]:
        """The blocks claimed so far with one of these roles."""
        return (claim.block for claim in self.claimed if claim.role in roles)

    @cached_property
    def title(self) -> int | None:
        """The block claimed as the title, or None; in a text that is clean already it stays in the body."""
        return next((claim.block for claim in self.claimed if claim.role is Role.TITLE or claim.rule == HEADLINE), None)

    @cached_property
    def head(self) -> range:
        """The blocks above the story's first paragraph: from the title, or a little above the region, to that paragraph."""
        region = self.region
        if not region:
            return region
        start = self.title + 1 if self.title is not None else max(region.start - HEAD_BLOCKS, 0)
        return range(start, max(start, self._first_paragraph(start)))

    def says_caption(self, block: int) -> bool:
        """Whether a block is claimed as a caption for what it says, not for its place; there may be no such block."""
        claim = self.claims[block] if block < len(self) else None
        return claim is not None and claim.role is Role.CAPTION and claim.rule.startswith(_SURE)

    @cached_property
    def story_words(self) -> frozenset[str]:
        """The content words of the story's first paragraphs."""
        opening = range(self.region.start, min(self.region.start + OPENING_BLOCKS, self.region.stop))
        return frozenset().union(*(self.content_words(number) for number in opening))

    def content_words(self, block: int) -> frozenset[str]:
        """The content words of a block."""
        return self.ask(_content_words, self.blocks[block].text)

    def shared_words(self, block: int) -> int:
        """How many content words a block shares with the story's first paragraphs."""
        return len(self.content_words(block) & self.story_words)

    @cached_property
    def tail(self) -> range:
        """The last blocks of the region and the first ones below it: where sign-offs, bios and tags stand."""
        stop = self.region.stop
        return range(max(stop - 3, 0), min(stop + HEAD_BLOCKS, len(self))) if self.region else range(0)

    @property
    def stated_dateline(self) -> Dateline | None:
        """What the story's dateline states."""
        text = self.blocks[self.dateline].text if self.dateline is not None else ""
        return (self.ask(find_dateline, text) or self._lead_dateline(text)) if text else None

    @cached_property
    def dateline(self) -> int | None:
        """The first block that begins with a dateline, if it stands where a story begins."""
        region = self.region
        start = self.title + 1 if self.title is not None else max(region.start - 1, 0)
        stop = min(region.start + HEAD_BLOCKS, region.stop)
        return next((number for number in range(start, stop) if self.kept(number) and self._has_dateline(number)), None)

    def _has_dateline(self, block: int) -> bool:
        text, line = self.blocks[block].text, self.lines[block]
        if line.words < 8 or not (line.closed or text.endswith(COLONS)):
            return False
        first = sum(map(self.kept, range(self.region.start, block))) <= 1
        found = self.ask(find_dateline, text)
        if found is None:
            return first and self._lead_dateline(text) is not None
        return first or not text.startswith(f"{found.place}. ")  # further down that may be a heading

    def _lead_dateline(self, text: str) -> Dateline | None:
        """The dateline of a paragraph without a dash: a known city, or a name that stands elsewhere in the story, too."""
        place = find_lead_place(text)
        if place is None:
            return None
        story = [self.blocks[number].text for number in range(self.title or 0, self.region.stop)]
        if place[0].isupper() and text.startswith(f"{place}:"):
            is_known = any(f" {word} {place}" in other for word in facts().locatives for other in story)
        else:
            is_known = fold(place) in facts().cities or sum(place in other for other in story) > 1
        return Dateline(place, None) if is_known else None

    def _first_paragraph(self, start: int) -> int:
        """A paragraph with a dateline; else the first one after the date lines and bylines under the title."""
        if self.dateline is not None:
            return self.dateline
        stop = min(start + HEAD_BLOCKS, self.region.stop)
        credits = [n for n in self.claimed_as(Role.DATE, Role.BYLINE) if start <= n < stop and n - self.region.start < 5]
        after = credits[-1] + 1 if credits else start
        return self.paragraph_from(after, max(self.region.start, start))

    def paragraph_from(self, start: int, default: int) -> int:
        """The story's first paragraph from a block on, or the default."""
        return next(self.paragraphs(range(start, self.region.stop)), default)

    @cached_property
    def region(self) -> range:
        """The blocks from the article's first paragraph to its last, as the claims so far have it; empty if there is none."""
        if self.found is not None:
            return self.found
        first, stop = self.hull.start, self.hull.stop
        pairs = zip(self.lines[first:stop], self.claims[first:stop], strict=True)
        scores = [(line.evidence, False) if claim is None else _evidence(line, claim) for line, claim in pairs]
        start, end = best_run(scores)
        if not end:
            return range(0)
        start, end = extend(scores, start, end)
        return range(first + start, first + end)

    @cached_property
    def near(self) -> range:
        """The blocks that are measured in full: all, or those near the body that the scorer found."""
        return near(self.scores.body, len(self)) if self.scores else range(len(self))

    @cached_property
    def surroundings(self) -> range:
        """The region and some blocks above and below it: further out every block is the page's, whatever it says."""
        region = self.region
        return range(max(region.start - HEAD_BLOCKS, 0), min(region.stop + HEAD_BLOCKS, len(self))) if region else region


def _content_words(text: str, vocabulary: Vocabulary, language: str) -> frozenset[str]:
    return content_words(text, vocabulary)


def _evidence(line: Line, claim: Claim) -> tuple[float, bool]:
    if claim.role is Role.BODY:
        return evidence(PROTECTED, line.words), False
    if claim.rule.startswith("site_lines/"):  # the site's own lines speak against a story at least as much as before
        return min(line.evidence, evidence(CLAIMED, line.words)), False
    return evidence(CLAIMED, line.words), claim.role in _WALLS or claim.rule.startswith("lists/")

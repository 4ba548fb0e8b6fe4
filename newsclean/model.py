"""The data that flows through newsclean. Imports nothing of ours; every value is immutable."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any, NamedTuple


class Role(StrEnum):
    """What a block is. Only ``body`` stays in the text; title to tags become metadata, the rest is dropped."""

    BODY = "body"
    TITLE = "title"
    CAPTION = "caption"
    BYLINE = "byline"
    DATE = "date"
    TAGS = "tags"
    NAVIGATION = "navigation"
    TEASER = "teaser"
    PROMO = "promo"
    SHARE = "share"
    COMMENT = "comment"
    COUNTER = "counter"
    LEGAL = "legal"
    FOREIGN = "foreign"
    DUPLICATE = "duplicate"
    BOILERPLATE = "boilerplate"


ARTICLE_ROLES = frozenset({Role.BODY, Role.TITLE, Role.DATE, Role.BYLINE, Role.CAPTION, Role.TAGS})
"""Roles of what belongs to an article itself, and not to the page around it."""


UNCLAIMED = "kept/unclaimed"
"""The rule of a block that stays because no filter spoke about it; there is no reason to show."""

HEADLINE = "titles/headline"
"""The rule of the headline, in the body or not."""


class Status(StrEnum):
    """How the cleaning of one source ended.

    ``doubtful``: the filters would have eaten an article, so its prose was kept. ``empty``: nothing to keep.
    ``undecodable``: the bytes are not text. ``too_large`` and ``too_deep``: HTML with more elements, or more of them in each
    other, than can be searched for the main text; its text was cleaned as a text's. ``Article.reason`` says more.
    """

    OK = "ok"
    DOUBTFUL = "doubtful"
    EMPTY = "empty"
    UNDECODABLE = "undecodable"
    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"


class BlockKind(StrEnum):
    """What a block is in its page's structure. Text without markup has paragraphs only."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    QUOTE = "quote"
    TABLE_ROW = "table_row"
    CAPTION = "caption"


class Span(NamedTuple):
    """A half-open range of code points, ``source[start:end]``."""

    start: int
    end: int


class Markup(NamedTuple):
    """Where an HTML page prints a block: hints for the filters.

    ``tag`` is the innermost block element around the text, ``names`` the words of the class and id attributes there and
    further out, nearest first. ``depth`` counts elements from ``body``, ``group`` numbers the parent element in document
    order, so that blocks with the same number are siblings. ``siblings`` counts the parent's children with the same tag,
    ``repeats`` the same for the most repeated element around the block (an item of a list of teasers).

    ``links`` and ``bold`` are shares of the block's characters. ``under`` names the elements around the block that say what
    it is: ``nav``, ``aside``, ``footer``, ``header``, ``form``, ``figure``, ``article``, ``main``, ``table``. ``core`` says
    that the extractor kept the block, ``whole`` that the block is all its element prints and not a piece of it.
    ``linked_data`` is the share of its characters that the page's JSON-LD articleBody has too, ``description`` its likeness
    to the page's meta description and ``title`` to the page's title (0 to 1).
    """

    tag: str
    kind: BlockKind = BlockKind.PARAGRAPH
    names: tuple[str, ...] = ()
    depth: int = 0
    group: int = 0
    siblings: int = 1
    repeats: int = 1
    links: float = 0.0
    bold: float = 0.0
    under: frozenset[str] = frozenset()
    hidden: bool = False
    core: bool = False
    whole: bool = True
    linked_data: float = 0.0
    description: float = 0.0
    title: float = 0.0


class Block(NamedTuple):
    """A line or paragraph as found: never empty, no white space at its ends.

    ``text`` is on one line: where a paragraph was broken over several, spaces stand for what ended them. ``gap_before``
    counts the blank lines above it. ``markup`` is None for plain text.
    """

    span: Span
    text: str
    gap_before: int = 0
    markup: Markup | None = None


class Claim(NamedTuple):
    """A filter's word on one block: the block's index, its role, the rule that says so and what the rule saw."""

    block: int
    role: Role
    rule: str
    evidence: str


class Fate(NamedTuple):
    """What became of a block, and why. ``article.source[start:end] == text``.

    ``kind`` is what the page's markup makes of the block, ``level`` 1 to 6 for a heading and else 0.
    """

    start: int
    end: int
    text: str
    role: Role
    rule: str
    evidence: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0

    def to_dict(self) -> dict[str, Any]:
        """Plain types, ready for JSON."""
        return {**self._asdict(), "role": str(self.role), "kind": str(self.kind)}


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page states about its article; None or empty where it states nothing.

    ``published`` is ISO 8601, a date alone or with the time, with an offset where the text names a zone;
    ``date_text`` is the date as found, also a relative one. ``source`` is the publisher named on a credit line,
    ``agency`` the wire service of a dateline or sign-off, ``language`` a BCP 47 code or ``und``.

    From ``modified`` on only markup states it: ``canonical_url`` is the address that the page gives itself, ``image`` that of its
    main picture, ``declared_language`` the BCP 47 code that it claims to be written in.
    """

    title: str | None = None
    published: str | None = None
    date_text: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    agency: str | None = None
    source: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    language: str = "und"
    url: str | None = None
    modified: str | None = None
    description: str | None = None
    canonical_url: str | None = None
    site_name: str | None = None
    image: str | None = None
    declared_language: str | None = None

    def to_dict(self) -> dict[str, Any]:
        """Plain types, ready for JSON."""
        return {key: list(value) if isinstance(value, tuple) else value for key, value in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class Article:
    """A clean article, and the account of everything that is not in it.

    ``blocks`` holds the fate of every block of ``source`` in order; ``removed`` those that left the body.
    ``confidence`` (0 to 1) says how far the result can be trusted, ``reason`` why the status is not ``ok``.
    """

    source: str
    blocks: tuple[Fate, ...] = ()
    metadata: Metadata = field(default_factory=Metadata)
    status: Status = Status.OK
    confidence: float = 0.0
    reason: str = ""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The body's paragraphs, verbatim and in source order."""
        return tuple(block.text for block in self.blocks if block.role is Role.BODY)

    @property
    def text(self) -> str:
        """The body: its paragraphs joined by a blank line."""
        return "\n\n".join(self.paragraphs)

    @property
    def removed(self) -> tuple[Fate, ...]:
        """The blocks that left the body, in source order."""
        return tuple(block for block in self.blocks if block.role is not Role.BODY)

    def to_dict(self) -> dict[str, Any]:
        """Everything but the source, as plain types ready for JSON."""
        return {
            "text": self.text,
            "paragraphs": list(self.paragraphs),
            "metadata": self.metadata.to_dict(),
            "removed": [block.to_dict() for block in self.removed],
            "status": str(self.status),
            "confidence": self.confidence,
            "reason": self.reason,
        }

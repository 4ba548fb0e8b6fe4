"""The data that flows through newsclean. Imports nothing of ours; every value is immutable."""

from __future__ import annotations

from collections.abc import Mapping
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


class Status(StrEnum):
    """How the cleaning of one source ended.

    ``doubtful``: the filters would have eaten an article, so its prose was kept. ``empty``: nothing to keep.
    ``undecodable``: the bytes are not text. ``unsupported``: the source is HTML, which is not read yet. ``Article.reason`` says
    more.
    """

    OK = "ok"
    DOUBTFUL = "doubtful"
    EMPTY = "empty"
    UNDECODABLE = "undecodable"
    UNSUPPORTED = "unsupported"


class Span(NamedTuple):
    """A half-open range of code points, ``source[start:end]``."""

    start: int
    end: int


class Block(NamedTuple):
    """A line or paragraph as found: never empty, no white space at its ends.

    ``gap_before`` counts the blank lines above it. ``markup`` is None for plain text.
    """

    span: Span
    text: str
    gap_before: int = 0
    markup: Mapping[str, Any] | None = None


class Claim(NamedTuple):
    """A filter's word on one block: the block's index, its role, the rule that says so and what the rule saw."""

    block: int
    role: Role
    rule: str
    evidence: str


class Fate(NamedTuple):
    """What became of a block, and why. ``article.source[start:end] == text``."""

    start: int
    end: int
    text: str
    role: Role
    rule: str
    evidence: str

    def to_dict(self) -> dict[str, Any]:
        """Plain types, ready for JSON."""
        return {**self._asdict(), "role": str(self.role)}


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

"""From a document with all its claims to an article."""

from __future__ import annotations

from newsclean.document import Document
from newsclean.metadata import metadata
from newsclean.model import Article, Block, Claim, Fate, Role, Status

_UNCLAIMED = "kept/unclaimed"


def assemble(document: Document, *, url: str | None, guarded: bool) -> Article:
    """The article: each block's fate, the metadata, the status, and how far to trust them."""
    fates = tuple(map(_fate, document.blocks, document.claims))
    kept = sum(line.words for number, line in enumerate(document.lines) if document.kept(number))
    status, reason = Status.OK, ""
    if not kept:
        status, reason = Status.EMPTY, "no line of the source reads like part of an article"
    elif guarded:
        status, reason = Status.DOUBTFUL, "the filters would have removed nearly all prose, so it was kept"
    return Article(
        source=document.source,
        blocks=fates,
        metadata=metadata(document, url),
        status=status,
        confidence=confidence(document, kept, guarded=guarded),
        reason=reason,
    )


def confidence(document: Document, kept: float, *, guarded: bool) -> float:
    """How far the body can be trusted, 0 to 1: its share of the page's prose, its length, a headline, a known language."""
    prose = sum(line.words for number, line in enumerate(document.lines) if document.is_prose(number))
    inside = sum(line.words for number, line in enumerate(document.lines) if document.is_prose(number) and document.kept(number))
    if not kept or guarded:
        return 0.0 if not kept else 0.2
    share = inside / prose if prose else 0.3
    length = min(kept / 120.0, 1.0)
    title = 1.0 if document.title is not None else 0.8
    return round(share**0.5 * (0.5 + 0.5 * length) * title * (1.0 if document.language != "und" else 0.8), 3)


def _fate(block: Block, claim: Claim | None) -> Fate:
    if claim is None:
        return Fate(block.span.start, block.span.end, block.text, Role.BODY, _UNCLAIMED, "no filter claimed it")
    return Fate(block.span.start, block.span.end, block.text, claim.role, claim.rule, claim.evidence)

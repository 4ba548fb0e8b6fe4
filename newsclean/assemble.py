"""From a document with all its claims to an article."""

from __future__ import annotations

import re

from newsclean.document import Document
from newsclean.language import UNDETERMINED
from newsclean.metadata import metadata
from newsclean.model import UNCLAIMED, Article, Block, BlockKind, Claim, Fate, Role, Status

GUARDED = 0.2
"""Confidence where the guard had to free the article's prose."""

NO_PROSE = 0.3
"""Share of prose assumed for a page of short lines only."""

ENOUGH_WORDS = 120.0
"""Words of body from which its length says nothing against it."""

UNKNOWN = 0.8
"""What confidence keeps where there is no headline, or no language is sure."""

_KEPT = Claim(-1, Role.BODY, UNCLAIMED, "no filter claimed it")
"""What is said of a block that no filter has claimed."""

_HEADING = re.compile(r"h[1-6]")


def assemble(document: Document, *, url: str | None, guarded: bool) -> Article:
    """The article: each block's fate, the metadata, the status, and how far to trust them."""
    source = document.source
    fates = tuple([_fate(source, block, claim) for block, claim in zip(document.blocks, document.claims, strict=True)])
    kept = sum(document.lines[number].words for number in document.body)
    status, reason = Status.OK, ""
    if not kept:
        status, reason = Status.EMPTY, "no line of the source reads like part of an article"
    elif guarded:
        status, reason = Status.DOUBTFUL, "the filters would have removed nearly all prose, so it was kept"
    return Article(
        source=source,
        blocks=fates,
        metadata=metadata(document, url),
        status=status,
        confidence=confidence(document, kept, guarded=guarded),
        reason=reason,
    )


def confidence(document: Document, kept: float, *, guarded: bool) -> float:
    """How far the body can be trusted, 0 to 1: its share of the page's prose, its length, a headline, a known language."""
    if not kept:
        return 0.0
    if guarded:
        return GUARDED
    if document.scores is not None:
        return document.scores.confidence(document.body)
    prose = [number for number in range(len(document)) if document.is_prose(number)]
    total = sum(document.lines[number].words for number in prose)
    inside = sum(document.lines[number].words for number in prose if document.kept(number))
    trust = float((inside / total if total else NO_PROSE) ** 0.5)
    trust *= 0.5 + 0.5 * min(kept / ENOUGH_WORDS, 1.0)
    trust *= 1.0 if document.title is not None else UNKNOWN
    trust *= 1.0 if document.language != UNDETERMINED else UNKNOWN
    return round(trust, 3)


def _fate(source: str, block: Block, claim: Claim | None) -> Fate:
    (start, end), _, _, markup = block
    text = source[start:end]
    _, role, rule, evidence = claim or _KEPT
    if markup is None:
        return Fate(start, end, text, role, rule, evidence)
    level = int(markup.tag[1]) if markup.kind is BlockKind.HEADING and _HEADING.fullmatch(markup.tag) else 0
    return Fate(start, end, text, role, rule, evidence, markup.kind, level)

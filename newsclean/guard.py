"""The guard keeps a pipeline from eating an article."""

from __future__ import annotations

from dataclasses import replace

from newsclean.document import Document
from newsclean.model import Role

MIN_SHARE = 0.1
"""Share of a page's prose (in words) under which the body is not believed to be the article."""

MOST_SHARE = 0.25
"""Share of a page's words from which it is believed without more ado: Thai and Lao set no full stops, and so have no prose."""

_OUTRIGHT = (Role.DUPLICATE, Role.LEGAL)
"""Prose of these roles is no loss."""


def is_fed(document: Document) -> bool:
    """Whether a scored document keeps enough of the page's prose, or of its words, to be believed."""
    kept, scores = document.body, document.scores
    return scores is None or (bool(kept) and (scores.prose_share(kept) >= MIN_SHARE or scores.share(kept) >= MOST_SHARE))


def guard(document: Document) -> tuple[Document, bool]:
    """The document, with its prose set free again where too little of it is left, and whether that was so."""
    prose = [number for number in range(len(document)) if document.is_prose(number) and document.role(number) not in _OUTRIGHT]
    total = sum(document.lines[number].words for number in prose)
    kept = sum(document.lines[number].words for number in document.body)
    if not prose or kept >= MIN_SHARE * total:
        return document, False
    freed = frozenset(prose)
    claims = tuple(None if number in freed else claim for number, claim in enumerate(document.claims))
    return replace(document, claims=claims, found=None), True

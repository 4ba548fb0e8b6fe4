"""Article text that looks like furniture: corrections, editor's notes, clarifications."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role


def protected(document: Document) -> Iterable[Claim]:
    """Keep the lines that the vocabulary protects, before any other filter speaks."""
    return document.phrased(Role.BODY)

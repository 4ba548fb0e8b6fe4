"""Newsletter prompts, channels to follow, apps, paywalls, labels of advertisements."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role


def promos(document: Document) -> Iterable[Claim]:
    """Claim the lines that sell the site rather than tell the story."""
    return document.phrased(Role.PROMO)

"""Lines inside the story that are no running text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsclean.document import Document
from newsclean.model import Claim, Role


@dataclass(frozen=True)
class Fragments:
    """Claim the blocks of the region whose log-odds of article text are under ``threshold``.

    Subheadings, list items and table rows go too, so this filter is for those who want paragraphs only.
    """

    threshold: float = -0.3

    def __call__(self, document: Document) -> Iterable[Claim]:
        """Claims on open blocks of the region."""
        for number in document.open():
            log_odds = document.lines[number].prose
            if number in document.region and log_odds < self.threshold:
                yield Claim(number, Role.BOILERPLATE, "fragments/line", f"log-odds of article text {log_odds:.1f}")

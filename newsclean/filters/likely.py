"""What an HTML page's markup says is the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.profiles.repeated import repeated


@dataclass(frozen=True)
class Likely:
    """Keep the blocks of an HTML page that its extraction kept too and that are most likely article text.

    ``threshold`` is the log-odds over which the filters after this one, which look at a line's wording and place, are not asked.
    """

    threshold: float = 1.0

    def __call__(self, document: Document) -> Iterable[Claim]:
        """Body claims on open blocks with markup."""
        hull, furniture = document.hull, repeated(document)
        for number in document.open(hull.start, hull.stop):
            log_odds = document.lines[number].prose
            markup = document.blocks[number].markup
            if log_odds > self.threshold and markup is not None and markup.core and number not in furniture:
                yield Claim(number, Role.BODY, "likely/block", f"log-odds of article text {log_odds:.1f}")

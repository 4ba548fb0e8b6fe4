"""Lines inside the story that are no running text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsclean.document import Document
from newsclean.measure import Line, prose_log_odds
from newsclean.model import BlockKind, Claim, Role

_LISTED = frozenset({BlockKind.LIST_ITEM, BlockKind.TABLE_ROW, BlockKind.CAPTION})


@dataclass(frozen=True)
class Fragments:
    """Claim the blocks of the region whose log-odds of article text are under ``threshold``.

    Subheadings, list items and table rows of text go too, so this filter is for those who want paragraphs only. Of an HTML
    page its list items and table rows go, and its subheadings stay: there they are known.
    """

    threshold: float = -0.3

    def __call__(self, document: Document) -> Iterable[Claim]:
        """Claims on open blocks of the region."""
        for number in document.open():
            line, (_, text, _, markup) = document.lines[number], document.blocks[number]
            if markup is not None:
                if markup.kind in _LISTED:
                    kind = markup.kind.replace("_", " ")
                    yield Claim(number, Role.BOILERPLATE, "fragments/kind", f"a {kind} in <{markup.tag}>")
            elif number in document.region and (log_odds := _prose(text, line)) < self.threshold:
                yield Claim(number, Role.BOILERPLATE, "fragments/line", f"log-odds of article text {log_odds:.1f}")


def _prose(text: str, line: Line) -> float:
    """The log-odds of article text that a line has by itself, wherever it stands."""
    return prose_log_odds(text, line.words, closed=line.closed, repeated=line.twin is not None)

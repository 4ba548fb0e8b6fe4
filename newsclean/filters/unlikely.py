"""What an HTML page's markup says is no part of the article."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsclean.document import Document
from newsclean.model import Claim, Markup, Role

_PLACES = (
    ("nav", Role.NAVIGATION),
    ("figure", Role.CAPTION),
    ("form", Role.PROMO),
    ("footer", Role.BOILERPLATE),
    ("aside", Role.TEASER),
)
_LINKED = 0.7
_LABEL_WORDS = 3.0


@dataclass(frozen=True)
class Unlikely:
    """Claim the blocks of an HTML page that are not likely to be article text, by their words, markup and neighbours.

    ``core`` and ``others`` are the log-odds under which a block goes: of what the extractor kept, and of what it left out.
    """

    core: float = -0.5
    others: float = 0.3

    def __call__(self, document: Document) -> Iterable[Claim]:
        """Claims on open blocks with markup."""
        for number in document.open():
            markup = document.blocks[number].markup
            if markup is None:
                continue
            line = document.lines[number]
            if line.prose < (self.core if markup.core else self.others):
                rule = "unlikely/core" if markup.core else "unlikely/others"
                evidence = f"log-odds of article text {line.prose:.1f}, {_describe(markup)}"
                yield Claim(number, _role(markup, line.words), rule, evidence)


def _role(markup: Markup, words: float) -> Role:
    """What such a block most likely is, by the element it stands in; a link of some words is a headline."""
    named = next((role for name, role in _PLACES if name in markup.under), None)
    if named is not None:
        return named
    if markup.links < _LINKED:
        return Role.BOILERPLATE
    return Role.TEASER if words > _LABEL_WORDS else Role.NAVIGATION


def _describe(markup: Markup) -> str:
    """Where a block stands, in short."""
    parts = [f"<{markup.tag}>" if markup.tag else "no element of the page"]
    parts += [f"in <{name}>" for name, _ in _PLACES if name in markup.under]
    if markup.links >= _LINKED:
        parts.append("all links" if markup.links > 0.95 else "mostly links")
    if not markup.core:
        parts.append("outside the extractor's text")
    return ", ".join(parts)

"""jusText (Pomikálek, 2011) with lines for paragraphs, and the stop words of the language that the page states."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

from benchmarks.optional import need
from benchmarks.pages import Page
from newsclean.vocabulary import load

_NOWHERE = SimpleNamespace(dom="", xpath="")


def build() -> Callable[[str, Page], str]:
    """The lines that jusText calls good."""
    core, paragraph = need("justext.core", "justext"), need("justext.paragraph", "justext")
    utils = need("justext.utils", "justext")
    names = utils.get_stoplists()

    def clean(text: str, page: Page) -> str:
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        paragraphs: list[Any] = [paragraph.Paragraph(_NOWHERE) for _ in lines]
        for one, line in zip(paragraphs, lines, strict=True):
            one.append_text(line)
        name = language_name(page.language)
        if name in names:
            core.classify_paragraphs(paragraphs, utils.get_stoplist(name))
        else:  # jusText's language-independent mode
            core.classify_paragraphs(paragraphs, frozenset(), stopwords_low=0.0, stopwords_high=0.0)
        core.revise_paragraph_classification(paragraphs)
        return "\n".join(line for one, line in zip(paragraphs, lines, strict=True) if not one.is_boilerplate)

    return clean


def language_name(language: str) -> str:
    """The name of a language given by its code; anything else as it is."""
    entry = load().by_code(language)
    return entry.name if entry else language

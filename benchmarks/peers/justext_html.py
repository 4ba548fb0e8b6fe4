"""jusText (Pomikálek, 2011) with the stop words of the language that the page states."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.optional import need
from benchmarks.pages import Page
from benchmarks.peers.justext_lines import language_name


def build() -> Callable[[str, Page], str]:
    """The paragraphs that are no boilerplate."""
    justext, utils = need("justext", "justext"), need("justext.utils", "justext")
    names = utils.get_stoplists()

    def extract(html: str, page: Page) -> str:
        name = language_name(page.language)
        if name in names:
            paragraphs = justext.justext(html, utils.get_stoplist(name))
        else:  # jusText's language-independent mode
            paragraphs = justext.justext(html, frozenset(), stopwords_low=0.0, stopwords_high=0.0)
        return "\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate)

    return extract

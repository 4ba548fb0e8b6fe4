"""HTML to the page's whole text, the way people do it: nothing is left out but scripts and styles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import cast

from benchmarks.optional import need

Flatten = Callable[[str], str]


def resiliparse() -> Flatten:
    """Resiliparse's plain text, all of it."""
    extract = need("resiliparse.extract.html2text", "resiliparse").extract_plain_text
    return lambda html: cast(str, extract(html, main_content=False))


def bs4() -> Flatten:
    """Beautiful Soup's text nodes, a line each."""
    soup = need("bs4", "beautifulsoup4").BeautifulSoup

    def flatten(html: str) -> str:
        tree = soup(html, "html.parser")
        for tag in tree(["script", "style", "noscript", "template"]):
            tag.decompose()
        return cast(str, tree.get_text("\n", strip=True))

    return flatten


def inscriptis() -> Flatten:
    """Inscriptis' rendering, with columns and indents as in a text browser."""
    return cast(Flatten, need("inscriptis", "inscriptis").get_text)


def none() -> Flatten:
    """Nothing, for sets whose pages are text already."""
    return lambda text: text


AS_IT_IS = "none"

FLATTENERS: Mapping[str, Callable[[], Flatten]] = {
    "resiliparse": resiliparse,
    "bs4": bs4,
    "inscriptis": inscriptis,
    AS_IT_IS: none,
}
"""By name; each builds its function, or raises MissingPackage."""

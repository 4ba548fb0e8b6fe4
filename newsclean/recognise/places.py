"""What a block that is not article text most likely is, by the element around it or by its own shape."""

from __future__ import annotations

from newsclean.measure import Line
from newsclean.model import Markup, Role

_PLACES = (
    ("nav", Role.NAVIGATION),
    ("figure", Role.CAPTION),
    ("form", Role.PROMO),
    ("footer", Role.BOILERPLATE),
    ("aside", Role.TEASER),
)
_LINKED = 0.7
_ALL = 0.95
LABEL_WORDS = 3.0
"""Most words of a menu's entry."""


def role_of(markup: Markup, words: float) -> Role:
    """What a block that is not article text most likely is, by the element it stands in; a link of some words is a headline.

    >>> str(role_of(Markup("a", under=frozenset({"nav"})), 2)), str(role_of(Markup("a", links=1.0), 8))
    ('navigation', 'teaser')
    """
    named = next((role for name, role in _PLACES if name in markup.under), None)
    if named is not None:
        return named
    if markup.links < _LINKED:
        return Role.BOILERPLATE
    return Role.TEASER if words > LABEL_WORDS else Role.NAVIGATION


def role_by_shape(line: Line, *, above: bool, label: float = LABEL_WORDS) -> Role:
    """The same without markup: a label, or what stands above the story, is navigation, a headline below it a teaser."""
    if line.closed:
        return Role.BOILERPLATE
    return Role.NAVIGATION if above or line.words <= label else Role.TEASER


def describe(markup: Markup) -> str:
    """Where a block stands, in short.

    >>> describe(Markup("a", under=frozenset({"nav"}), links=1.0))
    "<a>, in <nav>, all links, outside the extractor's text"
    """
    parts = [f"<{markup.tag}>" if markup.tag else "no element of the page"]
    parts += [f"in <{name}>" for name, _ in _PLACES if name in markup.under]
    if markup.links >= _LINKED:
        parts.append("all links" if markup.links > _ALL else "mostly links")
    if not markup.core:
        parts.append("outside the extractor's text")
    return ", ".join(parts)

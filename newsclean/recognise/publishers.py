"""Publishers: what tells their names from those of persons."""

from __future__ import annotations

import re

from newsclean.vocabulary import fold
from newsclean.vocabulary.facts import facts

_MAX_WORDS = 6
_ARTICLES = frozenset("the el los las les der die das het il η ο το".split())
"""Articles that mastheads begin with and names of persons do not."""

_ELIDED = re.compile(r"[Ll]['’](?=[A-ZÀ-Þ])")
"""The same before a vowel, in French and Italian."""

_JOINED = re.compile(r"\s[a-zà-ÿ]{1,12}\s[A-ZÀ-Þ]")
"""A small word between capitalised ones."""

_LETTERS = re.compile(r"[^\W\d_]{2}")
_GAP = re.compile(r"\s{3,}")
_DOMAIN = re.compile(r"[\w-]{2,40}(?:\.[a-z]{2,3}){1,2}")


def looks_like_source(text: str) -> bool:
    """Whether a short text names a publisher: capitals throughout, an article first, or a word that mastheads use.

    In a text with small words, as headings have, such a word must stand first or last, and an article is not enough.

    >>> looks_like_source("Harbour Times"), looks_like_source("Mira Santoso"), looks_like_source("Signing of the Record of Talks")
    (True, False, False)
    >>> looks_like_source("HARBOUR POST"), looks_like_source("A+ A-")
    (True, False)
    >>> looks_like_source("The Post of Vellin"), looks_like_source("Die Delegationen im Rathaus")
    (True, False)
    """
    words = text.split()
    if not 1 <= len(words) <= _MAX_WORDS or ":" in text:
        return False
    if text.isupper() and _LETTERS.search(text):
        return True
    if len(words) > 1 and words[0].lower() in _ARTICLES and not _JOINED.search(text):
        return True
    if _ELIDED.match(text) or _DOMAIN.fullmatch(text):
        return True
    folded = [word for word in fold(text).replace("-", " ").split() if word not in _ARTICLES]
    if any(map(str.islower, words)):
        folded = [*folded[:1], *folded[-1:]]
    if not facts().outlets.isdisjoint(folded) or text.lower().endswith(facts().outlet_endings):
        return True
    return text.startswith(facts().outlet_openings) or text.lower().endswith(facts().outlet_compounds)


def split_publisher(text: str) -> tuple[str, str] | None:
    """A name and the publisher's behind it, which a comma or a gap divides from it; None for any other text.

    >>> split_publisher("Mira Santoso, Harbour Times"), split_publisher("Mira Santoso   Harbour Times")
    (('Mira Santoso', 'Harbour Times'), ('Mira Santoso', 'Harbour Times'))
    >>> split_publisher("Harbour Times, Vellin Post"), split_publisher("Mira Santoso, Vellin")
    (None, None)
    """
    name, _, publisher = _GAP.sub(", ", text).partition(", ")
    return (name, publisher) if looks_like_source(publisher) and not looks_like_source(name) else None

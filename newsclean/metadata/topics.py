"""Section and tags as markup files a story under them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsclean.metadata.linked import Linked
from newsclean.metadata.titles import letters
from newsclean.read.head import Head
from newsclean.recognise.tags import split_tags

_SECTION = tuple(
    "article:section parsely-section sailthru.section article.section cxenseparse:recs:category section dc.subject".split()
)
_TAGS = tuple("article:tag news_keywords parsely-tags sailthru.tags cxenseparse:tags article:keywords keywords".split())
_MAX_TAGS = 50
_MAX_CHARS = 60
_NUMBER = re.compile(r"[\da-f-]{20,}")
"""What software numbers its entries by, and some sites print among their tags."""

_COMMAS = re.compile(r"\s*[,;，、]\s*")


def find_section(head: Head, linked: Linked) -> str | None:
    """The section, of several the first."""
    named = (name for name in (*linked.section, *head.all(*_SECTION)) if len(name) <= _MAX_CHARS)
    return next((part for name in named if (part := _COMMAS.split(name)[0].strip(" /|"))), None)


def find_tags(head: Head, linked: Linked) -> tuple[str, ...]:
    """The terms of the first source that has some, each once."""
    for values in (linked.tags, *(head.all(key) for key in _TAGS)):
        tags = _split(values)
        if tags:
            return tags
    return ()


def _split(values: Iterable[str]) -> tuple[str, ...]:
    """Terms of a list, or of one value that holds a list."""
    terms: dict[str, str] = {}
    for value in values:
        for term in split_tags(value):
            if 1 < len(term) <= _MAX_CHARS and letters(term) and not _NUMBER.fullmatch(term):
                terms.setdefault(letters(term), term)
    return tuple(terms.values())[:_MAX_TAGS]

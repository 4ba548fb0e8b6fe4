"""Words that captions describe pictures with."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from newsclean.vocabulary import Vocabulary, WordSet

_BRACKETS = ("(", "（")
_LETTER_CHARS = 3
"""Characters of a letter in brackets."""


class _Words(NamedTuple):
    """``free`` ones stand anywhere; ``bracketed`` ones, as ``(left)``, in their brackets only: a fold has lost those.
    ``sides`` are those of them that are more than a letter."""

    free: WordSet
    bracketed: tuple[str, ...]
    sides: tuple[str, ...]


def says_picture(text: str, folded: str, vocabulary: Vocabulary, language: str) -> str | None:
    """The first word in a line, given with its fold, that captions describe pictures with, or None.

    >>> from newsclean.vocabulary import load
    >>> says_picture("The harbour, pictured in March", "the harbour, pictured in march", load(), "en")
    'pictured'
    >>> says_picture("Mira Holt (L) and Jan de Boer", "mira holt (l) and jan de boer", load(), "en")
    '(l)'
    """
    words = _words(vocabulary, language)
    return words.free.first_in(folded) or _first_in(text, words.bracketed)


def says_side(text: str, vocabulary: Vocabulary, language: str) -> str | None:
    """The first word in brackets by which a caption says who stands where, or None; a letter may number an item.

    >>> from newsclean.vocabulary import load
    >>> says_side("Mira Holt (right) showing the rebuilt pier.", load(), "en"), says_side("(r) Two boats", load(), "en")
    ('(right)', None)
    """
    return _first_in(text, _words(vocabulary, language).sides)


def _first_in(text: str, bracketed: Iterable[str]) -> str | None:
    lowered = text.lower() if any(bracket in text for bracket in _BRACKETS) else ""
    return next((word for word in bracketed if word in lowered), None)


def ends_as_caption(folded: str, vocabulary: Vocabulary, language: str) -> bool:
    """Whether such a word is what a line's fold ends in: in Korean and Japanese captions end so, and headlines do not."""
    return any(map(folded.endswith, _words(vocabulary, language).free.found_in(folded)))


@cache
def _words(vocabulary: Vocabulary, language: str) -> _Words:
    """Those of a language and of English."""
    entries = [entry for code in dict.fromkeys((language, "en")) if (entry := vocabulary.by_code(code))]
    words = dict.fromkeys(word.lower() for entry in entries for word in entry.caption_words)
    bracketed = tuple(word for word in words if word.startswith(_BRACKETS))
    return _Words(
        WordSet.of(word for word in words if not word.startswith(_BRACKETS)),
        bracketed,
        tuple(word for word in bracketed if len(word) > _LETTER_CHARS),
    )

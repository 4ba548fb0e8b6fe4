"""Words that captions describe pictures with."""

from __future__ import annotations

from functools import cache

from newsclean.vocabulary import Vocabulary, WordSet


def says_picture(folded: str, vocabulary: Vocabulary, language: str) -> str | None:
    """The first word in a line's fold that captions describe pictures with, or None.

    >>> from newsclean.vocabulary import load
    >>> says_picture("the harbour, pictured in march", load(), "en")
    'pictured'
    """
    return _words(vocabulary, language).first_in(folded)


def ends_as_caption(folded: str, vocabulary: Vocabulary, language: str) -> bool:
    """Whether such a word is what a line's fold ends in: in Korean and Japanese captions end so, and headlines do not."""
    return any(map(folded.endswith, _words(vocabulary, language).found_in(folded)))


@cache
def _words(vocabulary: Vocabulary, language: str) -> WordSet:
    """Those of a language and of English."""
    entries = [entry for code in dict.fromkeys((language, "en")) if (entry := vocabulary.by_code(code))]
    return WordSet.of(word for entry in entries for word in entry.caption_words)

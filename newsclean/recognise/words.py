"""The words that say what a text is about."""

from __future__ import annotations

import re

from newsclean.vocabulary import Vocabulary

_MIN_CHARS = 4
_WORD = re.compile(rf"[^\W\d_]{{{_MIN_CHARS},}}+")
_ASCII = bytes(code if chr(code).isalpha() else ord(" ") for code in range(128)).ljust(256)
"""Letters stay, everything else becomes a space: faster than a search, for the texts that allow it."""

_SHORT = re.compile(r"\b\w{2,3}\b")
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")
_MAX_CHARS = 600


def content_words(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Words of four letters or more that are function words nowhere; of scripts without spaces, every pair of characters.

    >>> from newsclean.vocabulary import load
    >>> sorted(content_words("From the Port of Lisbon", load())), sorted(content_words("東京湾", load()))
    (['lisbon', 'port'], ['京湾', '東京'])
    """
    sample = text[:_MAX_CHARS]
    known = vocabulary.function_words
    if sample.isascii():
        letters = sample.lower().encode().translate(_ASCII).decode()
        return frozenset(word for word in letters.split() if len(word) >= _MIN_CHARS and word not in known)
    words = set(_WORD.findall(sample.lower())).difference(known)
    if _SPACELESS.search(sample):
        spaceless = [word for word in (*_WORD.findall(sample.lower()), *_SHORT.findall(sample)) if _SPACELESS.search(word)]
        words.difference_update(spaceless)
        words.update(word[i : i + 2] for word in spaceless for i in range(len(word) - 1))
    return frozenset(words)

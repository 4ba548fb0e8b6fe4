"""The words that say what a text is about."""

from __future__ import annotations

import re

from newsclean.vocabulary import Vocabulary

_WORD = re.compile(r"[^\W\d_]{4,}+")
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff]")
_MAX_CHARS = 600


def content_words(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Words of four letters or more that are function words nowhere; of scripts without spaces, every pair of characters.

    >>> from newsclean.vocabulary import load
    >>> sorted(content_words("From the Port of Lisbon", load())), sorted(content_words("東京湾", load()))
    (['lisbon', 'port'], ['京湾', '東京'])
    """
    function_words = vocabulary.function_words
    words: set[str] = set()
    for word in _WORD.findall(text[:_MAX_CHARS].lower()) + re.findall(r"\b\w{2,3}\b", text[:_MAX_CHARS]):
        if _SPACELESS.search(word):
            words.update(word[i : i + 2] for i in range(len(word) - 1))
        elif len(word) >= 4 and word not in function_words:
            words.add(word)
    return frozenset(words)

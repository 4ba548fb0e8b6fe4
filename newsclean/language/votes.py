"""Which language a text's function words speak for. No model, no call: dictionary look-ups."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Set
from dataclasses import dataclass
from itertools import chain

from newsclean.vocabulary import Tokenizer, Vocabulary

_WORD = r"[\p{L}\p{No}][\p{L}\p{M}\p{No}]*+"
"""A word and the small figures behind it: the w of w₁ is no word."""

_words_of = Tokenizer(rf"{_WORD}(?:'{_WORD})?+", r"[\p{L}\p{No}']")


@dataclass(frozen=True, slots=True)
class Votes:
    """The share of a text's words that are function words, by language; ``words`` is how many words there were."""

    shares: Mapping[str, float]
    words: int

    def of(self, language: str) -> float:
        """The share of one language, 0 to 1."""
        return self.shares.get(language, 0.0)

    def best(self) -> tuple[str, float]:
        """The language with the largest share (the last by code among equals), or ``("und", 0.0)``."""
        return max(self.shares.items(), key=lambda item: (item[1], item[0]), default=("und", 0.0))


def share_of(text: str, function_words: Set[str]) -> float:
    """The share of one language's function words in a text, none empty: what :func:`vote` counts, for one language."""
    words = text.lower().split()
    return len([word for word in words if word in function_words]) / len(words)


def exclusive_words(text: str, first: str, second: str, vocabulary: Vocabulary) -> tuple[int, int]:
    """How many of a text's words are function words of the first language alone, and of the second alone."""
    mine, theirs = (entry.function_word_set if (entry := vocabulary.by_code(code)) else frozenset() for code in (first, second))
    words = text.lower().split()
    return sum(word in mine and word not in theirs for word in words), sum(word in theirs and word not in mine for word in words)


def function_words_in(text: str, language: str, vocabulary: Vocabulary) -> frozenset[str]:
    """The function words of a language, of two letters or more, that a text has: single letters are initials and units, too.

    >>> from newsclean.vocabulary import load
    >>> function_words_in("Rest, 6 miles (s), 9 miles (s)", "sk", load())
    frozenset()
    >>> sorted(function_words_in("od s do", "sk", load()))
    ['do', 'od']
    """
    entry = vocabulary.by_code(language)
    known = entry.function_word_set if entry else frozenset[str]()
    return frozenset(word for word in _words_of(text.lower()) if len(word) > 1 and word in known)


def vote(text: str, vocabulary: Vocabulary) -> Votes:
    """Count the function words of every language in a text.

    >>> from newsclean.vocabulary import load
    >>> vote("Harga beras yang naik di pasar itu", load()).of("id") > 0.4
    True
    """
    index = vocabulary.function_words
    words = _words_of(text.lower().replace("’", "'"))
    counts = Counter(chain.from_iterable([index[word] for word in words if word in index]))
    return Votes({language: count / len(words) for language, count in counts.items()}, len(words))

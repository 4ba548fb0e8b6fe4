"""Find any of many words and short phrases in a fold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import TYPE_CHECKING, Literal

import regex

from newsclean.vocabulary.fold import fold
from newsclean.vocabulary.tokens import Tokenizer

if TYPE_CHECKING:
    from newsclean.vocabulary.load import Vocabulary

_WORD = regex.compile(r"\w++")
words_of = Tokenizer(r"\w++", r"\w")
"""The runs of letters, digits and underscores in a text."""

_SPACELESS = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True)
class WordSet:
    """Words, which match whole words, and phrases, which match substrings at word edges; both folded."""

    words: frozenset[str]
    phrases: tuple[str, ...]

    @classmethod
    def of(cls, texts: Iterable[str]) -> WordSet:
        """A set of texts of any case.

        >>> WordSet.of(["Newsletter", "sign up"]).count_in("sign up for the newsletter")
        2
        """
        folded = dict.fromkeys(filter(None, map(fold, texts)))
        words = frozenset(text for text in folded if _WORD.fullmatch(text) and not _SPACELESS.search(text))
        return cls(words, tuple(text for text in folded if text not in words))

    def found_in(self, folded: str) -> list[str]:
        """The entries that stand in a fold, each once."""
        tokens = words_of(folded)
        keyed, others = self._places
        if not others and self._signs.isdisjoint(tokens):
            return []
        found = [] if self.words.isdisjoint(tokens) else [word for word in dict.fromkeys(tokens) if word in self.words]
        places = others if keyed.keys().isdisjoint(tokens) else sorted({*others, *(n for w in tokens for n in keyed.get(w, ()))})
        for phrase in map(self.phrases.__getitem__, places):
            if phrase in folded and _stands(phrase, folded):
                found.append(phrase)
        return found

    @cached_property
    def _places(self) -> tuple[dict[str, list[int]], list[int]]:
        """Where the phrases stand that hold a word, by their longest; and the others, which have to be looked for in any fold."""
        keyed: dict[str, list[int]] = {}
        others = []
        for number, phrase in enumerate(self.phrases):
            inside = words_of(phrase)
            if len(inside) < 2 or _SPACELESS.search(phrase):
                others.append(number)
            else:
                keyed.setdefault(max(inside, key=len), []).append(number)
        return keyed, others

    @cached_property
    def _signs(self) -> frozenset[str]:
        """Words without one of which a fold holds no entry, but for the entries without words."""
        return self.words.union(self._places[0])

    def first_in(self, folded: str) -> str | None:
        """One entry that stands in a fold, or None."""
        return next(iter(self.found_in(folded)), None)

    def count_in(self, folded: str) -> int:
        """How many entries stand in a fold."""
        return len(self.found_in(folded))


def _stands(phrase: str, folded: str) -> bool:
    """Whether a phrase somewhere cuts no word in two; scripts without spaces have no such edge.

    >>> _stands("small fee", "small fees, or a small fee"), _stands("small fee", "small fees")
    (True, False)
    """
    if _SPACELESS.search(phrase):
        return True
    begins, ends = _WORD.match(phrase), _WORD.match(phrase[-1])
    at = folded.find(phrase)
    while at >= 0:
        end = at + len(phrase)
        starts_inside = begins and _WORD.match(folded[at - 1 : at])
        ends_inside = ends and _WORD.match(folded[end : end + 1])
        if not starts_inside and not ends_inside:
            return True
        at = folded.find(phrase, at + 1)
    return False


@cache
def word_set(vocabulary: Vocabulary, language: str, kind: Literal["affiliate_words", "appeal_words", "channel_words"]) -> WordSet:
    """The words of one kind of a language and of English, which pages in all languages print."""
    entries = [entry for code in dict.fromkeys((language, "en")) if (entry := vocabulary.by_code(code))]
    return WordSet.of(word for entry in entries for word in getattr(entry, kind))

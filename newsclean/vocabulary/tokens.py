"""Cut texts into words."""

from __future__ import annotations

import re

import regex

LETTERS = r"\p{L}[\p{L}\p{M}]*+"
"""The pattern, for :mod:`regex`, of a word without digits, with the marks that Thai, Indic and other scripts write on letters."""

_WIDER = re.compile(r"[^\x00-\xff\u2010-\u2027\u2030-\u203e\u2041-\u2053\u2055-\u205e\u20ac]")
"""A character beyond Latin-1 that may be a letter: the others are dashes, quotes and the like."""


class Tokenizer:
    """Finds the words of a text: by a search, or, in Western European text, by a space for everything that is part of no word.

    The second way is several times as fast.

    :param pattern: a word, for :mod:`regex`
    :param characters: a character that is part of words, in Western European text

    >>> words = Tokenizer(r"\\p{L}++", r"\\p{L}")
    >>> words("Sign up (2 minutes)"), words("S’abonner – dès 9,99 €"), words("Český deník")
    (['Sign', 'up', 'minutes'], ['S', 'abonner', 'dès'], ['Český', 'deník'])
    """

    def __init__(self, pattern: str, characters: str) -> None:
        self._find = regex.compile(pattern).findall
        self._spaced = bytes(code if regex.match(characters, chr(code)) else ord(" ") for code in range(256))

    def __call__(self, text: str) -> list[str]:
        """The words of a text, in order."""
        if text.isascii() or _WIDER.search(text) is None:
            return text.encode("latin-1", "replace").translate(self._spaced).decode("latin-1").split()
        return self._find(text)

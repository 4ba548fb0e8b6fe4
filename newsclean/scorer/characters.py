"""What each character is, as tables that a whole page is looked up in at once."""

from __future__ import annotations

import unicodedata
from enum import IntEnum
from functools import cache

import numpy as np
from numpy.typing import NDArray

PLANE = 0x10000
"""The tables cover the basic plane; a character beyond it is looked up (clipped) as the last one, which is no letter."""


class Kind(IntEnum):
    """Classes of characters that tell running text from page furniture."""

    OTHER = 0
    SPACE = 1
    LOWER = 2
    UPPER = 3
    CASELESS = 4
    SPACELESS = 5
    MARK = 6
    DIGIT = 7
    STOP = 8
    ELLIPSIS = 9
    COMMA = 10
    COLON = 11
    QUOTE = 12
    BRACKET = 13
    DASH = 14
    DIVIDER = 15
    SIGN = 16
    PUNCTUATION = 17
    SYMBOL = 18


_NAMED = {
    Kind.STOP: ".!?。！？।॥؟۔።",
    Kind.ELLIPSIS: "…",
    Kind.COMMA: ",;、，،；؛",
    Kind.COLON: ":：",
    Kind.QUOTE: "\"'“”„‘’«»‹›「」『』",
    Kind.BRACKET: "()[]{}（）［］【】〔〕《》〈〉",
    Kind.DASH: "-–—―−ー",
    Kind.DIVIDER: "|·•▪●■◆▶►→←<>/\\*‣○◇★☆│",
    Kind.SIGN: "@#&%$€£¥₹©®™+=",
}
_SPACELESS = ((0x0E00, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x9FFF), (0xF900, 0xFAFF))
_CATEGORIES = {
    "Ll": Kind.LOWER,
    "Lu": Kind.UPPER,
    "Lt": Kind.UPPER,
    "Lo": Kind.CASELESS,
    "Lm": Kind.CASELESS,
    "Mn": Kind.MARK,
    "Mc": Kind.MARK,
    "Nd": Kind.DIGIT,
    "Nl": Kind.DIGIT,
    "No": Kind.DIGIT,
    "Zs": Kind.SPACE,
}


@cache
def kinds() -> NDArray[np.uint8]:
    """The :class:`Kind` of each character of the basic plane."""
    table = np.array([_kind(unicodedata.category(chr(code))) for code in range(PLANE)], dtype=np.uint8)
    for start, end in _SPACELESS:
        letters = table[start : end + 1]
        letters[letters == Kind.CASELESS] = Kind.SPACELESS
    for kind, characters in _NAMED.items():
        table[[ord(character) for character in characters]] = kind
    table[ord("\t")] = Kind.SPACE
    table[PLANE - 1] = Kind.SYMBOL
    table.setflags(write=False)
    return table


@cache
def lowered() -> NDArray[np.uint32]:
    """Each character of the basic plane in lower case, where that is one character."""
    codes = np.arange(PLANE, dtype=np.uint32)
    for code in np.flatnonzero(kinds() == Kind.UPPER):
        lower = chr(code).lower()
        if len(lower) == 1 and ord(lower) < PLANE:
            codes[code] = ord(lower)
    codes.setflags(write=False)
    return codes


def _kind(category: str) -> Kind:
    if category in _CATEGORIES:
        return _CATEGORIES[category]
    return {"P": Kind.PUNCTUATION, "S": Kind.SYMBOL}.get(category[0], Kind.OTHER)

"""How lines of two pages are told to be the same."""

from __future__ import annotations

from hashlib import blake2b

from newsclean.vocabulary.fold import MAX_CHARS, fold


def shown(text: str) -> str:
    """A line as a profile's file shows it: its first 400 characters, white space made plain.

    >>> shown("Read\\talso:\\n\\u2028 Port reopens ")
    'Read also: Port reopens'
    """
    return " ".join(text[:MAX_CHARS].encode("utf-8", "replace").decode("utf-8").split())


def line_key(text: str) -> int | None:
    """A signed 64-bit hash of a line's fold, over its first 400 characters; None for a line without a letter.

    A line that agrees with another so far is the same line. Numbers and rules of dashes say nothing about a site.

    >>> line_key("» READ ALSO:") == line_key("Read also"), line_key("* * * 24"), line_key("Read also") == line_key("Read")
    (True, None, False)
    """
    if not any(map(str.isalpha, text[:MAX_CHARS])):
        return None
    return key_of_fold(fold(text[:MAX_CHARS]))


def key_of_fold(folded: str) -> int:
    """The same for a line whose fold is at hand."""
    return int.from_bytes(blake2b(folded.encode("utf-8", "replace"), digest_size=8).digest(), "big", signed=True)

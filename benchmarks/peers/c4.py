"""The line rules of C4 (Raffel et al., 2020), as TensorFlow Datasets states them.

Its page rules (three sentences, bad words, braces) drop pages rather than clean them and are left out. The terminal
marks are those of the paper, so that scripts with marks of their own lose everything.
"""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.pages import Page

_TERMINAL = (".", "?", "!", '"')
_MIN_WORDS = 5
_MAX_WORD_CHARS = 1000
_FORBIDDEN = (
    "javascript", "terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies",
)  # fmt: skip


def build() -> Callable[[str, Page], str]:
    """The lines that C4 would keep."""
    return lambda text, page: "\n".join(filter(keeps, map(str.strip, text.splitlines())))


def keeps(line: str) -> bool:
    """Whether C4 keeps a line.

    >>> keeps("Ships left the harbour on Monday."), keeps("Ships left the harbour..."), keeps("Read on.")
    (True, False, False)
    """
    words = line.split()
    return (
        line.endswith(_TERMINAL)
        and not line.endswith("...")
        and len(words) >= _MIN_WORDS
        and max(map(len, words)) <= _MAX_WORD_CHARS
        and not any(text in line.lower() for text in _FORBIDDEN)
    )

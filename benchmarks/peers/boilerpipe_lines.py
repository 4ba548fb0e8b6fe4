"""boilerpipe's rules on the number of words (Kohlschütter et al., 2010, algorithm 2), with lines for blocks and no links."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.metrics import tokens
from benchmarks.pages import Page

LONG = 16
"""Words above which a line is content on its own."""

NEXT_LONG = 15
"""Words above which the next line makes a short one content."""

PREVIOUS_SHORT = 4
"""Words up to which the line before makes nothing content."""


def build() -> Callable[[str, Page], str]:
    """The lines that the rules keep."""
    return lambda text, page: "\n".join(content([line for line in text.splitlines() if line.strip()]))


def content(lines: list[str]) -> list[str]:
    """The lines that are content, by their own words and those of their neighbours.

    >>> content(["Menu", "Home", "Fog", " ".join(["fog"] * 17), "Ships wait", "Imprint"])[0::2]
    ['Fog', 'Ships wait']
    """
    words = [0, *(len(tokens(line)) for line in lines), 0]
    triples = zip(words, words[1:], words[2:], strict=False)
    return [
        line
        for line, (previous, own, following) in zip(lines, triples, strict=True)
        if own > LONG or following > NEXT_LONG or previous > PREVIOUS_SHORT
    ]

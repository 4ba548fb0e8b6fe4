"""What cleans text: newsclean and its peers, one small adapter each.

A peer gets a page's flattened text, and the page for what a user would know about it, never its gold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from benchmarks.pages import Page
from benchmarks.peers import bte, c4, identity, justext_lines, newsclean_text
from newsclean.cleaner import Preset

Peer = Callable[[str, Page], str]

OURS = "newsclean"


def builders(preset: Preset) -> Mapping[str, Callable[[], Peer]]:
    """By name, newsclean first; each builds its peer, or raises MissingPackage."""
    return {
        OURS: partial(newsclean_text.build, preset),
        "jusText on lines": justext_lines.build,
        "best run (BTE)": bte.build,
        "C4 line rules": c4.build,
        "everything kept": identity.build,
    }

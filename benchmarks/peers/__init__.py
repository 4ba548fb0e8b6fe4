"""What cleans pages: newsclean and its peers, one small adapter each.

A peer gets a page's source (flattened text, or HTML), and the page for what a user would know about it, never its gold.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from benchmarks.ours import Ours
from benchmarks.pages import Page
from benchmarks.peers import (
    boilerpipe_lines,
    boilerpy3_html,
    bte,
    c4,
    goose3_html,
    identity,
    justext_html,
    justext_lines,
    newsclean_html,
    newsclean_text,
    newspaper4k_html,
    newsplease_html,
    readability_html,
    resiliparse_html,
    trafilatura_html,
)

Peer = Callable[[str, Page], str]
Builders = Mapping[str, Callable[[], Peer]]
"""By name; each builds its peer, or raises Unavailable."""

OURS = "newsclean"
TRAFILATURA = "trafilatura"


def text_builders(ours: Ours) -> Builders:
    """What cleans text, newsclean first."""
    return {
        OURS: partial(newsclean_text.build, ours),
        "best run (BTE)": bte.build,
        "boilerpipe rules on lines": boilerpipe_lines.build,
        "C4 line rules": c4.build,
        "jusText on lines": justext_lines.build,
        "everything kept": identity.build,
    }


def html_builders(ours: Ours) -> Builders:
    """What extracts from HTML, newsclean first."""
    return {
        OURS: partial(newsclean_html.build, ours),
        TRAFILATURA: trafilatura_html.build,
        "trafilatura precision": partial(trafilatura_html.build, favor_precision=True),
        "trafilatura recall": partial(trafilatura_html.build, favor_recall=True),
        "trafilatura fast": partial(trafilatura_html.build, fast=True),
        "resiliparse": resiliparse_html.build,
        "readability-lxml": readability_html.build,
        "newspaper4k": newspaper4k_html.build,
        "news-please": newsplease_html.build,
        "goose3": goose3_html.build,
        "boilerpy3": boilerpy3_html.build,
        "jusText": justext_html.build,
    }

"""newsclean on HTML."""

from __future__ import annotations

from collections.abc import Callable

from benchmarks.errors import Unavailable
from benchmarks.pages import Page
from benchmarks.peers.newsclean_text import found
from newsclean import Cleaner, ConfigError
from newsclean.cleaner import Preset


def build(preset: Preset) -> Callable[[str, Page], str]:
    """The body of the article, as the page's gold has it.

    :raises Unavailable: this newsclean does not read HTML
    """
    cleaner = Cleaner(preset=preset)
    check(cleaner)
    return lambda html, page: found(cleaner.clean(html, kind="html"), page)


def check(cleaner: Cleaner) -> None:
    """Nothing, if a cleaner reads HTML.

    :raises Unavailable: it does not
    """
    try:
        cleaner.clean("<p>Fog closed the port.", kind="html")
    except ConfigError as error:
        raise Unavailable(f"newsclean on HTML: {error}") from error

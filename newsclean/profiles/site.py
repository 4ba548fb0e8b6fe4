"""Which site a page belongs to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_GENERIC = re.compile(r"(?:www\d{0,2}|m|mobile|amp)\.(?=[^.]+\.[^.])")
"""Labels before a host that name a machine or a way to read, not another site."""


def site_of(url: str) -> str:
    """The site of a page: its host in lower case without ``www.``, ``m.`` or ``amp.``; empty if the address has none.

    Other subdomains are sites of their own, for they have furniture of their own: on a blog host each blog is another
    publisher. Pass the site by name where that is too fine.

    >>> site_of("https://www.vellin-post.example:8080/ferry?page=2"), site_of("m.vellin-post.example/ferry")
    ('vellin-post.example', 'vellin-post.example')
    >>> site_of("https://sport.vellin-post.example/"), site_of("ferry.html?from=home"), site_of("mailto:ida@vellin.example")
    ('sport.vellin-post.example', 'ferry.html', '')
    """
    try:
        host = urlsplit(url if "//" in url or url.startswith("mailto:") else f"//{url}").hostname or ""
    except ValueError:
        return ""
    return _GENERIC.sub("", host.rstrip("."), count=1) if host.isprintable() and " " not in host else ""

"""What JSON-LD states about the article, in the terms of schema.org."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from newsclean.read.json_ld import Node, types
from newsclean.read.values import plain, strings

_ARTICLE = re.compile(r"(?:Article|Posting|Report)$")
_WORKS = frozenset(
    "VideoObject AudioObject PodcastEpisode RadioEpisode Episode Review ClaimReview CriticReview Recipe HowTo Event CreativeWork "
    "MediaObject ImageGallery MediaGallery Clip ItemPage".split()
)
_NO_ARTICLES = frozenset(("JobPosting",))
_PAGES = frozenset("WebPage AboutPage CollectionPage ContactPage ProfilePage FAQPage QAPage".split())
_FEW = 10
_MANY = 100
_MAX_STAMP = 10**15
"""Epoch milliseconds have 13 digits."""


@dataclass(frozen=True, slots=True)
class Linked:
    """What a page's JSON-LD states: strings as found, but clean; empty where it states nothing.

    ``is_article`` tells an article's node from that of a video or a page.
    """

    is_article: bool = False
    headlines: tuple[str, ...] = ()
    description: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    site_name: str = ""
    published: tuple[str, ...] = ()
    modified: tuple[str, ...] = ()
    section: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    language: str = ""
    address: str = ""
    image: str = ""
    caption: str = ""


def read_article(nodes: Sequence[Node], addresses: Iterable[str], titles: Iterable[str]) -> Linked:
    """What the node of this page's article states, and where it is silent that of the page.

    Of several articles it is the one with the page's address, else the one with its title, else the first.

    :param addresses: the page's addresses, as given and as declared
    :param titles: the page's headings and titles
    """
    places = {_bare(address) for address in addresses if address}
    heads = {title.casefold() for title in titles if title}
    kinds = [types(node) for node in nodes]
    ranked = [(_rank(names), node) for names, node in zip(kinds, nodes, strict=True)]
    works = [(rank, -_fit(node, places, heads), place) for place, (rank, node) in enumerate(ranked) if rank < 2]
    rank, _, place = min(works, default=(2, 0, -1))
    work: Node = nodes[place] if works else {}
    page: Node = next((node for rank, node in ranked if rank == 2), {})
    site: Node = next((node for names, node in zip(kinds, nodes, strict=True) if "WebSite" in names), {})
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    return Linked(
        is_article=rank == 0,
        headlines=tuple(dict.fromkeys(filter(None, (plain(work.get("headline")), plain(work.get("name")))))),
        description=plain(work.get("description")) or plain(page.get("description")),
        authors=next(filter(None, (_names(node.get(key), by_id) for node in (work, page) for key in ("author", "creator"))), ()),
        publisher=next(iter(_names(work.get("publisher"), by_id)), ""),
        site_name=plain(site.get("name")),
        published=_dates((work, "datePublished"), (page, "datePublished"), (work, "dateCreated"), (work, "uploadDate")),
        modified=_dates((work, "dateModified"), (page, "dateModified")),
        section=tuple(strings(work.get("articleSection"))),
        tags=tuple(strings(work.get("keywords"))),
        language=_language(work.get("inLanguage")) or _language(page.get("inLanguage")),
        address=next(iter(_addresses(work)), ""),
        image=_image(work.get("image"), by_id) or _image(work.get("thumbnailUrl"), by_id),
        caption=next((text for item in _items(work.get("image"), _FEW) if (text := _caption(item))), ""),
    )


def _rank(names: Sequence[str]) -> int:
    """By its types 0 for an article, 1 for another work, 2 for a page, 3 for anything else."""
    if any(_ARTICLE.search(name) and name not in _NO_ARTICLES for name in names):
        return 0
    if any(name in _WORKS for name in names):
        return 1
    return 2 if any(name in _PAGES for name in names) else 3


def _fit(node: Node, addresses: set[str], titles: set[str]) -> int:
    """How well a node fits the page: its address counts more than its title, its title more than how much it states."""
    has_address = any(_bare(address) in addresses for address in _addresses(node))
    has_title = any(plain(node.get(key)).casefold() in titles for key in ("headline", "name"))
    return 4 * has_address + 2 * has_title + ("datePublished" in node) + ("author" in node)


def _addresses(node: Node) -> list[str]:
    page = node.get("mainEntityOfPage")
    found = (node.get("url"), page.get("@id") if isinstance(page, dict) else page, node.get("@id"))
    return [address for address in map(plain, found) if address.startswith(("http", "/"))]


def _bare(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?", "", re.split(r"[?#]", address[:2_000])[0].rstrip("/"))


def _items(value: Any, limit: int) -> list[Any]:
    return value[:limit] if isinstance(value, list) else [value]


def _dates(*places: tuple[Node, str]) -> tuple[str, ...]:
    values = [value for node, key in places for value in _items(node.get(key), _FEW)]
    stamps = (str(value) if type(value) is int and 0 < value < _MAX_STAMP else plain(value) for value in values)
    return tuple(filter(None, stamps))


def _names(value: Any, by_id: Mapping[str, Node]) -> tuple[str, ...]:
    """The names of persons or organisations; one that is only referred to is looked up."""
    found: list[str] = []
    for item in _items(value, _MANY):
        if isinstance(item, dict) and not item.get("name"):
            item = by_id.get(item["@id"], item) if isinstance(item.get("@id"), str) else item
        if isinstance(item, dict) and not item.get("name"):
            item = f"{plain(item.get('givenName'))} {plain(item.get('familyName'))}"
        found.extend(strings(item.get("name") if isinstance(item, dict) else item))
    return tuple(dict.fromkeys(found))


def _language(value: Any) -> str:
    items = (item.get("alternateName") or item.get("name") if isinstance(item, dict) else item for item in _items(value, 1))
    return next(iter(strings(list(items))), "")


def _image(value: Any, by_id: Mapping[str, Node]) -> str:
    for item in _items(value, _FEW):
        if isinstance(item, dict) and not item.get("url") and isinstance(item.get("@id"), str):
            item = by_id.get(item["@id"], item)
        address = plain(item.get("url") or item.get("contentUrl") if isinstance(item, dict) else item)
        if address:
            return address
    return ""


def _caption(item: Any) -> str:
    return plain(item.get("caption")) if isinstance(item, dict) else ""

"""JSON-LD: the nodes in a page's scripts, and what the one that describes the article states (schema.org)."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from newsclean.metadata.values import plain, strings

Node = Mapping[str, Any]

_CONTAINERS = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")
"""Keys under which pages put the article's node below another. Lists of other articles stand under other keys."""

_MAX_NODES = 2_000
_MAX_CHARS = 4_000_000
_ARTICLES = re.compile(r"(?:Article|BlogPosting|NewsPosting|Report|LiveBlogPosting|DiscussionForumPosting|SocialMediaPosting)$")
_WORKS = frozenset(
    "VideoObject AudioObject PodcastEpisode RadioEpisode Episode Review ClaimReview CriticReview Recipe HowTo FAQPage QAPage "
    "Event CreativeWork MediaObject PhotographAction ImageGallery MediaGallery Clip ItemPage".split()
)
_PAGES = frozenset("WebPage AboutPage CollectionPage CheckoutPage ContactPage ProfilePage".split())

_WRAPPING = re.compile(r"^\s*(?:(?:/\*|//)?\s?(?:<!\[CDATA\[|<!--)\s?(?:\*/)?\s*)+|\s*(?:(?:/\*|//)?\s?(?:\]\]>|-->)\s?(?:\*/)?[\s;]*)+$")
_TRAILING_COMMA = re.compile(r",\s*+([}\]])")
_BAD_ESCAPE = re.compile(r"\\(?![\"\\/bfnrtu])")
_STATED = re.compile(r'"(headline|datePublished|dateModified|articleSection|description|author)"\s{0,9}:\s{0,9}"((?:[^"\\\n]|\\.){1,500}+)"')


def parse(scripts: Iterable[str]) -> list[Node]:
    """The nodes of a page's ``application/ld+json`` scripts, those inside graphs and lists included, in order."""
    nodes: list[Node] = []
    for script in scripts:
        for value in _load(script[:_MAX_CHARS]):
            nodes.extend(_nodes(value, _MAX_NODES - len(nodes)))
    return nodes


def _load(script: str) -> list[Any]:
    """The values in a script, repaired where it is broken; of a script beyond repair, the strings that stand in it unharmed."""
    try:
        return [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        pass
    text = _WRAPPING.sub("", script).strip().rstrip(";")
    if text.startswith("{&quot;") or text.startswith("[{&quot;"):
        text = unescape(text)
    text = _BAD_ESCAPE.sub(r"\\\\", _TRAILING_COMMA.sub(r"\1", text))
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    at = 0
    try:
        while at < len(text) and len(values) < _MAX_NODES:
            value, at = decoder.raw_decode(text, at)
            values.append(value)
            while at < len(text) and text[at] in " \t\r\n,;":
                at += 1
    except (ValueError, RecursionError):
        values = values or [_stated(text)]
    return values


def _stated(text: str) -> dict[str, str]:
    """The first value of each simple key that a broken article node states."""
    if not re.search(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"\w{0,30}(?:Article|BlogPosting)"', text):
        return {}
    found = {"@type": "Article"}
    for match in _STATED.finditer(text):
        found.setdefault(match[1], match[2].replace('\\"', '"').replace("\\/", "/"))
    return found


def _nodes(value: Any, room: int) -> Iterator[Node]:
    waiting = [value]
    while waiting and room > 0:
        current = waiting.pop()
        if isinstance(current, list):
            waiting.extend(reversed(current[:room]))
        elif isinstance(current, dict):
            room -= 1
            yield current
            waiting.extend(current[key] for key in reversed(_CONTAINERS) if isinstance(current.get(key), (dict, list)))


def types(node: Node) -> list[str]:
    """A node's types without their vocabulary's address.

    >>> types({"@type": ["https://schema.org/NewsArticle", 3]})
    ['NewsArticle']
    """
    return [re.split(r"[/:#]", name)[-1] for name in strings(node.get("@type"))]


def _rank(node: Node) -> int:
    """0 for an article, 1 for another work, 2 for a page, 3 for anything else."""
    names = types(node)
    if any(_ARTICLES.search(name) for name in names):
        return 0
    if any(name in _WORKS for name in names):
        return 1
    return 2 if any(name in _PAGES for name in names) else 3


@dataclass(frozen=True, slots=True)
class Linked:
    """What the article's node states: strings as found, but clean; empty where it states nothing.

    ``is_article`` tells an article's node from that of a video or a page. ``body`` keeps its line breaks.
    """

    is_article: bool = False
    headlines: tuple[str, ...] = ()
    description: str = ""
    body: str = ""
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


def read_article(nodes: list[Node], addresses: Iterable[str], titles: Iterable[str]) -> Linked:
    """What the node of this page's article states.

    Of several articles it is the one with the page's address, else the one with its title, else the first.

    :param addresses: the page's addresses, as given and as declared
    :param titles: the page's headings and titles
    """
    works = [node for node in nodes if _rank(node) < 2]
    places, heads = {_bare(address) for address in addresses if address}, {title.casefold() for title in titles if title}
    article = min(works, key=lambda node: (_rank(node), -_fit(node, places, heads)), default=None)
    page = next((node for node in nodes if _rank(node) == 2), {})
    site = next((node for node in nodes if "WebSite" in types(node)), {})
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    if article is None:
        return Linked(
            description=plain(page.get("description")),
            published=_dates(page, "datePublished"),
            modified=_dates(page, "dateModified"),
            site_name=plain(site.get("name")),
            language=_language(page),
            authors=_people(page.get("author"), by_id),
        )
    return Linked(
        is_article=_rank(article) == 0,
        headlines=tuple(dict.fromkeys(filter(None, map(plain, (article.get("headline"), article.get("name")))))),
        description=plain(article.get("description")) or plain(page.get("description")),
        body=_text(article.get("articleBody")),
        authors=_people(article.get("author"), by_id) or _people(article.get("creator"), by_id),
        publisher=next(iter(_people(article.get("publisher"), by_id)), ""),
        site_name=plain(site.get("name")),
        published=(*_dates(article, "datePublished"), *_dates(page, "datePublished"), *_dates(article, "dateCreated", "uploadDate")),
        modified=(*_dates(article, "dateModified"), *_dates(page, "dateModified")),
        section=tuple(strings(article.get("articleSection"))),
        tags=tuple(strings(article.get("keywords"))),
        language=_language(article) or _language(page),
        address=next(iter(_addresses(article)), ""),
        image=_image(article.get("image"), by_id) or _image(article.get("thumbnailUrl"), by_id),
        caption=_caption(article.get("image")),
    )


def _fit(node: Node, addresses: set[str], titles: set[str]) -> int:
    score = 4 * any(_bare(address) in addresses for address in _addresses(node))
    score += 2 * (plain(node.get("headline")).casefold() in titles or plain(node.get("name")).casefold() in titles)
    return score + (1 if "datePublished" in node else 0) + (1 if "author" in node else 0)


def _addresses(node: Node) -> list[str]:
    page = node.get("mainEntityOfPage")
    found = (node.get("url"), page.get("@id") if isinstance(page, dict) else page, node.get("@id"))
    return [address for address in map(plain, found) if address.startswith(("http", "/"))]


def _bare(address: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|[?#].*$|/+$", "", address[:2_000])


def _dates(node: Node, *keys: str) -> tuple[str, ...]:
    values = (value for key in keys for value in (node.get(key) if isinstance(node.get(key), list) else [node.get(key)])[:5])
    return tuple(filter(None, (str(value) if type(value) is int and abs(value) < 10**15 else plain(value, 100) for value in values)))


def _people(value: Any, by_id: Mapping[str, Node]) -> tuple[str, ...]:
    """The names in an author's value; one that is only referred to is looked up."""
    found: list[str] = []
    for item in value[:100] if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            name = item.get("name")
            if not name and isinstance(item.get("@id"), str):
                name = by_id.get(item["@id"], {}).get("name")
            if not name and (item.get("givenName") or item.get("familyName")):
                name = f"{plain(item.get('givenName'))} {plain(item.get('familyName'))}"
            found.extend(strings(name))
        else:
            found.extend(strings(item))
    return tuple(dict.fromkeys(found))


def _language(node: Node) -> str:
    value = node.get("inLanguage")
    return next(iter(strings([v.get("alternateName") or v.get("name") if isinstance(v, dict) else v for v in (value if isinstance(value, list) else [value])[:3]])), "")


def _image(value: Any, by_id: Mapping[str, Node]) -> str:
    for item in value[:10] if isinstance(value, list) else [value]:
        if isinstance(item, dict):
            if "url" not in item and "contentUrl" not in item and isinstance(item.get("@id"), str):
                item = by_id.get(item["@id"], {})
            item = item.get("url") or item.get("contentUrl")
        if text := plain(item, 2_000):
            return text
    return ""


def _caption(value: Any) -> str:
    for item in value[:10] if isinstance(value, list) else [value]:
        if isinstance(item, dict) and (text := plain(item.get("caption"))):
            return text
    return ""


def _text(value: Any) -> str:
    """A long text with its line breaks; entities that escape it are resolved."""
    if isinstance(value, list):
        value = "\n".join(item for item in value if isinstance(item, str))
    if not isinstance(value, str):
        return ""
    text = value.encode("utf-8", "ignore").decode()
    return unescape(text) if "&" in text else text

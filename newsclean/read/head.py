"""One walk over a page's tree: its meta tags, links, JSON-LD, title, headings, times and captions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from newsclean.read import json_ld
from newsclean.read.values import MAX_CHARS, plain

Element = Any
"""An ``lxml.html`` element. Only the reader imports lxml; what is handed on here is its tree."""

_TAGS = ("meta", "link", "script", "title", "h1", "time", "figcaption")
_KEYS = ("property", "name", "itemprop", "http-equiv")
_UNSEEN = frozenset(("script", "style", "svg", "template", "noscript"))
_MAX_TEXT_NODES = 200
_MAX_ELEMENTS = 300
"""Elements of one tag that are looked at; pages of lists have thousands."""


@dataclass(frozen=True, slots=True)
class Head:
    """What a page states for machines, and the elements that show the same to readers.

    ``tree`` is the whole page, to be read and not changed. ``meta`` maps a tag's lower-case property, name or itemprop to its
    contents as found, ``nodes`` are those of all JSON-LD scripts.
    """

    tree: Element
    meta: Mapping[str, Sequence[str]]
    nodes: Sequence[json_ld.Node]
    canonical: str
    title: str
    headings: tuple[Element, ...]
    times: tuple[Element, ...]
    captions: tuple[Element, ...]
    language: str

    def first(self, *keys: str) -> str:
        """The first content of the first of these keys that the page has, or an empty string."""
        return next(self.all(*keys), "")

    def all(self, *keys: str) -> Iterator[str]:
        """The contents of these keys, key by key, as clean lines."""
        contents = (content for key in keys if key in self.meta for content in self.meta[key][:_MAX_ELEMENTS])
        return filter(None, map(plain, contents))


def read_head(tree: Element) -> Head:
    """Collect what :class:`Head` holds, from anywhere in the tree: broken pages have their meta tags in the body."""
    meta: dict[str, list[str]] = {}
    scripts: list[str] = []
    found: dict[str, list[Element]] = {"h1": [], "time": [], "figcaption": []}
    canonical = title = ""
    for element in tree.iter(*_TAGS):
        tag = element.tag
        if tag == "meta":
            content = element.get("content")
            if content:
                for key in _KEYS:
                    if name := element.get(key):
                        meta.setdefault(name.strip().lower().replace("ed:time", "ed_time"), []).append(content)
        elif tag == "script":
            if "ld+json" in (element.get("type") or "").lower() and element.text:
                scripts.append(element.text)
        elif tag == "link":
            if not canonical and "canonical" in (element.get("rel") or "").lower().split():
                canonical = plain(element.get("href"), 2_000)
        elif tag == "title":
            parent = element.getparent()
            if not title and (parent is None or parent.tag in ("head", "html", "body")):
                title = text_of(element)
        elif len(found[tag]) < _MAX_ELEMENTS:
            found[tag].append(element)
    return Head(
        tree=tree,
        meta=meta,
        nodes=json_ld.parse(scripts),
        canonical=canonical,
        title=title,
        headings=tuple(found["h1"]),
        times=tuple(found["time"]),
        captions=tuple(found["figcaption"]),
        language=_language(tree),
    )


def _language(tree: Element) -> str:
    root = next(tree.iter("html"), tree)
    return plain(root.get("lang") or root.get("xml:lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang"), 40)


def text_of(element: Element, without: frozenset[Element] = frozenset(), limit: int = MAX_CHARS) -> str:
    """The text that a reader sees in an element, as one line; a line break and a block inside it are a space.

    :param without: elements inside it to leave out
    :param limit: characters of text, from which on there is none: the element holds more than what is looked for
    """
    text = ""
    for piece in _pieces(element, without):
        text += piece
        if len(text) > 4 * limit:
            return ""
    line = plain(text)
    return line if len(line) <= limit else ""


def _pieces(element: Element, without: frozenset[Element]) -> Iterator[str]:
    waiting: list[Element | str] = [element]
    room = _MAX_TEXT_NODES
    while waiting and room > 0:
        current = waiting.pop()
        if isinstance(current, str):
            yield current
            continue
        room -= 1
        if not isinstance(current.tag, str) or current.tag in _UNSEEN or current in without:
            continue
        children: list[Element | str] = [current.text or ""]
        for child in islice(current, room):
            children.append(child)
            children.append(child.tail or "")
        if current.tag in ("br", "p", "div", "li", "h2", "h3", "small"):
            children = [" ", *children, " "]
        waiting.extend(reversed(children))

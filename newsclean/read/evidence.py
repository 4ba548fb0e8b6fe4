"""What a page says about its article outside the text it prints, and how much each block is like it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import Any

from newsclean.read.align import key
from newsclean.read.strip import strip_markup

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Story|Review|WebPage)$")
_TAG = re.compile(r"<[^<>]{1,300}>")
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?。！？])\s*")
_MAX_JSON_CHARS = 2_000_000
_MAX_NODES = 2_000
_INNER = ("@graph", "mainEntity", "mainEntityOfPage")
_TITLE_WORDS = 40
_DESCRIPTION_STRETCH = 2.5
_CUT = re.compile(r"(?:\.{3}|…|\[…\]|\[\.\.\.\])\s*$")
_MIN_PIECE_CHARS = 15


@dataclass(frozen=True)
class Evidence:
    """The page's JSON-LD article text with its lines, its descriptions, and its titles; empty where it states none."""

    body: str = ""
    descriptions: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    @cached_property
    def _body_key(self) -> str:
        return key(self.body)

    @cached_property
    def _description_keys(self) -> tuple[tuple[str, frozenset[str]], ...]:
        return tuple((key(_CUT.sub("", text)), _words(text)) for text in self.descriptions)

    @cached_property
    def _title_words(self) -> tuple[frozenset[str], ...]:
        return tuple(filter(None, map(_words, self.titles)))

    def linked_data(self, text: str) -> float:
        """The share of a text's characters in sentences that the JSON-LD body holds."""
        if not self._body_key:
            return 0.0
        whole = key(text)
        if not whole:
            return 0.0
        if whole in self._body_key:
            return 1.0 if len(whole) >= _MIN_PIECE_CHARS else 0.5
        pieces = [key(piece) for piece in _SENTENCE.split(text)]
        return sum(len(piece) for piece in pieces if len(piece) >= _MIN_PIECE_CHARS and piece in self._body_key) / len(whole)

    def description(self, text: str) -> float:
        """How much of a text and of the page's description are the same, 0 to 1."""
        best = 0.0
        for wanted, words in self._description_keys:
            if not wanted or len(text) > _DESCRIPTION_STRETCH * len(wanted) + 60:
                continue
            have = key(text)
            if have.startswith(wanted):
                return 1.0
            best = max(best, _dice(words, _words(text)))
        return best

    def title(self, text: str) -> float:
        """How much of a text and of the page's title are the same, 0 to 1."""
        if not self._title_words or len(text) > 300:
            return 0.0
        words = _words(text)
        return max(_dice(words, title) for title in self._title_words) if 0 < len(words) <= _TITLE_WORDS else 0.0


def read_evidence(tree: Any) -> Evidence:
    """What a parsed page states in JSON-LD, meta tags, title and h1."""
    nodes = list(_articles(tree))
    body = max((_paragraphs(node.get("articleBody")) for node in nodes), key=len, default="")
    described, titled = [_plain(node.get("description")) for node in nodes], [_plain(node.get("headline")) for node in nodes]
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or "").lower()
        if name in ("description", "og:description", "twitter:description"):
            described.append(_plain(meta.get("content")))
        elif name in ("og:title", "twitter:title"):
            titled.append(_plain(meta.get("content")))
    titled += [_plain("".join(heading.itertext())) for heading in tree.iter("h1")]
    title = tree.find(".//title")
    titled.append(_plain(title.text if title is not None else None))
    return Evidence(body, tuple(dict.fromkeys(filter(None, described))), tuple(dict.fromkeys(filter(None, titled))))


def _articles(tree: Any) -> Iterator[Mapping[str, Any]]:
    for script in tree.iterfind('.//script[@type="application/ld+json"]'):
        text = script.text or ""
        if len(text) > _MAX_JSON_CHARS:
            continue
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from (node for node in _nodes(data) if any(_ARTICLE.search(kind) for kind in _types(node)))


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    """The objects of a JSON-LD document that stand alone, in a list, or in a graph."""
    waiting, seen = [data], 0
    while waiting and seen < _MAX_NODES:
        item = waiting.pop(0)
        seen += 1
        if isinstance(item, list):
            waiting.extend(item[:_MAX_NODES])
        elif isinstance(item, dict):
            yield item
            waiting.extend(item[name] for name in _INNER if isinstance(item.get(name), (list, dict)))


def _types(node: Mapping[str, Any]) -> Iterable[str]:
    kinds = node.get("@type")
    return [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]


def _plain(value: Any) -> str:
    """A JSON or attribute value as text: entities resolved, tags off, white space single."""
    if not isinstance(value, str):
        return ""
    text = unescape(value) if "&" in value else value
    if "<" in text:
        text = _TAG.sub(" ", text)
    return " ".join(text.split())


def _paragraphs(value: Any) -> str:
    """A JSON value as text that keeps its lines; in HTML a line for each element."""
    if not isinstance(value, str):
        return ""
    lines = strip_markup(value) if "<" in value else unescape(value)
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines.splitlines())))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    total = len(one) + len(other)
    return 2 * len(one & other) / total if total else 0.0

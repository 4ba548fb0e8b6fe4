"""JSON-LD: the nodes in a page's scripts, their types and texts. Broken scripts are repaired as far as that is cheap."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import Any

from newsclean.read.strip import strip_markup
from newsclean.read.values import strings

Node = Mapping[str, Any]

_CONTAINERS = ("@graph", "mainEntity", "mainEntityOfPage", "itemReviewed")
"""Keys under which pages put the article's node below another. Lists of other articles stand under other keys."""

_MAX_NODES = 2_000
_MAX_CHARS = 4_000_000
_MAX_TEXTS = 100
_VOCABULARY = re.compile(r"[/:#]")
_TRAILING_COMMA = re.compile(r",\s*+([}\]])")
_ESCAPE = re.compile(r"\\([\"\\/bfnrtu]?)")
_IS_ARTICLE = re.compile(r'"@type"\s{0,9}:\s{0,9}\[?\s{0,9}"\w{0,30}(?:Article|BlogPosting)"')
_STATED = re.compile(
    r'"(headline|datePublished|dateModified|articleSection|description|author)"\s{0,9}:\s{0,9}"((?:[^"\\\n]|\\.){1,500}+)"'
)


def parse(scripts: Iterable[str]) -> list[Node]:
    """The nodes of a page's ``application/ld+json`` scripts, those inside graphs and lists included, in order.

    >>> parse(['<!-- {"@graph": [{"@type": "NewsArticle",}, 7]} -->'])[1]
    {'@type': 'NewsArticle'}
    """
    nodes: list[Node] = []
    for script in scripts:
        for value in _load(script[:_MAX_CHARS]):
            nodes.extend(_nodes(value, _MAX_NODES - len(nodes)))
    return nodes


def types(node: Node) -> list[str]:
    """A node's types without their vocabulary's address.

    >>> types({"@type": ["https://schema.org/NewsArticle", 3]})
    ['NewsArticle']
    """
    return [_VOCABULARY.split(name)[-1] for name in strings(node.get("@type"))]


def long_text(value: Any) -> str:
    """A long text, or the texts of a list, as clean lines; in HTML a line for each element.

    >>> long_text(["<p>Ships &amp; ropes.</p><p>Nets.</p>", 7, "Sails.\\n\\n Oars."])
    'Ships & ropes.\\nNets.\\nSails.\\nOars.'
    """
    items = value[:_MAX_TEXTS] if isinstance(value, list) else [value]
    whole = (item.encode("utf-8", "ignore").decode() for item in items if isinstance(item, str))
    lines = (line for item in whole for line in (strip_markup(item) if "<" in item else unescape(item)).splitlines())
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def _load(script: str) -> list[Any]:
    try:
        return [json.loads(script, strict=False)]
    except (ValueError, RecursionError):
        return _repaired(script)


def _repaired(script: str) -> list[Any]:
    """The values in a broken script: without what wraps it, commas before brackets, and escapes that JSON has not."""
    text = unescape(script) if "{&quot;" in script[:1_000] else script
    text = _ESCAPE.sub(lambda found: found[0] if found[1] else r"\\", _TRAILING_COMMA.sub(r"\1", text))
    decoder = json.JSONDecoder(strict=False)
    values: list[Any] = []
    at = _start(text, 0)
    while at >= 0 and len(values) < _MAX_NODES:
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            if text[at] != "[":
                break
            at = text.find("{", at)
            continue
        values.append(value)
        at = _start(text, end)
    return values or [_stated(text)]


def _start(text: str, at: int) -> int:
    """Where the next object, or list of objects, begins; -1 if nowhere."""
    brace = text.find("{", at)
    before = text[at : max(brace, at)].rstrip()
    return at + len(before) - 1 if before.endswith("[") and not before.endswith("CDATA[") else brace


def _stated(text: str) -> dict[str, str]:
    """Of an article beyond repair, the first value of each key that is a plain string."""
    if not _IS_ARTICLE.search(text):
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
            waiting.extend(current[key] for key in reversed(_CONTAINERS) if isinstance(current.get(key), dict | list))

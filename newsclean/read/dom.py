"""One walk over a page's elements: the blocks of text it prints, in document order, and where each of them stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from newsclean.model import BlockKind
from newsclean.read.strip import INLINE, strip_markup

SILENT = frozenset(
    "script style noscript template svg math iframe object embed applet audio video canvas map select option datalist textarea "
    "button input title meta link base frame source track picture area param progress meter dialog".split()
)
"""Elements that print nothing of a story: code, pictures, controls."""

_ROOTS = frozenset({"html", "head", "body"})
_LANDMARKS = frozenset("nav aside footer header form figure article main table".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_KINDS = {
    **dict.fromkeys(_HEADINGS, BlockKind.HEADING),
    **dict.fromkeys(("li", "dd", "dt"), BlockKind.LIST_ITEM),
    **dict.fromkeys(("figcaption", "caption"), BlockKind.CAPTION),
    "blockquote": BlockKind.QUOTE,
    **dict.fromkeys(("article", "section", "main", "td", "table", "body"), BlockKind.PARAGRAPH),
}
_BOLD = frozenset({"b", "strong"})
_HIDDEN_STYLE = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden", re.IGNORECASE)
_HIDDEN_NAMES = frozenset("hidden visuallyhidden hide sronly".split())
_NAME = re.compile(r"[A-Z][a-z]{2,}|[a-z]{3,}|[A-Z]{3,}")
_MAX_NAMES = 16
_MAX_NAME_CHARS = 200
_LAYOUT = frozenset("table tr td p div ul ol dl center blockquote h1 h2 h3 h4 h5 h6 br section article".split())
_LONG_CELL_CHARS = 200
"""A cell with more text than this holds a page's column rather than a figure."""

_INVISIBLE = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff"))
"""Where a browser may break a line: no part of a word. Joiners, which change how letters look, stay."""

CELL = " | "
"""Stands between the cells of a table's row."""


class Place(NamedTuple):
    """What is known of a block element, and of the elements around it."""

    tag: str
    kind: BlockKind
    names: tuple[str, ...]
    depth: int
    number: int
    group: int
    siblings: int
    repeats: int
    under: frozenset[str]
    hidden: bool


class Printed(NamedTuple):
    """A run of text that a page prints as one block: ``links`` and ``bold`` count its characters so marked up."""

    text: str
    place: Place
    links: int
    bold: int


def walk(tree: Any, silent: frozenset[str] = SILENT) -> tuple[list[Printed], int, int]:
    """The blocks of a page, the number of its elements, and how deep they are nested; ``silent`` elements are passed over.

    The head is no silent element: parsers that know no HTML 5 leave a ``<nav>`` in it.
    """
    walker = _Walker(silent)
    walker.run(tree)
    return walker.blocks, walker.elements, walker.deepest


def names_of(attributes: Iterable[str | None]) -> tuple[str, ...]:
    """The words of class and id attributes, in lower case; shorter ones are made by machines.

    >>> names_of(["article__body js-storyText", "page-1"])
    ('article', 'body', 'story', 'text', 'page')
    """
    joined = " ".join(value[:_MAX_NAME_CHARS] for value in attributes if value)
    return tuple(dict.fromkeys(name.lower() for name in _NAME.findall(joined)))


@dataclass
class _Walker:
    """The state of one walk."""

    silent: frozenset[str]
    blocks: list[Printed] = field(default_factory=list)
    elements: int = 0
    deepest: int = 0
    _buffer: list[str] = field(default_factory=list)
    _inline_names: list[str] = field(default_factory=list)
    _links: int = 0
    _bold: int = 0
    _in_link: int = 0
    _in_bold: int = 0
    _named: dict[tuple[str | None, str | None], tuple[str, ...]] = field(default_factory=dict)

    def run(self, root: Any) -> None:
        """Visit every element once; a stack of our own, since pages may be nested deeper than Python's."""
        place = Place("body", BlockKind.PARAGRAPH, (), 0, 0, 0, 1, 1, frozenset(), False)
        stack: list[tuple[Any, Iterator[Any], Place, Counter[tuple[str, str | None]] | None, bool]]
        stack = [(root, iter(root), place, None, False)]
        self._say(root.text)
        while stack:
            element, children, place, _, row = stack[-1]
            child = next(children, None)
            if child is None:
                stack.pop()
                self._close(element, place, row=bool(stack) and stack[-1][4], last=not stack)
                continue
            tag = child.tag
            self.elements += 1
            if not isinstance(tag, str) or tag in self.silent:
                self._say(child.tail)
            elif tag == "noframes":
                self._unparsed(child.text or "", place)
            elif tag in INLINE:
                self._in_link += tag == "a"
                self._in_bold += tag in _BOLD
                name = child.get("class")
                if name:
                    self._inline_names.append(name)
                self._say(child.text)
                if len(child):
                    stack.append((child, iter(child), place, None, row))
                else:
                    self._in_link -= tag == "a"
                    self._in_bold -= tag in _BOLD
                    self._say(child.tail)
            elif tag == "br" or tag == "hr":
                self._flush(place)
                self._say(child.tail)
            elif row and tag in ("td", "th"):
                self._buffer.append(CELL)
                self._say(child.text)
                stack.append((child, iter(child), place, None, False))
            else:
                self._flush(place)
                data = tag == "tr" and _is_data(child)
                kind = BlockKind.TABLE_ROW if data else _KINDS.get(tag, place.kind)
                inside = place if tag in _ROOTS else self._enter(child, kind, place, stack)
                self._say(child.text)
                stack.append((child, iter(child), inside, None, data))

    def _unparsed(self, markup: str, place: Place) -> None:
        """The text for browsers without frames, which parsers leave as it is written."""
        for line in strip_markup(markup).splitlines():
            self._say(line)
            self._flush(place)

    def _close(self, element: Any, place: Place, *, row: bool, last: bool) -> None:
        tag = element.tag
        if tag in INLINE:
            self._in_link -= tag == "a"
            self._in_bold -= tag in _BOLD
        elif not (row and tag in ("td", "th")):
            self._flush(place)
        if not last:
            self._say(element.tail)

    def _say(self, text: str | None) -> None:
        if not text:
            return
        self._buffer.append(text)
        if self._in_link or self._in_bold:
            size = len("".join(text.split()))
            self._links += size if self._in_link else 0
            self._bold += size if self._in_bold else 0

    def _flush(self, place: Place) -> None:
        """End the block that is being read, if any text was."""
        if not self._buffer:
            return
        text = " ".join("".join(self._buffer).split())
        self._buffer.clear()
        if not text.isascii():
            text = text.translate(_INVISIBLE).strip()
        if text.startswith("|") or text.endswith("|"):
            text = text.strip("| ")
        if text:
            if self._inline_names:
                inner = names_of(self._inline_names[:4])
                place = place._replace(names=tuple(dict.fromkeys((*inner, *place.names)))[:_MAX_NAMES])
            self.blocks.append(Printed(text, place, self._links, self._bold))
        self._inline_names.clear()
        self._links = self._bold = 0

    def _enter(self, element: Any, kind: BlockKind, outer: Place, stack: list[Any]) -> Place:
        """The place of a block element inside another."""
        tag = element.tag
        name, identifier = element.get("class"), element.get("id")
        key = (name, identifier)
        own = self._named.get(key)
        if own is None:
            own = self._named[key] = names_of(key)
        siblings = self._siblings(element, tag, name, stack)
        hidden = outer.hidden or _is_hidden(element, own)
        depth = len(stack)
        self.deepest = max(self.deepest, depth)
        return Place(
            tag,
            kind,
            tuple(dict.fromkeys((*own, *outer.names)))[:_MAX_NAMES] if own else outer.names,
            depth,
            self.elements,
            outer.number,
            siblings,
            max(siblings, outer.repeats) if tag not in ("p", "html") else outer.repeats,
            outer.under | {tag} if tag in _LANDMARKS else outer.under,
            hidden,
        )

    def _siblings(self, element: Any, tag: str, name: str | None, stack: list[Any]) -> int:
        """How many children of the parent look like this one; counted once a parent, when its first block child comes."""
        parent, children, place, counts, row = stack[-1]
        if element.getnext() is None and element.getprevious() is None:
            return 1
        if counts is None:
            counts = Counter((child.tag, child.get("class")) for child in parent)
            stack[-1] = (parent, children, place, counts, row)
        return int(counts[tag, name])


def _is_hidden(element: Any, names: tuple[str, ...]) -> bool:
    if not _HIDDEN_NAMES.isdisjoint(names) or element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and _HIDDEN_STYLE.search(style) is not None


def _is_data(row: Any) -> bool:
    """Whether a table's row holds data, and not the columns of a page: several cells of short text."""
    cells = 0
    for cell in row:
        if cell.tag not in ("td", "th"):
            continue
        if len(cell.text or "") > _LONG_CELL_CHARS or any(child.tag in _LAYOUT for child in cell):
            return False
        cells += 1
    return cells > 1

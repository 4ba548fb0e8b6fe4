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
_CELLS = frozenset({"td", "th"})
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
    return tuple(dict.fromkeys(map(str.lower, _NAME.findall(joined))))


class _Inside:
    """A block element that the walk is in. Its place is worked out when text of its own needs one: most hold other blocks."""

    __slots__ = ("depth", "element", "kind", "number", "outer", "place", "tag")

    def __init__(self, element: Any, tag: str, kind: BlockKind, outer: _Inside, depth: int, number: int) -> None:
        self.element, self.tag, self.kind, self.outer, self.depth, self.number = element, tag, kind, outer, depth, number
        self.place: Place | None = None


_Entered = tuple[Any, str, Iterator[Any], _Inside, bool]
"""An element in the midst of its children: it, its tag, the rest of them, the block around it, whether it is a row of data."""


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
    _named: dict[tuple[tuple[str | None, ...], tuple[str, ...]], tuple[tuple[str, ...], bool]] = field(default_factory=dict)
    _counted: dict[Any, Counter[tuple[str, str | None]]] = field(default_factory=dict)

    def run(self, root: Any) -> None:
        """Visit every element once; a stack of our own, since pages may be nested deeper than Python's."""
        body = _Inside.__new__(_Inside)
        body.kind, body.place = BlockKind.PARAGRAPH, Place("body", BlockKind.PARAGRAPH, (), 0, 0, 0, 1, 1, frozenset(), False)
        stack: list[_Entered] = [(root, root.tag, iter(root), body, False)]
        self._say(root.text)
        while stack:
            element, tag, children, inside, row = stack[-1]
            for child in children:
                entered = self._visit(child, inside, len(stack), row=row)
                if entered is not None:
                    stack.append(entered)
                    break
            else:
                stack.pop()
                if tag in INLINE:
                    self._leave(tag)
                elif not (tag in _CELLS and stack and stack[-1][4]):
                    self._flush(inside)
                if stack:
                    self._say(element.tail)

    def _visit(self, child: Any, inside: _Inside, depth: int, *, row: bool) -> _Entered | None:
        """Read an element's own text; where it holds others, what the stack needs to go on with them."""
        tag = child.tag
        self.elements += 1
        if tag in INLINE:
            self._in_link += tag == "a"
            self._in_bold += tag in _BOLD
            name = child.get("class")
            if name:
                self._inline_names.append(name)
            self._say(child.text)
            if len(child):
                return child, tag, iter(child), inside, row
            self._leave(tag)
        elif tag in self.silent or not isinstance(tag, str):
            pass
        elif tag == "noframes":
            self._unparsed(child.text or "", inside)
        elif tag == "br" or tag == "hr":
            self._flush(inside)
        elif row and tag in _CELLS:
            self._buffer.append(CELL)
            self._say(child.text)
            return child, tag, iter(child), inside, False
        else:
            self._flush(inside)
            data = tag == "tr" and _is_data(child)
            if tag not in _ROOTS:
                kind = BlockKind.TABLE_ROW if data else _KINDS.get(tag, inside.kind)
                inside = _Inside(child, tag, kind, inside, depth, self.elements)
                self.deepest = max(self.deepest, depth)
            self._say(child.text)
            if len(child):
                return child, tag, iter(child), inside, data
            self._flush(inside)
        self._say(child.tail)
        return None

    def _leave(self, tag: str) -> None:
        self._in_link -= tag == "a"
        self._in_bold -= tag in _BOLD

    def _unparsed(self, markup: str, inside: _Inside) -> None:
        """The text for browsers without frames, which parsers leave as it is written."""
        for line in strip_markup(markup).splitlines():
            self._say(line)
            self._flush(inside)

    def _say(self, text: str | None) -> None:
        """Add to the block that is being read; white space opens none."""
        if not text or (not self._buffer and text.isspace()):
            return
        self._buffer.append(text)
        if self._in_link or self._in_bold:
            size = len("".join(text.split()))
            self._links += size if self._in_link else 0
            self._bold += size if self._in_bold else 0

    def _flush(self, inside: _Inside) -> None:
        """End the block that is being read, if any text was."""
        if self._buffer:
            text = " ".join("".join(self._buffer).split())
            self._buffer.clear()
            if not text.isascii():
                text = text.translate(_INVISIBLE).strip()
            if text.startswith("|") or text.endswith("|"):
                text = text.strip("| ")
            if text:
                place = inside.place or self._place(inside)
                if self._inline_names:
                    names, _ = self._names(tuple(self._inline_names[:4]), place.names)
                    place = Place(place.tag, place.kind, names, *place[3:])
                self.blocks.append(Printed(text, place, self._links, self._bold))
            self._links = self._bold = 0
        if self._inline_names:
            self._inline_names.clear()

    def _place(self, inside: _Inside) -> Place:
        """The place of a block element, and on the way those of the ones around it."""
        waiting = [inside]
        while waiting[-1].outer.place is None:
            waiting.append(waiting[-1].outer)
        place = waiting[-1].outer.place
        for block in reversed(waiting):
            place = block.place = self._within(place, block)
        return place

    def _within(self, outer: Place, block: _Inside) -> Place:
        element, tag = block.element, block.tag
        name = element.get("class")
        names, hidden = self._names((name, element.get("id")), outer.names)
        siblings = self._siblings(element, tag, name)
        return Place(
            tag,
            block.kind,
            names,
            block.depth,
            block.number,
            outer.number,
            siblings,
            max(siblings, outer.repeats) if tag not in ("p", "html") else outer.repeats,
            outer.under | {tag} if tag in _LANDMARKS else outer.under,
            hidden or outer.hidden or _is_hidden(element),
        )

    def _names(self, attributes: tuple[str | None, ...], outer: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
        """The words of an element's attributes and then of those around it, and whether its own say that it is hidden."""
        key = attributes, outer
        found = self._named.get(key)
        if found is None:
            own = names_of(attributes)
            names = tuple(dict.fromkeys((*own, *outer)))[:_MAX_NAMES] if own else outer
            found = self._named[key] = names, not _HIDDEN_NAMES.isdisjoint(own)
        return found

    def _siblings(self, element: Any, tag: str, name: str | None) -> int:
        """How many children of the parent look like this one; counted once a parent."""
        if element.getnext() is None and element.getprevious() is None:
            return 1
        parent = element.getparent()
        counts = self._counted.get(parent)
        if counts is None:
            counts = self._counted[parent] = Counter([(child.tag, child.get("class")) for child in parent])
        return counts[tag, name]


def _is_hidden(element: Any) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return style is not None and _HIDDEN_STYLE.search(style) is not None


def _is_data(row: Any) -> bool:
    """Whether a table's row holds data, and not the columns of a page: several cells of short text."""
    cells = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        if len(cell.text or "") > _LONG_CELL_CHARS or any(child.tag in _LAYOUT for child in cell):
            return False
        cells += 1
    return cells > 1

"""HTML to a source and its blocks: every line of text the page prints, in document order, with hints from the markup.

trafilatura says which of them are the main text (``Markup.core``). The others stay beside them as candidates.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from newsclean.model import Block, Markup, Span, Status
from newsclean.read.align import Piece, align, key
from newsclean.read.core import core_lines
from newsclean.read.dom import SILENT, Printed, walk
from newsclean.read.evidence import Evidence, read_evidence
from newsclean.read.head import Head, read_head
from newsclean.read.parse import parse
from newsclean.read.strip import strip_markup
from newsclean.segment import segment

MAX_ELEMENTS = 20_000
"""More elements than any article has; what searches for the main text takes quadratic time on some such pages."""

MAX_DEPTH = 250
"""Deeper nesting than any page a browser would show; recursive code fails on it."""

MAX_CHARS = 9_500_000
"""Longest block of text that parsers handle by default."""

SPARSE_CHARS = 400
"""A page that prints less text than this may keep it for browsers without scripts, or in JSON-LD."""


@dataclass(frozen=True)
class HtmlReading:
    """A page as read. ``source`` holds its blocks a line each; ``head`` is what it states, None where it could not be parsed.

    ``status`` is ``ok``, or ``too_large`` or ``too_deep`` where the page was not searched for its main text, and ``reason``
    says what was found. ``blocks`` have no markup where there is no ``head``.
    """

    source: str
    blocks: tuple[Block, ...]
    head: Head | None = None
    status: Status = Status.OK
    reason: str = ""


def read_html(html: str) -> HtmlReading:
    """Read a page.

    >>> [(b.text, b.markup.tag) for b in read_html("<h1>Port reopens</h1><p>Ships sailed <b>again</b>.</p>").blocks]
    [('Port reopens', 'h1'), ('Ships sailed again.', 'p')]
    """
    tree, status, reason = parse(html)
    if tree is None:
        text = strip_markup(html)
        return HtmlReading(text, segment(text), status=status, reason=reason)
    printed, elements, deepest = walk(tree)
    head = read_head(tree)
    evidence = read_evidence(head)
    status, reason = _judge(printed, elements, deepest)
    if sum(len(block.text) for block in printed) < SPARSE_CHARS:
        printed, _, _ = walk(tree, SILENT - {"noscript"})
        if sum(len(block.text) for block in printed) < len(evidence.body):
            return _compose(printed, *align([block.text for block in printed], evidence.body.splitlines()), evidence, head)
    lines = core_lines(tree) if status is Status.OK else []
    pieces, strays = align([block.text for block in printed], lines)
    return _compose(printed, pieces, strays, evidence, head, status, reason)


def _judge(printed: Sequence[Printed], elements: int, deepest: int) -> tuple[Status, str]:
    """Whether a page may be searched for its main text."""
    longest = max((len(block.text) for block in printed), default=0)
    if elements > MAX_ELEMENTS:
        return Status.TOO_LARGE, f"{elements:,} elements; the main text is searched in pages of up to {MAX_ELEMENTS:,}"
    if longest > MAX_CHARS:
        return Status.TOO_LARGE, f"a text of {longest:,} characters; the main text is searched in texts of up to {MAX_CHARS:,}"
    if deepest > MAX_DEPTH:
        return Status.TOO_DEEP, f"elements nested {deepest:,} deep; the main text is searched in pages of up to {MAX_DEPTH}"
    return Status.OK, ""


def _compose(
    printed: Sequence[Printed],
    pieces: Sequence[Piece],
    strays: dict[int, list[str]],
    evidence: Evidence,
    head: Head,
    status: Status = Status.OK,
    reason: str = "",
) -> HtmlReading:
    texts: list[str] = []
    blocks: list[Block] = []
    offset = 0
    for text, markup in _lines(printed, pieces, strays, evidence):
        blocks.append(Block(Span(offset, offset + len(text)), text, 0, markup))
        texts.append(text)
        offset += len(text) + 1
    return HtmlReading("\n".join(texts), tuple(blocks), head, status, reason)


def _lines(
    printed: Sequence[Printed], pieces: Sequence[Piece], strays: dict[int, list[str]], evidence: Evidence
) -> Iterator[tuple[str, Markup]]:
    """Every piece with its hints, and the strays where the extractor has them."""
    yield from ((line, _stray(line, evidence)) for line in strays.get(-1, ()))
    last = -1
    for piece in pieces:
        if piece.block != last:
            yield from ((line, _stray(line, evidence)) for line in strays.get(last, ()) if last >= 0)
            last = piece.block
        block = printed[piece.block]
        text = block.text[piece.start : piece.end]
        yield text, _markup(text, block, piece, evidence)
    if last >= 0:
        yield from ((line, _stray(line, evidence)) for line in strays.get(last, ()))


def _markup(text: str, block: Printed, piece: Piece, evidence: Evidence) -> Markup:
    place, likeness = block.place, evidence.likeness(text, piece.key)
    size = len("".join(block.text.split())) if block.links or block.bold else 1
    return Markup(
        tag=place.tag,
        kind=place.kind,
        names=place.names,
        depth=place.depth,
        group=place.group,
        siblings=place.siblings,
        repeats=place.repeats,
        links=min(block.links / size, 1.0),
        bold=min(block.bold / size, 1.0),
        under=place.under,
        hidden=place.hidden,
        core=piece.core,
        whole=len(text) == len(block.text),
        linked_data=likeness.linked_data,
        description=likeness.description,
        title=likeness.title,
    )


def _stray(line: str, evidence: Evidence) -> Markup:
    """A kept line that is in none of the page's blocks: the extractor put it together, or took it from JSON."""
    return Markup(tag="", core=True, whole=False, **evidence.likeness(line, key(line))._asdict())

"""CommonMark: the title as a heading, a line of metadata, the paragraphs, subheadings, lists and quotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter

from newsclean.model import HEADLINE, Article, BlockKind, Fate, Metadata, Role

_BETWEEN = {BlockKind.LIST_ITEM: "\n", BlockKind.QUOTE: "\n>\n"}
_MARKS = {BlockKind.LIST_ITEM: "- ", BlockKind.QUOTE: "> "}

_INLINE = re.compile(r"[\\`*~<\[\]]|(?<![^\W_])_|_(?![^\W_])|&(?=#?\w+;)")
"""Characters that mark up text wherever they stand; an underscore does not inside a word."""

_EDGES = re.compile(r"^#+(?=\s|$)|(?<=\s)#+$|^[-+](?=[\s-]|$)|^>|(?<=^\d)\d{0,8}[.)](?=\s|$)")
"""What would turn a paragraph into a heading, a list, a rule or a quotation, or would be cut from a heading's end."""

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]+:[^\s<>]+", re.IGNORECASE)


def to_markdown(article: Article) -> str:
    """The article as CommonMark that renders to its very words: what would read as markup is escaped."""
    title = article.metadata.title
    parts = (f"# {escape(title)}" if title else "", _credits(article.metadata), *_parts(article.blocks))
    text = "\n\n".join(filter(None, parts))
    return f"{text}\n" if text else ""


def _parts(blocks: Iterable[Fate]) -> Iterator[str]:
    """The body's paragraphs, headings, lists and quotations; lines of one list or quotation stand together.

    The headline, which stays in the body of a text that was clean already, has its heading.
    """
    body = (block for block in blocks if block.role is Role.BODY and block.rule != HEADLINE)
    for kind, group in groupby(body, key=attrgetter("kind")):
        texts = [_marked(block) for block in group]
        between = _BETWEEN.get(kind)
        yield from texts if between is None else [between.join(texts)]


def _marked(block: Fate) -> str:
    """A line with the mark of its kind before it."""
    text = escape(block.text)
    if block.kind is BlockKind.HEADING:
        return f"{'#' * max(block.level, 2)} {text}"
    return f"{_MARKS.get(block.kind, '')}{text}"


def escape(text: str) -> str:
    """A line with backslashes before what CommonMark would read as markup.

    >>> print(escape("1. A *star* on snake_case"))
    1\\. A \\*star\\* on snake_case
    """
    return _EDGES.sub(_escape_edge, _INLINE.sub(r"\\\g<0>", text))


def _escape_edge(found: re.Match[str]) -> str:
    marks = found.group()
    return f"{marks[:-1]}\\{marks[-1]}" if marks[-1] in ".)" else f"\\{marks}"


def _credits(metadata: Metadata) -> str:
    """Date, authors, publisher, agency and address, as far as they are known, on one line."""
    known = (metadata.published or metadata.date_text, ", ".join(metadata.authors), metadata.source, metadata.agency)
    parts = [escape(part) for part in known if part]
    if metadata.url:
        parts.append(f"<{metadata.url}>" if _ADDRESS.fullmatch(metadata.url) else escape(metadata.url))
    return f"*{' · '.join(parts)}*" if parts else ""

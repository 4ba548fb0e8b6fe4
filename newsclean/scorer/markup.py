"""What the markup says about all blocks of a page: more numbers for the network to read."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from newsclean.model import BlockKind, Markup
from newsclean.scorer.lines import Floats, Ints

MAX_NAMES = 8
"""Words of class and id attributes that are read, nearest first."""

_TAGS = ("p", "h1", "h2", "h3", "li", "td", "div", "blockquote", "figcaption", "span", "a", "")
_LESSER_HEADINGS = ("h4", "h5", "h6")
_UNDER = ("nav", "aside", "footer", "header", "form", "figure", "article", "main", "table")
_KINDS = tuple(BlockKind)
_TAG_COLUMNS = {**{tag: column for column, tag in enumerate(_TAGS)}, **dict.fromkeys(_LESSER_HEADINGS, _TAGS.index("h3"))}

NAMES = (
    *["element"] * len(_TAGS),
    *["kind of block"] * len(_KINDS),
    *[f"under {element}" for element in _UNDER],
    "depth",
    "siblings",
    "repeated elements",
    "links",
    "bold",
    "hidden",
    "kept by the extractor",
    "whole element",
    "in the linked data",
    "like the description",
    "like the title",
    "sibling above",
    "sibling below",
    *["where the extracted text lies"] * 5,
)
"""What each column says, in words."""


class MarkupFeatures(NamedTuple):
    """``dense`` has a row a block; block ``i`` has the class and id words ``names[offsets[i]:offsets[i + 1]]``, hashed."""

    dense: Floats
    names: NDArray[np.uint32]
    offsets: Ints


def markup_features(texts: Sequence[str], markups: Sequence[Markup]) -> MarkupFeatures:
    """The features of a page's blocks, at least one."""
    count = len(texts)
    dense = np.zeros((count, len(NAMES)), dtype=np.float32)
    rows = np.arange(count)
    dense[rows, [_TAG_COLUMNS.get(markup.tag, _TAG_COLUMNS["div"]) for markup in markups]] = 1.0
    dense[rows, [len(_TAGS) + _KINDS.index(markup.kind) for markup in markups]] = 1.0
    column = len(_TAGS) + len(_KINDS)
    for number, markup in enumerate(markups):
        for element in markup.under:
            if element in _UNDER:
                dense[number, column + _UNDER.index(element)] = 1.0
    column += len(_UNDER)
    chars = np.array([len(text) for text in texts], dtype=np.float32)
    core = np.array([markup.core for markup in markups], dtype=np.float32)
    _, group = np.unique([markup.group for markup in markups], return_inverse=True)
    dense[:, column : column + 3] = np.log1p([(markup.depth, markup.siblings, markup.repeats) for markup in markups])
    dense[:, column + 3 : column + 11] = [
        (m.links, m.bold, m.hidden, m.core, m.whole, m.linked_data, m.description, m.title) for m in markups
    ]
    same = group[1:] == group[:-1]
    dense[1:, column + 11] = same
    dense[:-1, column + 12] = same
    dense[:, column + 13 :] = _extracted(core * chars, chars, group)
    hashes = [[zlib.crc32(name.encode()) for name in markup.names[:MAX_NAMES]] for markup in markups]
    names = np.array([name for line in hashes for name in line], dtype=np.uint32)
    return MarkupFeatures(dense, names, np.concatenate([[0], np.cumsum([len(line) for line in hashes])]))


def _extracted(kept: Floats, chars: Floats, group: Ints) -> Floats:
    """How much of the extracted text stands above a block, how much there is, how much the block's siblings have of it and
    it of them, and their length."""
    total = kept.sum() + 1.0
    kept_here = np.bincount(group, weights=kept)[group]
    chars_here = np.bincount(group, weights=chars)[group]
    above = np.cumsum(kept) - kept
    length = np.full(len(kept), np.log1p(total))
    columns = [above / total, length, kept_here / total, kept_here / (chars_here + 1.0), np.log1p(chars_here)]
    return np.column_stack(columns).astype(np.float32)

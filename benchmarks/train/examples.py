"""Pages as the network sees them: flattened in several ways, as other extractors leave them, and the gold body itself."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.flatten import FLATTENERS
from benchmarks.metrics import tokens
from benchmarks.optional import need
from benchmarks.pages import Page, load, set_name
from benchmarks.train.labels import labels
from newsclean.read.text import read
from newsclean.scorer.features import page_features
from newsclean.segment import segment

SHARES = {
    "resiliparse": 0.44,
    "bs4": 0.15,
    "inscriptis": 0.15,
    "resiliparse main content": 0.07,
    "trafilatura": 0.07,
    "readability": 0.07,
    "gold": 0.05,
}
"""How often a page is shown in each form."""

FLATTENED = ("resiliparse", "bs4", "inscriptis")
FOLDS = 5


class Form(NamedTuple):
    """One form of a page: features, labels, and the tokens in each line. ``words`` holds the words' hashes."""

    dense: NDArray[np.float32]
    words: NDArray[Any]
    offsets: NDArray[np.int64]
    body: NDArray[np.float32]
    tokens: NDArray[np.float32]
    texts: tuple[str, ...]


@dataclass(frozen=True)
class Example:
    """A page and its forms by name."""

    data: str
    page: Page
    fold: int
    forms: dict[str, Form]


def examples(data: list[Path], limit: int | None) -> list[Example]:
    """The pages of all files, in order; made in several processes."""
    tasks = [(set_name(path), page) for path in data for page in load(path, limit)]
    with ProcessPoolExecutor() as pool:
        return list(pool.map(_example, tasks, chunksize=16))


def fold(site: str) -> int:
    """The fold of a site: no site is in two.

    >>> fold("www.harbour.example") == fold("harbour.example")
    True
    """
    return zlib.crc32(site.lower().removeprefix("www.").encode()) % FOLDS


def _example(task: tuple[str, Page]) -> Example:
    name, page = task
    gold = "\n".join(page.gold_lines)
    forms = {form: made for form, text in _texts(page.html, gold) if (made := _form(text, gold)) is not None}
    return Example(name, page, fold(page.site), forms)


def _form(text: str, gold: str) -> Form | None:
    blocks = segment(read(text).source)
    if not blocks:
        return None
    lines = tuple(block.text for block in blocks)
    features = page_features(lines, [block.gap_before for block in blocks])
    counts = np.array([len(tokens(line)) for line in lines], dtype=np.float32)
    body = labels(lines, gold).astype(np.float32)
    return Form(features.dense, features.words, features.offsets, body, counts, lines)


def _texts(html: str, gold: str) -> Iterator[tuple[str, str]]:
    flatten = need("resiliparse.extract.html2text", "resiliparse").extract_plain_text
    for form in FLATTENED:
        yield form, FLATTENERS[form]()(html)
    yield "resiliparse main content", flatten(html, main_content=True)
    yield "trafilatura", _tried(lambda: need("trafilatura", "trafilatura").extract(html))
    summary = need("readability", "readability-lxml").Document
    yield "readability", _tried(lambda: flatten(summary(html).summary(), main_content=False))
    yield "gold", gold


def _tried(extract: Callable[[], str | None]) -> str:
    """What another extractor makes of a page; some raise on pages that they find nothing in."""
    try:
        return extract() or ""
    except Exception:
        return ""

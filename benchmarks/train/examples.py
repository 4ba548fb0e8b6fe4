"""Pages as a network sees them: flattened in several ways, as other extractors leave them, and the gold body itself; or read
with their markup."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.flatten import FLATTENERS
from benchmarks.folds import fold
from benchmarks.metrics import tokens
from benchmarks.optional import need
from benchmarks.ours import Kind
from benchmarks.pages import Page, load, set_name
from benchmarks.train.labels import labels
from newsclean.model import Block
from newsclean.read.detect import looks_like_html
from newsclean.read.html import read_html
from newsclean.read.text import read as read_text
from newsclean.scorer.features import page_features
from newsclean.scorer.markup import markup_features
from newsclean.segment import lines

Model = Kind

SHARES = {
    "resiliparse": 0.44,
    "bs4": 0.15,
    "inscriptis": 0.15,
    "resiliparse main content": 0.07,
    "trafilatura": 0.07,
    "readability": 0.07,
    "gold": 0.05,
    "html": 1.0,
}
"""How often a page is shown in each form; with markup there is one form only. Lines are shown as found: pieces of a paragraph
teach more than paragraphs put together again do (fundus .940 and .936, DAnIEL .931 and .922)."""

SHOWN: dict[Model, dict[str, float]] = {
    "text": {"fundus_dev": 3.0, "newspaper4k": 1.5, "wcxb_dev": 1.2, "fixtures": 2.0},
    "html": {},
}
"""How often an epoch shows the pages of a set, if not once: news sites of today count more than other sites and old ones."""

WHOLE_PAGES = ("resiliparse", "bs4", "inscriptis", "html")
FLATTENED = WHOLE_PAGES[:3]


class Form(NamedTuple):
    """One form of a page: features, labels, and the tokens in each line.

    ``words`` and ``names`` (of class and id attributes) are hashes; line ``i`` has those from its offset to the next.
    """

    dense: NDArray[np.float32]
    words: NDArray[Any]
    offsets: NDArray[np.int64]
    names: NDArray[Any]
    name_offsets: NDArray[np.int64]
    body: NDArray[np.float32]
    tokens: NDArray[np.float32]


@dataclass(frozen=True)
class Example:
    """A page and its forms by name."""

    data: str
    page: Page
    fold: int
    forms: dict[str, Form]


def examples(data: Sequence[Path], model: Model, limit: int | None) -> list[Example]:
    """The pages of all files, in order, without those that no form has a line of; made in several processes."""
    tasks = [(set_name(path), page, model) for path in data for page in load(path, limit)]
    with ProcessPoolExecutor() as pool:
        return [example for example in pool.map(_example, tasks, chunksize=16) if main_form(model) in example.forms]


def main_form(model: Model) -> str:
    """The form that says what is common and usual among a model's pages."""
    return "resiliparse" if model == "text" else "html"


def _example(task: tuple[str, Page, Model]) -> Example:
    name, page, model = task
    gold = "\n".join(page.gold_lines)
    has_markup = looks_like_html(page.html)
    if model == "html":
        read = read_html(page.html).blocks if has_markup else ()
        forms = {"html": form_of(read, gold)} if read and read[0].markup is not None else {}
    else:
        texts = _texts(page.html, gold) if has_markup else [(main_form(model), page.html)]
        blocks = {form: tuple(lines(read_text(text).source)) for form, text in texts}
        forms = {form: form_of(found, gold) for form, found in blocks.items() if found}
    return Example(name, page, fold(page.site), forms)


def form_of(blocks: Sequence[Block], gold: str) -> Form:
    """A form of a page, from its blocks and its gold body."""
    texts = tuple(block.text for block in blocks)
    features = page_features(texts, [block.gap_before for block in blocks])
    markups = [block.markup for block in blocks if block.markup is not None]
    dense, names, name_offsets = features.dense, np.zeros(0, dtype=np.uint32), np.zeros(len(texts) + 1, dtype=np.int64)
    if markups:
        markup = markup_features(texts, markups)
        dense, names, name_offsets = np.concatenate([dense, markup.dense], axis=1), markup.names, markup.offsets
    counts = np.array([len(tokens(text)) for text in texts], dtype=np.float32)
    body = labels(texts, gold).astype(np.float32)
    return Form(dense, features.words, features.offsets, names, name_offsets, body, counts)


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

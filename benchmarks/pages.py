"""Pages with gold bodies: a JSON-lines file of rows, or the checkout of a public set.

A row has ``html`` and ``body`` (the gold, a paragraph a line), and where known ``id``, ``url``, ``site``, ``lang``, and the
snippets ``with_`` and ``without``, which the body must and must not have; with snippets it may lack ``body``. Where the gold's
first line is the page's title, the row says ``"title_first": true``, or the file's name begins with ``daniel``: the DAnIEL
corpus is annotated so. There the title that a program finds counts as the first line of its text.

Checkouts, by their files: scrapinghub's article-extraction-benchmark, fundus-evaluation, article-extraction-dataset, WCXB,
trafilatura (its evaluation has snippets only), and newsclean's own fixtures.
"""

from __future__ import annotations

import json
import lzma
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import IO, Any

from benchmarks.checkouts import checkout_rows
from benchmarks.errors import DataError

_TITLE_FIRST_FILES = "daniel"
_HTML_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([a-z]{2,3})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """One page.

    ``html`` is its source: text without markup where the set has no HTML. ``language`` is its name or code as the row or the
    HTML's ``lang`` attribute states it, or empty. ``body`` is empty where the set has snippets only.
    """

    id: str
    site: str
    language: str
    html: str
    body: str
    title_first: bool
    url: str | None = None
    wanted: tuple[str, ...] = ()
    unwanted: tuple[str, ...] = ()

    @property
    def gold_lines(self) -> tuple[str, ...]:
        """The gold's lines without the title."""
        return tuple(self.body.splitlines()[1 if self.title_first else 0 :])


def load(path: Path, limit: int | None = None) -> list[Page]:
    """The first ``limit`` pages of a ``.jsonl`` or ``.jsonl.xz`` file or of a checkout, or all.

    :raises DataError: there is no such file, or it holds no pages in a known form
    """
    return list(islice(stream(path), limit))


def stream(path: Path) -> Iterator[Page]:
    """The pages of a file or checkout, one at a time.

    :raises DataError: as :func:`load`
    """
    return (_page(row, path, number) for number, row in enumerate(rows(path), 1))


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a file or checkout, one at a time.

    :raises DataError: as :func:`load`
    """
    if path.is_dir():
        yield from checkout_rows(path)
        return
    if not path.exists():
        raise DataError(f"{path}: no such file or folder; expected a .jsonl or .jsonl.xz file, or the checkout of a set")
    with _open(path) as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                yield _row(line, path, number)


def set_name(path: Path) -> str:
    """A data set's name: its file's, without the endings.

    >>> set_name(Path("pages/harbour_dev.jsonl.xz"))
    'harbour_dev'
    """
    return path.resolve().name.partition(".")[0]


def _open(path: Path) -> IO[str]:
    return lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8")


def _row(line: str, path: Path, number: int) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except ValueError as error:
        raise DataError(f"{path}: line {number} is no JSON ({error}); expected an object a line") from error
    if not isinstance(row, dict):
        raise DataError(f"{path}: line {number} is a {type(row).__name__}; expected an object with html and body")
    return row


def _page(row: dict[str, Any], path: Path, number: int) -> Page:
    snippets = row.get("with_") or row.get("without")
    missing = ({"html"} if snippets else {"html", "body"}) - row.keys()
    if missing:
        raise DataError(f"{path}: row {number} has no {' and no '.join(sorted(missing))}; a page needs html and body")
    stated = _HTML_LANGUAGE.search(row["html"][:5000])
    identifier = str(row.get("id") or number)
    return Page(
        id=identifier,
        site=row.get("site") or row.get("url") or identifier,
        language=row.get("lang") or (stated.group(1).lower() if stated else ""),
        html=row["html"],
        body=row.get("body") or "",
        title_first=bool(row.get("title_first", path.name.startswith(_TITLE_FIRST_FILES))),
        url=row.get("url") or None,
        wanted=tuple(row.get("with_") or ()),
        unwanted=tuple(row.get("without") or ()),
    )

"""Pages with gold bodies, from JSON-lines files.

A row has ``html`` and ``body`` (the gold, a paragraph a line), and where known ``id``, ``url``, ``site`` and ``lang``.
Where the gold's first line is the page's title, the row says ``"title_first": true``, or the file's name begins with
``daniel``: the DAnIEL corpus is annotated so. There the title that newsclean finds counts as the first line of its text.
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

_TITLE_FIRST_FILES = "daniel"
_HTML_LANGUAGE = re.compile(r"<html\b[^>]{0,500}?\blang\s*=\s*[\"']?([a-z]{2,3})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Page:
    """One page; ``language`` is its name or code as the row or the HTML's ``lang`` attribute states it, or empty."""

    id: str
    site: str
    language: str
    html: str
    body: str
    title_first: bool

    @property
    def gold_lines(self) -> tuple[str, ...]:
        """The gold's lines without the title."""
        return tuple(self.body.splitlines()[1 if self.title_first else 0 :])


def load(path: Path, limit: int | None = None) -> list[Page]:
    """The first ``limit`` pages of a ``.jsonl`` or ``.jsonl.xz`` file, or all."""
    with _open(path) as file:
        return [_page(json.loads(line), path, number) for number, line in enumerate(islice(_rows(file), limit), 1)]


def set_name(path: Path) -> str:
    """A data set's name: its file's, without the endings.

    >>> set_name(Path("pages/harbour_dev.jsonl.xz"))
    'harbour_dev'
    """
    return path.name.partition(".")[0]


def _open(path: Path) -> IO[str]:
    return lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8")


def _rows(file: IO[str]) -> Iterator[str]:
    return (line for line in file if line.strip())


def _page(row: dict[str, Any], path: Path, number: int) -> Page:
    missing = {"html", "body"} - row.keys()
    if missing:
        raise ValueError(f"{path}: row {number} has no {' and no '.join(sorted(missing))}; a page needs html and body")
    stated = _HTML_LANGUAGE.search(row["html"][:5000])
    identifier = str(row.get("id") or number)
    return Page(
        id=identifier,
        site=row.get("site") or row.get("url") or identifier,
        language=row.get("lang") or (stated.group(1).lower() if stated else ""),
        html=row["html"],
        body=row["body"],
        title_first=bool(row.get("title_first", path.name.startswith(_TITLE_FIRST_FILES))),
    )

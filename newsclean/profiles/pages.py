"""Pages to learn from: text files, and JSON lines with an address in each row."""

from __future__ import annotations

import gzip
import json
import lzma
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from newsclean.profiles.site import site_of
from newsclean.read.detect import looks_like_html
from newsclean.read.text import read
from newsclean.segment import segment

_JSON_LINES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz", ".jsonl.xz", ".ndjson.xz")


@dataclass(frozen=True, slots=True)
class Page:
    """A page's lines and its site; ``problem`` is empty, or says why nothing can be learned from it. ``where`` names it."""

    where: str
    site: str
    lines: tuple[str, ...] = ()
    problem: str = ""


def pages(path: Path, *, site: str | None = None, text_key: str = "text", url_key: str = "url") -> Iterator[Page]:
    """The pages of a file: each row of JSON lines, or the whole file as one page.

    :param site: the site of every page; by default that of a row's address
    :raises OSError: the file cannot be read
    """
    if not path.name.endswith(_JSON_LINES):
        yield lines_of(str(path), site or "", path.read_bytes())
        return
    with _open(path) as rows:
        for number, row in enumerate(rows, 1):
            if row.strip():
                yield _row(f"{path}:{number}", row, site, text_key, url_key)


def _open(path: Path) -> IO[bytes]:
    match path.suffix:
        case ".gz":
            return cast(IO[bytes], gzip.open(path))
        case ".xz":
            return lzma.open(path)
    return path.open("rb")


def _row(where: str, row: bytes, site: str | None, text_key: str, url_key: str) -> Page:
    try:
        fields = json.loads(row)
    except ValueError as error:
        return Page(where, "", problem=f"no JSON: {error}")
    text = fields.get(text_key) if isinstance(fields, dict) else None
    if not isinstance(text, str):
        return Page(where, "", problem=f"no text under {text_key!r}; name the key with --text-key")
    address = fields.get(url_key)
    return lines_of(where, site or site_of(address if isinstance(address, str) else ""), text)


def lines_of(where: str, site: str, source: str | bytes) -> Page:
    """The page in a source, with its lines as a cleaner sees them."""
    if not site:
        return Page(where, "", problem="the site is not known; pass --site, or rows with an address under --url-key")
    reading = read(source)
    if reading.problem:
        return Page(where, site, problem=reading.problem)
    if looks_like_html(reading.source):
        return Page(where, site, problem="HTML is not read yet: strip the markup first")
    return Page(where, site, tuple(block.text for block in segment(reading.source)))

"""A site's profile as a file: a head of four lines, then a line of the site in each row.

::

    # newsclean profile 1
    # site	vellin-post.example
    # pages	44
    # cut to	2	0.1
    41	0.93	Sign up for the harbour letter
    12	0.27	Advertisement

The columns, divided by tabs, are the number of pages that have the line, their share, and the line's first 400 characters.
Delete a row, and the line counts as the site's own no more. The share is for readers: newsclean divides again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from urllib.parse import quote

from newsclean.errors import ProfileError
from newsclean.write.atomic import replacing

ENDING = ".tsv"
"""What the names of profiles end with."""

_TITLE = "# newsclean profile 1"
_SITE, _PAGES, _CUT = "# site", "# pages", "# cut to"
_LONGEST_NAME = 200


@dataclass(frozen=True, slots=True)
class Rows:
    """A file's content: each line with the number of pages that have it, cut to ``min_docs`` and ``min_share``."""

    site: str
    pages: int
    lines: Sequence[tuple[int, str]]
    min_docs: int
    min_share: float

    @property
    def is_complete(self) -> bool:
        """Whether nothing was cut, so that counts of other pages can be added."""
        return self.min_docs <= 1 and self.min_share <= 0


def file_name(site: str) -> str:
    """A name that no site can lead out of its directory with.

    >>> file_name("vellin-post.example"), file_name("../Vellin Post")
    ('vellin-post.example.tsv', '..%2FVellin%20Post.tsv')
    """
    name = quote(site, safe="")
    if len(name) > _LONGEST_NAME:
        name = f"{name[:_LONGEST_NAME]}-{blake2b(site.encode(), digest_size=8).hexdigest()}"
    return name + ENDING


def write(directory: Path, rows: Rows) -> Path:
    """Write a site's file, whole or not at all; lines on the most pages come first, those on equally many by their text."""
    path = directory / file_name(rows.site)
    with replacing(path) as stream:
        for line in _render(rows):
            stream.write(f"{line}\n".encode())
    return path


def read(path: Path) -> Rows:
    """Read a site's file.

    :raises ProfileError: it is none
    """
    try:
        lines = path.read_bytes().decode("utf-8").split("\n")
    except UnicodeDecodeError as error:
        raise ProfileError(str(path), 1, "a profile in UTF-8") from error
    if lines[0].strip() != _TITLE:
        raise ProfileError(str(path), 1, f"{_TITLE!r}")
    site = _field(lines, 2, _SITE, path)[0]
    pages = _number(_field(lines, 3, _PAGES, path)[0], path, 3)
    cut = _field(lines, 4, _CUT, path)
    if len(cut) != 2:
        raise ProfileError(str(path), 4, f"'{_CUT}' with two numbers: pages and share")
    rows = [_row(line, path, number, pages) for number, line in enumerate(lines[4:], 5) if line.strip()]
    return Rows(site, pages, rows, _number(cut[0], path, 4), _share(cut[1], path, 4))


def _render(rows: Rows) -> Iterator[str]:
    yield _TITLE
    yield f"{_SITE}\t{rows.site}"
    yield f"{_PAGES}\t{rows.pages}"
    yield f"{_CUT}\t{rows.min_docs}\t{rows.min_share:g}"
    for on, text in sorted(rows.lines, key=lambda row: (-row[0], row[1])):
        yield f"{on}\t{on / rows.pages:.2f}\t{text}"


def _field(lines: Sequence[str], number: int, name: str, path: Path) -> list[str]:
    found, _, values = (lines[number - 1] if len(lines) >= number else "").rstrip("\r").partition("\t")
    if found != name or not values:
        raise ProfileError(str(path), number, f"{name!r}, a tab and its value")
    return values.split("\t")


def _row(line: str, path: Path, number: int, pages: int) -> tuple[int, str]:
    columns = line.rstrip("\r").split("\t", 2)
    if len(columns) != 3 or not columns[2].strip():
        raise ProfileError(str(path), number, "pages, share and text, divided by tabs")
    on = _number(columns[0], path, number)
    if not 1 <= on <= pages:
        raise ProfileError(str(path), number, f"1 to {pages} pages")
    return on, columns[2]


def _number(text: str, path: Path, number: int) -> int:
    if not (text.isascii() and text.isdigit()) or len(text) > 18:
        raise ProfileError(str(path), number, f"a number of pages in place of {text!r}")
    return int(text)


def _share(text: str, path: Path, number: int) -> float:
    try:
        share = float(text)
    except ValueError:
        share = -1.0
    if not 0 <= share <= 1:
        raise ProfileError(str(path), number, f"a share from 0 to 1 in place of {text!r}")
    return share

"""Count the lines of sites: exactly, in bounded memory, and so that counts can be added."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from types import TracebackType

from newsclean.errors import ConfigError
from newsclean.profiles import files
from newsclean.profiles.files import ENDING, Rows
from newsclean.profiles.line import line_key, shown
from newsclean.profiles.profile import MIN_DOCS, MIN_SHARE, is_repeated

_HELD_LINES = 50_000
"""Distinct lines held in memory; with more, they go to a temporary database on disk."""

_SCHEMA = """
pragma journal_mode = off;
pragma synchronous = off;
pragma cache_size = -32768;
create table sites (site text primary key, pages integer not null) without rowid;
create table lines (site text, key integer, pages integer not null, text text not null, primary key (site, key)) without rowid;
"""
_ADD_PAGES = "insert into sites values (?, ?) on conflict do update set pages = pages + excluded.pages"
_ADD_LINE = (
    "insert into lines values (?, ?, ?, ?) "
    "on conflict do update set pages = pages + excluded.pages, text = min(text, excluded.text)"
)


class Counts:
    """How many pages of each site have each line.

    Adding is associative and commutative, to the byte of the files: pages may come in any order, and shards counted apart
    and merged give what counting all at once gives. Counts are exact; about 60 MB of memory is used whatever the
    input, and disk space in the temporary folder grows with the distinct lines. Close it, or use it in a ``with``.

    >>> with Counts() as counts:
    ...     counts.add("vellin-post.example", ["Subscribe", "Fog closed the port.", "Subscribe"])
    ...     counts.add("vellin-post.example", ["The port is open.", "SUBSCRIBE"])
    ...     [rows.lines for rows in counts.profiles()]
    [[(2, 'SUBSCRIBE')]]
    """

    def __init__(self) -> None:
        self._database = sqlite3.connect("", isolation_level=None)
        self._database.executescript(_SCHEMA)
        self._pages: dict[str, int] = {}
        self._lines: dict[tuple[str, int], tuple[int, str]] = {}

    def __enter__(self) -> Counts:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Drop the counts, and what they hold on disk."""
        self._database.close()

    def add(self, site: str, lines: Iterable[str]) -> None:
        """Count a page of a site; a line counts once, however often the page has it.

        :raises ConfigError: the site has no name that a file could hold
        """
        if not site or shown(site) != site:
            raise ConfigError(f"site {site!r}; expected a name, such as a host, without line breaks and tabs")
        page: dict[int, str] = {}
        for line in lines:
            text = shown(line)
            key = line_key(text)
            if key is not None:
                page[key] = min(text, page.get(key, text))
        self._add(site, 1, ((key, 1, text) for key, text in page.items()))

    def merge(self, directory: str | PathLike[str]) -> None:
        """Add the counts that :meth:`write` wrote to a directory.

        :raises ConfigError: there are none, or they were cut and their sum would be wrong
        :raises ProfileError: a file is none of counts
        """
        paths = sorted(Path(directory).glob(f"*{ENDING}"))
        if not paths:
            raise ConfigError(f"{directory} holds no counts (*{ENDING}); expected what newsclean learn -o DIR wrote")
        for path in paths:
            rows = files.read(path)
            if not rows.is_complete:
                raise ConfigError(
                    f"{path} was cut to lines on {rows.min_docs} pages and {rows.min_share:g} of them, and cannot be merged; "
                    "learn it again with --min-docs 1 --min-share 0"
                )
            keyed = ((line_key(text), on, text) for on, text in rows.lines)
            self._add(rows.site, rows.pages, ((key, on, text) for key, on, text in keyed if key is not None))

    def profiles(self, min_docs: int = MIN_DOCS, min_share: float = MIN_SHARE) -> Iterator[Rows]:
        """The lines of each site, in the order of their names, on at least ``min_docs`` pages (all, where a site has fewer)
        and at least a ``min_share`` (0 to 1) of them."""
        self._flush()
        for site, pages in self._database.execute("select site, pages from sites order by site"):
            found = self._database.execute("select pages, text from lines where site = ?", (site,))
            lines = [(on, text) for on, text in found if is_repeated(on, pages, min_docs, min_share)]
            yield Rows(site, pages, lines, min_docs, min_share)

    def write(self, directory: str | PathLike[str], *, min_docs: int = MIN_DOCS, min_share: float = MIN_SHARE) -> int:
        """Write a file a site, and return how many; with ``min_docs=1, min_share=0`` every line, to be merged later.

        :raises ConfigError: thresholds that no line can meet
        :raises OSError: the directory cannot be written
        """
        if min_docs < 1 or not 0 <= min_share <= 1:
            raise ConfigError(f"min_docs {min_docs} and min_share {min_share}; expected 1 page or more, and a share from 0 to 1")
        folder = Path(directory)
        folder.mkdir(parents=True, exist_ok=True)
        return len([files.write(folder, rows) for rows in self.profiles(min_docs, min_share)])

    def _add(self, site: str, pages: int, lines: Iterable[tuple[int, int, str]]) -> None:
        self._pages[site] = self._pages.get(site, 0) + pages
        for key, on, text in lines:
            before = self._lines.get((site, key))
            self._lines[site, key] = (on, text) if before is None else (before[0] + on, min(before[1], text))
            if len(self._lines) >= _HELD_LINES:
                self._flush()

    def _flush(self) -> None:
        """Add what is held in memory to the database."""
        self._database.execute("begin")
        self._database.executemany(_ADD_PAGES, self._pages.items())
        rows = ((site, key, on, text) for (site, key), (on, text) in sorted(self._lines.items()))
        self._database.executemany(_ADD_LINE, rows)
        self._database.execute("commit")
        self._pages.clear()
        self._lines.clear()

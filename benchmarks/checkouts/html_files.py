"""The HTML files of a checkout, plain or gzipped, by the page they belong to."""

from __future__ import annotations

import gzip
import re
import sys
import zlib
from collections import defaultdict
from collections.abc import Iterable
from os.path import commonpath
from pathlib import Path

from benchmarks.errors import DataError

_ENDINGS = (".html", ".htm", ".html.gz", ".htm.gz")
_HIDDEN = "."
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?([\w-]{1,40})", re.IGNORECASE)


class HtmlFiles:
    """The HTML files under a folder."""

    def __init__(self, root: Path) -> None:
        """Find them.

        :raises DataError: there are none
        """
        self._root = root.resolve()
        self._by_stem: dict[str, list[Path]] = defaultdict(list)
        for path in sorted(self._root.rglob("*.htm*")):
            if path.name.endswith(_ENDINGS) and not any(part.startswith(_HIDDEN) for part in path.relative_to(self._root).parts):
                self._by_stem[stem(path.name)].append(path)
        if not self._by_stem:
            raise DataError(f"{root}: no HTML files; expected {', '.join(_ENDINGS)} there or in folders below")

    def of(self, name: str, near: Path) -> Path | None:
        """The file of a page, the nearest to ``near`` where several have its name; None where there is none.

        :param name: the page's id or the file's name, with or without endings
        :raises DataError: two are equally near
        """
        found = self._by_stem.get(stem(Path(name).name), [])
        nearness = {path: len(Path(commonpath((path, near.resolve()))).parts) for path in found}
        best = [path for path in found if nearness[path] == max(nearness.values())]
        if len(best) > 1:
            raise DataError(f"{self._root}: {name} is {best[0]} or {best[1]}; name the folder of one part of the set")
        return best[0] if best else None


def stem(name: str) -> str:
    """A file's name without the endings of HTML or JSON.

    >>> stem("0001.html.gz"), stem("0001.json"), stem("a.b")
    ('0001', '0001', 'a.b')
    """
    return re.sub(r"(?:\.html?|\.json)?(?:\.gz)?$", "", name, count=1)


def read_html(path: Path) -> str:
    """A file's HTML: UTF-8, or else what its meta tag states, or else Windows-1252.

    :raises DataError: a gzipped file is damaged
    """
    content = path.read_bytes()
    if path.suffix == ".gz":
        try:
            content = gzip.decompress(content)
        except (OSError, EOFError, zlib.error) as error:
            raise DataError(f"{path}: not gzip, or damaged ({error}); check it out again") from error
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        stated = _CHARSET.search(content[:4096])
        try:
            return content.decode(stated.group(1).decode("ascii") if stated else "cp1252", "replace")
        except LookupError:
            return content.decode("cp1252", "replace")


def report_missing(root: Path, missing: Iterable[str], found: int) -> None:
    """Name on stderr the pages without an HTML file.

    :raises DataError: no page has one
    """
    names = list(missing)
    if not found:
        raise DataError(f"{root}: none of {len(names)} pages has an HTML file, such as {', '.join(names[:3]) or '(no names)'}")
    if names:
        print(f"{root}: pages without an HTML file, left out: {len(names)}, such as {', '.join(names[:3])}", file=sys.stderr)

"""Peak memory of each program, in a process of its own that reads pages one at a time."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.flatten import FLATTENERS
from benchmarks.ours import Kind, Ours
from benchmarks.own_process import in_own_process
from benchmarks.pages import Page, stream
from benchmarks.passes import attempt, available
from benchmarks.peers import Builders, html_builders, text_builders
from benchmarks.quiet import quiet
from benchmarks.tables import table

_IDLE = "(reads pages)"
_STATUS = Path("/proc/self/status")
_HIGH_WATER = "VmHWM:"


def memory(pages: Sequence[Page], flatten: str, ours: Ours, peers: Sequence[str] = ()) -> dict[str, dict[str, float]]:
    """Peak megabytes by input and program, and of a process that does nothing but read the pages."""
    flattened = FLATTENERS[flatten]()
    found: dict[str, dict[str, float]] = {}
    with TemporaryDirectory() as folder:
        for kind, builders in (("text", text_builders(ours)), ("html", html_builders(ours))):
            path = Path(folder) / f"{kind}.jsonl"
            _write(path, pages, (flattened(page.html) if kind == "text" else page.html for page in pages))
            names = [_IDLE, *available(builders, peers)[0]]
            found[kind] = {name: in_own_process(f"{name} on {kind}", _peak, kind, name, path, ours) for name in names}
    return found


def tables(found: dict[str, dict[str, float]]) -> str:
    """A row a program, the smallest first."""
    entries = [(kind, name, size) for kind, of in found.items() for name, size in of.items()]
    rows = ((name, kind, f"{size:.0f}") for kind, name, size in sorted(entries, key=lambda entry: (entry[0], entry[2])))
    return table(("", "input", "peak MB"), rows)


def _write(path: Path, pages: Iterable[Page], sources: Iterable[str]) -> None:
    with path.open("w", encoding="utf-8", errors="replace") as file:
        for page, source in zip(pages, sources, strict=True):
            row = {"id": page.id, "site": page.site, "lang": page.language, "url": page.url, "html": source, "body": page.body}
            file.write(json.dumps(row | {"title_first": page.title_first}) + "\n")


@quiet()
def _peak(kind: Kind, name: str, path: Path, ours: Ours, sender: Connection) -> None:
    builders: Builders = text_builders(ours) if kind == "text" else html_builders(ours)
    peer = None if name == _IDLE else builders[name]()
    for page in stream(path):
        if peer is not None:
            attempt(peer, page.html, page)
    sender.send(high_water())
    sender.close()


def high_water() -> float:
    """The peak resident size of this process in MB.

    Linux counts what the parent used before the new program began into ``ru_maxrss``, but not into ``VmHWM``.
    """
    if _STATUS.exists():
        for line in _STATUS.read_text(encoding="ascii", errors="replace").splitlines():
            if line.startswith(_HIGH_WATER):
                return int(line.split()[1]) / 1024
    import resource  # not on Windows

    unit = 1024**2 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit

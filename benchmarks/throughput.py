"""Pages per core-hour of ``newsclean batch``, on text and on HTML, and how it scales with its workers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import NamedTuple

from benchmarks.flatten import FLATTENERS
from benchmarks.pages import load, set_name
from benchmarks.tables import table

_POLL_SECONDS = 0.1


class Run(NamedTuple):
    """What a batch took: seconds by the clock, seconds of CPU of all its processes, the most memory of the parent, failures."""

    clock: float
    cpu: float
    parent_mb: float
    failures: int


def throughput(data: Sequence[Path], *, workers: Sequence[int], count: int) -> None:
    """Print a table for each data set: ``count`` pages of it, over and over if it has fewer, as text and as HTML."""
    for path in data:
        rows = []
        for kind, pages in _kinds(path).items():
            first = None
            for number in workers:
                run = _run(kind, pages, number, count)
                first = first or run
                rows.append(
                    (
                        kind,
                        str(number),
                        f"{count / run.clock:.1f}",
                        f"{count / run.cpu * 3600:,.0f}",
                        f"{first.clock / run.clock:.2f}",
                        f"{run.parent_mb:.0f}",
                        str(run.failures),
                    )
                )
        columns = ("", "workers", "pages a second", "pages a core-hour", "times the first", "MB of the parent", "failures")
        print(f"### {set_name(path)}: {count} pages\n\n{table(columns, rows)}\n")


def _kinds(path: Path) -> Mapping[str, Sequence[str]]:
    """The pages as flattened text and as HTML."""
    pages = load(path, None)
    flatten = FLATTENERS["resiliparse"]()
    return {"text": [flatten(page.html) for page in pages], "html": [page.html for page in pages]}


def _run(kind: str, pages: Sequence[str], workers: int, count: int) -> Run:
    with tempfile.TemporaryDirectory() as folder:
        source, output, stats = (Path(folder, name) for name in ("in.jsonl", "out.jsonl", "stats.json"))
        with source.open("w", encoding="utf-8", errors="replace") as file:
            for number, page in enumerate(islice(cycle(pages), count)):
                file.write(json.dumps({"id": str(number), kind: page}) + "\n")
        options = [str(source), "-o", str(output), "-j", str(workers), "--stats", str(stats)]
        before, start = os.times(), time.perf_counter()
        process = subprocess.Popen([sys.executable, "-m", "newsclean", "batch", *options], stderr=subprocess.DEVNULL)
        peak = max(_memory(process), default=0.0)
        clock, after = time.perf_counter() - start, os.times()
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        return Run(clock, cpu, peak, json.loads(stats.read_bytes())["failures"])


def _memory(process: subprocess.Popen[bytes]) -> Iterator[float]:
    """Megabytes that a process holds, again and again until it ends; nothing where the system does not tell."""
    while process.poll() is None:
        try:
            status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        except OSError:
            status = ""
        yield from (int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS:"))
        time.sleep(_POLL_SECONDS)

"""Pages per core-hour of ``newsclean batch``, on text and on HTML, and how it scales with its workers."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from itertools import cycle
from pathlib import Path
from typing import NamedTuple

from benchmarks.distinct import distinct
from benchmarks.flatten import FLATTENERS
from benchmarks.ours import Kind
from benchmarks.pages import load, set_name
from benchmarks.tables import table

_POLL_SECONDS = 0.1


class Run(NamedTuple):
    """What a batch took: seconds by the clock, seconds of CPU of all its processes, the most memory of the parent, failures."""

    clock: float
    cpu: float
    parent_mb: float
    failures: int


def throughput(data: Sequence[Path], *, kinds: Sequence[Kind], workers: Sequence[int], count: int) -> None:
    """Print a table for each data set: ``count`` different pages made of it, as text or as HTML.

    Below each row of several workers stands what as many batches of one worker do side by side, each with a part of the pages:
    what the machine has to give.
    """
    for path in data:
        rows = [row for kind in kinds for row in _rows(kind, sources(path, kind), workers, count)]
        columns = ("", "workers", "pages a second", "pages a core-hour", "times the first", "MB of the parent", "failures")
        print(f"### {set_name(path)}: {count} pages\n\n{table(columns, rows)}\n")


def sources(path: Path, kind: Kind) -> list[str]:
    """The pages of a set as HTML or as flattened text."""
    pages = load(path, None)
    if kind == "html":
        return [page.html for page in pages]
    flatten = FLATTENERS["resiliparse"]()
    return [flatten(page.html) for page in pages]


def write_rows(path: Path, kind: Kind, pages: Iterable[str]) -> None:
    """A file of JSON lines for a batch."""
    with path.open("w", encoding="utf-8", errors="replace") as file:
        for number, page in enumerate(pages):
            file.write(json.dumps({"id": str(number), kind: page}) + "\n")


def _rows(kind: Kind, pages: Sequence[str], workers: Sequence[int], count: int) -> Iterator[tuple[str, ...]]:
    first = None
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "in.jsonl")
        write_rows(source, kind, distinct(pages, count))
        for number in workers:
            run = _run([source], number)
            first = first or run
            yield _row(kind, str(number), run, first, count)
            if number > 1:
                yield _row(kind, f"{number} batches of 1", _run(_parts(source, number), 1), first, count)


def _row(kind: Kind, workers: str, run: Run, first: Run, count: int) -> tuple[str, ...]:
    each_second, each_hour = f"{count / run.clock:.1f}", f"{count / run.cpu * 3600:,.0f}"
    return (kind, workers, each_second, each_hour, f"{first.clock / run.clock:.2f}", f"{run.parent_mb:.0f}", str(run.failures))


def _parts(source: Path, number: int) -> list[Path]:
    """The lines of a file dealt to several."""
    paths = [source.with_name(f"part-{part}.jsonl") for part in range(number)]
    with ExitStack() as stack, source.open("rb") as lines:
        files = [stack.enter_context(path.open("wb")) for path in paths]
        for line, file in zip(lines, cycle(files)):
            file.write(line)
    return paths


def _run(inputs: Sequence[Path], workers: int) -> Run:
    """A batch of each input, all at the same time."""
    before, start = os.times(), time.perf_counter()
    processes = [_start(path, workers) for path in inputs]
    peak = 0.0
    while any(process.poll() is None for process in processes):
        peak = max(peak, *map(_memory, processes))
        time.sleep(_POLL_SECONDS)
    clock, after = time.perf_counter() - start, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(clock, cpu, peak, sum(json.loads(_stats(path).read_bytes())["failures"] for path in inputs))


def _start(path: Path, workers: int) -> subprocess.Popen[bytes]:
    options = [path, "-o", path.with_suffix(".out.jsonl"), "--force", "-j", str(workers), "--stats", _stats(path)]
    return subprocess.Popen([sys.executable, "-m", "newsclean", "batch", *map(str, options)], stderr=subprocess.DEVNULL)


def _stats(path: Path) -> Path:
    return path.with_suffix(".stats.json")


def _memory(process: subprocess.Popen[bytes]) -> float:
    """Megabytes that a process holds; 0 where the system does not tell, or it has ended."""
    try:
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith("VmRSS:")), 0.0)

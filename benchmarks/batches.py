"""A long batch: whether the parent's memory grows with the input, and the output with the number of workers."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from hashlib import sha256
from multiprocessing.connection import Connection
from pathlib import Path

from benchmarks.distinct import distinct
from benchmarks.memory import high_water
from benchmarks.ours import Kind
from benchmarks.own_process import in_own_process
from benchmarks.pages import set_name
from benchmarks.tables import table
from benchmarks.throughput import sources, write_rows
from newsclean import Cleaner

_MARKS = (0.1, 0.25, 0.5, 1.0)
"""Shares of the pages after which memory is looked at."""


def batches(data: Sequence[Path], *, kinds: Sequence[Kind], workers: Sequence[int], count: int) -> None:
    """Print a table for each data set: peak memory while ``count`` different pages made of it are cleaned.

    A row is the parent of a batch with so many workers, and a digest of its output, or a process that iterates over
    :meth:`newsclean.Cleaner.stream`.
    """
    marks = [round(share * count) for share in _MARKS]
    columns = ("", *(f"MB after {mark:,}" for mark in marks), "SHA-256 of the output")
    for path in data:
        rows = [row for kind in kinds for row in _rows(kind, sources(path, kind), workers, marks)]
        print(f"### {set_name(path)}: {count:,} pages\n\n{table(columns, rows)}\n", flush=True)


def _rows(kind: Kind, pages: Sequence[str], workers: Sequence[int], marks: Sequence[int]) -> Iterator[tuple[str, ...]]:
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        write_rows(source, kind, distinct(pages, marks[-1]))
        for number in workers:
            peaks = in_own_process("a batch", parent_peaks, source, output, number, marks)
            digest = sha256(output.read_bytes()).hexdigest()[:12]
            yield (f"{kind}, batch -j {number}", *(f"{peak:.0f}" for peak in peaks), digest)
    peaks = in_own_process("a stream", stream_peaks, kind, pages, marks)
    yield (f"{kind}, Cleaner.stream", *(f"{peak:.0f}" for peak in peaks), "")


def parent_peaks(source: Path, output: Path, workers: int, marks: Sequence[int], sender: Connection) -> None:
    """The parent's peak memory in MB when a batch has done so many documents."""
    from newsclean.batch import Job, run

    peaks, done = list[float](), 0

    def note(documents: int, failures: int, share: float | None) -> None:
        nonlocal done
        done += documents
        while len(peaks) < len(marks) and done >= marks[len(peaks)]:
            peaks.append(high_water())

    run(Job((str(source),), output), workers=workers, begin="anew", note=note)
    sender.send([*peaks[:-1], high_water()])


def stream_peaks(kind: Kind, pages: Sequence[str], marks: Sequence[int], sender: Connection) -> None:
    """The peak memory in MB of a process that has cleaned so many pages."""
    peaks = []
    for number, _ in enumerate(Cleaner().stream(distinct(pages, marks[-1]), kind=kind), 1):
        if number in marks:
            peaks.append(high_water())
    sender.send(peaks)

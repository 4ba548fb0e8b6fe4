"""Memory does not grow with the input, neither the parent's nor that of whoever iterates over a cleaner's stream."""

from __future__ import annotations

import json
import random
import string
import subprocess
import sys
import time
from pathlib import Path

import pytest
from corpus import HERE, environment, text

from benchmarks.__main__ import main
from benchmarks.batches import stream_peaks
from benchmarks.own_process import in_own_process

PAGES = 1_600
PAGE_CHARS = 60_000
MAX_MB = 150


def resident_mb(process: int) -> float:
    """Memory of a process."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def test_memory_is_bounded_and_flat(tmp_path: Path) -> None:
    letters = "".join(random.Random(1).choices(string.ascii_lowercase + " ", k=PAGE_CHARS))
    with (tmp_path / "in.jsonl").open("w") as file:
        for number in range(PAGES):
            file.write(json.dumps({"id": str(number), "text": f"{number} {letters}"}) + "\n")
    line = [sys.executable, HERE / "driver.py", tmp_path / "in.jsonl", tmp_path / "out.jsonl", tmp_path / "log", "0.001"]
    process = subprocess.Popen(line, env=environment())
    used = []
    while process.poll() is None:
        used.append(resident_mb(process.pid))
        time.sleep(0.02)
    assert process.returncode == 0
    assert (tmp_path / "out.jsonl").stat().st_size > PAGES * PAGE_CHARS
    middle = len(used) // 2
    assert max(used) < MAX_MB
    assert max(used[middle:]) < max(used[:middle]) + 10


def html(number: int) -> str:
    """The same page with markup."""
    return f"<html><body><p>{text(number).replace(chr(10), '</p><p>')}</p></body></html>"


FIRST, ALL, GROWTH_MB = 400, 1_200, 2.5
"""Pages after which a stream may grow no more, pages in all, and what counts as no growth."""


@pytest.mark.parametrize("kind", ["text", "html"])
def test_a_stream_of_pages_does_not_grow(kind: str) -> None:
    pages = [text(number) if kind == "text" else html(number) for number in range(ALL)]
    first, last = in_own_process("a stream", stream_peaks, kind, pages, (FIRST, ALL))
    assert last < first + GROWTH_MB


def test_long_batches_are_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = ({"id": str(number), "html": html(number), "body": text(number)} for number in range(3))
    (tmp_path / "harbour.jsonl").write_text("\n".join(map(json.dumps, rows)))
    options = ["--kinds", "html", "--workers", "1", "2", "--count", "20"]
    assert main(["batches", str(tmp_path / "harbour.jsonl"), *options]) == 0
    found = [line.strip("| ").split(" | ") for line in capsys.readouterr().out.splitlines() if line.startswith("| html")]
    assert [row[0] for row in found] == ["html, batch -j 1", "html, batch -j 2", "html, Cleaner.stream"]
    assert found[0][-1] == found[1][-1]
    assert all(10 < float(peak) < MAX_MB for row in found[:2] for peak in row[1:5])

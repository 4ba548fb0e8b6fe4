"""The parent's memory does not grow with the input."""

from __future__ import annotations

import json
import random
import string
import subprocess
import sys
import time
from pathlib import Path

from corpus import HERE, environment

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

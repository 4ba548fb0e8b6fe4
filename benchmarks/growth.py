"""What newsclean costs to import and start, and how its cost grows with the input."""

from __future__ import annotations

import subprocess
import sys
from statistics import median

from benchmarks.speed import cpu_seconds
from benchmarks.tables import table
from newsclean import Cleaner

IMPORT_RUNS = 5
MEGABYTES = (1, 2, 5, 10)

_STARTS = {
    "import newsclean": "import newsclean",
    "import newsclean, first Cleaner()": "import newsclean; newsclean.Cleaner()",
    "first question to the language detector": (
        "from newsclean.language import LangdetectDetector; LangdetectDetector().detect('Fog closed the port.')"
    ),
    "import trafilatura": "import trafilatura",
}


def start() -> str:
    """A table of the CPU time that imports take, in processes of their own; what is not installed is left out."""
    times = ((name, f"{_start(code) * 1000:.0f}") for name, code in _STARTS.items() if _runs(code))
    return table((f"median of {IMPORT_RUNS} processes", "CPU ms"), times)


def growth() -> str:
    """A table of the CPU time a megabyte, for inputs of several sizes and shapes."""
    clean = Cleaner().clean
    clean(_text(10_000, "\n"), kind="text")
    shapes = {"one line": " ", "many lines": "\n"}
    rows = []
    for shape, between in shapes.items():
        texts = [_text(size * 1_000_000, between) for size in MEGABYTES]
        each = [cpu_seconds(lambda: clean(text, kind="text")) / size for text, size in zip(texts, MEGABYTES, strict=True)]  # noqa: B023
        rows.append((shape, *(f"{seconds * 1000:.0f}" for seconds in each), f"{each[-1] / each[0]:.2f}"))
    head = ("CPU ms per MB", *(f"{size} MB" for size in MEGABYTES), "last / first (1 = linear)")
    return table(head, rows)


def _runs(code: str) -> bool:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def _start(code: str) -> float:
    timed = f"import time; start = time.process_time(); {code}; print(time.process_time() - start)"
    runs = (subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True) for _ in range(IMPORT_RUNS))
    return median(float(run.stdout) for run in runs)


def _text(characters: int, between: str) -> str:
    sentence = "Ship number {} left the harbour on Monday after a week of storms, the port said."
    count = characters // (len(sentence) + len(between) + 3) + 1
    return between.join(sentence.format(number) for number in range(count))

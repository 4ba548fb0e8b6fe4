"""CPU time of newsclean on text, with the language filter on, against trafilatura on the HTML of the same pages."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from time import process_time

from benchmarks.flatten import FLATTENERS
from benchmarks.optional import MissingPackage, need
from benchmarks.pages import Page, load, set_name
from benchmarks.tables import table
from newsclean import Cleaner

WARM_UP = 5
"""Pages run first and not counted: language profiles and lazy imports load there."""

IMPORT_RUNS = 5
MEGABYTES = (1, 2, 5, 10)

_STARTS = {
    "import newsclean": "import newsclean",
    "import newsclean, first Cleaner()": "import newsclean; newsclean.Cleaner()",
    "import trafilatura": "import trafilatura",
}


def speed(data: Sequence[Path], *, limit: int | None) -> None:
    """Print a table of times for each data set, then of the import's cost and of growth with the input."""
    try:
        for path in data:
            pages = load(path, None if limit is None else limit + WARM_UP)
            print(f"### {set_name(path)}: {len(pages[WARM_UP:])} pages\n\n{_against_trafilatura(pages)}\n")
    except MissingPackage as missing:
        print(f"the comparison is left out: {missing}\n")
    starts = ((name, f"{_start(code) * 1000:.0f}") for name, code in _STARTS.items() if _runs(code))
    print(f"### Start, median of {IMPORT_RUNS} processes\n\n{table(('', 'CPU ms'), starts)}\n")
    print(f"### Growth with the input\n\n{_growth()}")


def _against_trafilatura(pages: Sequence[Page]) -> str:
    flatten, extract = FLATTENERS["resiliparse"](), need("trafilatura", "trafilatura").extract
    clean = Cleaner().clean
    theirs: list[float] = []
    flattening: list[float] = []
    ours: list[float] = []
    for number, page in enumerate(pages):
        text = flatten(page.html)
        times = _cpu(lambda: extract(page.html)), _cpu(lambda: flatten(page.html)), _cpu(lambda: clean(text, kind="text"))  # noqa: B023
        if number >= WARM_UP:
            for of, time in zip((theirs, flattening, ours), times, strict=True):
                of.append(time)
    if not ours:
        return f"too few pages: the first {WARM_UP} only warm up"
    both = [one + other for one, other in zip(flattening, ours, strict=True)]
    rows = (
        ("newsclean on text", ours),
        ("resiliparse flattening", flattening),
        ("flattening and newsclean", both),
        ("trafilatura.extract on HTML", theirs),
    )
    head = ("", "median ms", "mean ms", "trafilatura takes (medians)", "(totals)")
    return table(head, (_row(name, times, theirs) for name, times in rows))


def _row(name: str, times: Sequence[float], theirs: Sequence[float]) -> tuple[str, ...]:
    middle, total = median(times), sum(times)
    return (
        name,
        f"{middle * 1000:.2f}",
        f"{total / len(times) * 1000:.2f}",
        f"{median(theirs) / middle:.1f} x",
        f"{sum(theirs) / total:.1f} x",
    )


def _cpu(run: Callable[[], object]) -> float:
    start = process_time()
    run()
    return process_time() - start


def _runs(code: str) -> bool:
    return subprocess.run([sys.executable, "-c", code], capture_output=True, check=False).returncode == 0


def _start(code: str) -> float:
    timed = f"import time; start = time.process_time(); {code}; print(time.process_time() - start)"
    runs = (subprocess.run([sys.executable, "-c", timed], capture_output=True, text=True, check=True) for _ in range(IMPORT_RUNS))
    return median(float(run.stdout) for run in runs)


def _growth() -> str:
    clean = Cleaner().clean
    clean(_text(10_000, "\n"), kind="text")
    shapes = {"one line": " ", "many lines": "\n"}
    rows = []
    for shape, between in shapes.items():
        texts = [_text(size * 1_000_000, between) for size in MEGABYTES]
        each = [_cpu(lambda: clean(text, kind="text")) / size for text, size in zip(texts, MEGABYTES, strict=True)]  # noqa: B023
        rows.append((shape, *(f"{seconds * 1000:.0f}" for seconds in each), f"{each[-1] / each[0]:.2f}"))
    head = ("CPU ms per MB", *(f"{size} MB" for size in MEGABYTES), "last / first (1 = linear)")
    return table(head, rows)


def _text(characters: int, between: str) -> str:
    sentence = "Ship number {} left the harbour on Monday after a week of storms, the port said."
    count = characters // (len(sentence) + len(between) + 3) + 1
    return between.join(sentence.format(number) for number in range(count))

"""The commands that print one kind of table for each data set."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks import confidence, languages, memory, speed
from benchmarks.fixture_gate import measure, raised, read_floors, shortfalls, write_floors
from benchmarks.growth import growth, start
from benchmarks.ours import Kind
from benchmarks.pages import Page, load, set_name
from benchmarks.passes import Setup, left_out, run
from benchmarks.quality import Summary, page_numbers, tables
from benchmarks.tables import share, table


def print_quality(data: Sequence[Path], setup: Setup, *, limit: int | None, jobs: int, json_file: Path | None) -> None:
    """Print the tables of one input; write all numbers, down to the pages, to ``json_file``."""
    print_left_out(setup)
    report: dict[str, Any] = {}
    for name, pages in _sets(data, limit):
        scores = run(pages, setup, jobs)
        summary = Summary(scores)
        print(f"### {heading(name, pages, setup)}\n\n{tables(summary, setup.inputs, pages)}\n")
        settings = {"flatten": setup.flatten, "newsclean": str(setup.ours)}
        report[name] = {**settings, "sets": summary.to_dict(), "pages": page_numbers(pages, scores)}
    if json_file is not None:
        write_json(json_file, report)


def print_languages(data: Sequence[Path], setup: Setup, *, limit: int | None, jobs: int) -> None:
    """Print recall and loss of the language filter."""
    for name, pages in _sets(data, limit):
        found = languages.languages(pages, setup.flatten, setup.ours, jobs)
        print(f"### {heading(name, pages, setup)}\n\n{languages.tables(found)}\n")


def print_confidence(data: Sequence[Path], setup: Setup, *, kind: Kind, limit: int | None, jobs: int) -> None:
    """Print the reliability curve of each set, and of all together."""
    every: list[confidence.Point] = []
    for name, pages in _sets(data, limit):
        points = confidence.points(pages, kind, setup.flatten, setup.ours, jobs)
        every += points
        print(f"### {heading(name, pages, setup)}\n\n{confidence.tables(confidence.numbers(points))}\n")
    if len(data) > 1:
        print(f"### All: {len(every)} pages\n\n{confidence.tables(confidence.numbers(every))}\n")


def print_speed(data: Sequence[Path], setup: Setup, *, limit: int | None) -> None:
    """Print times for each set, then of the import's cost and of growth with the input."""
    print_left_out(setup)
    for name, pages in _sets(data, None if limit is None else limit + speed.WARM_UP):
        times = speed.speed(pages, setup.flatten, setup.ours, setup.peers)
        timed = pages[speed.WARM_UP :]
        print(f"### {heading(name, timed, setup)}\n\n{speed.tables(speed.numbers(times)) if timed else _TOO_FEW}\n")
    print(f"### Start\n\n{start()}\n")
    print(f"### Growth with the input\n\n{growth()}")


def print_memory(data: Sequence[Path], setup: Setup, *, limit: int | None) -> None:
    """Print peak memory for each set."""
    print_left_out(setup)
    for name, pages in _sets(data, limit):
        found = memory.memory(pages, setup.flatten, setup.ours, setup.peers)
        print(f"### {heading(name, pages, setup)}\n\n{memory.tables(found)}\n")


def gate(raise_floors: bool) -> int:
    """Print newsclean's numbers on its own fixtures beside their floors; 1 if one is below.

    :param raise_floors: pin the numbers that are above their floor
    """
    measured, floors = measure(), read_floors()
    if raise_floors:
        floors = raised(measured, floors)
        write_floors(floors)
    rows = ((name, share(value), share(floors[name]) if name in floors else "") for name, value in measured.items())
    print(table(("", "now", "floor"), rows))
    short = shortfalls(measured, floors)
    print("".join(f"\n{problem}" for problem in short))
    return int(bool(short))


def print_left_out(setup: Setup) -> None:
    """Name the programs that cannot run."""
    for name, reason in left_out(setup).items():
        print(f"{name} is left out: {reason}\n")


def heading(name: str, pages: Sequence[Page], setup: Setup) -> str:
    """A set's heading.

    >>> heading("harbour", [], Setup(("text",)))
    'harbour: 0 pages, flattened by resiliparse, preset balanced'
    """
    flattened = f"flattened by {setup.flatten}, " if "text" in setup.inputs else ""
    return f"{name}: {len(pages)} pages, {flattened}{setup.ours}"


def write_json(file: Path, value: Any) -> None:
    """Write plain types as JSON."""
    file.write_text(json.dumps(value, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


_TOO_FEW = f"too few pages: the first {speed.WARM_UP} only warm up"


def _sets(data: Sequence[Path], limit: int | None) -> Iterator[tuple[str, list[Page]]]:
    """Each set with its pages; one without any is named and passed over."""
    for path in data:
        pages = load(path, limit)
        if pages:
            yield set_name(path), pages
        else:
            print(f"{path}: no pages\n")

"""Everything about the sets in one folder.

``report.md``, ``report.json``, a plot of quality against speed for each set, and ``rules.md`` with what each rule did on text.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from platform import machine, python_version
from typing import Any, get_args

from benchmarks import confidence, flatteners, languages, memory, speed
from benchmarks.commands import heading, write_json
from benchmarks.flatten import AS_IT_IS
from benchmarks.growth import growth, start
from benchmarks.ours import Kind
from benchmarks.pages import Page, load, set_name
from benchmarks.passes import Setup, left_out, run
from benchmarks.peers import OURS
from benchmarks.plot import Dot, plot
from benchmarks.quality import Summary, page_numbers, tables
from benchmarks.rules import rules

_PACKAGES = (
    "trafilatura", "resiliparse", "readability-lxml", "newspaper4k", "news-please", "goose3", "boilerpy3", "jusText",
    "beautifulsoup4", "inscriptis", "langdetect",
)  # fmt: skip

MEMORY_PAGES = 200
"""Pages of a set that memory is measured on: it is the peak that counts, and each program has to run again for it."""

SPEED_PAGES = 200
"""Pages of a set that are timed, one program after the other and alone on the machine."""


def report(data: Sequence[Path], setup: Setup, folder: Path, *, limit: int | None, jobs: int) -> None:
    """Measure all sets and write the folder.

    :param jobs: processes for quality; time and memory are measured alone
    """
    folder.mkdir(parents=True, exist_ok=True)
    parts = [_about(setup)]
    numbers: dict[str, Any] = {"flatten": setup.flatten, "newsclean": str(setup.ours), "versions": _versions(), "sets": {}}
    every: dict[Kind, list[confidence.Point]] = {"text": [], "html": []}
    for path in data:
        name, pages = set_name(path), load(path, limit)
        if not pages:
            parts.append(f"## {name}\n\nNo pages.")
            continue
        found, text, points = _set(name, pages, setup, folder, jobs)
        numbers["sets"][name] = found
        parts.append(text)
        for kind, found_points in points.items():
            every[kind] += found_points
        _write(folder, parts, numbers)  # so that a long run that is stopped leaves the sets it has done
    numbers["confidence"] = {kind: confidence.numbers(of) for kind, of in every.items() if of}
    parts += [f"## Confidence, all sets, input: {kind}\n\n{confidence.tables(of)}" for kind, of in numbers["confidence"].items()]
    parts.append(f"## Start\n\n{start()}\n\n## Growth with the input\n\n{growth()}")
    _write(folder, parts, numbers)
    tallies = rules(data, kind="text", flatten=setup.flatten, ours=setup.ours, limit=limit)
    (folder / "rules.md").write_text(f"# What each rule did\n\n{tallies}\n", encoding="utf-8")
    print(folder / "report.md")


def _write(folder: Path, parts: Sequence[str], numbers: dict[str, Any]) -> None:
    (folder / "report.md").write_text("\n\n".join(parts) + "\n", encoding="utf-8")
    write_json(folder / "report.json", numbers)


def _set(
    name: str, pages: Sequence[Page], setup: Setup, folder: Path, jobs: int
) -> tuple[dict[str, Any], str, dict[Kind, list[confidence.Point]]]:
    """One set: its numbers, its part of the report, and the points of its reliability curves."""
    _say(f"{name}: quality of {len(pages)} pages")
    scores = run(pages, setup, jobs)
    summary = Summary(scores)
    numbers: dict[str, Any] = {"quality": summary.to_dict(), "pages": page_numbers(pages, scores)}
    parts = [f"## {heading(name, pages, setup)}", tables(summary, setup.inputs, pages)]
    if summary.has_bodies and setup.flatten != AS_IT_IS:
        numbers["flatteners"] = flatteners.flatteners(pages, setup, jobs)
        parts.append(f"### newsclean by flattener\n\n{flatteners.tables(numbers['flatteners'])}")
    _say(f"{name}: speed")
    times = speed.speed(pages[: SPEED_PAGES + speed.WARM_UP], setup.flatten, setup.ours, setup.peers)
    points: dict[Kind, list[confidence.Point]] = {}
    if times:
        numbers["speed"] = speed.numbers(times)
        parts.append(f"### CPU time\n\n{speed.tables(numbers['speed'])}")
    if times and summary.has_bodies:
        image = f"{name}.svg"
        (folder / image).write_text(plot(f"{name}: quality against speed", _dots(summary, numbers["speed"])), encoding="utf-8")
        parts.append(f"![Quality against speed]({image})")
    _say(f"{name}: memory")
    numbers["memory"] = memory.memory(pages[:MEMORY_PAGES], setup.flatten, setup.ours, setup.peers)
    parts.append(f"### Peak memory\n\n{memory.tables(numbers['memory'])}")
    if summary.has_bodies:
        _say(f"{name}: foreign blocks, confidence")
        numbers["languages"] = languages.languages(pages, setup.flatten, setup.ours, jobs)
        parts.append(f"### Foreign blocks\n\n{languages.tables(numbers['languages'])}")
        kinds: list[Kind] = [kind for kind in get_args(Kind) if (kind, OURS) in scores]
        points = {kind: confidence.points(pages, kind, setup.flatten, setup.ours, jobs) for kind in kinds}
        numbers["confidence"] = {kind: confidence.numbers(of) for kind, of in points.items()}
        parts += [f"### Confidence, input: {kind}\n\n{confidence.tables(of)}" for kind, of in numbers["confidence"].items()]
    return numbers, "\n\n".join(parts), points


def _dots(summary: Summary, times: dict[str, Any]) -> list[Dot]:
    return [
        Dot(name, kind, times[kind][name]["median_ms"], found.f1)
        for (kind, name), found in summary.means.items()
        if name in times.get(kind, {})
    ]


def _about(setup: Setup) -> str:
    versions = ", ".join(f"{name} {number}" for name, number in _versions().items())
    missing = "".join(f"\n- {name} is left out: {reason}" for name, reason in left_out(setup).items())
    return f"# newsclean and its peers\n\nPython {python_version()} on {machine()}: {versions}.{missing and chr(10)}{missing}"


def _versions() -> dict[str, str]:
    """Of the packages that are installed."""
    found = {}
    for name in _PACKAGES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found


def _say(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)

"""CPU time: every program on the same pages in one loop, so that all meet the same machine; trafilatura is the measure.

newsclean runs whole, with its language filter on. What the programs hold after the warm-up is hidden from the garbage
collector, so that none pays for walking through what another has loaded.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from statistics import median
from time import process_time
from typing import Any

from benchmarks.flatten import FLATTENERS
from benchmarks.ours import Ours
from benchmarks.pages import Page
from benchmarks.passes import attempt, available
from benchmarks.peers import OURS, TRAFILATURA, Builders, html_builders, text_builders, trafilatura_html
from benchmarks.quiet import quiet
from benchmarks.tables import table
from newsclean.language import LangdetectDetector

WARM_UP = 5
"""Pages run first and not counted: lazy imports load there."""

_WARM_UP_TEXT = "Fog closed the port."

Key = tuple[str, str]
"""The input and the program, as in a pass over the pages."""

FLATTENING: Key = ("html", "(flattening alone)")

METADATA_TOO = "trafilatura, metadata too"
"""What newsclean does with HTML in any case; the name of a program that is timed here, and not scored."""

Times = Mapping[Key, Sequence[float]]
"""CPU seconds of each page."""


@quiet()
def speed(pages: Sequence[Page], flatten: str, ours: Ours, peers: Sequence[str] = ()) -> dict[Key, list[float]]:
    """CPU seconds of each page after the first few, by program; flattening is timed on its own.

    :param peers: names; all that are available where empty, and trafilatura in any case where it is installed
    """
    flattened = FLATTENERS[flatten]()
    texts = available(text_builders(ours), peers)[0]
    builders: Builders = {**html_builders(ours), METADATA_TOO: partial(trafilatura_html.build, with_metadata=True)}
    htmls = available(builders, (*peers, TRAFILATURA, METADATA_TOO) if peers else ())[0]
    times: dict[Key, list[float]] = {
        FLATTENING: [],
        **{("text", name): [] for name in texts},
        **{("html", name): [] for name in htmls},
    }
    LangdetectDetector().detect(_WARM_UP_TEXT)  # its profiles load once; a page that needs them may come late
    for number, page in enumerate(replace(page, title_first=False) for page in pages):  # no peer pays for a title
        if number == WARM_UP:
            gc.collect()
            gc.freeze()
        text = flattened(page.html)
        seconds = {FLATTENING: cpu_seconds(lambda: flattened(page.html))}  # noqa: B023
        for kind, programs, source in (("text", texts, text), ("html", htmls, page.html)):
            for name, peer in programs.items():
                seconds[kind, name] = cpu_seconds(lambda: attempt(peer, source, page))  # noqa: B023
        if number >= WARM_UP:
            for key, value in seconds.items():
                times[key].append(value)
    gc.unfreeze()
    return {key: of for key, of in times.items() if of}


def numbers(times: Times) -> dict[str, Any]:
    """Plain types, by input and program: milliseconds, and what trafilatura takes for the same pages, as a multiple."""
    measure = times.get(("html", TRAFILATURA))
    found: dict[str, Any] = {}
    for (kind, name), seconds in times.items():
        entry: dict[str, float] = {
            "median_ms": round(median(seconds) * 1000, 3),
            "mean_ms": round(sum(seconds) / len(seconds) * 1000, 3),
        }
        if measure is not None:
            entry["trafilatura_medians"] = round(_ratio(median(measure), median(seconds)), 3)
            entry["trafilatura_totals"] = round(_ratio(sum(measure), sum(seconds)), 3)
            entry["trafilatura_pages"] = round(median(map(_ratio, measure, seconds)), 3)
        found.setdefault(kind, {})[name] = entry
    return found


def tables(found: Mapping[str, Any]) -> str:
    """A row a program, the quickest first; the ratios say how many times as long trafilatura takes."""
    head = ("", "input", "median ms", "mean ms", "trafilatura takes (medians)", "(totals)", "(median of the pages' ratios)")
    entries = [(name, kind, entry) for kind, of in found.items() for name, entry in of.items()]
    rows = (
        (
            f"**{name}**" if name == OURS else name,
            kind,
            f"{entry['median_ms']:.2f}",
            f"{entry['mean_ms']:.2f}",
            *(
                f"{entry[ratio]:.1f} x" if ratio in entry else ""
                for ratio in ("trafilatura_medians", "trafilatura_totals", "trafilatura_pages")
            ),
        )
        for name, kind, entry in sorted(entries, key=lambda entry: entry[2]["median_ms"])
    )
    return table(head, rows)


def cpu_seconds(run: Callable[[], object]) -> float:
    """The CPU time that a call takes in this process."""
    start = process_time()
    run()
    return process_time() - start


def _ratio(one: float, other: float) -> float:
    return one / max(other, 1e-9)

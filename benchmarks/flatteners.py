"""Does newsclean depend on what flattened the page? The same pages flattened in several ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from benchmarks.errors import Unavailable
from benchmarks.flatten import AS_IT_IS, FLATTENERS
from benchmarks.intervals import Resamples, interval
from benchmarks.pages import Page
from benchmarks.passes import Setup, run
from benchmarks.peers import OURS
from benchmarks.quality import between
from benchmarks.scores import means, shingle_scores
from benchmarks.tables import share, signed, table


def flatteners(pages: Sequence[Page], setup: Setup, jobs: int) -> dict[str, Any]:
    """newsclean's numbers by flattener, with the paired difference from the setup's own; one not installed is left out."""
    scored = {}
    for name in (setup.flatten, *(other for other in FLATTENERS if other not in (setup.flatten, AS_IT_IS))):
        try:
            scored[name] = run(pages, replace(setup, inputs=("text",), flatten=name, peers=(OURS,)), jobs)["text", OURS]
        except Unavailable:
            continue
    shingles = {name: shingle_scores(scores) for name, scores in scored.items()}
    resamples = Resamples(len(shingles[setup.flatten]))
    draws = {name: resamples.f1(scores) for name, scores in shingles.items()}
    base = means(scored[setup.flatten]).f1
    found = {}
    for name, scores in scored.items():
        numbers = means(scores)
        ends = interval([one - two for one, two in zip(draws[name], draws[setup.flatten], strict=True)])
        difference = {"difference": round(numbers.f1 - base, 4), "difference_interval": [round(end, 4) for end in ends]}
        found[name] = numbers.to_dict() | difference
    return found


def tables(found: Mapping[str, Any]) -> str:
    """A row a flattener."""
    head = ("", "F1", "precision", "recall", "difference", "95% interval")
    rows = (
        (
            name,
            *(share(numbers[key]) for key in ("f1", "precision", "recall")),
            signed(numbers["difference"]),
            between(numbers["difference_interval"], signed),
        )
        for name, numbers in found.items()
    )
    return table(head, rows)

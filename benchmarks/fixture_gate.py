"""newsclean on its own fixtures against pinned floors, so that no change makes it worse unseen. Floors only go up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import floor
from pathlib import Path

from benchmarks import confidence, languages
from benchmarks.flatten import AS_IT_IS
from benchmarks.ours import Ours
from benchmarks.pages import load
from benchmarks.passes import Setup, run
from benchmarks.scores import means

FIXTURES = Path(__file__).parent.parent / "fixtures"
FLOORS = Path(__file__).with_name("floors.json")

_PEER = "best run (BTE)"

Numbers = Mapping[str, float]
"""By name; more is better."""


def measure() -> dict[str, float]:
    """newsclean's numbers on the fixtures, those known to fail included."""
    pages = load(FIXTURES)
    scores = run(pages, Setup(("text",), flatten=AS_IT_IS, peers=(_PEER,)))
    ours, theirs = means(scores["text", "newsclean"]), means(scores["text", _PEER])
    found = languages.languages(pages, AS_IT_IS, Ours())
    curve = confidence.numbers(confidence.points(pages, "text", AS_IT_IS, Ours()))
    return {
        "F1": ours.f1,
        "ROUGE-LSum": ours.rouge_lsum,
        "F1 above the best peer's": ours.f1 - theirs.f1,
        "exact pages": sum(score.words == 1.0 for score in scores["text", "newsclean"]) / len(pages),
        "foreign blocks found in bodies": found["all"]["body_long"]["recall"] or 0.0,
        "foreign blocks found on pages": found["all"]["page_long"]["recall"] or 0.0,
        "body kept by the language filter": 1.0 - found["all"]["loss"],
        "F1 of confident articles": curve["confident_f1"] or 0.0,
    }


def shortfalls(measured: Numbers, floors: Numbers) -> list[str]:
    """What is below its floor, or without one.

    >>> shortfalls({"F1": 0.91, "speed": 1.0}, {"F1": 0.92})
    ['F1 is 0.910, below its floor 0.920', 'speed has no floor: python -m benchmarks gate --raise']
    """
    problems = []
    for name, value in measured.items():
        if name not in floors:
            problems.append(f"{name} has no floor: python -m benchmarks gate --raise")
        elif value < floors[name]:
            problems.append(f"{name} is {value:.3f}, below its floor {floors[name]:.3f}")
    return problems


def raised(measured: Numbers, floors: Numbers) -> dict[str, float]:
    """The floors, each at what was measured where that is higher, cut to three digits.

    >>> raised({"F1": 0.9359, "recall": 0.5}, {"F1": 0.92, "recall": 0.8})
    {'F1': 0.935, 'recall': 0.8}
    """
    return {name: max(floor(value * 1000) / 1000, floors.get(name, 0.0)) for name, value in measured.items()}


def read_floors() -> dict[str, float]:
    """The pinned floors."""
    return {name: float(value) for name, value in json.loads(FLOORS.read_text(encoding="utf-8")).items()}


def write_floors(floors: Numbers) -> None:
    """Pin floors."""
    FLOORS.write_text(json.dumps(floors, indent=1) + "\n", encoding="utf-8")

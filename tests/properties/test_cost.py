"""Cost grows linearly with the input."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from strategies import ENGLISH

from newsclean import Cleaner

CLEANER = Cleaner()
_NOISE = 0.08
"""Seconds of CPU under which a measurement says nothing."""

_MOST = 8.0
"""Growth of cost allowed for four times the input: 4 is linear, 16 quadratic."""

_QUESTION = "Will ferry {} sail again in May, as the harbour council promised, or in June?"
_ANNOUNCEMENT = "The harbour council said of ferry number {} that it would sail again in May:"
_INDONESIAN = "Para petani di desa kini menjual {} ikat sayuran langsung ke sekolah yang tidak jauh dari kebun."
_THREAD = ("Join the conversation", "2 hours ago", "Reply", "Nonsense, said {}")
_PROSE = [
    sentence.format(name=name, place=place, n=12)
    for sentence in ENGLISH.sentences
    for name in ENGLISH.names
    for place in ENGLISH.places
]

ONE_LINE: dict[str, tuple[int, Callable[[int], str]]] = {
    "prose": (500_000, lambda size: " ".join(_PROSE * (size // 40_000 + 1))[:size]),
    "no space": (2_000_000, lambda size: "a" * size),
    "spaces": (2_000_000, lambda size: "a" + " " * size + "b"),
    "digits": (1_000_000, lambda size: "12,345." * (size // 7)),
    "dividers": (1_000_000, lambda size: "a | " * (size // 4)),
    "quotes": (1_000_000, lambda size: "“" * size),
    "full stops": (1_000_000, lambda size: "." * size),
    "hyphens": (1_000_000, lambda size: "- " * (size // 2)),
    "han": (500_000, lambda size: "船が港を出た。" * (size // 7)),
    "accents": (500_000, lambda size: "e\u0301" * (size // 2)),
    "brackets": (500_000, lambda size: "(" * size),
    "tags": (500_000, lambda size: "#ferry " * (size // 7)),
}
MANY_LINES: dict[str, tuple[int, Callable[[int], list[str]]]] = {
    "prose": (500, lambda size: [f"{_PROSE[n % len(_PROSE)]} {n}." for n in range(size)]),
    "the same line": (1_000, lambda size: [_PROSE[0]] * size),
    "headlines": (800, lambda size: [f"Bus drivers of line {n} accept the new rota" for n in range(size)]),
    "questions": (60, lambda size: [_QUESTION.format(n) for n in range(size)]),
    "colons": (300, lambda size: [_ANNOUNCEMENT.format(n) for n in range(size)]),
    "list headings": (800, lambda size: [f"Most read {n}" if n % 2 else "Most read" for n in range(size)]),
    "comments": (800, lambda size: [_THREAD[n % 4].format(n) for n in range(size)]),
    "tags": (800, lambda size: ["Tags:" if n % 9 == 0 else f"Ferry {n}" for n in range(size)]),
    "dates": (500, lambda size: [f"{n % 28 + 1} March 2024" for n in range(size)]),
    "datelines": (300, lambda size: [f"ALMVIK – {_PROSE[n % len(_PROSE)]} {n}." for n in range(size)]),
    "bylines": (500, lambda size: [f"By Ida Moreau and Karel Voss {n}" for n in range(size)]),
    "names": (500, lambda size: ["Ida Moreau" if n % 2 else f"{_PROSE[n % len(_PROSE)]} {n}." for n in range(size)]),
    "two languages": (
        300,
        lambda size: [f"{_PROSE[n % len(_PROSE)]} {n}." if n % 3 else _INDONESIAN.format(n) for n in range(size)],
    ),
    "numbers": (800, lambda size: [f"{n}   {n + 1}   0" for n in range(size)]),
    "controls": (2_000, lambda size: ["\x00\x0b\x0c"] * size),
}  # fmt: skip


def cost(source: str) -> float:
    """CPU seconds of one cleaning: the best of three, or the first that is long enough."""
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        CLEANER.clean(source, kind="text")
        best = min(best, time.process_time() - start)
        if best > 1.0:
            break
    return best


def assert_linear(make: Callable[[int], str], size: int) -> None:
    """Twice and four times the input cost about twice and four times as much."""
    CLEANER.clean(make(min(size, 100)), kind="text")
    base = max(cost(make(size)), _NOISE / 4)
    double, fourfold = cost(make(size * 2)), cost(make(size * 4))
    if fourfold > _NOISE:
        assert fourfold < _MOST * base, f"{base:.3f} s, {double:.3f} s for twice the input, {fourfold:.3f} s for four times"


@pytest.mark.parametrize("shape", ONE_LINE)
def test_one_line_costs_in_proportion(shape: str) -> None:
    size, make = ONE_LINE[shape]
    assert_linear(make, size)


@pytest.mark.parametrize("shape", MANY_LINES)
@pytest.mark.parametrize("gap", ["\n", "\n\n"], ids=["lines", "paragraphs"])
def test_many_lines_cost_in_proportion(shape: str, gap: str) -> None:
    size, make = MANY_LINES[shape]
    assert_linear(lambda count: gap.join(make(count)), size)

"""Quality against speed as an SVG image."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import NamedTuple
from xml.sax.saxutils import escape

from benchmarks.peers import OURS

WIDTH, HEIGHT = 860, 520
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 30, 60, 60
_LABEL_HEIGHT = 14
_LABEL_CHARS = 6.8
"""Pixels of a character at the labels' size."""

_QUICKEST = 0.1
"""Milliseconds: what takes less stands at the left edge, or nothing else would have room."""

_COLOURS = {"text": "#c2410c", "html": "#1d4ed8", "residue": "#15803d"}
_FONT = "font-family='sans-serif'"


class Dot(NamedTuple):
    """A program: milliseconds of CPU a page, F1, and the input it takes."""

    name: str
    kind: str
    milliseconds: float
    f1: float


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        return self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom


def plot(title: str, dots: Sequence[Dot]) -> str:
    """The image: time on a logarithmic axis, F1 upwards; the best stands at the upper left.

    :param dots: at least one
    """
    scale = _Scale(dots)
    places = [(dot, scale.x(dot.milliseconds), scale.y(dot.f1)) for dot in sorted(dots, key=lambda dot: (-dot.f1, dot.name))]
    taken = [_Box(x - 6, y - 6, x + 6, y + 6) for _, x, y in places]
    parts = [*_frame(title, scale), *_legend({dot.kind for dot in dots})]
    for dot, x, y in places:
        colour = _COLOURS.get(dot.kind, "#444")
        at, base, anchor = _label_place(dot.name, x, y, taken)
        style = f"font-size='12' fill='{colour}' text-anchor='{anchor}' {_FONT}"
        weight = " font-weight='bold'" if dot.name == OURS else ""
        parts.append(_mark(dot.kind, x, y, colour))
        parts.append(f"<text x='{at:.1f}' y='{base:.1f}' {style}{weight}>{escape(dot.name)}</text>")
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{HEIGHT}' viewBox='0 0 {WIDTH} {HEIGHT}'>\n"
        f"<rect width='{WIDTH}' height='{HEIGHT}' fill='#fff'/>\n" + "\n".join(parts) + "\n</svg>\n"
    )


class _Scale:
    """Places on the image for times and F1."""

    def __init__(self, dots: Sequence[Dot]) -> None:
        times = [max(dot.milliseconds, _QUICKEST) for dot in dots]
        self.decades = range(floor(log10(min(times))), max(ceil(log10(max(times))), floor(log10(min(times))) + 1) + 1)
        low, high = min(dot.f1 for dot in dots), max(dot.f1 for dot in dots)
        self.low, self.high = max(0.0, floor(low * 20 - 0.2) / 20), min(1.0, ceil(high * 20 + 0.2) / 20)

    def x(self, milliseconds: float) -> float:
        share = (log10(max(milliseconds, _QUICKEST)) - self.decades[0]) / (self.decades[-1] - self.decades[0])
        return _LEFT + share * (WIDTH - _LEFT - _RIGHT)

    def y(self, f1: float) -> float:
        return HEIGHT - _BOTTOM - (f1 - self.low) / (self.high - self.low) * (HEIGHT - _TOP - _BOTTOM)


def _frame(title: str, scale: _Scale) -> list[str]:
    """Title, axes and grid."""
    bottom, right = HEIGHT - _BOTTOM, WIDTH - _RIGHT
    parts = [f"<text x='{_LEFT}' y='24' font-size='16' {_FONT}>{escape(title)}</text>"]
    for decade in scale.decades:
        x = scale.x(10.0**decade)
        parts.append(f"<line x1='{x:.1f}' y1='{_TOP}' x2='{x:.1f}' y2='{bottom}' stroke='#ddd'/>")
        parts.append(f"<text x='{x:.1f}' y='{bottom + 18}' font-size='12' text-anchor='middle' {_FONT}>{10.0**decade:g}</text>")
    for step in range(round(scale.low * 20), round(scale.high * 20) + 1):
        y = scale.y(step / 20)
        parts.append(f"<line x1='{_LEFT}' y1='{y:.1f}' x2='{right}' y2='{y:.1f}' stroke='#ddd'/>")
        parts.append(f"<text x='{_LEFT - 8}' y='{y + 4:.1f}' font-size='12' text-anchor='end' {_FONT}>{step / 20:.2f}</text>")
    style = f"font-size='13' text-anchor='middle' {_FONT}"
    across, up = (_LEFT + right) / 2, (_TOP + bottom) / 2
    parts.append(f"<text x='{across}' y='{bottom + 42}' {style}>CPU ms a page (median)</text>")
    parts.append(f"<text x='20' y='{up}' transform='rotate(-90 20 {up})' {style}>F1 of the body</text>")
    return parts


def _legend(kinds: set[str]) -> list[str]:
    parts = []
    for number, kind in enumerate(sorted(kinds)):
        x = _LEFT + 8 + number * 100
        parts.append(_mark(kind, x, 44, _COLOURS.get(kind, "#444")))
        parts.append(f"<text x='{x + 10}' y='48' font-size='12' {_FONT}>{escape(kind)} in</text>")
    return parts


def _mark(kind: str, x: float, y: float, colour: str) -> str:
    """A disc for text, a square for HTML: the colour alone does not tell everyone."""
    if kind == "html":
        return f"<rect x='{x - 5:.1f}' y='{y - 5:.1f}' width='10' height='10' fill='{colour}'/>"
    return f"<circle cx='{x:.1f}' cy='{y:.1f}' r='5.5' fill='{colour}'/>"


def _label_place(text: str, x: float, y: float, taken: list[_Box]) -> tuple[float, float, str]:
    """Where a label overlaps nothing yet: right, left, above or below its dot, then further away; it is then taken.

    :return: x, y and which part of the text stands at x, as SVG names it
    """
    width = len(text) * _LABEL_CHARS
    for away in range(6):
        shift = away * _LABEL_HEIGHT
        for at, base, anchor in (
            (x + 9, y + 4 - shift, "start"),
            (x + 9, y + 4 + shift, "start"),
            (x - 9, y + 4 - shift, "end"),
            (x - 9, y + 4 + shift, "end"),
            (x, y - 9 - shift, "middle"),
            (x, y + 18 + shift, "middle"),
        ):
            left = at - {"start": 0.0, "end": width, "middle": width / 2}[anchor]
            box = _Box(left, base - 10, left + width, base + 3)
            inside = box.left >= _LEFT and box.right <= WIDTH and box.top >= _TOP - 10 and box.bottom <= HEIGHT - _BOTTOM + 4
            if inside and not any(box.meets(other) for other in taken):
                taken.append(box)
                return at, base, anchor
    return x + 9, y + 4, "start"

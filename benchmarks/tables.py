"""Markdown tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table whose first column is text and whose others are numbers.

    >>> print(table(("", "F1"), [("a|b", ".900")]))
    |  | F1 |
    |---|---:|
    | a\\|b | .900 |
    """
    rule = "|---|" + "---:|" * (len(head) - 1)
    return "\n".join((_row(head), rule, *map(_row, rows)))


def share(value: float) -> str:
    """A number from -1 to 1 with three digits.

    >>> share(0.9371), share(1.0), share(-0.02)
    ('.937', '1.000', '-.020')
    """
    return f"{value:.3f}".replace("0.", ".", 1)


def signed(value: float) -> str:
    """The same with its sign.

    >>> signed(0.0312)
    '+.031'
    """
    return f"{value:+.3f}".replace("0.", ".", 1)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"

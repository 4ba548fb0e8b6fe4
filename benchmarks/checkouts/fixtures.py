"""newsclean's own fixtures: pages of text, the role of each line in a JSON file beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.checkouts.truth import read_json

SETS = "newsclean's fixtures"
EXPECTED = "folders with SLUG.txt and SLUG.expected.json"

_ANSWER = ".expected.json"


def find(root: Path) -> Path | None:
    """The folder, if it holds at least one page with its answer."""
    return root if any(_page(path).is_file() for path in root.glob(f"*/*{_ANSWER}")) else None


def rows(root: Path) -> Iterator[dict[str, Any]]:
    """The pages by language and name; one without an answer is a clean article, so all of it is its body."""
    for (language, name), path in sorted((_name(path), path) for path in root.glob("*/*.txt")):
        source = path.read_text(encoding="utf-8")
        lines = source.splitlines()
        answer = path.with_suffix(_ANSWER)
        numbers = _body(read_json(answer)) if answer.is_file() else range(1, len(lines) + 1)
        body = (lines[number - 1].strip() for number in numbers)
        yield {
            "id": f"{language}/{name}",
            "lang": language,
            "html": source,
            "body": "\n".join(filter(None, body)),
        }


def _name(path: Path) -> tuple[str, str]:
    """The language and name of a page. Those that newsclean gets wrong stand together; a page keeps its place among the others.

    >>> _name(Path("de/ferry.txt")), _name(Path("known-failures/de-ferry.txt"))
    (('de', 'ferry'), ('de', 'ferry'))
    """
    if len(path.parent.name) == 2:
        return path.parent.name, path.stem
    language, _, name = path.stem.partition("-")
    return language, name


def _body(answer: dict[str, Any]) -> Iterator[int]:
    """The numbers of the body's lines, from ``{"1-3": "navigation", "4": "body"}``."""
    for numbers, role in answer["lines"].items():
        first, _, last = numbers.partition("-")
        if role == "body":
            yield from range(int(first), int(last or first) + 1)


def _page(answer: Path) -> Path:
    return answer.with_name(answer.name.removesuffix(_ANSWER) + ".txt")

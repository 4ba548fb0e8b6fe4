"""newsclean's own fixtures: pages of text, the role of each line in a JSON file beside them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.checkouts.truth import read_json

SETS = "newsclean's fixtures"
EXPECTED = "folders with SLUG.txt and SLUG.expected.json"

ANSWER = ".expected.json"


def find(root: Path) -> Path | None:
    """The folder, if it holds at least one page with its answer."""
    return root if any(page_of(path).is_file() for path in root.glob(f"*/*{ANSWER}")) else None


def rows(root: Path) -> Iterator[dict[str, Any]]:
    """The pages by language and name; one without an answer is a clean article, so all of it is its body."""
    for (language, name), path in sorted((_name(path), path) for path in root.glob("*/*.txt")):
        source = path.read_text(encoding="utf-8")
        lines = source.splitlines()
        answer = path.with_suffix(ANSWER)
        stated = roles(read_json(answer)) if answer.is_file() else dict.fromkeys(range(1, len(lines) + 1), "body")
        body = (lines[number - 1].strip() for number, role in stated.items() if role == "body")
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


def roles(answer: dict[str, Any]) -> dict[int, str]:
    """The roles of a page's lines by number, from ``{"1-3": "navigation", "4": "body"}``; none where the answer has no lines.

    >>> roles({"lines": {"1-2": "navigation", "4": "body"}})
    {1: 'navigation', 2: 'navigation', 4: 'body'}
    """
    edges = {numbers.partition("-")[::2]: role for numbers, role in answer.get("lines", {}).items()}
    return {number: role for (first, last), role in edges.items() for number in range(int(first), int(last or first) + 1)}


def page_of(answer: Path) -> Path:
    """The page that an answer is about."""
    return answer.with_name(answer.name.removesuffix(ANSWER) + ".txt")

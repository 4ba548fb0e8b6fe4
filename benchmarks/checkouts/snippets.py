"""trafilatura's evaluation: a Python or JSON file that lists snippets by URL, and HTML files in several folders."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.checkouts.html_files import HtmlFiles, read_html, report_missing
from benchmarks.checkouts.truth import read_json
from benchmarks.errors import DataError

SETS = "trafilatura's evaluation"
EXPECTED = "tests/evaldata.py with EVAL_PAGES or tests/evaldata.json, and HTML files below tests"

_FILES = ("evaldata.py", "evaldata.json")
_VARIABLE = "EVAL_PAGES"


def find(root: Path) -> Path | None:
    """The list of snippets."""
    return next((path for name in _FILES for path in (root / name, root / "tests" / name) if path.is_file()), None)


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The pages in the order of the list, without bodies.

    :raises DataError: the list cannot be read, or no page has HTML
    """
    files = HtmlFiles(path.parent)
    missing, found = [], 0
    for url, entry in _pages(path).items():
        page = files.of(str(entry.get("file") or url), path.parent)
        if page is None:
            missing.append(url)
            continue
        found += 1
        yield {
            "id": page.name,
            "url": url,
            "html": read_html(page),
            "with_": [text for text in entry.get("with") or () if text],
            "without": [text for text in entry.get("without") or () if text],
        }
    report_missing(path, missing, found)


def _pages(path: Path) -> dict[str, dict[str, Any]]:
    """The list, read without running the file."""
    pages = read_json(path) if path.suffix == ".json" else _literal(path)
    if not isinstance(pages, dict):
        raise DataError(f"{path}: no {_VARIABLE} = {{url: {{'file': …, 'with': […], 'without': […]}}}}")
    return {str(url): entry for url, entry in pages.items() if isinstance(entry, dict)}


def _literal(path: Path) -> Any:
    """What the variable is set to, or None."""
    try:
        values = (_assigned(node) for node in ast.parse(path.read_text(encoding="utf-8")).body)
        return next((ast.literal_eval(value) for value in values if value is not None), None)
    except (SyntaxError, ValueError) as error:
        raise DataError(f"{path}: {_VARIABLE} is no plain literal ({error})") from error


def _assigned(node: ast.stmt) -> ast.expr | None:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
    named = any(isinstance(target, ast.Name) and target.id == _VARIABLE for target in targets)
    return node.value if named and isinstance(node, (ast.Assign, ast.AnnAssign)) else None

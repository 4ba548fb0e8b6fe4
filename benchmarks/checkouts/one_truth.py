"""Sets with one JSON file of annotations for all pages, by page, and a folder of HTML files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks.checkouts.html_files import HtmlFiles, read_html, report_missing, stem
from benchmarks.checkouts.truth import file_name, has_body, is_article, read_json, row
from benchmarks.errors import DataError

SETS = "article-extraction-benchmark, fundus-evaluation, article-extraction-dataset"
EXPECTED = "ground-truth.json or ground_truth.json beside a folder of HTML files"

_NAMES = ("ground-truth.json", "ground_truth.json", "groundtruth.json")


def find(root: Path) -> Path | None:
    """The annotations, in the checkout or one folder below."""
    for folder in (root, *sorted(path for path in root.iterdir() if path.is_dir())):
        for name in _NAMES:
            if (folder / name).is_file():
                return folder / name
    return None


def rows(truth: Path) -> Iterator[dict[str, Any]]:
    """The pages in the order of the file.

    :raises DataError: the file states no bodies, or no page has HTML
    """
    entries = [(name, entry) for name, entry in _entries(read_json(truth)) if has_body(entry)]
    if not entries:
        raise DataError(f"{truth}: no entry states a body; expected an object of entries with articleBody or body")
    files = HtmlFiles(truth.parent)
    missing, found = [], 0
    for name, entry in entries:
        path = files.of(file_name(entry, name), truth.parent)
        if path is None:
            missing.append(name)
        elif is_article(entry):
            found += 1
            yield row(entry, id=stem(name), html=read_html(path))
    report_missing(truth, missing, found)


def _entries(truth: Any) -> Iterable[tuple[str, Any]]:
    """``{id: entry}``, or a list of entries that state their files, or either one level down."""
    if isinstance(truth, list):
        named = (entry for entry in truth if isinstance(entry, dict))
        return [(str(entry.get("id") or file_name(entry, entry.get("url") or "")), entry) for entry in named]
    if not isinstance(truth, dict):
        return []
    if not any(map(has_body, truth.values())):
        inner = next((value for value in truth.values() if isinstance(value, (dict, list)) and value), None)
        return _entries(inner) if inner is not None else []
    return list(truth.items())

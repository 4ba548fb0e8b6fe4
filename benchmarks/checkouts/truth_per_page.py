"""Sets with a JSON file of annotations for each page, named like its HTML file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from benchmarks.checkouts.html_files import HtmlFiles, read_html, report_missing, stem
from benchmarks.checkouts.truth import file_name, has_body, is_article, read_json, row
from benchmarks.errors import DataError

SETS = "WCXB, article-extraction-dataset"
EXPECTED = "a JSON file for each HTML file, with the same name"


class Found(NamedTuple):
    """A checkout, and its JSON files."""

    root: Path
    files: list[Path]


def find(root: Path) -> Found | None:
    """The JSON files whose page is there."""
    try:
        pages = HtmlFiles(root)
    except DataError:
        return None
    hidden = (path for path in root.rglob("*.json") if not any(part.startswith(".") for part in path.relative_to(root).parts))
    files = sorted(path for path in hidden if pages.of(path.name, path) is not None)
    return Found(root, files) if files else None


def rows(found: Found) -> Iterator[dict[str, Any]]:
    """The pages by path; those that the annotation calls something else than an article are left out.

    :raises DataError: no file states a body
    """
    pages, names = HtmlFiles(found.root), Counter(path.stem for path in found.files)
    missing, count = [], 0
    for path in found.files:
        entry = read_json(path)
        if not has_body(entry) or not is_article(entry):
            continue
        page = pages.of(file_name(entry, path.name), path) or pages.of(path.name, path)
        if page is None:
            missing.append(path.name)
            continue
        count += 1
        name = path.stem if names[path.stem] == 1 else path.relative_to(found.root).with_suffix("").as_posix()
        yield row(entry, id=stem(name), html=read_html(page))
    if not count and not missing:
        raise DataError(f"{found.root}: none of {len(found.files)} JSON files is an article with main_content or body")
    report_missing(found.root, missing, count)

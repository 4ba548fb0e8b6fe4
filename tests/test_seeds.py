"""Real pages, whose publishers own their text: kept outside the project, and tested where they are found.

They are looked for in the directory that the environment variable ``NEWSCLEAN_SEEDS`` names, or in ``../shared/seeds`` beside the
project: pages as ``*.txt``, their answers as ``*.gold.json`` (``title``, ``body``, ``captions``, ``metadata``, ``lines``).
"""

from __future__ import annotations

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from test_fixtures import METADATA_ROLES, fates_by_line

from newsclean import Article, Cleaner, Role

SEEDS = Path(os.environ.get("NEWSCLEAN_SEEDS") or Path(__file__).parents[2] / "shared" / "seeds")
PAGES = sorted(SEEDS.glob("*.txt")) if SEEDS.is_dir() else []
KEYS = ("published", "dateline", "agency", "authors", "source", "tags", "language")
CLEANER = Cleaner()

pytestmark = [
    pytest.mark.skipif(not PAGES, reason=f"no pages in {SEEDS}: set NEWSCLEAN_SEEDS to a directory that has some"),
    pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem),
]


@cache
def cleaned(path: Path) -> Article:
    return CLEANER.clean(path.read_bytes())


@cache
def gold(path: Path) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    return answer


def test_body(path: Path) -> None:
    assert list(cleaned(path).paragraphs) == gold(path)["body"]


def test_metadata(path: Path) -> None:
    found, answer = cleaned(path).metadata.to_dict(), gold(path)
    expected = {key: answer["metadata"][key] for key in KEYS if key in answer["metadata"]}
    expected |= {key: answer[key] for key in ("title", "captions")}
    assert {key: found[key] for key in expected} == expected


def test_roles(path: Path) -> None:
    """Exact for what stays and for what becomes metadata; what is dropped may have any dropped role."""
    expected = {int(number): Role(role) for number, role in gold(path)["lines"].items()}
    fates = fates_by_line(cleaned(path))
    exact = (*METADATA_ROLES, Role.BODY)
    assert fates.keys() == expected.keys()
    wrong = {
        number: f"{fates[number].role} by {fates[number].rule}, not {role}"
        for number, role in expected.items()
        if (fates[number].role is not role if role in exact else fates[number].role is Role.BODY)
    }
    assert not wrong, wrong

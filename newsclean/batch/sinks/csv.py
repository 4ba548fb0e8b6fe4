"""CSV: a column for each key that any record has, in the order they first appear."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from newsclean.batch.shards import ROWS, Shards
from newsclean.batch.sinks.form import Form
from newsclean.batch.streams import packing


def write_csv(shards: Shards, count: int, path: Path, form: Form) -> None:
    """The rows, read twice: once for the columns. What is no string or number is written as JSON, a missing key as nothing."""
    columns = columns_of(shards, count)
    with path.open("xb") as file, packing(file, form.packed) as stream:
        text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", newline="")
        rows = csv.writer(text)
        rows.writerow(columns)
        for line in shards.lines(ROWS, count):
            record = json.loads(line)
            rows.writerow([_cell(record.get(column)) for column in columns])
        text.flush()
        text.detach()


def columns_of(shards: Shards, count: int) -> list[str]:
    """The keys of all records in the order they first appear; newsclean's own, which all have, come after those of the input."""
    found: dict[str, None] = {}
    ours: list[str] = []
    for line in shards.lines(ROWS, count):
        names = list(json.loads(line))
        start = names.index("metadata")
        ours = names[start:]
        found.update(dict.fromkeys(names[:start]))
    return [*found, *ours]


def _cell(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list, bool)) else value

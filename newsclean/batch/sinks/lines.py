"""JSON lines, and Dolma attributes, which are JSON lines, too: the rows as they are."""

from __future__ import annotations

import shutil
from pathlib import Path

from newsclean.batch.shards import ROWS, Shards
from newsclean.batch.sinks.form import Form
from newsclean.batch.streams import packing


def write_lines(shards: Shards, count: int, path: Path, form: Form) -> None:
    """One shard after the other."""
    with path.open("xb") as file, packing(file, form.packed) as stream:
        for chunk in range(count):
            with shards.path(chunk, ROWS).open("rb") as rows:
                shutil.copyfileobj(rows, stream, 1 << 20)

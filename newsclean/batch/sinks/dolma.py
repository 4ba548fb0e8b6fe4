"""Dolma attributes: a file, or a file for each input under the very name that its documents have, as Dolma's tools expect."""

from __future__ import annotations

import json
import os
from itertools import groupby
from pathlib import Path
from typing import Any

from newsclean.batch.shards import INDEX, ROWS, Shards
from newsclean.batch.sinks.form import Form
from newsclean.batch.sinks.lines import write_lines
from newsclean.batch.sinks.tree import folder_in, safe
from newsclean.batch.streams import COMPRESSIONS, packing


def write_dolma(shards: Shards, count: int, path: Path, form: Form) -> None:
    """The rows as they are."""
    if not form.is_folder:
        write_lines(shards, count, path, form)
        return
    path.mkdir()
    places = map(json.loads, shards.lines(INDEX, count))
    pairs = zip(places, shards.lines(ROWS, count), strict=True)
    for (source, name), group in groupby(pairs, key=_file):
        suffix = os.path.splitext(source)[1].lower()
        *parents, stem = name.split("/")
        packed = suffix if suffix in COMPRESSIONS else ""
        with (folder_in(path, parents) / f"{safe(stem)}.jsonl{packed}").open("xb") as file, packing(file, packed) as stream:
            for _, row in group:
                stream.write(row)


def _file(pair: tuple[dict[str, Any], bytes]) -> tuple[str, str]:
    return pair[0]["source"], pair[0]["name"]

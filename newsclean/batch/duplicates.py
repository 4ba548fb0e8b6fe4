"""Ids that several documents of a batch have."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from newsclean.batch.shards import INDEX, Shards

STATUS = "duplicate_id"

_SETUP = "PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE TABLE ids (id TEXT PRIMARY KEY, place TEXT); BEGIN"


def duplicates(shards: Shards, count: int, scratch: Path) -> Iterator[dict[str, Any]]:
    """An entry for the errors file for each document whose id an earlier one has. The ids are kept on disk: there may be many.

    :param scratch: where to put them meanwhile
    """
    scratch.unlink(missing_ok=True)
    connection = sqlite3.connect(scratch, isolation_level=None)
    try:
        connection.executescript(_SETUP)
        for line in shards.lines(INDEX, count):
            place = json.loads(line)
            del place["name"]
            id = place.pop("id")
            if id is None:
                continue
            id = id.encode("utf-8", "replace").decode()
            if connection.execute("INSERT OR IGNORE INTO ids VALUES (?, ?)", (id, json.dumps(place))).rowcount == 0:
                (first,) = connection.execute("SELECT place FROM ids WHERE id = ?", (id,)).fetchone()
                reason = f"an earlier document has this id: {_shown(json.loads(first))}"
                yield {**place, "id": id, "status": STATUS, "reason": reason}
    finally:
        connection.close()
        scratch.unlink(missing_ok=True)


def _shown(place: dict[str, Any]) -> str:
    return " ".join([str(place.pop("source")), *(f"{name} {number}" for name, number in place.items())])

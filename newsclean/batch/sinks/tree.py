"""A folder of text or Markdown files that mirrors the folders of the input."""

from __future__ import annotations

import json
import os
import re
from hashlib import blake2b
from itertools import chain
from itertools import count as count_from
from pathlib import Path

from newsclean.batch.shards import INDEX, ROWS, Shards
from newsclean.batch.sinks.form import Form

_UNSAFE = re.compile(r"[^\w.-]+")
_MAX_NAME_BYTES = 150
"""The longest name of a file; systems allow 255 bytes with the suffix and the number of a namesake."""


def write_text(shards: Shards, count: int, path: Path, form: Form) -> None:
    """A file of plain text for each document."""
    _write(shards, count, path, ".txt")


def write_markdown(shards: Shards, count: int, path: Path, form: Form) -> None:
    """A file of Markdown for each document."""
    _write(shards, count, path, ".md")


def _write(shards: Shards, count: int, folder: Path, suffix: str) -> None:
    folder.mkdir()
    for row, about in zip(shards.lines(ROWS, count), shards.lines(INDEX, count), strict=True):
        place = json.loads(about)
        *parents, name = place["name"].split("/")
        names = [safe(name)]
        if (number := _number(place)) is not None:  # one of many in a file, which becomes a folder
            parents.append(name)
            names = [safe(place["id"]), f"{safe(place['id'])}-{number}"] if place["id"] else [number]
        _create(folder_in(folder, parents), names, suffix, json.loads(row)["text"].encode("utf-8", "replace"))


def folder_in(folder: Path, parents: list[str]) -> Path:
    """A folder below another, made if it is not there."""
    for parent in map(safe, parents):
        while (folder / parent).is_file():
            parent += "-folder"
        folder /= parent
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _create(folder: Path, names: list[str], suffix: str, text: bytes) -> None:
    """A file of the first name that is free, also on a system that takes upper and lower case for the same."""
    for name in chain(names, (f"{names[-1]}-{number}" for number in count_from(2))):
        try:
            with (folder / f"{name}{suffix}").open("xb") as file:
                file.write(text)
            return
        except FileExistsError:
            continue


def _number(place: dict[str, int]) -> str | None:
    """Where in its file a document stands, as part of a name; None if it is the whole file."""
    return next((f"{key}-{place[key]:08}" for key in ("line", "row", "offset") if key in place), None)


def safe(name: str) -> str:
    """A name that is one file in the folder it is put into, whatever it was: no separators, no dots in front, not too long.

    >>> safe("../../etc/passwd"), safe("<urn:uuid:6f1c>")
    ('etc_passwd', 'urn_uuid_6f1c')
    """
    cleaned = _UNSAFE.sub("_", name).strip("._-")
    if len(os.fsencode(cleaned)) > _MAX_NAME_BYTES:
        digest = blake2b(name.encode("utf-8", "replace"), digest_size=8).hexdigest()
        cleaned = os.fsencode(cleaned)[: _MAX_NAME_BYTES - 17].decode("utf-8", "ignore") + "-" + digest
    return cleaned or "unnamed"

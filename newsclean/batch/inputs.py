"""From what the user names to single inputs, in an order that is the same each time."""

from __future__ import annotations

import glob
import os
from collections.abc import Collection, Iterator, Sequence
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from newsclean.batch.streams import COMPRESSIONS
from newsclean.errors import BatchError

STDIN = "-"
FORMATS = {
    ".txt": "text", ".text": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".json": "jsonl", ".csv": "csv", ".tsv": "csv", ".parquet": "parquet", ".warc": "warc", ".wet": "warc",
}  # fmt: skip
"""The format of a file by its suffix, without the one of its compression."""


class Input(NamedTuple):
    """A file to read. ``name`` is the path it gets in an output folder, without its suffixes: the way to it below what was named.

    ``problem`` says why it cannot be read, as far as that is known before reading.
    """

    path: str
    format: str
    name: str
    problem: str = ""


class Census(NamedTuple):
    """What there is to read: files, their bytes, and a digest that changes when a file does. Standard input is not counted."""

    files: int
    bytes: int
    digest: str


def census(inputs: Iterator[Input]) -> Census:
    """Count inputs; a file counts as changed when its path, its size or the time of its last change is another."""
    files, total, digest = 0, 0, blake2b(digest_size=16)
    for item in inputs:
        files += 1
        try:
            about = os.stat(item.path) if item.path != STDIN else None
        except OSError:
            about = None
        total += about.st_size if about else 0
        digest.update(repr((item, about and (about.st_size, about.st_mtime_ns))).encode("utf-8", "surrogatepass"))
    return Census(files, total, digest.hexdigest())


def find(named: Sequence[str], source_format: str | None, own: Collection[Path]) -> Iterator[Input]:
    """The inputs that files, folders, patterns and ``-`` stand for. In folders, files of unknown suffix are passed over.

    :param own: what the batch itself writes: passed over in folders and patterns
    :raises BatchError: something named is not there, has no known format, or is what the batch writes
    """
    if not named:
        raise BatchError("no input; name files, folders or patterns, or - for standard input")
    ours = {os.path.realpath(path) for path in own}
    for name in named:
        if name == STDIN:
            yield Input(STDIN, source_format or "jsonl", "stdin")
        elif os.path.isdir(name):
            yield from _walk(name, source_format, ours)
        elif os.path.lexists(name):
            yield _named(name, source_format, ours)
        else:
            yield from _matching(name, source_format, ours)


def _named(path: str, source_format: str | None, ours: Collection[str]) -> Input:
    found = source_format or _format(path)
    if found is None:
        raise BatchError(f"{path}: its suffix tells no format; say --from, one of {', '.join(dict.fromkeys(FORMATS.values()))}")
    if _is_ours(path, ours):
        raise BatchError(f"{path} is to be read, and written or cleared away by the same batch; write elsewhere")
    return Input(path, found, _stem(os.path.basename(path)))


def _matching(pattern: str, source_format: str | None, ours: Collection[str]) -> Iterator[Input]:
    found = glob.glob(pattern, recursive=True) if glob.has_magic(pattern) else []
    if not found:
        raise BatchError(f"{pattern}: nothing is there; check the path")
    files: dict[str, str] = {}
    for path in sorted(found, key=lambda path: (path.count(os.sep), path)):  # links may lead to a file on many ways: the shortest
        if not os.path.isdir(path) and not _is_ours(path, ours):
            files.setdefault(os.path.realpath(path), path)
    for path in sorted(files.values()):
        yield _named(path, source_format, ours)


def _walk(folder: str, source_format: str | None, ours: Collection[str]) -> Iterator[Input]:
    """The files below a folder, a folder at a time, sorted by name. Links to folders are not followed: they may lead round."""
    try:
        names = sorted(os.listdir(folder))  # and not entries: a folder may hold a million files
    except OSError as error:
        yield Input(folder, "text", "", f"the folder cannot be read: {error.strerror}; check its permissions")
        return
    for name in names:
        path = os.path.join(folder, name)
        if _is_ours(path, ours):
            continue
        if os.path.isdir(path) and not os.path.islink(path):
            for item in _walk(path, source_format, ours):
                yield item._replace(name=f"{name}/{item.name}")
        elif os.path.isfile(path):
            found = source_format or _format(name)
            if found is not None:
                yield Input(path, found, _stem(name))


def _is_ours(path: str, ours: Collection[str]) -> bool:
    """Whether a path is, or lies in, something the batch writes."""
    real = os.path.realpath(path)
    return any(real == own or real.startswith(own + os.sep) for own in ours)


def _format(path: str) -> str | None:
    return FORMATS.get(os.path.splitext(_unpacked(path))[1].lower())


def _stem(name: str) -> str:
    """A file's name without what says how it is packed and written.

    >>> _stem("march.warc.wet.gz"), _stem("v1.2.txt")
    ('march', 'v1.2')
    """
    stem, suffix = os.path.splitext(_unpacked(name))
    return _stem(stem) if suffix.lower() in FORMATS and stem else stem + suffix


def _unpacked(name: str) -> str:
    stem, suffix = os.path.splitext(name)
    return stem if suffix.lower() in COMPRESSIONS and stem else name

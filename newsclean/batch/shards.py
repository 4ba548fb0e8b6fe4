"""The work folder: a shard for each finished chunk, and a manifest that says which shards count.

A shard is written whole under another name and renamed; only then a line in the manifest makes it count. So whatever ends the
process, the manifest lists finished shards and nothing else, but perhaps for a last line that is cut off. Nothing waits for the
disk, or workers would, too: the line has digests of the shard's files, so that what a power cut took is noticed and done again.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import Any, BinaryIO, cast

from newsclean.batch.items import Chunk
from newsclean.batch.pool import Done
from newsclean.batch.tally import Tally
from newsclean.errors import BatchError

ROWS, INDEX, ERRORS = "jsonl", "index.jsonl", "errors.jsonl"
"""The files of a shard: rows of the output, where each comes from, and what failed."""

_MANIFEST = "manifest.jsonl"


class Shards:
    """The finished chunks of a batch, on disk. Only one process may write to a work folder: the manifest is locked."""

    def __init__(self, folder: Path, manifest: BinaryIO, done: dict[int, str]) -> None:
        self.folder = folder
        self._manifest = manifest
        self._done = done

    @classmethod
    def create(cls, folder: Path, fingerprint: Mapping[str, Any]) -> Shards:
        """An empty work folder."""
        folder.mkdir(parents=True, exist_ok=True)
        manifest = _locked(folder)
        for path in folder.iterdir():
            if path.name != _MANIFEST:
                shutil.rmtree(path) if path.is_dir() else path.unlink()
        manifest.truncate(0)
        shards = cls(folder, manifest, {})
        shards._note({"fingerprint": fingerprint})
        return shards

    @classmethod
    def reopen(cls, folder: Path) -> tuple[Shards, Mapping[str, Any]]:
        """The work folder of an unfinished batch, and the fingerprint of the job it was begun with; {} if it had not begun."""
        manifest = _locked(folder)
        shards = cls(folder, manifest, {})
        fingerprint: Mapping[str, Any] = {}
        valid = 0
        for line, size in _entries(folder):
            valid += size
            fingerprint = line.get("fingerprint", fingerprint)
            if "chunk" in line and shards._digests(line["chunk"]) == line["digests"]:
                shards._done[line["chunk"]] = line["digest"]
        manifest.truncate(valid)
        manifest.seek(valid)
        return shards, fingerprint

    def has(self, chunk: Chunk) -> bool:
        """Whether a chunk of the very same items is done."""
        return self._done.get(chunk.number) == chunk.digest

    def total(self, count: int) -> Tally:
        """What the first ``count`` chunks add up to."""
        latest = {line["chunk"]: number for number, (line, _) in enumerate(_entries(self.folder)) if "chunk" in line}
        total = Tally()
        for number, (line, _) in enumerate(_entries(self.folder)):
            if "chunk" in line and line["chunk"] < count and latest[line["chunk"]] == number:
                total.merge(Tally.from_dict(line["tally"]))
        return total

    def add(self, done: Done) -> None:
        """Save a chunk.

        :raises OSError: the disk is full, or the like; the chunk does not count then
        """
        chunk, digests = done.chunk, []
        for kind, lines in (
            (ROWS, [outcome.row for outcome in done.outcomes]),
            (INDEX, [outcome.about for outcome in done.outcomes]),
            (ERRORS, [outcome.failure for outcome in done.outcomes]),
        ):
            data = b"".join(line for line in lines if line is not None)
            _write(self.path(chunk.number, kind), data)
            digests.append(_hash(data).hexdigest())
        self._note({"chunk": chunk.number, "digest": chunk.digest, "digests": digests, "tally": done.tally.to_dict()})
        self._done[chunk.number] = chunk.digest

    def path(self, chunk: int, kind: str) -> Path:
        """A file of a shard."""
        return self.folder / f"{chunk:08}.{kind}"

    def lines(self, kind: str, count: int) -> Iterator[bytes]:
        """The lines of one kind in the first ``count`` shards, in order."""
        for chunk in range(count):
            with self.path(chunk, kind).open("rb") as file:
                yield from file

    def _digests(self, chunk: int) -> list[str | None]:
        """Digests of the files of a shard, None for one that is not there."""
        return [_digest(self.path(chunk, kind)) for kind in (ROWS, INDEX, ERRORS)]

    def close(self) -> None:
        """Let others have the folder."""
        self._manifest.close()

    def _note(self, line: Mapping[str, Any]) -> None:
        data = json.dumps(line).encode() + b"\n"
        at = self._manifest.tell()
        if self._manifest.write(data) != len(data):  # the disk is full; the cut line must not be followed by another
            self._manifest.truncate(at)
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def _entries(folder: Path) -> Iterator[tuple[dict[str, Any], int]]:
    """The lines of the manifest with their lengths, up to one that was cut off."""
    with (folder / _MANIFEST).open("rb") as file:
        for line in file:
            try:
                entry = json.loads(line)
            except ValueError:
                return
            if not line.endswith(b"\n"):
                return
            yield entry, len(line)


def _hash(data: bytes = b"") -> blake2b:
    return blake2b(data, digest_size=16)


def _digest(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            return file_digest(file, _hash).hexdigest()
    except OSError:
        return None


def _locked(folder: Path) -> BinaryIO:
    """The manifest, open for reading and writing.

    :raises BatchError: another process has it
    """
    path = folder / _MANIFEST
    path.touch()
    manifest = cast(BinaryIO, path.open("r+b", buffering=0))
    try:
        import fcntl

        fcntl.flock(manifest, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except ModuleNotFoundError:  # no such locks on this system
        pass
    except OSError as error:
        manifest.close()
        raise BatchError(f"{folder}: another batch is at work here; wait for it, or write elsewhere") from error
    return manifest


def _write(path: Path, data: bytes) -> None:
    """A file that is whole or not there, unless the machine crashes."""
    temporary = path.with_name(f"{path.name}.tmp")
    try:
        temporary.write_bytes(data)
        os.replace(temporary, path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise

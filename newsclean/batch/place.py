"""Where a batch writes, and what an earlier one has left there."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn, cast

from newsclean.batch.job import Job
from newsclean.batch.shards import Shards
from newsclean.batch.sinks import form
from newsclean.batch.summary import Summary
from newsclean.errors import BatchError
from newsclean.write.atomic import replacing


class Place:
    """The output of a job and what stands beside it: the work folder while it runs, the manifest when it is done.

    An output that is a link is the file that it leads to, also on another disk.

    :raises BatchError: two files to write are one
    """

    def __init__(self, job: Job) -> None:
        self.output = job.output.resolve() if job.output.is_symlink() else job.output
        self.form = form(job.output, job.sink_format)
        self.errors = job.errors
        self._stats = job.stats
        self.parts = self.output.with_name(f"{self.output.name}.parts")
        self.manifest = self.output.with_name(f"{self.output.name}.manifest")
        beside = (job.errors, job.stats)
        self.own = (self.output, self.parts, self.manifest, *(path for path in beside if path is not None))
        if len({path.resolve() for path in self.own}) < len(self.own):
            raise BatchError(f"{self.output}: output, errors and statistics are different files; give each its own name")

    def check(self, anew: bool) -> None:
        """See that the output can be put where it is to go.

        :raises BatchError: it cannot, or would replace a folder that is not a batch's, or not without being told to
        """
        for path in self.own:
            if not path.parent.is_dir():
                raise BatchError(f"{path}: the folder {path.parent} is not there; make it first")
        if self.form.is_folder and self.output.exists() and any(self.output.iterdir()):
            if not self.manifest.exists():
                raise BatchError(f"{self.output} has files in it; name a folder that is empty or not there")
            if not anew:
                raise BatchError(f"{self.output} was written by an earlier batch: --force replaces all that is in it")
        if self.output.exists() and not self.output.is_file() and not self.output.is_dir():
            raise BatchError(f"{self.output} is no regular file; the output is put in its place when all is done")

    def begun_with(self) -> Mapping[str, Any]:
        """The fingerprint of the job that an earlier batch, finished or not, was begun with; {} if there was none."""
        if not self.parts.exists():
            return cast(Mapping[str, Any], self._made().get("fingerprint", {}))
        shards, fingerprint = Shards.reopen(self.parts)
        shards.close()
        return fingerprint

    def finished(self, fingerprint: Mapping[str, Any], inputs: str) -> Summary | None:
        """The summary of the finished batch that made what is there; None if there is none, or its inputs have changed since.

        :raises BatchError: there is one that was made in another way
        """
        made = self._made()
        if not made or not self.output.exists():
            return None
        if made["fingerprint"] != fingerprint:
            refuse(self.manifest, made["fingerprint"], fingerprint)
        if made["inputs"] != inputs or made["bytes"] != self._bytes():
            return None
        return Summary.from_dict(made["summary"])

    def _made(self) -> dict[str, Any]:
        """The manifest of a finished batch; {} if there is none."""
        if not self.manifest.exists():
            return {}
        try:
            made: dict[str, Any] = json.loads(self.manifest.read_bytes())
        except ValueError as error:
            raise BatchError(f"{self.manifest} is damaged: {error}; begin anew with --force") from error
        return made

    def conclude(self, fingerprint: Mapping[str, Any], inputs: str, summary: Summary) -> None:
        """Write down that the output is finished, and with what it was made."""
        made = {"fingerprint": fingerprint, "inputs": inputs, "bytes": self._bytes(), "summary": summary.to_dict()}
        with replacing(self.manifest) as stream:
            stream.write(_lines(made))
        if self._stats is not None:
            with replacing(self._stats) as stream:
                stream.write(_lines(summary.to_dict()))

    def forget(self) -> None:
        """The manifest no longer holds, but may still tell that a folder is a batch's."""
        if self.form.is_folder and self.manifest.exists():
            self.manifest.write_bytes(_lines({}))
        else:
            self.manifest.unlink(missing_ok=True)

    def clear(self) -> None:
        """Take the work folder away."""
        if self.parts.exists():
            shutil.rmtree(self.parts)

    def _bytes(self) -> int | None:
        """The size of the output, if it is a file."""
        return None if self.form.is_folder else os.stat(self.output).st_size


def _lines(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, indent=2, ensure_ascii=False).encode() + b"\n"


def refuse(path: Path, earlier: Mapping[str, Any], now: Mapping[str, Any]) -> NoReturn:
    """Say what has changed since earlier work was begun.

    :raises BatchError: always
    """
    names = [name for name in now if earlier.get(name) != now[name]]
    changed = ", ".join(f"{name} ({earlier.get(name)!r}, now {now[name]!r})" for name in names)
    raise BatchError(f"{path}: begun with another configuration: {changed}; resume with that one, or begin anew with --force")

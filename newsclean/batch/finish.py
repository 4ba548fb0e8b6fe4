"""The last step: shards become the output, failures the errors file."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from newsclean.batch.duplicates import duplicates
from newsclean.batch.place import Place
from newsclean.batch.shards import ERRORS, Shards
from newsclean.batch.sinks import SINKS
from newsclean.batch.tally import Tally
from newsclean.batch.work import dump
from newsclean.errors import StrictError
from newsclean.write.atomic import replacing


def finish(place: Place, shards: Shards, count: int, *, strict: bool) -> Tally:
    """Write the output and the errors from the first ``count`` shards; what the batch has done in numbers.

    :raises StrictError: documents share an id, and the batch was to stop at such things
    :raises OSError: the output cannot be written; the shards stay
    """
    tally = shards.total(count)
    with replacing(place.errors or place.parts / "errors") as errors:
        for line in shards.lines(ERRORS, count):
            errors.write(line)
        for entry in duplicates(shards, count, place.parts / "ids"):
            if strict:
                raise StrictError(entry)
            errors.write(dump(entry))
            tally.counts["failures"] += 1
        made = place.parts / f"output{place.output.suffix}"
        _remove(made)
        SINKS[place.form.format](shards, count, made, place.form)
        _put(made, place)
    return tally


def _put(made: Path, place: Place) -> None:
    """Put the finished output where it belongs."""
    if not place.form.is_folder:
        with made.open("rb") as file:
            os.fsync(file.fileno())
        os.replace(made, place.output.resolve())
        return
    os.sync()
    replaced = place.parts / "replaced"
    _remove(replaced)
    if place.output.exists():
        os.replace(place.output, replaced)
    os.replace(made, place.output)


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)

"""Where the data goes."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from itertools import chain
from pathlib import Path

from newsclean.cli.exits import DONE, FAILED
from newsclean.cli.report import Report, abandon
from newsclean.write.atomic import replacing


def deliver(parts: Iterator[str], file: str | None, report: Report) -> int:
    """Write to a file, or to stdout; without a single part, a file is left as it was. Returns the exit code."""
    try:
        _write(parts, file)
    except OSError as error:
        if file is None:
            abandon(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            report.failure(file or "standard output", f"cannot be written: {error.strerror}; write elsewhere")
    return FAILED if report.failed else DONE


def _write(parts: Iterator[str], file: str | None) -> None:
    first = next(parts, None)
    if first is None:
        return
    with nullcontext(sys.stdout.buffer) if file is None else replacing(Path(file)) as stream:
        for part in chain((first,), parts):
            stream.write(part.encode("utf-8", "replace"))
        stream.flush()

"""A batch in a process of its own, with a cleaner that the command has no name for: ``driver.py INPUT OUTPUT LOG SECONDS``."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

from cleaners import Quick

from newsclean.batch import Job, run

CHUNK = 5
WORKERS = 2

if __name__ == "__main__":
    source, output, log, seconds = sys.argv[1:]
    job = Job((source,), Path(output), cleaner=partial(Quick, log, float(seconds)), chunk=CHUNK)  # type: ignore[arg-type]
    run(job, workers=WORKERS, begin="resume")

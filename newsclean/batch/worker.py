"""A worker process: takes items from a pipe, sends outcomes back. It writes no file, so it may die at any moment."""

from __future__ import annotations

import pickle
import signal
import sys
import time
from collections.abc import Mapping, Sequence
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

from newsclean.batch.items import Item
from newsclean.batch.job import Job, Limits
from newsclean.batch.tally import Tally
from newsclean.batch.work import Outcome, Verdict, work
from newsclean.errors import NewscleanError

BETWEEN = -1
"""What stands in ``current`` while no item is in work."""

_SEND_SECONDS = 0.05
"""Outcomes are gathered for this long before they are sent: sending each alone costs more than cleaning a short one."""


class Task(NamedTuple):
    """Items to work on. ``start`` is the number of the first one in its chunk, ``verdicts`` what is known about some of them."""

    start: int
    items: Sequence[Item]
    verdicts: Mapping[int, Verdict]


class Ready(NamedTuple):
    """The worker can take tasks; or it cannot, and ``problem`` says why."""

    problem: str = ""


class Outcomes(NamedTuple):
    """Outcomes of the next items of the task, and what they add up to."""

    outcomes: Sequence[Outcome]
    tally: Tally


def serve(pipe: Connection, current: Any, job: bytes, sink_format: str) -> None:
    """Work until the pipe is closed. ``current`` is shared memory: the number of the item in work, for whoever finds us dead."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        _serve(pipe, current, pickle.loads(job), sink_format)
    except (EOFError, OSError):  # the parent is gone
        sys.exit(0)


def _serve(pipe: Connection, current: Any, job: Job, sink_format: str) -> None:
    try:
        cleaner = job.cleaner()
        _limit_memory(job.limits)
    except (NewscleanError, OSError, ValueError) as error:
        pipe.send(Ready(str(error) or type(error).__name__))
        return
    pipe.send(Ready())
    while True:
        task: Task = pipe.recv()
        held, tally, sent = [], Tally(), time.monotonic()
        for number, item in enumerate(task.items, task.start):
            current.value = number
            _alarm(job.limits.seconds)
            held.append(work(item, cleaner, job, sink_format, tally, task.verdicts.get(number)))
            _alarm(0)
            current.value = BETWEEN
            if time.monotonic() - sent > _SEND_SECONDS or number + 1 == task.start + len(task.items):
                pipe.send(Outcomes(held, tally))
                held, tally, sent = [], Tally(), time.monotonic()


def _limit_memory(limits: Limits) -> None:
    """Let allocation fail beyond the limit; where the system knows no such limit, the machine's memory is the limit."""
    try:
        import resource
    except ModuleNotFoundError:
        return
    size = limits.megabytes << 20
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (size if hard == resource.RLIM_INFINITY else min(size, hard), hard))


def _alarm(seconds: float) -> None:
    """Have the system end this process in some seconds; 0 takes that back. Python's own code may be what hangs, so no handler."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_REAL, seconds)

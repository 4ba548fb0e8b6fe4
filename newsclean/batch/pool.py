"""Worker processes that may die: the document that killed one is marked, and the work goes on with another."""

from __future__ import annotations

import multiprocessing
import pickle
import signal
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from ctypes import c_longlong
from multiprocessing.connection import Connection, wait
from typing import NamedTuple, cast

from newsclean.batch.items import Chunk
from newsclean.batch.job import Job, Limits
from newsclean.batch.tally import Tally
from newsclean.batch.work import Accident, Outcome, Verdict
from newsclean.batch.worker import BETWEEN, Outcomes, Ready, Task, serve
from newsclean.errors import BatchError

_DEATHS = 2
"""Deaths over one document until it is given up. The first may be another's fault: short of memory, a system picks anyone."""

_MAX_DEATHS = 5
"""Deaths over one document until it cannot be the document."""

_MAX_STILLBORN = 3
"""Workers in a row that die while they start until it is no accident."""

_ALARM = getattr(signal, "SIGALRM", signal.SIGTERM)
"""The signal by which a worker ends that takes too long."""


class Done(NamedTuple):
    """A chunk with the outcomes of its items, in order."""

    chunk: Chunk
    outcomes: list[Outcome]
    tally: Tally


class _Progress:
    """How far a chunk is, whoever works on it."""

    def __init__(self, chunk: Chunk) -> None:
        self.chunk = chunk
        self.outcomes: list[Outcome] = []
        self.tally = Tally()
        self.verdicts: dict[int, Verdict] = {}
        self.deaths: Counter[int] = Counter()

    def task(self) -> Task:
        """What is left to do."""
        start = len(self.outcomes)
        return Task(start, self.chunk.items[start:], {n: verdict for n, verdict in self.verdicts.items() if n >= start})

    @property
    def finished(self) -> bool:
        return len(self.outcomes) == len(self.chunk.items)

    def blame(self, number: int, exitcode: int | None, seconds: float) -> None:
        """Hold a worker's death against the item it worked on; where it worked on none, against the next one.

        :raises BatchError: workers die whatever they are given
        """
        number = max(number, len(self.outcomes))
        self.deaths[number] += 1
        if self.deaths[number] > _MAX_DEATHS:
            raise BatchError(f"workers keep dying ({_cause(exitcode)}); look at the system's log, or raise --memory")
        if number in self.verdicts:
            self.verdicts[number] = self.verdicts[number]._replace(parsed=False)
        elif exitcode == -_ALARM:
            reason = f"took more than {seconds:g} seconds; raise --timeout to clean it"
            self.verdicts[number] = Verdict(Accident.TIMEOUT, reason)
        elif self.deaths[number] >= _DEATHS:
            self.verdicts[number] = Verdict(Accident.CRASHED, f"its worker died {_DEATHS} times: {_cause(exitcode)}")


class _Worker:
    """A worker process and the chunk it works on."""

    def __init__(self, job: bytes, sink_format: str) -> None:
        context = multiprocessing.get_context("spawn")
        self.pipe, theirs = context.Pipe()
        self._current = context.RawValue(c_longlong, BETWEEN)
        arguments = (theirs, self._current, job, sink_format)
        self._process = context.Process(target=serve, args=arguments, name="newsclean-worker", daemon=True)
        with _without_interrupts():
            self._process.start()
        theirs.close()
        self.ready = False
        self.progress: _Progress | None = None

    def start(self, message: Ready) -> None:
        """It has begun.

        :raises BatchError: it says that it cannot
        """
        if message.problem:
            raise BatchError(f"a worker cannot start: {message.problem}")
        self.ready = True

    def note(self, message: Outcomes) -> Done | None:
        """Take its outcomes; the chunk if that finishes it."""
        progress = self.progress
        assert progress is not None
        progress.outcomes.extend(message.outcomes)
        progress.tally.merge(message.tally)
        if not progress.finished:
            return None
        self.progress = None
        return Done(progress.chunk, progress.outcomes, progress.tally)

    def give(self, progress: _Progress) -> None:
        """Let it work on what is left of a chunk."""
        self.progress = progress
        with suppress(OSError):  # it is dead, and the next look at its pipe will tell
            self.pipe.send(progress.task())

    def bury(self, limits: Limits) -> _Progress | None:
        """The chunk that a dead worker leaves behind, with the blame for its death."""
        self._process.join()
        if self.progress is not None:
            self.progress.blame(self._current.value, self._process.exitcode, limits.seconds)
        self.stop()
        return self.progress

    @property
    def cause(self) -> str:
        """Why it died, in words."""
        return _cause(self._process.exitcode)

    def stop(self) -> None:
        """End it. It has nothing to save."""
        self._process.kill()
        self._process.join()
        self.pipe.close()


def clean_chunks(chunks: Iterator[Chunk], job: Job, sink_format: str, workers: int) -> Iterator[Done]:
    """Chunks with their outcomes, in the order they are finished. Each worker holds one, and one is read ahead.

    :raises BatchError: workers cannot be started, or die whatever they are given
    """
    crew = _Crew(job, sink_format, workers)
    ahead = next(chunks, None)
    try:
        while ahead is not None or crew.busy:
            while ahead is not None and crew.take(_Progress(ahead)):
                ahead = next(chunks, None)
            yield from crew.listen()
    finally:
        crew.stop()


class _Crew:
    """Workers, and chunks whose worker died."""

    def __init__(self, job: Job, sink_format: str, size: int) -> None:
        self._job, self._pickled = job, pickle.dumps(job)
        self._sink_format = sink_format
        self._size = size
        self._workers: dict[Connection, _Worker] = {}
        self._left: list[_Progress] = []
        self._stillborn = 0

    @property
    def busy(self) -> bool:
        """Whether there is work that is not finished."""
        return bool(self._left) or any(worker.progress is not None for worker in self._workers.values())

    def take(self, progress: _Progress) -> bool:
        """Take a chunk if a worker is free for it; those that lost theirs come first."""
        self._hand_out()
        free = self._free()
        if free:
            free[0].give(progress)
        return bool(free)

    def listen(self) -> Iterator[Done]:
        """Wait until workers say something; the chunks that are finished with it."""
        while len(self._workers) < self._size:
            worker = _Worker(self._pickled, self._sink_format)
            self._workers[worker.pipe] = worker
        for pipe in wait(list(self._workers)):
            worker = self._workers[cast(Connection, pipe)]
            try:
                message: Ready | Outcomes = worker.pipe.recv()
            except (EOFError, OSError):
                self._lose(worker)
                continue
            if isinstance(message, Ready):
                worker.start(message)
            elif (done := worker.note(message)) is not None:
                yield done
        self._hand_out()

    def _lose(self, worker: _Worker) -> None:
        """Strike a dead worker off, and keep its chunk for another.

        :raises BatchError: workers die before they can do anything
        """
        del self._workers[worker.pipe]
        if (progress := worker.bury(self._job.limits)) is not None:
            self._left.append(progress)
        self._stillborn = 0 if worker.ready else self._stillborn + 1
        if self._stillborn > _MAX_STILLBORN:
            raise BatchError(f"workers end before they begin ({worker.cause}); raise --memory, or see the messages above")

    def _free(self) -> list[_Worker]:
        return [worker for worker in self._workers.values() if worker.ready and worker.progress is None]

    def _hand_out(self) -> None:
        for worker in self._free()[: len(self._left)]:
            worker.give(self._left.pop())

    def stop(self) -> None:
        """End all workers."""
        for worker in self._workers.values():
            worker.stop()


@contextmanager
def _without_interrupts() -> Iterator[None]:
    """Ctrl-C reaches every process of a terminal: those started within let their parent see to it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _cause(exitcode: int | None) -> str:
    """Why a process ended, in words.

    >>> _cause(-9), _cause(3)
    ('killed by SIGKILL', 'exit code 3')
    """
    if exitcode is not None and exitcode < 0:
        return f"killed by {signal.Signals(-exitcode).name}"
    return f"exit code {exitcode}"

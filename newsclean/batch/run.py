"""A batch from start to end: find the inputs, clean chunk by chunk, put the shards together."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from typing import Any, Literal

from newsclean.batch.finish import finish
from newsclean.batch.inputs import STDIN, census, find
from newsclean.batch.items import Chunk, chunks
from newsclean.batch.job import Job
from newsclean.batch.place import Place, refuse
from newsclean.batch.pool import Done, clean_chunks
from newsclean.batch.progress import Note, silent
from newsclean.batch.shards import Shards
from newsclean.batch.sources import read_all
from newsclean.batch.summary import Summary
from newsclean.errors import BatchError, StrictError

Begin = Literal["new", "resume", "anew", "resume or anew"]
"""``new`` begins, and refuses where an unfinished batch is in the way. ``resume`` goes on with that one, or does nothing where a
batch is finished; it refuses where either was made with another configuration. ``anew`` begins whatever is there."""


def run(job: Job, *, workers: int = 1, begin: Begin = "new", strict: bool = False, note: Note = silent) -> Summary:
    """Clean everything the job names and write its output, whole or not at all.

    Work is saved in ``OUTPUT.parts`` chunk by chunk, so whatever ends this process, ``begin="resume"`` goes on where it stopped,
    and the output is the same to the byte. When it is finished, ``OUTPUT.manifest`` says with what it was made.

    :param workers: processes that clean; the output does not depend on their number
    :param strict: stop at the first document that fails
    :param note: told about progress
    :raises StrictError: a document failed
    :raises BatchError: the job cannot be done as it is, or earlier work is in the way
    :raises OSError: the output cannot be written, as on a full disk; what is done so far is kept
    """
    started = time.monotonic()
    if workers < 1:
        raise BatchError(f"{workers} workers; expected at least 1")
    place = Place(job)
    seen = census(find(job.inputs, job.source_format, place.own))
    fingerprint = job.fingerprint(place.form.format)
    if begin == "resume or anew":
        begin = "resume" if place.begun_with() in ({}, fingerprint) else "anew"
    if begin == "resume" and STDIN not in job.inputs:
        finished = place.finished(fingerprint, seen.digest)
        if finished is not None:
            place.clear()
            return finished
    shards = _begin(place, begin, fingerprint)
    try:
        items = read_all(find(job.inputs, job.source_format, place.own), seen, job.limits)
        feed = _Feed(chunks(items, job), shards, note)
        for done in clean_chunks(feed.missing(), job, place.form.format, workers):
            if strict:
                _check(done)
            shards.add(done)
            feed.tell(done)
        tally = finish(place, shards, feed.count, strict=strict)
        summary = Summary(tally, time.monotonic() - started, feed.earlier)
        place.conclude(fingerprint, seen.digest, summary)
    finally:
        shards.close()
    place.clear()
    return summary


def _begin(place: Place, begin: Begin, fingerprint: Mapping[str, Any]) -> Shards:
    """The work folder: a new one, or that of the batch that is resumed."""
    if begin == "new" and place.parts.exists():
        raise BatchError(f"{place.parts} holds an unfinished batch: go on with --resume, or begin anew with --force")
    if begin == "resume" and place.parts.exists():
        shards, earlier = Shards.reopen(place.parts)
        if earlier == fingerprint:
            return shards
        shards.close()
        if earlier:
            refuse(place.parts, earlier, fingerprint)
    place.check(begin == "anew")
    place.forget()
    return Shards.create(place.parts, fingerprint)


def _check(done: Done) -> None:
    """Stop at a failure, before its chunk is saved: the document is tried again when the batch is resumed."""
    for outcome in done.outcomes:
        if outcome.failure is not None:
            raise StrictError(json.loads(outcome.failure))


class _Feed:
    """The chunks of the input. ``count`` is how many there are, as far as they are read; ``earlier`` the items already done."""

    def __init__(self, found: Iterator[Chunk], shards: Shards, note: Note) -> None:
        self._found = found
        self._shards = shards
        self._note = note
        self._failures = 0
        self.count = 0
        self.earlier = 0

    def missing(self) -> Iterator[Chunk]:
        """Those that are not done yet."""
        for chunk in self._found:
            self.count += 1
            if self._shards.has(chunk):
                self.earlier += len(chunk.items)
                self._note(len(chunk.items), self._failures, chunk.read)
            else:
                yield chunk

    def tell(self, done: Done) -> None:
        """A chunk is done."""
        self._failures += sum(outcome.failure is not None for outcome in done.outcomes)
        self._note(len(done.outcomes), self._failures, done.chunk.read)

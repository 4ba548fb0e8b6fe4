"""What a source yields: documents still in the form they were stored in, and places where there should have been one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any, NamedTuple

from newsclean.batch.inputs import Input
from newsclean.batch.job import Job


class Item(NamedTuple):
    """A document before it is parsed, so that workers and not the parent do that.

    ``source`` is the input as the user knows it, ``where`` the place in it, such as ``{"line": 17}``, or ``{"after_line": 17}``
    for all that follows, and ``name`` the path of its text in an output folder, without a suffix. ``format`` says how to read
    ``data``: a file's path, a line, a row, a page.
    """

    source: str
    where: Mapping[str, int]
    name: str
    format: str
    data: Any


class Chunk(NamedTuple):
    """Some items in a row. ``digest`` is the same for the same items; ``read`` is the share of all input read so far."""

    number: int
    items: tuple[Item, ...]
    digest: str
    read: float | None


BROKEN = "broken"
"""The format of an item whose data is the reason why nothing can be read there."""

_CHUNK_BYTES = 4 << 20
"""Bytes of documents from which a chunk is full, whatever their number: a parent holds a chunk or two for each worker."""


def broken(input: Input, reason: str, where: Mapping[str, int] | None = None) -> Item:
    """An item for a place that cannot be read."""
    return Item(input.path, where or {}, input.name, BROKEN, reason)


def chunks(items: Iterator[tuple[Item, float | None]], job: Job) -> Iterator[Chunk]:
    """Cut items, each with the share of all input read with it, into chunks: at the same places each time."""
    number, held, size, digest = 0, [], 0, blake2b(digest_size=16)
    read = None
    for item, read in items:
        held.append(item)
        _feed(digest, item)
        size += _size(item.data)
        if len(held) >= job.chunk or size >= _CHUNK_BYTES:
            yield Chunk(number, tuple(held), digest.hexdigest(), read)
            number, held, size, digest = number + 1, [], 0, blake2b(digest_size=16)
    if held:
        yield Chunk(number, tuple(held), digest.hexdigest(), read)


def _feed(digest: blake2b, value: object) -> None:
    """Bytes as they are, containers part by part, everything else as it is written in code."""
    if isinstance(value, bytes):
        digest.update(b"b%d:" % len(value))
        digest.update(value)
    elif isinstance(value, Mapping):
        digest.update(b"m%d:" % len(value))
        for key, part in value.items():
            _feed(digest, key)
            _feed(digest, part)
    elif isinstance(value, (tuple, list)):
        digest.update(b"t%d:" % len(value))
        for part in value:
            _feed(digest, part)
    else:
        _feed(digest, repr(value).encode("utf-8", "surrogatepass"))


def _size(value: object) -> int:
    """About how many bytes a value holds."""
    if isinstance(value, (bytes, str)):
        return len(value)
    if isinstance(value, Mapping):
        return sum(map(_size, value.values()))
    return sum(map(_size, value)) if isinstance(value, (tuple, list)) else 8

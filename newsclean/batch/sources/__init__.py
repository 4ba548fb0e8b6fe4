"""Sources: a format a file. Each yields items as they are stored; :mod:`newsclean.batch.pages` parses them later."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping

from newsclean.batch.inputs import STDIN, Census, Input
from newsclean.batch.items import Item, broken
from newsclean.batch.job import Limits
from newsclean.batch.sources.csv import read_csv
from newsclean.batch.sources.files import file_item, read_page
from newsclean.batch.sources.jsonl import read_jsonl
from newsclean.batch.sources.parquet import read_parquet
from newsclean.batch.sources.warc import read_warc
from newsclean.batch.streams import Metered, opened
from newsclean.batch.unreadable import Unreadable

_Reader = Callable[[Input, Metered, Limits], Iterator[Item]]
_READERS: Mapping[str, _Reader] = {"jsonl": read_jsonl, "csv": read_csv, "parquet": read_parquet, "warc": read_warc}


def read_all(inputs: Iterator[Input], census: Census, limits: Limits) -> Iterator[tuple[Item, float | None]]:
    """Every item of every input in order, with the share of all input that is read with it; None where that cannot be known.

    What cannot be read is an item, too, and the inputs after it are read.
    """
    taken = 0
    for files, item in enumerate(inputs):
        before = taken
        for found, size in read_items(item, limits):
            taken = max(taken, before + size)
            share = taken / census.bytes if census.bytes else files / census.files
            yield found, share if item.path != STDIN else None


def read_items(item: Input, limits: Limits) -> Iterator[tuple[Item, int]]:
    """The items of an input, each with the bytes of it that are read by then."""
    if item.problem:
        yield broken(item, item.problem), 0
    elif item.format in _READERS or item.path == STDIN:
        yield from _stored(item, limits)
    else:
        found = file_item(item)
        yield found, found.data[1]


def _stored(item: Input, limits: Limits) -> Iterator[tuple[Item, int]]:
    """The items of an input that the parent opens."""
    last: Mapping[str, int] = {}
    taken = 0
    try:
        with opened(item.path, sys.stdin.buffer if item.path == STDIN else None) as stream:
            for found in _READERS.get(item.format, read_page)(item, stream, limits):
                last, taken = found.where, stream.taken
                yield found, taken
            if not stream.given:
                yield broken(item, "is empty"), taken
    except Unreadable as error:
        yield broken(item, str(error), _after(last)), taken
    except OSError as error:
        yield broken(item, f"cannot be read: {error.strerror or error}; check the file and its permissions", _after(last)), taken


def _after(where: Mapping[str, int]) -> dict[str, int]:
    """The place of all that follows a place."""
    return {f"after_{name}": number for name, number in where.items()}

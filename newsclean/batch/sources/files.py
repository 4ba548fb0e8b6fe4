"""A page in a file of its own."""

from __future__ import annotations

import os
from collections.abc import Iterator

from newsclean.batch.inputs import Input
from newsclean.batch.items import Item
from newsclean.batch.job import Limits
from newsclean.batch.streams import Metered


def file_item(item: Input) -> Item:
    """The file's path, size and time of change: workers read it themselves."""
    try:
        about = os.stat(item.path)
        size, changed = about.st_size, about.st_mtime_ns
    except OSError:  # the worker that opens it tells why
        size, changed = 0, 0
    return Item(item.path, {}, item.name, item.format, (item.path, size, changed))


def read_page(item: Input, stream: Metered, limits: Limits) -> Iterator[Item]:
    """Standard input as one page."""
    parts, room = [], limits.record_bytes + 1
    while room > 0 and (part := stream.read(room)):
        parts.append(part)
        room -= len(part)
    if parts:
        yield Item(item.path, {}, item.name, item.format, b"".join(parts))

"""JSON lines: an object a line. Blank lines are passed over."""

from __future__ import annotations

from collections.abc import Iterator

from newsclean.batch.inputs import Input
from newsclean.batch.items import Item, broken
from newsclean.batch.job import Limits
from newsclean.batch.lines import utf8_lines
from newsclean.batch.streams import Metered


def read_jsonl(item: Input, stream: Metered, limits: Limits) -> Iterator[Item]:
    """The lines as bytes."""
    for number, line in utf8_lines(stream, limits.record_bytes):
        where = {"line": number}
        if line is None:
            yield broken(item, f"longer than {limits.record_bytes} bytes; raise --max-chars to read it", where)
        elif line.strip():
            yield Item(item.path, where, item.name, "jsonl", line)

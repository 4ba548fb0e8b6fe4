"""Parquet: a record a row."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Iterator
from typing import IO, Any

from newsclean.batch.extra import extra
from newsclean.batch.inputs import STDIN, Input
from newsclean.batch.items import Item, broken
from newsclean.batch.job import Limits
from newsclean.batch.streams import Metered
from newsclean.batch.unreadable import Unreadable

_ROWS = 64
"""Rows that are held at a time."""

_MAGIC = b"PAR1"


def read_parquet(item: Input, stream: Metered, limits: Limits) -> Iterator[Item]:
    """The rows as dicts. A row group is held at a time. A compressed file is unpacked first: Parquet is read from its end."""
    parquet, arrow = extra("pyarrow.parquet"), extra("pyarrow")
    with tempfile.TemporaryFile() as unpacked:
        try:
            with parquet.ParquetFile(_seekable(item, stream, unpacked), buffer_size=1 << 20, pre_buffer=False) as file:
                row = 0
                for batch in file.iter_batches(batch_size=_ROWS, use_threads=False):
                    for record in _records(batch):
                        row += 1
                        where = {"row": row}
                        if isinstance(record, ValueError):
                            yield broken(item, f"the row cannot be read: {record}", where)
                        else:
                            yield Item(item.path, where, item.name, "row", record)
        except (arrow.ArrowException, OSError) as error:
            raise Unreadable(f"no Parquet that can be read: {error}") from error


def _records(batch: Any) -> list[dict[str, Any] | ValueError]:
    """The rows of a batch; what is wrong with a row, such as bytes that are no UTF-8, stands in its place."""
    try:
        rows: list[dict[str, Any] | ValueError] = batch.to_pylist()
        return rows
    except ValueError as error:
        if len(batch) == 1:
            return [error]
        return [row for number in range(len(batch)) for row in _records(batch.slice(number, 1))]


def _seekable(item: Input, stream: Metered, unpacked: IO[bytes]) -> Any:
    """The file itself, or its unpacked copy."""
    first = stream.read(len(_MAGIC)) or b""
    if item.path != STDIN and first == _MAGIC:
        with open(item.path, "rb") as file:
            if file.read(len(_MAGIC)) == _MAGIC:
                return item.path
    unpacked.write(first)
    while part := stream.read(io.DEFAULT_BUFFER_SIZE * 8):
        unpacked.write(part)
    unpacked.seek(0)
    return unpacked

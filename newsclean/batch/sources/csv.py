"""CSV with a header: a record a row."""

from __future__ import annotations

import csv
from collections.abc import Iterator

from newsclean.batch.inputs import Input
from newsclean.batch.items import Item, broken
from newsclean.batch.job import Limits
from newsclean.batch.lines import utf8_lines
from newsclean.batch.streams import Metered
from newsclean.batch.unreadable import Unreadable

_DELIMITERS = ",;\t|"


def read_csv(item: Input, stream: Metered, limits: Limits) -> Iterator[Item]:
    """The rows as dicts of str. The header tells which of comma, semicolon, tab and bar stands between fields."""
    rows = _rows(_text(stream, limits), limits)
    _, names = next(rows, (0, []))
    for line, row in rows:
        where = {"line": line}
        if len(row) == len(names):
            yield Item(item.path, where, item.name, "row", dict(zip(names, row, strict=True)))
        elif row:
            yield broken(item, f"the row has {len(row)} fields, the header {len(names)}; correct its quotes", where)


def _text(stream: Metered, limits: Limits) -> Iterator[str]:
    for number, line in utf8_lines(stream, limits.record_bytes):
        if line is None:
            raise Unreadable(f"line {number} is longer than {limits.record_bytes} bytes; raise --max-chars to read it")
        yield line.decode("utf-8", "surrogateescape")


def _rows(lines: Iterator[str], limits: Limits) -> Iterator[tuple[int, list[str]]]:
    """Rows with the number of their first line."""
    header = next(lines, "")
    delimiter = max(_DELIMITERS, key=header.count)

    def again() -> Iterator[str]:
        yield header
        yield from lines

    before = csv.field_size_limit(limits.record_bytes)
    try:
        reader = csv.reader(again(), delimiter=delimiter)
        line = 1
        for row in reader:
            yield line, row
            line = reader.line_num + 1
    except csv.Error as error:
        raise Unreadable(f"no CSV from line {line} on: {error}; correct its quotes") from error
    finally:
        csv.field_size_limit(before)

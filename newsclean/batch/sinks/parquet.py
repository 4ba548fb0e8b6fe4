"""Parquet: a column for each key that any record has, of the narrowest type that holds all its values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

from newsclean.batch.extra import extra
from newsclean.batch.shards import ROWS, Shards
from newsclean.batch.sinks.csv import columns_of
from newsclean.model import Metadata

_ROWS = 500
"""Rows of a row group: they are held in memory."""


def write_parquet(shards: Shards, count: int, path: Path, packed: str) -> None:
    """The rows, read twice: once for columns and types. A column whose values have no type in common holds JSON."""
    arrow, parquet = extra("pyarrow"), extra("pyarrow.parquet")
    schema = arrow.schema(_types(shards, count, arrow))
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in _groups(shards, count):
            arrays = [arrow.array(_column(rows, field), field.type) for field in schema]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))


def _types(shards: Shards, count: int, arrow: Any) -> list[Any]:
    """Name and type of every column."""
    types: dict[str, Any] = {}
    for rows in _groups(shards, count):
        for name in dict.fromkeys(name for row in rows for name in row):
            found = _type([row.get(name) for row in rows], arrow)
            types[name] = _common(types.get(name, arrow.null()), found, arrow)
    types |= {"text": arrow.string(), "metadata": _metadata(arrow)}
    types = {name: arrow.string() if found == arrow.null() else found for name, found in types.items()}
    return [arrow.field(name, types[name]) for name in columns_of(shards, count)]


def _type(values: Sequence[Any], arrow: Any) -> Any:
    try:
        found = arrow.infer_type(values)
    except (arrow.ArrowException, ValueError, OverflowError):
        return arrow.string()
    return arrow.string() if _is_hollow(found, arrow) else found


def _is_hollow(found: Any, arrow: Any) -> bool:
    """Whether a type is or holds a struct without fields, which Parquet cannot write."""
    if arrow.types.is_struct(found):
        return found.num_fields == 0 or any(_is_hollow(field.type, arrow) for field in found)
    return arrow.types.is_list(found) and _is_hollow(found.value_type, arrow)


def _common(one: Any, other: Any, arrow: Any) -> Any:
    """A type that holds the values of both."""
    try:
        schemas = [arrow.schema([("x", one)]), arrow.schema([("x", other)])]
        return arrow.unify_schemas(schemas, promote_options="permissive").field("x").type
    except arrow.ArrowException:
        return arrow.string()


def _metadata(arrow: Any) -> Any:
    """The type of the metadata, from the class: it does not depend on what these pages state."""
    text, texts = arrow.string(), arrow.list_(arrow.string())
    return arrow.struct([(name, texts if isinstance(value, list) else text) for name, value in Metadata().to_dict().items()])


def _column(rows: Sequence[Mapping[str, Any]], field: Any) -> list[Any]:
    values = [row.get(field.name) for row in rows]
    if str(field.type) != "string":
        return values
    return [value if value is None or isinstance(value, str) else json.dumps(value, ensure_ascii=False) for value in values]


def _groups(shards: Shards, count: int) -> Iterator[list[dict[str, Any]]]:
    rows = map(json.loads, shards.lines(ROWS, count))
    while group := list(islice(rows, _ROWS)):
        yield group

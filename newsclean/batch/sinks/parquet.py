"""Parquet: a column for each key that any record has, of a type that holds all its values."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from newsclean.batch.extra import extra
from newsclean.batch.shards import ROWS, Shards
from newsclean.batch.sinks.csv import columns_of
from newsclean.batch.sinks.form import Form
from newsclean.model import Metadata

_ROWS = 500
_BYTES = 8 << 20
"""Rows and bytes of JSON from which a row group is full: it is held in memory."""


class _Misfit(Exception):
    """A column whose type does not hold one of its values; the argument is its name."""


def write_parquet(shards: Shards, count: int, path: Path, form: Form) -> None:
    """The rows, read once for columns and types and then again. A column whose values have no type in common holds JSON."""
    arrow = extra("pyarrow")
    types = _types(shards, count, arrow)
    while True:
        try:
            _write(shards, count, path, types, arrow)
            return
        except _Misfit as misfit:  # as a huge integer among floats
            path.unlink()
            types[misfit.args[0]] = arrow.string()


def _write(shards: Shards, count: int, path: Path, types: Mapping[str, Any], arrow: Any) -> None:
    schema = arrow.schema([arrow.field(_whole(name), found) for name, found in types.items()])
    with extra("pyarrow.parquet").ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in _groups(shards, count):
            arrays = [_array([row.get(name) for row in rows], name, found, arrow) for name, found in types.items()]
            writer.write_table(arrow.Table.from_arrays(arrays, schema=schema))


def _types(shards: Shards, count: int, arrow: Any) -> dict[str, Any]:
    """The columns in order, each with its type."""
    null, text = arrow.null(), arrow.string()
    types: dict[str, Any] = {}
    for rows in _groups(shards, count):
        for name in dict.fromkeys(name for row in rows for name in row):
            types[name] = _common(types.get(name, null), _type([row.get(name) for row in rows], arrow), arrow)
    types |= {"text": text, "metadata": _metadata(arrow)}
    return {name: text if types[name] == null else types[name] for name in columns_of(shards, count)}


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


def _array(values: list[Any], name: str, found: Any, arrow: Any) -> Any:
    if found == arrow.string():
        values = [value if value is None else _whole(value if isinstance(value, str) else _json(value)) for value in values]
    try:
        return arrow.array(values, found)
    except (arrow.ArrowException, ValueError, OverflowError) as error:
        raise _Misfit(name) from error


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _whole(text: str) -> str:
    """The text without halves of surrogate pairs, which JSON can spell and UTF-8 cannot."""
    return text.encode("utf-8", "replace").decode()


def _groups(shards: Shards, count: int) -> Iterator[list[dict[str, Any]]]:
    group, size = [], 0
    for line in shards.lines(ROWS, count):
        group.append(json.loads(line))
        size += len(line)
        if len(group) == _ROWS or size >= _BYTES:
            yield group
            group, size = [], 0
    if group:
        yield group

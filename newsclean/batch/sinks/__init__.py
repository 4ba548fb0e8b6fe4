"""Sinks: a format a file. Each turns the rows of finished shards into the output, after all chunks are done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from newsclean.batch.shards import Shards
from newsclean.batch.sinks.csv import write_csv
from newsclean.batch.sinks.lines import write_lines
from newsclean.batch.sinks.parquet import write_parquet
from newsclean.batch.sinks.tree import write_markdown, write_text
from newsclean.batch.streams import COMPRESSIONS
from newsclean.errors import BatchError

SINKS: Mapping[str, Callable[[Shards, int, Path, str], None]] = {
    "jsonl": write_lines,
    "csv": write_csv,
    "parquet": write_parquet,
    "dolma": write_lines,
    "text": write_text,
    "md": write_markdown,
}
"""Writers by format. They get the shards, their number, a path that does not exist yet, and the suffix of a compression."""

FOLDERS = frozenset({"text", "md"})
"""Formats that write a folder."""

_SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".parquet": "parquet"}


class Form(NamedTuple):
    """What an output is written as: a format, and the suffix of a compression or an empty str."""

    format: str
    packed: str

    @property
    def is_folder(self) -> bool:
        """Whether it is many files."""
        return self.format in FOLDERS


def form(output: Path, named: str | None) -> Form:
    """The form of an output: the format that is named, or the one that its suffix tells; a path without a suffix is a folder.

    :raises BatchError: neither tells one, or it cannot be compressed

    >>> form(Path("clean.jsonl.gz"), None)
    Form(format='jsonl', packed='.gz')
    """
    packed = output.suffix.lower() if output.suffix.lower() in COMPRESSIONS else ""
    suffix = Path(output.stem).suffix.lower() if packed else output.suffix.lower()
    is_folder = output.is_dir() or not output.suffix
    found = named or _SUFFIXES.get(suffix) or ("text" if is_folder else None)
    if found is None:
        raise BatchError(f"{output}: its suffix tells no format; say --to, one of {', '.join(SINKS)}")
    if found in FOLDERS and not is_folder:
        raise BatchError(f"{output}: {found} is written to a folder; give a path without a suffix")
    if found not in FOLDERS and output.is_dir():
        raise BatchError(f"{output} is a folder; {found} is written to a file")
    if packed and found == "parquet":
        raise BatchError(f"{output}: Parquet is compressed in itself; leave {packed} out")
    return Form(found, packed)

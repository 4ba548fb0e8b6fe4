"""Sinks: a format a file. Each turns the rows of finished shards into the output, after all chunks are done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from newsclean.batch.shards import Shards
from newsclean.batch.sinks.csv import write_csv
from newsclean.batch.sinks.dolma import write_dolma
from newsclean.batch.sinks.form import Form
from newsclean.batch.sinks.lines import write_lines
from newsclean.batch.sinks.parquet import write_parquet
from newsclean.batch.sinks.tree import write_markdown, write_text
from newsclean.batch.streams import COMPRESSIONS
from newsclean.errors import BatchError

SINKS: Mapping[str, Callable[[Shards, int, Path, Form], None]] = {
    "jsonl": write_lines,
    "csv": write_csv,
    "parquet": write_parquet,
    "dolma": write_dolma,
    "text": write_text,
    "md": write_markdown,
}
"""Writers by format. They get the shards, their number, a path that does not exist yet, and the form to write."""

FOLDERS = frozenset({"text", "md"})
"""Formats that write a folder. Dolma attributes are written to one, or to a file, as the output is named."""

_SUFFIXES = {".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl", ".csv": "csv", ".parquet": "parquet"}


def form(output: Path, named: str | None) -> Form:
    """The form of an output: the format that is named, or the one that its suffix tells; a path without a suffix is a folder.

    :raises BatchError: neither tells one, or it cannot be compressed

    >>> form(Path("clean.jsonl.gz"), None)
    Form(format='jsonl', packed='.gz', is_folder=False)
    """
    packed = output.suffix.lower() if output.suffix.lower() in COMPRESSIONS else ""
    suffix = Path(output.stem).suffix.lower() if packed else output.suffix.lower()
    is_folder = output.is_dir() or not output.suffix
    found = named or _SUFFIXES.get(suffix) or ("text" if is_folder else None)
    if found is None:
        raise BatchError(f"{output}: its suffix tells no format; say --to, one of {', '.join(SINKS)}")
    if found in FOLDERS and not is_folder:
        raise BatchError(f"{output}: {found} is written to a folder; give a path without a suffix")
    if found not in (*FOLDERS, "dolma") and is_folder:
        raise BatchError(f"{output} is, or reads like, a folder; {found} is written to a file: give it a suffix")
    if packed and found == "parquet":
        raise BatchError(f"{output}: Parquet is compressed in itself; leave {packed} out")
    return Form(found, packed, is_folder)

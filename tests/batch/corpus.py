"""Invented pages, and what the tests of batches do with them again and again."""

from __future__ import annotations

import csv
import gzip
import io
import json
import lzma
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import newsclean
from newsclean import Cleaner
from newsclean.batch import Job, Summary, run

ROOT = Path(newsclean.__file__).parent.parent
HERE = Path(__file__).parent

SENTENCES = (
    "The council of Vellin voted on Monday to pay for the repair of ferry number {n}, which lay in dock for two winters.",
    "Three shipyards had looked at engine {n} and sent it back, and each of them had asked for more than the one before.",
    "Islanders welcomed the vote, but they said that the crossing of {n} miles would still be too dear for many ashore.",
    "Fishermen said that they had lost around {n} crowns in income while their boats stayed in the harbour for a week.",
    "The harbour master counted {n} boats at the quay on Tuesday, and he expects as many again before the week is out.",
)


def text(number: int, paragraphs: int = 4) -> str:
    """A flattened page, another for each number."""
    pick = random.Random(number)
    body = "\n".join(pick.choice(SENTENCES).format(n=pick.randint(2, 10**6)) for _ in range(paragraphs))
    head = f"Home\nFerry number {number} to sail again after two winters\nBy Ida Moreau\n"
    return f"{head}{body}\nShare this article\nMost read\nBakery on Quay Street changes hands"


def records(count: int) -> list[dict[str, Any]]:
    """Records of pages with keys of their own."""
    return [{"id": f"doc-{n}", "url": f"https://port.example/{n}", "text": text(n), "number": n} for n in range(count)]


def expected(record: Mapping[str, Any]) -> dict[str, Any]:
    """What a record becomes."""
    article = Cleaner().clean(record["text"], url=record.get("url"))
    ours = {"metadata": article.metadata.to_dict(), "status": str(article.status), "confidence": article.confidence}
    return {**record, "text": article.text, **ours}


def jsonl(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """The rows as JSON lines."""
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def csv_of(rows: Sequence[Mapping[str, Any]], delimiter: str = ",") -> bytes:
    """The rows as CSV."""
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()


def parquet_of(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The rows as Parquet."""
    import pyarrow
    import pyarrow.parquet

    sink = io.BytesIO()
    pyarrow.parquet.write_table(pyarrow.Table.from_pylist(list(rows)), sink)
    return sink.getvalue()


def archived(
    number: int, body: bytes, *, type: str = "conversion", http: str = "", content: str = "text/plain", length: int | None = None
) -> bytes:
    """A record of a WARC file."""
    payload = http.encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Target-URI: https://port.example/{number}\r\n"
        f"WARC-Date: 2025-03-04T10:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-{number:012}>\r\n"
        f"Content-Type: {content}\r\nContent-Length: {len(payload) if length is None else length}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def zstd(data: bytes) -> bytes:
    """The data packed by zstd."""
    import zstandard

    packed: bytes = zstandard.compress(data)
    return packed


PACKERS: Mapping[str, Callable[[bytes], bytes]] = {"": bytes, ".gz": gzip.compress, ".xz": lzma.compress, ".zst": zstd}


def lines(path: Path) -> list[dict[str, Any]]:
    """The objects in a file of JSON lines."""
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def clean(tmp: Path, *inputs: Path | str, output: str = "out.jsonl", **options: Any) -> tuple[Summary, Path]:
    """The summary of a batch in this process, and where its output is."""
    settings = {key: options.pop(key) for key in ("workers", "begin", "strict", "note") if key in options}
    job = Job(tuple(map(str, inputs)), tmp / output, errors=tmp / "errors.jsonl", **options)
    return run(job, **settings), tmp / output


def failures(tmp: Path) -> list[dict[str, Any]]:
    """The errors file that :func:`clean` wrote."""
    return lines(tmp / "errors.jsonl")


def environment() -> dict[str, str]:
    """The environment of a process that finds the package and the modules of these tests."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT), str(HERE)))}


def command(cwd: Path, *arguments: str, stdin: bytes = b"", **options: Any) -> subprocess.CompletedProcess[bytes]:
    """The finished command ``newsclean batch``."""
    line = [sys.executable, "-m", "newsclean", "batch", *arguments]
    return subprocess.run(line, cwd=cwd, input=stdin, env=environment(), capture_output=True, **options)

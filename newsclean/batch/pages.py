"""From a stored item to a page: the work of a source that is done by workers."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

from newsclean.batch.extra import extra
from newsclean.batch.items import BROKEN, Item
from newsclean.batch.job import Job
from newsclean.batch.streams import opened
from newsclean.batch.unreadable import Unreadable
from newsclean.cleaner import Kind

_UNPACKERS = {
    "gzip": "GzipReader",
    "x-gzip": "GzipReader",
    "deflate": "GzipReader",
    "br": "BrotliReader",
    "chunked": "ChunkedReader",
}
"""What undoes the codings of HTTP, in fastwarc."""

_SHOWN = 60
"""Characters of a damaged line that an error shows."""


class Page(NamedTuple):
    """A page to clean. ``fields`` is its record without the page itself, which stood under ``key``."""

    fields: Mapping[str, Any]
    key: str | None
    content: str | bytes
    kind: Kind
    url: str | None
    id: str | None


def parse(item: Item, job: Job) -> Page:
    """The page of an item.

    :raises Unreadable: there is none
    """
    if item.format == BROKEN:
        raise Unreadable(item.data)
    return _PARSERS[item.format](item, job)


def _record(record: Mapping[str, Any], job: Job) -> Page:
    """The page in a record: under the first of the keys it may stand under that holds one."""
    for kind, key in job.keys.candidates:
        content = record.get(key)
        if isinstance(content, (str, bytes)) and content:
            return _page(record, key, content, "html" if kind == "html" else "auto", job)
    kind, key = next(((kind, key) for kind, key in job.keys.candidates if record.get(key) is not None), ("", ""))
    if not key:
        names = " or ".join(repr(key) for _, key in job.keys.candidates)
        raise Unreadable(f"no key {names}; it has {', '.join(map(str, record)) or 'no key'}: say --text-key or --html-key")
    if not isinstance(record[key], (str, bytes)):
        raise Unreadable(f"{key!r} holds {type(record[key]).__name__}; expected a string")
    return _page(record, key, "", "text", job)


def _page(fields: Mapping[str, Any], key: str | None, content: str | bytes, kind: Kind, job: Job) -> Page:
    url, name = fields.get(job.keys.url), fields.get(job.keys.id)
    known = isinstance(name, (str, int)) and name != ""
    return Page(fields, key, content, kind, url if isinstance(url, str) else None, str(name) if known else None)


def _line(item: Item, job: Job) -> Page:
    try:
        record = json.loads(item.data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise Unreadable(f"not UTF-8 at byte {error.start + 1} of the line: correct or convert it") from error
    except (ValueError, RecursionError) as error:
        shown = item.data[:_SHOWN].decode("utf-8", "replace").strip()
        raise Unreadable(f"no JSON: {error}: {shown!r}") from error
    if not isinstance(record, dict):
        raise Unreadable(f"the line holds {type(record).__name__}; expected an object")
    return _record(record, job)


def _row(item: Item, job: Job) -> Page:
    if any(isinstance(value, str) and not _encodes(value) for value in item.data.values()):
        raise Unreadable("the row is not UTF-8: correct or convert it")
    return _record(item.data, job)


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _file(item: Item, job: Job) -> Page:
    """A file, which the worker reads, or standard input, which the parent did."""
    if isinstance(item.data, bytes):
        content = item.data
    else:
        try:
            with opened(item.data[0]) as stream:
                content = _up_to(stream.read, job.limits.record_bytes + 1)
        except OSError as error:
            raise Unreadable(f"cannot be read: {error.strerror or error}; check the file and its permissions") from error
    if not content:
        raise Unreadable("is empty")
    return Page({"file": item.source}, None, content, "html" if item.format == "html" else "auto", None, None)


def _archived(item: Item, job: Job) -> Page:
    fields, kind, (charset, *codings), body = item.data
    content = _decoded(body, codings, job.limits.record_bytes + 1)
    page = _page(fields, None, content, kind, job)
    if not charset:
        return page
    try:
        return page._replace(content=content.decode(charset))
    except (LookupError, UnicodeDecodeError):  # servers name what their pages are not in
        return page


def _decoded(body: bytes, codings: Sequence[str], limit: int) -> bytes:
    """The body as it was before the server packed it, or the body where the archive has unpacked it already."""
    for coding in reversed(codings):
        if coding in _UNPACKERS:
            try:
                unpacked = getattr(extra("fastwarc.stream_io"), _UNPACKERS[coding])(io.BytesIO(body))
                body = _up_to(unpacked.read, limit) or body
            except (OSError, ValueError, EOFError):
                continue
    return body


def _up_to(read: Callable[[int], bytes | None], limit: int) -> bytes:
    """At most ``limit`` bytes."""
    parts = []
    while limit > 0 and (part := read(min(limit, 1 << 20))):
        parts.append(part)
        limit -= len(part)
    return b"".join(parts)


_PARSERS: Mapping[str, Callable[[Item, Job], Page]] = {
    "jsonl": _line,
    "row": _row,
    "text": _file,
    "html": _file,
    "page": _archived,
}

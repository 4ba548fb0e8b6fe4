"""WARC and WET: the pages that a crawl archived, and their text."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from typing import Any

from newsclean.batch.extra import extra
from newsclean.batch.inputs import Input
from newsclean.batch.items import Item, Unreadable, broken
from newsclean.batch.job import Limits
from newsclean.batch.streams import Metered

_PAGES = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}


def read_warc(item: Input, stream: Metered, limits: Limits) -> Iterator[Item]:
    """The pages as fields, kind, coding and bytes: successful responses of HTML or text, resources like them, and converted text.

    Other records of an archive, such as requests, pictures and errors of servers, are no pages and are passed over.
    """
    warc = extra("fastwarc.warc")
    types = warc.WarcRecordType
    wanted = types.response | types.resource | types.conversion
    try:
        for record in warc.ArchiveIterator(io.BufferedReader(stream, 1 << 18), record_types=wanted, parse_http=True):
            kind = _kind(record, types)
            if kind is None:
                continue
            where = {"offset": record.stream_pos}
            body = record.reader.read(limits.record_bytes + 1)
            if len(body) < min(record.content_length, limits.record_bytes + 1):
                yield broken(item.path, "the archive is cut off within this record; fetch it again", where)
            else:
                yield Item(item.path, where, item.name, "page", (_fields(record), kind, _coding(record), body))
    except OSError as error:
        raise Unreadable(f"no WARC from here on: {error}") from error


def _kind(record: Any, types: Any) -> str | None:
    """``html`` or ``text``, or None for what is no page."""
    if record.record_type == types.conversion:
        return "text"
    if record.http_headers is not None:
        status = record.http_headers.status_code
        return _PAGES.get(_type(record.http_content_type)) if status is None or 200 <= status < 300 else None
    return _PAGES.get(_type(record.headers.get("Content-Type")))


def _type(header: str | None) -> str:
    return (header or "").partition(";")[0].strip().lower()


def _fields(record: Any) -> Mapping[str, str | None]:
    """What a record of the output says about the page beside its text."""
    headers = record.headers
    address = headers.get("WARC-Target-URI")
    return {
        "id": headers.get("WARC-Record-ID"),
        "url": address.strip("<>") if address else None,
        "date": headers.get("WARC-Date"),
    }


def _coding(record: Any) -> tuple[str, ...]:
    """How the server packed the body, the outermost coding last, and the character set it named or an empty str first."""
    if record.http_headers is None:
        return ("",)
    headers = record.http_headers
    named = f"{headers.get('Content-Encoding') or ''},{headers.get('Transfer-Encoding') or ''}".lower().split(",")
    return (record.http_charset or "", *(coding.strip() for coding in named if coding.strip()))

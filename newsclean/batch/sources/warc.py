"""WARC and WET: the pages that a crawl archived, and their text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from newsclean.batch.extra import extra
from newsclean.batch.inputs import Input
from newsclean.batch.items import Item, broken
from newsclean.batch.job import Limits
from newsclean.batch.streams import Metered
from newsclean.batch.unreadable import Unreadable

_PAGES = {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}


def read_warc(item: Input, stream: Metered, limits: Limits) -> Iterator[Item]:
    """The pages as fields, kind, coding and bytes: successful responses of HTML or text, resources like them, and converted text.

    Other records of an archive, such as requests, pictures and errors of servers, are no pages and are passed over.
    """
    warc = extra("fastwarc.warc")
    types = warc.WarcRecordType
    wanted = types.response | types.resource | types.conversion
    archive = _Archive(stream)
    try:
        for record in warc.ArchiveIterator(archive, record_types=wanted, parse_http=True):
            kind = _kind(record, types)
            if kind is None:
                continue
            where = {"offset": record.stream_pos}
            body = record.reader.read(limits.record_bytes + 1)
            if len(body) < min(record.content_length, limits.record_bytes + 1):
                if archive.problem is not None:
                    break
                yield broken(item, "the archive is cut off within this record; fetch it again", where)
            else:
                yield Item(item.path, where, item.name, "page", (_fields(record), kind, _coding(record), body))
    except OSError as error:
        raise Unreadable(f"no WARC from here on: {error}") from error
    if archive.problem is not None:
        raise archive.problem


class _Archive:
    """A stream as fastwarc reads it. A problem ends it, and is kept: fastwarc would make another of it."""

    def __init__(self, stream: Metered) -> None:
        self._stream = stream
        self.problem: Unreadable | None = None

    def read(self, size: int = -1) -> bytes:
        """Up to ``size`` bytes, none at the end."""
        try:
            return self._stream.read(size) or b""
        except Unreadable as error:
            self.problem = error
            return b""

    def tell(self) -> int:
        """Where reading begins."""
        return 0

    def close(self) -> None:
        """The stream belongs to another."""


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

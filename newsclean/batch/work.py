"""What is done with one item, in whatever process: parse, clean, write down."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from newsclean.batch.items import Item
from newsclean.batch.job import Job
from newsclean.batch.pages import Page, parse
from newsclean.batch.records import FORMS, PLACEHOLDERS, Result
from newsclean.batch.tally import Tally
from newsclean.batch.unreadable import Unreadable
from newsclean.cleaner import Cleaner
from newsclean.errors import NewscleanError
from newsclean.model import Article, Metadata, Status


class Accident(StrEnum):
    """Statuses of documents that could be read, but not cleaned."""

    TOO_LARGE = "too_large"
    TIMEOUT = "timeout"
    CRASHED = "crashed"


UNREADABLE = "unreadable"
"""The status, in the list of errors, of a place that gives no record."""


_PLACES = frozenset({"line", "row", "offset"})
"""What tells the place of a single document in an input."""


class Outcome(NamedTuple):
    """Lines that came of an item: one for the output and one about it for the index, if there is a record, one for the errors."""

    row: bytes | None
    about: bytes | None
    failure: bytes | None


class Verdict(NamedTuple):
    """What is known about a document before it is tried: it is not to be cleaned, since that ends badly, or not even parsed."""

    status: Accident
    reason: str
    parsed: bool = True


def work(item: Item, cleaner: Cleaner, job: Job, sink_format: str, tally: Tally, verdict: Verdict | None = None) -> Outcome:
    """Clean one item and count it."""
    try:
        if verdict is not None and not verdict.parsed:
            raise Unreadable(verdict.reason)
        page = parse(item, job)
        result = _clean(page, cleaner, job, verdict)
        row = dump(FORMS[sink_format](page, result, job))
    except Exception as error:  # nothing in a document may end the batch
        tally.counts["failures"] += 1
        reason = str(error) if isinstance(error, (Unreadable, NewscleanError)) else f"{type(error).__name__}: {error}"
        told = failure(item, UNREADABLE, reason)
        if sink_format in PLACEHOLDERS and _PLACES & item.where.keys():
            return Outcome(dump(PLACEHOLDERS[sink_format]), _index(item, None), told)
        return Outcome(None, None, told)
    tally.add(result.article, result.status)
    failed = None
    if result.failed:
        tally.counts["failures"] += 1
        failed = failure(item, result.status, result.reason, page.id)
    return Outcome(row, _index(item, page.id), failed)


def failure(item: Item, status: str, reason: str, id: str | None = None) -> bytes:
    """A line of the errors file."""
    named = {"id": id} if id is not None else {}
    return dump({"source": item.source, **item.where, **named, "status": status, "reason": reason})


def _index(item: Item, id: str | None) -> bytes:
    """Where a row comes from, and what to call it."""
    return dump({"source": item.source, **item.where, "name": item.name, "id": id})


def _clean(page: Page, cleaner: Cleaner, job: Job, verdict: Verdict | None) -> Result:
    if verdict is None and len(page.content) > job.limits.chars:
        reason = f"{len(page.content)} characters or bytes, and the limit is {job.limits.chars}; raise --max-chars to clean it"
        verdict = Verdict(Accident.TOO_LARGE, reason)
    if verdict is None:
        try:
            article = cleaner.clean(page.content, url=page.url, kind=page.kind)
            unread = not article.blocks and article.status not in (Status.OK, Status.EMPTY)
            return Result(article, str(article.status), article.reason, failed=unread)
        except MemoryError:
            verdict = Verdict(Accident.CRASHED, f"needs more memory than {job.limits.megabytes} MB; raise --memory to clean it")
        except Exception as error:  # a filter of the user's own, or a fault of ours: neither may end the batch
            verdict = Verdict(Accident.CRASHED, f"{type(error).__name__}: {error}")
    return Result(Article("", metadata=Metadata(url=page.url)), verdict.status, verdict.reason, failed=True)


def dump(value: Mapping[str, Any]) -> bytes:
    """A line of JSON."""
    line = json.dumps(value, ensure_ascii=False, default=_plain)
    try:
        return line.encode() + b"\n"
    except UnicodeEncodeError:  # half a surrogate pair, which JSON can spell and UTF-8 cannot
        return json.dumps(value, default=_plain).encode() + b"\n"


def _plain(value: object) -> str:
    """What JSON has no form for, as a string: dates as ISO 8601, bytes as text or else base64."""
    if isinstance(value, bytes):
        try:
            return value.decode()
        except UnicodeDecodeError:
            return base64.b64encode(value).decode()
    isoformat = getattr(value, "isoformat", None)
    return isoformat() if isoformat is not None else str(value)

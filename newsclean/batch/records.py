"""From an article to what the batch writes: one form for each kind of output."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from newsclean.batch.job import Job
from newsclean.batch.pages import Page
from newsclean.model import Article
from newsclean.write import to_markdown, to_text

DOLMA = "newsclean"
"""What the names of Dolma attributes begin with."""


class Result(NamedTuple):
    """An article, the status of its document, which may be one that only a batch knows, and whether that is a failure."""

    article: Article
    status: str
    reason: str
    failed: bool


def record(page: Page, result: Result, job: Job) -> dict[str, Any]:
    """The page's own fields with the clean body in place of the page, and what newsclean says about it.

    A field that has one of newsclean's names is kept under another: ``input_status`` for ``status``.
    """
    article = result.article
    ours: dict[str, Any] = {
        "metadata": article.metadata.to_dict(),
        "status": result.status,
        "confidence": article.confidence,
    }
    if "removed" in job.extras:
        ours |= {"removed": [fate.to_dict() for fate in article.removed], "reason": result.reason}
    if "source" in job.extras:
        ours["source"] = article.source
    written: dict[str, Any] = {}
    for name, value in page.fields.items():
        if name == page.key:
            written["text"] = article.text
        else:
            written[_free(name, page.fields, ours)] = value
    return {**written, "text": article.text, **ours} if "text" not in written else {**written, **ours}


def _free(name: str, fields: Mapping[str, Any], ours: Mapping[str, Any]) -> str:
    """The name, or another if it is one of ours."""
    if name in ours or name == "text":
        name = f"input_{name}"
        while name in fields:
            name = f"input_{name}"
    return name


def text(page: Page, result: Result, job: Job) -> dict[str, Any]:
    """A file of plain text."""
    return {"text": to_text(result.article)}


def markdown(page: Page, result: Result, job: Job) -> dict[str, Any]:
    """A file of Markdown."""
    return {"text": to_markdown(result.article)}


def attributes(page: Page, result: Result, job: Job) -> dict[str, Any]:
    """A row of Dolma attributes: spans of the page's own text, ``[start, end, score]``, by the role they were removed for.

    ``newsclean__removed`` has all of them, and ``newsclean__confidence`` the whole text with the article's confidence as score.
    """
    article = result.article
    spans: dict[str, list[list[float]]] = {f"{DOLMA}__removed": []}
    for fate in article.removed:
        spans[f"{DOLMA}__removed"].append([fate.start, fate.end, 1.0])
        spans.setdefault(f"{DOLMA}__{fate.role}", []).append([fate.start, fate.end, 1.0])
    spans[f"{DOLMA}__confidence"] = [[0, len(article.source), article.confidence]]
    return {"id": page.id, "attributes": spans}


FORMS: Mapping[str, Callable[[Page, Result, Job], dict[str, Any]]] = {
    "jsonl": record,
    "csv": record,
    "parquet": record,
    "text": text,
    "md": markdown,
    "dolma": attributes,
}

PLACEHOLDERS: Mapping[str, dict[str, Any]] = {"dolma": {"id": None, "attributes": {}}}
"""What stands for a record that cannot be read, in outputs that have a row for each row of the input."""

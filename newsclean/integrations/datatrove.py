"""Steps for datatrove's pipelines: clean, and learn the lines that sites repeat.

A step holds plain options, so that executors can send it to other processes and machines; a cleaner is built where
documents arrive. ``examples/datatrove_news.py`` shows a whole pipeline. Install with ``pip install "newsclean[datatrove]"``.
"""

from __future__ import annotations

from collections import Counter
from contextlib import nullcontext
from pathlib import Path

from datatrove.data import Document, DocumentsPipeline
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.writers.disk_base import DiskWriter
from datatrove.utils.typeshelper import StatHints

from newsclean.cleaner import Cleaner, Kind, Preset
from newsclean.model import Article
from newsclean.profiles.counts import Counts
from newsclean.profiles.page_lines import page_lines
from newsclean.profiles.profile import MIN_DOCS, MIN_SHARE
from newsclean.profiles.site import site_of


class Clean(PipelineStep):
    """Put the clean body in the place of each document's text, and what newsclean says about it into its metadata.

    The document's own metadata stay; under ``newsclean`` come metadata, status, reason and confidence. A document
    without a body is dropped, with its text as it came and its status as ``filter_reason``. The statistics count documents by
    status and language, characters in and kept, and the lines that each rule removed.

    :param preset: ``balanced``, ``precision``, ``recall`` or ``rules``
    :param kind: ``text``, ``html``, or ``auto`` to tell them apart
    :param profiles: a directory of profiles, which every worker can read
    :param url_key: the key of a document's address in its metadata
    :param exclusion_writer: gets the documents that are dropped
    """

    name = "📰 newsclean"
    type = "✂️ - FORMAT"

    def __init__(
        self,
        *,
        preset: Preset = "balanced",
        kind: Kind = "auto",
        profiles: str | None = None,
        url_key: str = "url",
        exclusion_writer: DiskWriter | None = None,
    ) -> None:
        super().__init__()
        self.preset = preset
        self.kind = kind
        self.profiles = profiles
        self.url_key = url_key
        self.exclusion_writer = exclusion_writer

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """The documents that have a body, clean and in order."""
        cleaner = Cleaner(preset=self.preset, profiles=self.profiles)
        with self.exclusion_writer or nullcontext() as writer:
            for document in data or ():
                with self.track_time():
                    article = cleaner.clean(document.text, url=_address(document, self.url_key), kind=self.kind)
                self._count(document, article)
                if article.text:
                    document.metadata["newsclean"] = _account(article)
                    document.text = article.text
                    self.update_doc_stats(document)
                    yield document
                elif writer is not None:
                    document.metadata |= {"filter_reason": str(article.status), "newsclean": _account(article)}
                    writer.write(document, rank)

    def _count(self, document: Document, article: Article) -> None:
        self.stat_update(StatHints.total, StatHints.forwarded if article.text else f"{StatHints.dropped}_{article.status}")
        self.stat_update(f"status_{article.status}", f"language_{article.metadata.language}")
        self.stat_update("chars_in", value=len(document.text))
        self.stat_update("chars_kept", value=len(article.text))
        for rule, lines in Counter(line.rule for line in article.removed).items():
            self.stat_update(f"rule_{rule}", value=lines)


class Learn(PipelineStep):
    """Count the lines of the documents' sites, and pass the documents on; :class:`Merge` makes profiles of the counts.

    :param counts: a directory that all tasks can write to; each task has a directory of its own in it
    :param kind: ``text``, ``html``, or ``auto`` to tell them apart; the same as for :class:`Clean`
    :param url_key: the key of a document's address in its metadata; documents without one are passed over
    """

    name = "🔁 newsclean: lines that sites repeat"
    type = "🫂 - DEDUP"

    def __init__(self, counts: str, *, kind: Kind = "auto", url_key: str = "url") -> None:
        super().__init__()
        self.counts = counts
        self.kind = kind
        self.url_key = url_key

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """The documents as they came; at their end the counts are written."""
        with Counts() as counts:
            for document in data or ():
                with self.track_time():
                    site = site_of(_address(document, self.url_key) or "")
                    lines, problem = page_lines(document.text, self.kind) if site else ((), "no address")
                    if not problem:
                        counts.add(site, lines)
                self.stat_update("not_learned" if problem else "learned")
                yield document
            counts.write(Path(self.counts) / f"{rank:05d}", min_docs=1, min_share=0)


class Merge(PipelineStep):
    """Add the counts of all tasks, and write a profile of each site. Give it one task.

    :param counts: the directory that :class:`Learn` wrote to
    :param profiles: where the profiles go
    :param min_docs: pages that must have a line; every page, where a site has fewer
    :param min_share: share of a site's pages, 0 to 1, that must have it
    """

    name = "🔁 newsclean: profiles of sites"
    type = "🫂 - DEDUP"

    def __init__(self, counts: str, profiles: str, *, min_docs: int = MIN_DOCS, min_share: float = MIN_SHARE) -> None:
        super().__init__()
        self.counts = counts
        self.profiles = profiles
        self.min_docs = min_docs
        self.min_share = min_share

    def run(self, data: DocumentsPipeline, rank: int = 0, world_size: int = 1) -> DocumentsPipeline:
        """Passes on what comes, if anything does."""
        if rank == 0:
            with Counts() as counts, self.track_time():
                for folder in sorted(Path(self.counts).iterdir()):
                    if any(folder.iterdir()):
                        counts.merge(folder)
                self.stat_update("sites", value=counts.write(self.profiles, min_docs=self.min_docs, min_share=self.min_share))
        yield from data or ()


def _address(document: Document, key: str) -> str | None:
    address = document.metadata.get(key)
    return address if isinstance(address, str) else None


def _account(article: Article) -> dict[str, object]:
    return {
        "metadata": article.metadata.to_dict(),
        "status": str(article.status),
        "reason": article.reason,
        "confidence": article.confidence,
    }

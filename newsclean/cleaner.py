"""The public door: a cleaner holds immutable configuration and turns sources into articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from os import PathLike
from typing import Any, Literal

from newsclean.assemble import assemble
from newsclean.document import Document, Filter
from newsclean.errors import ConfigError
from newsclean.guard import guard
from newsclean.language import UNDETERMINED, Identifier, LangdetectDetector
from newsclean.measure import Line, measure, remeasure
from newsclean.model import Article, Block, Metadata, Role, Status
from newsclean.pipeline import PRESETS, Pipeline
from newsclean.profiles import Profile, Profiles, site_of
from newsclean.read.detect import looks_like_html
from newsclean.read.text import read
from newsclean.segment import segment
from newsclean.vocabulary import load

Kind = Literal["auto", "text", "html"]
Preset = Literal["balanced", "precision", "recall"]

_NO_HTML = "HTML is not read yet: strip the markup first, or pass kind='text' to clean it as it is"
_KINDS = ("auto", "text", "html")


class Cleaner:
    """Cleans news pages with one preset, or with filters of your own. Immutable, so threads may share it.

    :param preset: ``balanced``, ``precision`` (paragraphs only) or ``recall`` (also what stands next to the story)
    :param filters: a :class:`~newsclean.Pipeline` or filters in order, in place of a preset
    :param profiles: lines that sites repeat, as :class:`~newsclean.Profiles` or the directory that ``newsclean learn`` wrote
    :param site: the site of all pages; by default the host of each page's address, see :func:`~newsclean.profiles.site_of`
    :raises ConfigError: an unknown preset, or a directory without profiles
    :raises ProfileError: a file there that is no profile

    >>> page = "Harbour opens again after the storms\\n\\nShips left the harbour on Monday, a week after the gales, it said."
    >>> Cleaner().clean(page).text
    'Ships left the harbour on Monday, a week after the gales, it said.'
    """

    def __init__(
        self,
        *,
        preset: Preset = "balanced",
        filters: Iterable[Filter] | None = None,
        profiles: Profiles | str | PathLike[str] | None = None,
        site: str | None = None,
    ) -> None:
        if preset not in PRESETS:
            raise ConfigError(f"preset {preset!r}; expected one of {', '.join(PRESETS)}")
        self._pipeline = PRESETS[preset] if filters is None else Pipeline(tuple(filters))
        self._profiles = profiles if profiles is None or isinstance(profiles, Profiles) else Profiles.load(profiles)
        self._site = site
        self._vocabulary = load()
        self._identifier = Identifier(self._vocabulary, LangdetectDetector())

    @property
    def pipeline(self) -> Pipeline:
        """The filters this cleaner runs, in order."""
        return self._pipeline

    def clean(self, source: str | bytes, *, url: str | None = None, kind: Kind = "auto") -> Article:
        """Clean one page.

        :param source: the page's text, as str or as bytes in any encoding
        :param url: the page's address, handed through to the metadata; its host says whose profile to use
        :param kind: ``text``, ``html``, or ``auto`` to tell them apart
        :raises ReadError: the source is neither str nor bytes
        :raises ConfigError: an unknown kind, or ``html``, which is not read yet
        """
        if kind not in _KINDS:
            raise ConfigError(f"kind {kind!r}; expected one of {', '.join(_KINDS)}")
        reading = read(source)
        if reading.problem:
            return Article(reading.source, metadata=Metadata(url=url), status=Status.UNDECODABLE, reason=reading.problem)
        if kind == "html":
            raise ConfigError(_NO_HTML)
        if kind == "auto" and looks_like_html(reading.source):
            return Article(reading.source, metadata=Metadata(url=url), status=Status.UNSUPPORTED, reason=_NO_HTML)
        document, guarded = self._settle(reading.source, self._profile(url))
        return assemble(document, url=url, guarded=guarded)

    def stream(self, sources: Iterable[str | bytes], *, kind: Kind = "auto") -> Iterator[Article]:
        """Clean pages one by one, in order, holding one at a time."""
        return (self.clean(source, kind=kind) for source in sources)

    def map_batch(self, batch: Mapping[str, Sequence[Any]], *, key: str = "text", kind: Kind = "auto") -> dict[str, list[Any]]:
        """Clean a batch of columns, as ``datasets.map(batched=True)`` and Ray's ``map_batches`` pass it.

        The other columns stay; ``key`` becomes the clean body, and ``metadata``, ``status`` and ``confidence`` are added.
        A column ``url``, if there is one, holds the addresses of the pages.

        :raises ConfigError: the batch has no column ``key``
        """
        if key not in batch:
            raise ConfigError(f"no column {key!r} in the batch; it has {', '.join(batch)}")
        addresses = [url if isinstance(url, str) else None for url in batch.get("url", [None] * len(batch[key]))]
        articles = [self.clean(source, url=url, kind=kind) for source, url in zip(batch[key], addresses, strict=True)]
        return {
            **{name: list(column) for name, column in batch.items()},
            key: [article.text for article in articles],
            "metadata": [article.metadata.to_dict() for article in articles],
            "status": [str(article.status) for article in articles],
            "confidence": [article.confidence for article in articles],
        }

    def _profile(self, url: str | None) -> Profile | None:
        """What is known about the page's site."""
        if self._profiles is None:
            return None
        return self._profiles.get(site_of(url or "") if self._site is None else self._site)

    def _document(
        self, source: str, blocks: tuple[Block, ...], lines: tuple[Line, ...], profile: Profile | None
    ) -> Document:
        phrases = tuple(number for number, line in enumerate(lines) if line.phrase is not None)
        document = Document(source, blocks, lines, self._vocabulary, UNDETERMINED, (None,) * len(blocks), phrases, profile)
        story = document.region or range(len(blocks))
        return replace(document, language=self._identifier.page([blocks[number].text for number in story]))

    def _settle(self, source: str, profile: Profile | None) -> tuple[Document, bool]:
        """Run the pipeline, then again on what it kept until it keeps all: so cleaning twice equals cleaning once."""
        blocks = segment(source)
        settled, guarded = guard(self._pipeline.run(self._document(source, blocks, measure(blocks, self._vocabulary), profile)))
        while True:
            kept = [number for number in range(len(settled)) if settled.kept(number)]
            rest = tuple(settled.blocks[number]._replace(gap_before=min(place, 1)) for place, number in enumerate(kept))
            lines = remeasure(kept, settled.blocks, settled.lines, self._vocabulary)
            again, _ = guard(self._pipeline.run(self._document(source, rest, lines, profile)))
            more = {
                number: claim._replace(block=number)
                for number, claim in zip(kept, again.claims, strict=True)
                if claim is not None and claim.role is not Role.BODY
            }
            if not more:
                return settled, guarded
            claims = (more.get(number, claim) for number, claim in enumerate(settled.claims))
            settled = replace(settled, claims=tuple(claims))


def clean(source: str | bytes, *, url: str | None = None, kind: Kind = "auto", preset: Preset = "balanced") -> Article:
    """Clean one page with a preset; see :meth:`Cleaner.clean`."""
    return Cleaner(preset=preset).clean(source, url=url, kind=kind)

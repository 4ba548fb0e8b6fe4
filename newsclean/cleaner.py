"""The public door: a cleaner holds immutable configuration and turns sources into articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from os import PathLike
from typing import TYPE_CHECKING, Any, Literal

from newsclean.assemble import assemble
from newsclean.document import Filter
from newsclean.errors import ConfigError
from newsclean.language import Identifier, LangdetectDetector
from newsclean.model import Article, Metadata, Status
from newsclean.pipeline import PRESETS, Pipeline
from newsclean.profiles import Profiles, site_of
from newsclean.read.detect import looks_like_html
from newsclean.read.text import read
from newsclean.segment import segment
from newsclean.settle import Page
from newsclean.vocabulary import load

if TYPE_CHECKING:
    from newsclean.read.head import Head

Kind = Literal["auto", "text", "html"]
Preset = Literal["balanced", "precision", "recall", "rules"]

OTHER_LANGUAGE = 0.7
"""What confidence keeps where the page declares another language than its story is in."""

_KINDS = ("auto", "text", "html")


class Cleaner:
    """Cleans news pages with one preset, or with filters of your own. Immutable, so threads may share it.

    :param preset: ``balanced``, ``precision`` (paragraphs only) or ``recall`` (also what stands next to
        the story) or ``rules`` (without the learned scorer)
    :param filters: a :class:`~newsclean.Pipeline` or filters in order, in place of a preset
    :param profiles: lines that sites repeat, as :class:`~newsclean.Profiles` or the directory that ``newsclean learn`` wrote
    :param site: the site of all pages; by default the host of each page's address, see :func:`~newsclean.profiles.site_of`
    :raises ConfigError: an unknown preset, or a directory without profiles
    :raises ProfileError: a file there that is no profile

    >>> page = "Home\\nHarbour opens again after storms\\nShips left the harbour on Monday, a week after the gales, it said."
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

        :param source: the page's text or HTML, as str or as bytes in any encoding
        :param url: the page's address, handed through to the metadata; its host says whose profile to use
        :param kind: ``text``, ``html``, or ``auto`` to tell them apart
        :raises ReadError: the source is neither str nor bytes
        :raises ConfigError: an unknown kind
        """
        if kind not in _KINDS:
            raise ConfigError(f"kind {kind!r}; expected one of {', '.join(_KINDS)}")
        reading = read(source)
        if reading.problem:
            return Article(reading.source, metadata=Metadata(url=url), status=Status.UNDECODABLE, reason=reading.problem)
        if kind == "html" or (kind == "auto" and looks_like_html(reading.source)):
            return self._clean_html(reading.source, url)
        document, guarded = self._page(reading.source, url).settle(segment(reading.source))
        return assemble(document, url=url, guarded=guarded)

    def _clean_html(self, html: str, url: str | None) -> Article:
        """Clean a page with its markup, or the text of one whose markup could not be parsed."""
        from newsclean.read.html import read_html

        page = read_html(html)
        if page.head is None:
            document, guarded = self._page(page.source, url).settle(segment(page.source))
            article = assemble(document, url=url, guarded=guarded)
        else:
            document, guarded = self._page(page.source, url).run(page.blocks)
            article = self._with_markup(assemble(document, url=url, guarded=guarded), page.head, url)
        if page.status is Status.OK or article.status is Status.EMPTY:
            return article
        return replace(article, status=page.status, reason=page.reason)

    def _with_markup(self, article: Article, head: Head, url: str | None) -> Article:
        """The article with what the page's markup states about it."""
        from newsclean.metadata.html import from_html
        from newsclean.metadata.languages import languages_agree
        from newsclean.metadata.merge import merge

        stated = from_html(head, url=url, vocabulary=self._vocabulary)
        agree = languages_agree(stated.language, article.metadata.language)
        trust = 1.0 if agree else OTHER_LANGUAGE
        return replace(article, metadata=merge(stated, article.metadata), confidence=round(article.confidence * trust, 3))

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

    def _page(self, source: str, url: str | None) -> Page:
        profile = None
        if self._profiles is not None:
            profile = self._profiles.get(site_of(url or "") if self._site is None else self._site)
        return Page(source, self._pipeline, self._vocabulary, self._identifier, profile)


def clean(source: str | bytes, *, url: str | None = None, kind: Kind = "auto", preset: Preset = "balanced") -> Article:
    """Clean one page with a preset; see :meth:`Cleaner.clean`."""
    return Cleaner(preset=preset).clean(source, url=url, kind=kind)

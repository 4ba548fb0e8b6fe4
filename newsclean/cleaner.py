"""The public door: a cleaner holds immutable configuration and turns sources into articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from newsclean.assemble import assemble
from newsclean.document import Document, Filter
from newsclean.errors import ConfigError
from newsclean.filters import Outside, Scored
from newsclean.guard import guard, is_fed
from newsclean.language import UNDETERMINED, Identifier, LangdetectDetector
from newsclean.measure import Gauge, near
from newsclean.model import Article, Block, Metadata, Role, Status
from newsclean.pipeline import PRESETS, Pipeline
from newsclean.read.detect import looks_like_html
from newsclean.read.text import read
from newsclean.segment import segment
from newsclean.vocabulary import load

if TYPE_CHECKING:
    from newsclean.scorer import Reading, Scores

Kind = Literal["auto", "text", "html"]
Preset = Literal["balanced", "precision", "recall"]

OTHER_LANGUAGE = 0.7
"""What confidence keeps where the page declares another language than its story is in."""

_KINDS = ("auto", "text", "html")


class Cleaner:
    """Cleans news pages with one preset, or with filters of your own. Immutable, so threads may share it.

    :param preset: ``balanced``, ``precision`` (paragraphs only) or ``recall`` (also what stands next to the story)
    :param filters: a :class:`~newsclean.Pipeline` or filters in order, in place of a preset
    :raises ConfigError: an unknown preset

    >>> page = "Harbour opens again after the storms\\n\\nShips left the harbour on Monday, a week after the gales, it said."
    >>> Cleaner().clean(page).text
    'Ships left the harbour on Monday, a week after the gales, it said.'
    """

    def __init__(self, *, preset: Preset = "balanced", filters: Iterable[Filter] | None = None) -> None:
        if preset not in PRESETS:
            raise ConfigError(f"preset {preset!r}; expected one of {', '.join(PRESETS)}")
        self._pipeline = PRESETS[preset] if filters is None else Pipeline(tuple(filters))
        self._scorer = next((filter for filter in self._pipeline if isinstance(filter, Scored)), None)
        self._vocabulary = load()
        self._identifier = Identifier(self._vocabulary, LangdetectDetector())

    @property
    def pipeline(self) -> Pipeline:
        """The filters this cleaner runs, in order."""
        return self._pipeline

    def clean(self, source: str | bytes, *, url: str | None = None, kind: Kind = "auto") -> Article:
        """Clean one page.

        :param source: the page's text or HTML, as str or as bytes in any encoding
        :param url: the page's address, handed through to the metadata
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
        document, guarded = self._settle(reading.source)
        return assemble(document, url=url, guarded=guarded)

    def _clean_html(self, html: str, url: str | None) -> Article:
        """Clean a page with its markup, or the text of one whose markup could not be parsed."""
        from newsclean.read.html import read_html

        page = read_html(html)
        if page.tree is None:
            document, guarded = self._settle(page.source)
            article = assemble(document, url=url, guarded=guarded)
        else:
            document, guarded = self._run(page.source, page.blocks, Gauge(self._vocabulary))
            article = self._with_markup(assemble(document, url=url, guarded=guarded), page.tree, url)
        if page.status is Status.OK or article.status is Status.EMPTY:
            return article
        return replace(article, status=page.status, reason=page.reason)

    def _with_markup(self, article: Article, tree: Any, url: str | None) -> Article:
        """The article with what the page's markup states about it."""
        from newsclean.metadata.html import from_html
        from newsclean.metadata.languages import languages_agree
        from newsclean.metadata.merge import merge

        stated = from_html(tree, url=url, vocabulary=self._vocabulary)
        agree = languages_agree(stated.language, article.metadata.language)
        trust = 1.0 if agree else OTHER_LANGUAGE
        return replace(article, metadata=merge(stated, article.metadata), confidence=round(article.confidence * trust, 3))

    def stream(self, sources: Iterable[str | bytes], *, kind: Kind = "auto") -> Iterator[Article]:
        """Clean pages one by one, in order, holding one at a time."""
        return (self.clean(source, kind=kind) for source in sources)

    def map_batch(self, batch: Mapping[str, Sequence[Any]], *, key: str = "text", kind: Kind = "auto") -> dict[str, list[Any]]:
        """Clean a batch of columns, as ``datasets.map(batched=True)`` and Ray's ``map_batches`` pass it.

        The other columns stay; ``key`` becomes the clean body, and ``metadata``, ``status`` and ``confidence`` are added.

        :raises ConfigError: the batch has no column ``key``
        """
        if key not in batch:
            raise ConfigError(f"no column {key!r} in the batch; it has {', '.join(batch)}")
        articles = list(self.stream(batch[key], kind=kind))
        return {
            **{name: list(column) for name, column in batch.items()},
            key: [article.text for article in articles],
            "metadata": [article.metadata.to_dict() for article in articles],
            "status": [str(article.status) for article in articles],
            "confidence": [article.confidence for article in articles],
        }

    def _document(self, source: str, blocks: tuple[Block, ...], gauge: Gauge, scores: Scores | None) -> Document:
        """The page before any filter has spoken."""
        if scores is None:
            lines = gauge.measure(blocks)
        else:
            lines = gauge.measure_near(blocks, scores.log_odds, near(scores.body, len(blocks)))
        phrases = tuple(number for number, line in enumerate(lines) if line.phrase is not None)
        hull = scores.body if scores else range(len(blocks))
        claims = (None,) * len(blocks)
        document = Document(
            source, blocks, lines, self._vocabulary, UNDETERMINED, claims, phrases, hull, scores, gauge.answers
        )
        story = document.region or range(len(blocks))
        return replace(document, language=self._identifier.page([blocks[number].text for number in story]))

    def _run(self, source: str, blocks: tuple[Block, ...], gauge: Gauge, reading: Reading | None = None) -> tuple[Document, bool]:
        """The pipeline's claims, and whether the guard had to step in; where the scorer finds next to nothing, rules decide."""
        if self._scorer and blocks:
            document = self._pipeline.run(self._document(source, blocks, gauge, self._scorer.score(blocks, reading)))
            if is_fed(document):
                return document, False
            rules = self._pipeline.replacing("scored", Outside())
            plain = tuple(block._replace(markup=None) for block in blocks)
            return guard(rules.run(self._document(source, plain, gauge, None)))[0], True
        return guard(self._pipeline.run(self._document(source, blocks, gauge, None)))

    def _settle(self, source: str) -> tuple[Document, bool]:
        """Run the pipeline, then again on what it kept until it keeps all: so cleaning twice equals cleaning once."""
        gauge = Gauge(self._vocabulary)
        settled, guarded = self._run(source, segment(source), gauge)
        while True:
            kept = settled.body
            rest = tuple(settled.blocks[number]._replace(gap_before=min(place, 1)) for place, number in enumerate(kept))
            reading = settled.scores.reading.take(kept) if settled.scores and kept else None
            again, _ = self._run(source, rest, gauge, reading)
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

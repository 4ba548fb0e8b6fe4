"""The program: which filters run, in order. Read it from top to bottom.

The first claim on a block stands, so an earlier filter goes before a later one. First come the filters that need a line
alone to decide, then those that need its place on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from newsclean.document import Document, Filter
from newsclean.errors import ConfigError, FilterError
from newsclean.filters import (
    Foreign,
    Fragments,
    Likely,
    Lists,
    Outside,
    Promos,
    Scored,
    Titles,
    bylines,
    captions,
    comments,
    cookies,
    counters,
    dates,
    disclosures,
    duplicates,
    heads,
    legal,
    navigation,
    next_story,
    photo_credits,
    protected,
    share,
    site_lines,
    symbols,
    tags,
)
from newsclean.model import Claim, Role


def filter_name(filter: Filter) -> str:
    """The name by which a pipeline knows a filter: its function's or class's, in lower case.

    >>> filter_name(Lists()), filter_name(share)
    ('lists', 'share')
    """
    return getattr(filter, "__name__", type(filter).__name__).lower()


@dataclass(frozen=True)
class Pipeline:
    """An ordered, immutable list of filters. Every method that changes it returns a new one.

    >>> [filter_name(f) for f in Pipeline((protected, share, legal)).without("share")]
    ['protected', 'legal']
    """

    filters: tuple[Filter, ...]

    def __iter__(self) -> Iterator[Filter]:
        return iter(self.filters)

    def run(self, document: Document) -> Document:
        """The document with every filter's claims.

        :raises FilterError: a filter raised, or claimed a block that is not there
        """
        for filter in self.filters:
            document = document.with_claims(_checked(filter, document))
        return document

    def without(self, name: str) -> Pipeline:
        """The pipeline without one filter."""
        at = self._find(name)
        return Pipeline(self.filters[:at] + self.filters[at + 1 :])

    def replacing(self, name: str, filter: Filter) -> Pipeline:
        """The pipeline with another filter in one's place."""
        at = self._find(name)
        return Pipeline((*self.filters[:at], filter, *self.filters[at + 1 :]))

    def before(self, name: str, filter: Filter) -> Pipeline:
        """The pipeline with a filter put in before one."""
        at = self._find(name)
        return Pipeline((*self.filters[:at], filter, *self.filters[at:]))

    def after(self, name: str, filter: Filter) -> Pipeline:
        """The pipeline with a filter put in after one."""
        at = self._find(name) + 1
        return Pipeline((*self.filters[:at], filter, *self.filters[at:]))

    def _find(self, name: str) -> int:
        names = [filter_name(filter) for filter in self.filters]
        if name not in names:
            raise ConfigError(f"no filter {name!r} in this pipeline; it has {', '.join(names)}")
        return names.index(name)


def _checked(filter: Filter, document: Document) -> Iterable[Claim]:
    try:
        claims = list(filter(document))
    except Exception as error:
        raise FilterError(filter_name(filter), f"raised {type(error).__name__}: {error}") from error
    count = len(document)
    for claim in claims:
        if not isinstance(claim, Claim) or not isinstance(claim.role, Role) or not 0 <= claim.block < count:
            raise FilterError(filter_name(filter), f"returned {claim!r}; expected Claims on blocks 0 to {count - 1}")
    return claims


RULES = Pipeline(
    (
        # What a line says on its own.
        protected,
        Lists(),
        comments,
        share,
        Promos(),
        counters,
        legal,
        cookies,
        disclosures,
        navigation,
        photo_credits,
        # What it says where it stands.
        Titles(),
        duplicates,
        Likely(),
        dates,
        bylines,
        captions,
        tags,
        heads,
        next_story,
        Foreign(),
        site_lines,
        symbols,
        Outside(),
    )
)
"""Rules alone: the article is the run of lines with the most evidence of prose."""

BALANCED = RULES.without("site_lines").replacing("outside", Scored()).after("scored", site_lines)
"""The learned scorer decides what no rule has named, and where the story is; then what it kept goes if the site repeats it."""

PRESETS: Mapping[str, Pipeline] = {
    "balanced": BALANCED,
    "precision": BALANCED.without("likely")
    .replacing("scored", Scored(0.5, doubt=0.5, clean=0.5, full=0.5))
    .after("scored", Fragments()),
    "recall": BALANCED.replacing("scored", Scored(threshold=-2.0, doubt=-3.0)),
    "rules": RULES,
}
"""``precision`` also drops what is no running text inside the story; ``recall`` keeps what stands next to it; ``rules`` is the
pipeline without the learned scorer."""

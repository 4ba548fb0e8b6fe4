"""When a page says that its article was published: JSON-LD, meta tags, microdata, then what it shows near the headline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from newsclean.metadata.languages import primary
from newsclean.metadata.linked import Linked
from newsclean.metadata.timestamps import believable, date_in_path, day_of, local, read_timestamp
from newsclean.read.head import Element, Head, text_of
from newsclean.read.values import plain
from newsclean.recognise.dates import find_date
from newsclean.vocabulary import Vocabulary

_PUBLISHED = tuple(
    "article:published_time article:published og:published_time og:article:published_time datepublished parsely-pub-date "
    "sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime article.published article:post_time published_at "
    "dc.date.issued dcterms.issued dc.date.published dc.date dcterms.date dc.date.created dcterms.created pubdate pub_date "
    "publishdate publish-date publish_date publish_time publication_date publicationdate published_date date_published "
    "displaydate originalpublicationdate rnews:datepublished citation_publication_date citation_online_date "
    "shareaholic:article_published_time mediator_published_time published published-date date".split()
)
"""Meta tags that name the day of publication, the surest first."""

_MODIFIED = tuple(
    "article:modified_time og:updated_time datemodified dc.date.modified dcterms.modified lastmod last-modified".split()
)
_NAMED = re.compile(r"date|time|publ|posted|byline|info|meta", re.IGNORECASE)
_MAX_SHOWN = 200
"""Elements behind the headline in which its date is looked for."""

_MAX_ABOVE = 60
"""The same above it, where menus and other stories are near."""

_MAX_TIMES = 8
_MAX_LEVELS = 6
_MAX_REST = 2
"""Words that may stand beside the date on a date line."""

_SKIPPED = frozenset(("script", "style", "meta", "link", "form", "input", "iframe", "svg", "noscript"))
_TEASER_TAGS = frozenset(("a", "h2", "h3", "h4"))
_PART = re.compile(r"\s*[|,·]\s*|\s+[-–—]\s+")
_MAX_CHARS = 120
_PATH_DAYS = timedelta(days=2)


@dataclass(frozen=True)
class Dates:
    """Reads the dates of one page.

    :ivar headline: the heading that holds the title
    """

    head: Head
    linked: Linked
    vocabulary: Vocabulary
    language: str
    today: date
    headline: Element | None

    def published(self, url: str | None) -> str | None:
        """The publication date, in local time where the page tells it."""
        known = self._stated() or list(self._read(itemprop(self.head.tree, "datePublished")))
        if known:
            return local(known[0], chain(known[1:], self._read(self._times()), self._shown()))
        in_path = date_in_path(url or "", self.today) or date_in_path(self.head.canonical, self.today)
        if in_path:
            near = (stamp for stamp in self._shown() if abs(day_of(stamp) - day_of(in_path)) <= _PATH_DAYS)
            return next(near, in_path)
        return next(chain(self._read(self._in_titles()), self._around(), self._read(self._times())), None)

    def modified(self) -> str | None:
        """The date of the last change."""
        return next(self._read((*self.linked.modified, *self.head.all(*_MODIFIED))), None)

    def _stated(self) -> list[str]:
        """What the head states. JSON-LD of a video or a web page says less about the article than the meta tags do."""
        linked, tags = list(self._read(self.linked.published)), list(self._read(self.head.all(*_PUBLISHED)))
        return linked + tags if self.linked.is_article else tags + linked

    def _times(self) -> Iterator[str]:
        for element in self.head.times[:_MAX_TIMES]:
            yield plain(element.get("datetime"), _MAX_CHARS)
            yield text_of(element)

    def _in_titles(self) -> Iterator[str]:
        """The last parts of the titles: some sites close them with the day."""
        for title in (self.head.title, self.head.first("og:title")):
            yield _PART.split(title)[-1]

    def _around(self) -> Iterator[str]:
        """Dates behind the headline, then above it."""
        for above in (False, True):
            yield from self._shown(above=above)
            yield from self._lines(above=above)

    def _shown(self, *, above: bool = False) -> Iterator[str]:
        """Dates in elements for dates behind the headline, or above it."""
        for element in _beside(self.headline, above=above):
            names = element.get("class"), element.get("id"), element.get("itemprop"), element.get("data-testid")
            if element.tag == "time" or (any(names) and _NAMED.search(" ".join(filter(None, names)))):
                values = (element.get("datetime"), element.get("content"), text_of(element, limit=_MAX_CHARS))
                yield from self._read(value for value in values if value and len(value) <= _MAX_CHARS)

    def _lines(self, *, above: bool) -> Iterator[str]:
        """Lines there that hold a date and nothing else, in elements whose names say nothing."""
        for element in _beside(self.headline, above=above):
            for text in (element.text, element.tail):
                if text and len(text) <= _MAX_CHARS and any(map(str.isdigit, text)):
                    found = find_date(plain(text), self.vocabulary, primary(self.language or "und"))
                    if found and found.published and len(found.rest) <= _MAX_REST and believable(found.published, self.today):
                        yield found.published

    def _read(self, values: Iterable[str]) -> Iterator[str]:
        for value in values:
            if stamp := read_timestamp(value, self.vocabulary, self.language, self.today):
                yield stamp


def _beside(headline: Element | None, *, above: bool = False) -> Iterator[Element]:
    """The elements that stand behind the headline, or above it, from its own container outwards, teasers aside."""
    room, seen = _MAX_ABOVE if above else _MAX_SHOWN, headline
    for _ in range(_MAX_LEVELS):
        if seen is None or seen.tag in ("body", "main"):
            return
        for sibling in seen.itersiblings(preceding=above):
            for element in sibling.iter():
                room -= 1
                if not room:
                    return
                if isinstance(element.tag, str) and element.tag not in _SKIPPED and element.getparent().tag not in _TEASER_TAGS:
                    yield element
        seen = seen.getparent()


def itemprop(tree: Element, name: str) -> Iterator[str]:
    """Values of a microdata property: its content, datetime, or text."""
    for element in tree.xpath("//*[@itemprop=$name]", name=name)[:20]:
        text = plain(element.get("content") or element.get("datetime")) or text_of(element)
        if text:
            yield text

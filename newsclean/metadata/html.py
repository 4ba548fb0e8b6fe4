"""What a page's markup states about its article: JSON-LD, OpenGraph, meta tags, microdata, headings, bylines, the address."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import urljoin, urlsplit

from newsclean.metadata import visible
from newsclean.metadata.bylines import shown_authors
from newsclean.metadata.languages import declared_language, primary
from newsclean.metadata.linked import Linked, read_article
from newsclean.metadata.people import Credits, byline_words
from newsclean.metadata.published import Dates
from newsclean.metadata.titles import Stated, choose_title, letters
from newsclean.metadata.topics import find_section, find_tags
from newsclean.read.head import Head
from newsclean.vocabulary import Vocabulary

_AUTHOR = tuple(
    "author article:author_name authors parsely-author mrf:authors sailthru.author cxenseparse:author byl byline article:author "
    "og:author og:article:author dc.creator dcterms.creator citation_author dc.contributor articleauthor rnews:author "
    "shareaholic:article_author_name".split()
)
"""Meta tags that name authors, the surest first."""


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page's markup states; None or empty where it states nothing.

    ``language`` is the declared BCP 47 code. Dates are ISO 8601, addresses absolute where the page's own is known.
    """

    title: str | None = None
    description: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    site_name: str | None = None
    section: str | None = None
    tags: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    language: str | None = None
    canonical_url: str | None = None
    image: str | None = None


def from_html(head: Head, *, url: str | None, vocabulary: Vocabulary, today: date | None = None) -> PageMetadata:
    """Everything a page's markup states about its article.

    :param head: the page, as :func:`newsclean.read.head.read_head` reads it
    :param url: the page's address, where it is known
    :param today: no date after its morrow is believed; the clock's day, if left out
    """
    headings = tuple(visible.heading_texts(head))
    og_title, og_url = head.first("og:title"), head.first("og:url")
    titles = (*(whole for whole, _ in headings), og_title, head.title)
    linked = read_article(head.nodes, (url or "", head.canonical, og_url), titles)
    sites = _sites(head, linked, url)
    stated = Stated(headings, linked.headlines, og_title, head.first("twitter:title"), head.title)
    title = choose_title(stated, sites)
    language = declared_language(head.language or linked.language or head.first("og:locale", "content-language"))
    credits = Credits(vocabulary, byline_words(vocabulary, primary(language or "en")), {letters(site) for site in sites} - {""})
    headline = visible.headline(head, title)
    dates = Dates(head, linked, vocabulary, language or "", today or datetime.now(UTC).date(), headline)
    return PageMetadata(
        title=title,
        description=linked.description or head.first("og:description", "description", "twitter:description") or None,
        published=dates.published(url),
        modified=dates.modified(),
        authors=_authors(head, linked, credits),
        publisher=linked.publisher or None,
        site_name=head.first("og:site_name") or linked.site_name or linked.publisher or head.first("application-name") or None,
        section=find_section(head, linked),
        tags=find_tags(head, linked),
        captions=visible.captions(head, linked),
        language=language,
        canonical_url=_absolute(head.canonical or og_url or linked.address, url),
        image=_absolute(linked.image or head.first("og:image", "og:image:url", "twitter:image", "twitter:image:src"), url),
    )


def _absolute(address: str, url: str | None) -> str | None:
    """An address as the page at ``url`` means it, or None where it is none."""
    try:
        joined = urljoin(url or "", address) if address else ""
        return joined if urlsplit(joined).scheme in ("http", "https") and " " not in joined else None
    except ValueError:
        return None


def _host(url: str | None) -> str:
    try:
        return ((urlsplit(url).hostname if url else "") or "").removeprefix("www.")
    except ValueError:
        return ""


def _sites(head: Head, linked: Linked, url: str | None) -> list[str]:
    """Names of the site: as it states them, and as its host spells them."""
    host = _host(url) or _host(head.canonical) or _host(head.first("og:url"))
    labels = host.split(".")
    spelt = (host, labels[0], *labels[-2:-1], "".join(labels[-3:-1]))
    stated = head.first("og:site_name"), linked.publisher, linked.site_name
    apps = head.all("application-name", "apple-mobile-web-app-title")
    return [name for name in dict.fromkeys((*stated, *apps, *spelt)) if len(name) > 1]


def _authors(head: Head, linked: Linked, credits: Credits) -> tuple[str, ...]:
    """Persons and agencies from the best source that names some; else the publisher, where it signs the story itself."""
    people = credits.people(linked.authors)
    for values in (*(head.all(key) for key in _AUTHOR if key in head.meta), _labelled(head, credits)):
        found = credits.people(values)
        if set(map(letters, people)) < set(map(letters, found)):
            people = found
    return people or shown_authors(head.tree, credits) or credits.names(linked.authors) or credits.names(head.all(*_AUTHOR[:2]))


def _labelled(head: Head, credits: Credits) -> Iterable[str]:
    """The value of a Twitter card whose label ends in a byline word: "Written by"."""
    label = head.first("twitter:label1").split()
    return head.all("twitter:data1") if label and credits.opened(f"{label[-1]} x") else ()

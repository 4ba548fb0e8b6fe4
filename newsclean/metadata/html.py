"""What a page's markup states about its article: JSON-LD, OpenGraph, meta tags, microdata, headings, bylines, the address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timezone
from urllib.parse import urljoin, urlsplit

from newsclean.metadata import json_ld, visible
from newsclean.metadata.bylines import shown_authors
from newsclean.metadata.head import Element, Head, read_head
from newsclean.metadata.json_ld import Linked
from newsclean.metadata.people import Credits, byline_words
from newsclean.metadata.timestamps import best, date_in_path, read_timestamp
from newsclean.metadata.titles import Stated, choose_title, letters
from newsclean.vocabulary import Vocabulary

_PUBLISHED = tuple(
    "article:published_time article:published og:published_time og:article:published_time datepublished parsely-pub-date "
    "sailthru.date cxenseparse:recs:publishtime cxenseparse:publishtime article.published published_at "
    "dc.date.issued dcterms.issued dc.date.published dc.date dcterms.date dc.date.created dcterms.created pubdate pub_date publishdate "
    "publish-date publish_date publish_time publication_date publicationdate published_date date_published displaydate "
    "originalpublicationdate rnews:datepublished citation_publication_date citation_online_date shareaholic:article_published_time "
    "article:post_time mediator_published_time date last-modified-placeholder".split()
)
_MODIFIED = tuple("article:modified_time og:updated_time datemodified dc.date.modified dcterms.modified lastmod last-modified".split())
_AUTHOR = tuple(
    "author article:author_name authors parsely-author mrf:authors sailthru.author cxenseparse:author byl byline article:author "
    "og:author og:article:author dc.creator dcterms.creator citation_author dc.contributor articleauthor rnews:author shareaholic:article_author_name".split()
)
_TITLE = tuple("og:title twitter:title dc.title sailthru.title parsely-title cxenseparse:title title".split())
_SECTION = tuple("article:section parsely-section sailthru.section cxenseparse:recs:category section article.section dc.subject".split())


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """What a page's markup states; None or empty where it states nothing.

    ``titles`` are all forms of the headline, the chosen one first. ``language`` is the declared BCP 47 code. ``description`` and
    ``body`` (of JSON-LD; with its line breaks) are what the reader measures the page's text by.
    """

    title: str | None = None
    titles: tuple[str, ...] = ()
    description: str | None = None
    body: str | None = None
    published: str | None = None
    modified: str | None = None
    authors: tuple[str, ...] = ()
    section: str | None = None
    tags: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    language: str | None = None
    canonical_url: str | None = None
    site_name: str | None = None
    image: str | None = None


def from_html(tree: Element, *, url: str | None, vocabulary: Vocabulary, today: date | None = None) -> PageMetadata:
    """Everything a page's markup states about its article. The tree is only read.

    :param tree: the root element of the page, parsed by ``lxml.html``
    :param url: the page's address, where it is known
    :param today: the day after whose morrow no date is believed; the clock's, if left out
    """
    head = read_head(tree)
    headings = list(visible.heading_texts(head))
    heads = [whole for whole, _ in headings]
    addresses = (url or "", head.canonical, head.first("og:url"))
    linked = json_ld.read_article(
        json_ld.parse(head.scripts), addresses, map(str.casefold, (*heads, head.first("og:title"), head.title))
    )
    sites = _sites(head, linked, url)
    language = declared_language(head.language or linked.language or head.first("og:locale", "content-language"))
    stated = Stated(tuple(headings), linked.headlines, head.first("og:title"), head.first("twitter:title"), head.title)
    title = choose_title(stated, sites)
    today = today or datetime.now(timezone.utc).date()
    return PageMetadata(
        title=title,
        titles=tuple(dict.fromkeys(filter(None, (title, *heads, *linked.headlines, *head.all(*_TITLE))))),
        description=linked.description or head.first("og:description", "description", "twitter:description") or None,
        body=linked.body or None,
        published=_published(tree, head, linked, url, vocabulary, language or "", today),
        authors=_authors(tree, head, linked, sites, vocabulary, language or ""),
        language=language,
        site_name=head.first("og:site_name") or linked.site_name or linked.publisher or head.first("application-name") or None,
    )


def declared_language(text: str) -> str | None:
    """A declared language as a BCP 47 code.

    >>> declared_language("en_us"), declared_language("x-default")
    ('en-US', None)
    """
    parts = text.replace("_", "-").split("-")
    if not (2 <= len(parts[0]) <= 3 and parts[0].isalpha()):
        return None
    region = next((part.upper() for part in parts[1:] if len(part) == 2 and part.isalpha()), "")
    return f"{parts[0].lower()}-{region}" if region else parts[0].lower()


def _sites(head: Head, linked: Linked, url: str | None) -> list[str]:
    host = (urlsplit(url).hostname if url and "[" not in url and "]" not in url else "") or ""
    host = host.removeprefix("www.")
    labels = host.split(".")
    names = [host, labels[0], labels[-2] if len(labels) > 1 else "", "".join(labels[-3:-1]) if len(labels) > 2 else ""]
    stated = (head.first("og:site_name"), linked.publisher, linked.site_name, head.first("application-name", "apple-mobile-web-app-title"))
    return [name for name in dict.fromkeys((*stated, *names)) if len(name) > 1]


def _published(tree: Element, head: Head, linked: Linked, url: str | None, vocabulary: Vocabulary, language: str, today: date) -> str | None:
    def read(values: Iterator[str] | tuple[str, ...]) -> list[str]:
        return [found for value in values if (found := read_timestamp(value, vocabulary, language, today))]

    known = read(linked.published) + read(head.all(*_PUBLISHED))
    if not known:
        known = read(visible.itemprops(tree, "datePublished"))
    if not known:
        marked = list(visible.times(head))
        known = read(tuple(v for v, names in marked if "publ" in names or "pubdate" in names)) or ([d] if (d := date_in_path(url or "", today)) else []) or read(tuple(v for v, _ in marked))
    return best(known)


def _authors(tree: Element, head: Head, linked: Linked, sites: list[str], vocabulary: Vocabulary, language: str) -> tuple[str, ...]:
    """Persons and agencies from the best source that names some; else the publisher, where it signs the story itself."""
    credits = Credits(vocabulary, byline_words(vocabulary, language.partition("-")[0]), {letters(site) for site in sites} - {""})
    people = credits.people(linked.authors)
    for values in (*(head.meta.get(key, ()) for key in _AUTHOR), _labelled(head, credits)):
        found = credits.people(values)
        if found and set(map(letters, people)) < set(map(letters, found)):
            people = found
            break
    return people or shown_authors(tree, credits) or credits.names(linked.authors) or credits.names(head.all(*_AUTHOR[:2]))


def _labelled(head: Head, credits: Credits) -> tuple[str, ...]:
    """The value of a Twitter card whose label ends in a byline word: "Written by"."""
    label = head.first("twitter:label1").split()
    return head.meta.get("twitter:data1", ()) if label and credits.opened(f"{label[-1]} x") else ()

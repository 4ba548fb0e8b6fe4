"""One record of what the markup and the text of a page state."""

from __future__ import annotations

import re
from dataclasses import replace

from newsclean.metadata.html import PageMetadata
from newsclean.metadata.languages import primary
from newsclean.metadata.titles import letters
from newsclean.model import Metadata
from newsclean.recognise.agencies import find_agency

_DIVIDER = re.compile(r"\s?[|–—›»:-]\s")


def merge(html: PageMetadata, text: Metadata) -> Metadata:
    """The markup's word on what it states for machines, the text's on what only readers see: dateline, agency, credit lines.

    :param text: what the pipeline found in the lines of the same page
    """
    return replace(
        text,
        title=_title(html.title, text.title),
        published=_published(html.published, text.published),
        modified=html.modified,
        authors=_authors(html, text),
        agency=text.agency or next(filter(None, map(find_agency, html.authors)), None),
        section=html.section or text.section,
        tags=html.tags or text.tags,
        captions=_captions(html, text),
        language=text.language if text.language != "und" or not html.language else primary(html.language),
        declared_language=html.language,
        description=html.description,
        canonical_url=html.canonical_url,
        site_name=html.site_name,
        image=html.image,
    )


def _title(html: str | None, text: str | None) -> str | None:
    """The markup's title; the headline where that is the title without a site's name behind it."""
    if html and text and html != text and html.startswith(text) and _DIVIDER.match(html, len(text)):
        return text
    return html or text


def _published(html: str | None, text: str | None) -> str | None:
    """The markup's date, unless the text tells the time of the same day."""
    same_day = html and text and len(html) == 10 and text.startswith(html)
    return text if same_day else html or text


def _authors(html: PageMetadata, text: Metadata) -> tuple[str, ...]:
    """The text's names only where the markup names no one but the site itself."""
    own = {letters(name) for name in (html.site_name, html.publisher) if name}
    named = any(letters(author) not in own for author in html.authors)
    return html.authors if named else text.authors or html.authors


def _captions(html: PageMetadata, text: Metadata) -> tuple[str, ...]:
    known = {letters(caption) for caption in text.captions}
    return (*text.captions, *(caption for caption in html.captions if letters(caption) not in known))

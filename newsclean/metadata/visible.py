"""What a page shows its readers and marks up: microdata, byline elements, times, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsclean.metadata.head import Element, Head, text_of
from newsclean.metadata.values import plain

_KICKER = re.compile(r"kick|overline|eyebrow|roofline|catchline|topline|dachzeile|spitzmarke|supertitle|surtitle|antetit|cintillo|label|category|section")


def heading_texts(head: Head) -> Iterator[tuple[str, str]]:
    """Each first-level heading: as a whole, and without a kicker that an element of its own holds."""
    for element in head.headings[:20]:
        whole = text_of(element)
        if whole:
            kickers = frozenset(child for child in element if isinstance(child.tag, str) and _KICKER.search((child.get("class") or "").lower()))
            bare = text_of(element, kickers).strip(" -–—:|/") if kickers else whole
            yield whole, bare if whole.endswith(bare) and bare else whole


def itemprops(tree: Element, name: str) -> Iterator[str]:
    """Values of a microdata property: its content, datetime, or text."""
    for element in tree.xpath("//*[@itemprop=$name]", name=name)[:20]:
        text = plain(element.get("content") or element.get("datetime")) or text_of(element)
        if text:
            yield text


def times(head: Head) -> Iterator[tuple[str, str]]:
    """The times a page marks up: the attribute, else the text, and the words of its class and its parent's."""
    for element in head.times[:20]:
        parent = element.getparent()
        names = " ".join(filter(None, (element.get("class"), element.get("itemprop"), element.get("pubdate") and "pubdate", parent.get("class") if parent is not None else "")))
        value = plain(element.get("datetime"), 100) or plain(text_of(element), 100)
        if value:
            yield value, names.lower()


def captions(head: Head) -> Iterator[str]:
    """The captions of the article's figures."""
    for element in head.captions[:50]:
        text = text_of(element)
        if text:
            yield text

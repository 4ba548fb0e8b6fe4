"""Bylines that a page shows: elements that markup, a class or a link to an author's page tells apart, nearest the headline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from newsclean.metadata.people import Credits
from newsclean.read.head import Element
from newsclean.read.values import plain
from newsclean.recognise.agencies import find_agency
from newsclean.recognise.names import looks_like_name

_LINKS = ("author", "autor", "auteur", "staff", "writer", "profile", "contributor", "reporter", "bios", "columnist", "journalist")
"""Folders under which sites keep the pages of their authors."""

_MARKED = (
    "//h1 | //*[contains(concat(@class,'|',@itemprop,'|',@rel,'|',@id,'|',@data-testid,'|',@data-qa),'uthor')"
    " or contains(concat(@class,'|',@data-testid),'yline')]"
)
_LINKED = "//h1 | //a[string-length(@href) < 300 and (" + " or ".join(f"contains(@href,'/{word}')" for word in _LINKS) + ")]"
_MAX_CANDIDATES = 60
_MAX_CHARS = 300
_MAX_NODES = 200
_MAX_DEPTH = 100
_MAX_BESIDE = 12
"""From so many on, what looks like a byline is a list of people."""

_REACH = 4
"""Levels up to which two elements of one byline have a common ancestor."""

_ASIDE = re.compile(
    r"(?:^|[\s_-])(?:comments?|related|recommended|recirc|sidebar|footer|teasers?|promo|newsletter|popular|trending|disqus|menu|navigation|"
    r"navbar|backlink|breadcrumbs?)(?=$|[\s_-])"
)
_ASIDE_TAGS = frozenset(("nav", "form", "figure", "figcaption", "button"))
_SKIPPED = frozenset("h1 meta link script style html body main article input form img svg noscript template".split())


def shown_authors(tree: Element, credits: Credits) -> tuple[str, ...]:
    """The names on the byline nearest to the headline: the first one below it, else the last above it.

    What markup calls the author goes before what only a class or an address tells.
    """
    return _nearest(tree.xpath(_MARKED), credits) or _nearest(tree.xpath(_LINKED), credits)


def _nearest(found: list[Element], credits: Credits) -> tuple[str, ...]:
    at = next((place for place, element in enumerate(found) if element.tag == "h1" and _segments(element)), -1)
    story = next(found[at].iterancestors("article"), None) if at >= 0 else None
    below = [element for element in found[at + 1 :] if element.tag != "h1"][:_MAX_CANDIDATES]
    above = found[max(at - _MAX_CANDIDATES, 0) : max(at, 0)][::-1]
    near = [element for element in (*below, *above) if story is None or story in islice(element.iterancestors(), _MAX_DEPTH)]
    named = [element for element in near if _is_marked(element)]
    return _first(named, credits) or _first(near, credits)


def _is_marked(element: Element) -> bool:
    return any("author" in (element.get(key) or "").split() for key in ("itemprop", "rel"))


def _first(candidates: list[Element], credits: Credits) -> tuple[str, ...]:
    for place, element in enumerate(candidates):
        names = _named(element, credits)
        if names:
            beside = (other for other in candidates[place + 1 :] if _is_beside(element, other))
            more = [name for other in beside for name in _named(other, credits)]
            return credits.people((*names, *more)) if len(more) < _MAX_BESIDE else ()
    return ()


def _is_beside(first: Element, other: Element) -> bool:
    """Whether two elements look alike and stand in one byline."""
    if other.tag != first.tag or other.get("class") != first.get("class"):
        return False
    ancestors = _near(first)
    return any(ancestor in ancestors for ancestor in _near(other))


def _near(element: Element) -> list[Element]:
    near = list(islice(element.iterancestors(), _REACH))
    return list(takewhile(lambda ancestor: ancestor.tag not in ("article", "main", "body"), near))


def _named(element: Element, credits: Credits) -> tuple[str, ...]:
    """The names in one candidate; those that are told apart by the same markup count together."""
    if element.tag in _SKIPPED or _is_aside(element):
        return ()
    names: list[str] = []
    holder: tuple[object, object] | None = None
    joined = False
    for text, parent in _segments(element):
        opened = credits.opened(text)
        rest = text if opened is None else opened
        bare = credits.words.joins.sub("", rest, count=1) if credits.words.joins.match(rest) else rest
        continues = joined or bare != rest or rest.startswith((",", "&"))
        kind = (parent.tag, parent.get("class"))
        found = [name for name in credits.people([bare]) if _is_person(name, element, credits)]
        joined = rest.endswith((",", "&")) or (not found and credits.words.joins.search(f"{text} x") is not None)
        if not found or (names and not (continues or kind == holder)):
            continue
        names += found
        holder = holder or kind
    return tuple(names)


def _is_person(name: str, element: Element, credits: Credits) -> bool:
    """Whether a text is a name. Of scripts without capitals a link alone does not say so: menus link to lists of authors."""
    if find_agency(name) or (" " not in name and _is_marked(element)):
        return True
    if name.isascii() or name.lower() != name.upper():
        telling = len(name.split()) > 1
    else:
        telling = bool(element.get("class") or element.get("id") or element.get("data-testid"))
    return telling and looks_like_name(name) and credits.vocabulary.match(name) is None


def _segments(element: Element) -> list[tuple[str, Element]]:
    """The runs of text in an element with the elements that hold them; none if it holds more than a byline does."""
    found: list[tuple[str, Element]] = []
    length = 0
    for text, parent in _runs(element):
        if (line := plain(text, _MAX_CHARS)) and any(character.isalnum() or character in "&," for character in line):
            length += len(line)
            if length > _MAX_CHARS:
                return []
            found.append((line, parent))
    return found


def _runs(element: Element) -> Iterator[tuple[str, Element]]:
    for child in islice(element.iter(), _MAX_NODES):
        if isinstance(child.tag, str) and child.tag not in ("script", "style", "svg", "template"):
            if child.text:
                yield child.text, child
        if child is not element and child.tail:
            yield child.tail, child.getparent()


def _is_aside(element: Element) -> bool:
    for place, ancestor in enumerate((element, *islice(element.iterancestors(), _MAX_DEPTH))):
        if ancestor.tag in _ASIDE_TAGS or (ancestor.tag == "footer" and next(ancestor.iterancestors("article"), None) is None):
            return True
        if place < 5 and _ASIDE.search(f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}".lower()):
            return ancestor.tag not in ("body", "html", "main", "article")
    return False

"""What a page shows its readers and marks up: microdata, byline elements, times, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice

from newsclean.metadata.linked import Linked
from newsclean.metadata.titles import letters
from newsclean.read.head import Element, Head, text_of

_MAX_CAPTIONS = 50
_MAX_LESSER = 40
_KICKER = re.compile(
    r"kick|overline|eyebrow|roofline|catchline|topline|dachzeile|spitzmarke|supertitle|surtitle|antetit|cintillo|label|category|section"
)


def heading_texts(head: Head) -> Iterator[tuple[str, str]]:
    """Each first-level heading: as a whole, and without a kicker that an element of its own holds."""
    for element in head.headings[:20]:
        whole = text_of(element)
        if whole:
            named = ((child, child.get("class") or "") for child in element if isinstance(child.tag, str))
            kickers = frozenset(child for child, name in named if _KICKER.search(name.lower()))
            bare = text_of(element, kickers).strip(" -–—:|/") if kickers else whole
            yield whole, bare if whole.endswith(bare) and bare else whole


def headline(head: Head, title: str | None) -> Element | None:
    """The first-level heading that holds the title, else a lesser one that is the title, else the first one of all."""
    texts = [(element, letters(text_of(element))) for element in head.headings[:20]]
    wanted = letters(title or "")
    holders = (element for element, text in texts if text and (text.endswith(wanted) or wanted.endswith(text)))
    lesser = islice(head.tree.iter("h2", "h3"), _MAX_LESSER) if wanted else ()
    same = (element for element in lesser if letters(text_of(element)) == wanted)
    return next(chain(holders, same, (element for element, text in texts if text)), None)


def captions(head: Head, linked: Linked) -> tuple[str, ...]:
    """The captions of the article's figures, and the one that JSON-LD gives its image, each once."""
    texts = (*(text_of(element) for element in head.captions[:_MAX_CAPTIONS] if _is_of_story(element)), linked.caption)
    return tuple({letters(text): text for text in reversed(texts) if text}.values())[::-1]


def _is_of_story(element: Element) -> bool:
    """Whether a caption belongs to a figure of the article, not to a teaser or a gallery beside it."""
    return all(ancestor.tag not in ("aside", "nav", "footer", "a", "li") for ancestor in islice(element.iterancestors(), 6))

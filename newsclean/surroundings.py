"""What stands around a story, as filters and metadata ask for it: lists of its topics, and the page's footer."""

from __future__ import annotations

from newsclean.document import Document
from newsclean.model import Role
from newsclean.recognise.tags import looks_like_tags, split_tags

MIN_PUBLISHER_CHARS = 5
"""Characters from which what a page says to own it is a name."""

_MIN_TOPICS = 2
"""Terms of a list with bars that the story has."""

_FOOTER_BLOCKS = 20
"""Lines at the page's end in which it may say whose it is."""


def is_label(document: Document, block: int, role: Role) -> bool:
    """Whether a line is a phrase of this role and no more, as labels are of what stands below: "By", "Press contact"."""
    phrase = document.lines[block].phrase
    return phrase is not None and phrase.role == role and phrase.where == "whole"


def lists_topics(document: Document, block: int) -> bool:
    """Whether bars divide short terms in a block, as in menus, and the story has some of them, as it has its tags."""
    text = document.blocks[block].text
    terms = split_tags(text) if "|" in text else ()
    if not terms or not looks_like_tags(", ".join(terms)):
        return False
    story = " ".join(document.blocks[number].text for number in document.region if number != block).lower()
    return sum(term.lower() in story for term in terms) >= _MIN_TOPICS


def owns_page(document: Document, name: str) -> bool:
    """Whether one of the page's last lines, below the story, has a name and the sign of copyright."""
    below = document.blocks[document.region.stop :][-_FOOTER_BLOCKS:]
    return any("©" in block.text and name in block.text for block in below)

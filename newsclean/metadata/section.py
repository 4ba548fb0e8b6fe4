"""The section of the site that a story is in, as the lines around it tell."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice

from newsclean.document import Document
from newsclean.model import Role
from newsclean.recognise.paths import split_path
from newsclean.recognise.publishers import looks_like_source
from newsclean.recognise.words import COLONS
from newsclean.vocabulary import fold
from newsclean.vocabulary.facts import facts
from newsclean.vocabulary.fold import SPACELESS

_MAX_WORDS = 4
_MAX_PATH = 3
"""Names behind the first on a path to a page; more are a menu."""

_LABELLED_PATH = 2
"""Names from which a line behind a label is a path."""

_MENU_LINES = 3
"""Names of sections below each other from which they are a menu."""

_MAX_HEADING_WORDS, _NEAR_BLOCKS, _ITEMS, _MIN_ITEM_CHARS = 3, 40, 3, 25
"""Words before the section in a heading that is not known, how far below the story it may stand, how many items must stand below
it, and their characters."""

_MAX_ABBREVIATION = 3
_MAX_HEADING_CHARS = 60
_BELOW_BLOCKS = 250
"""How many blocks below the story are looked at for the heading of a list."""

_BULLETS = " •·*▪■-–"
_QUOTES, _CLOSING_QUOTES = "'\"“”„«‘「『", "'\"”“»’」』"
_QUOTED = re.compile(rf"[{_QUOTES}]\s?([^{_QUOTES}{_CLOSING_QUOTES}]{{2,30}}?)\s?[{_CLOSING_QUOTES}]")
_SECTION_CHARS = range(2, 10)
"""Characters of a section's name in a script without spaces."""

_FEWEST_MORE, _MOST_MORE, _MIN_SPACELESS_CHARS = 2, 6, 10
"""Characters that stand behind it in the heading of a list, and characters of an item, in such a script."""

_LISTED = (Role.TEASER, Role.NAVIGATION, Role.BOILERPLATE)


def find_section(document: Document) -> str | None:
    """The section, as printed, that a link back to it, a line above the headline or the heading of a list below names.

    Of those right above each other that are no menu, and of the parts of a path, it is the one that such a heading names, or the
    nearest.
    """
    above = range(document.title if document.title is not None else 0)
    for claim in document.claimed:
        if claim.rule == "navigation/back":
            folded = document.lines[claim.block].fold
            named = [number for number in above if document.lines[number].fold and document.lines[number].fold in folded]
            if named:
                return document.blocks[named[-1]].text
    named_above = [(number, name) for number in reversed(above) if (name := _named_above(document, number))]
    path = _path(document, named_above[0][0])[1:] if named_above else []
    if not path and (len(named_above) == 1 or (named_above and named_above[0][0] - named_above[1][0] > 1)):
        return named_above[0][1]
    if path:
        is_listed = any(document.blocks[number].text.endswith(f" {path[-1]}") for number in _headings(document))
        return path[-1] if is_listed and path[-1][:1].isupper() and len(path) <= _MAX_PATH else named_above[0][1]
    below = next(filter(None, (_listed(document, number) for number in _headings(document))), None)
    if named_above and not _in_menu([number for number, _ in named_above]):
        return next((name for _, name in named_above if below and fold(name) == fold(below)), named_above[0][1])
    return below or next((name for _, name in named_above), None) or _on_top(document)


def _on_top(document: Document) -> str | None:
    """The one line above the headline and its date, with a blank line below: press offices print the name of their list there."""
    title = document.title or 0
    above = [number for number in range(title) if document.role(number) is not Role.DATE]
    if above != [0] or document.role(0) is not Role.NAVIGATION or not document.blocks[1].gap_before:
        return None
    text, line = document.blocks[0].text, document.lines[0]
    is_name = text[0].isalpha() and not text[0].islower() and len(text.split()) <= _MAX_WORDS and text.replace(" ", "").isalpha()
    return text if is_name and not line.closed and line.phrase is None and not looks_like_source(text) else None


def _named_above(document: Document, number: int) -> str | None:
    """The section that a line above the headline is, or that the path to the page ends in."""
    claim = document.claims[number]
    is_section = claim is not None and claim.rule == "navigation/section"
    parts = [document.blocks[number].text] if is_section else _path(document, number)
    names = (part.strip(_BULLETS) for part in reversed(parts))
    return next((name for name in names if fold(name) in document.vocabulary.sections), None)


def _path(document: Document, number: int) -> list[str]:
    """What a path leads through on its way to the page, perhaps behind a label that says so: ``当前位置：首页 > 财经``.

    Nothing where a line is no path.
    """
    claim, text = document.claims[number], document.blocks[number].text
    if claim is None or claim.role is not Role.NAVIGATION:
        return []
    parts = split_path(text)
    is_labelled = claim.rule.startswith("phrases/") and any(colon in text for colon in COLONS) and len(parts) > _LABELLED_PATH
    return parts if claim.rule == "navigation/breadcrumb" or is_labelled else []


def _in_menu(numbers: Sequence[int]) -> bool:
    """Whether the nearest of the lines above that name a section, nearest first, is one of a menu's."""
    return len(numbers) >= _MENU_LINES and numbers[0] - numbers[_MENU_LINES - 1] < _MENU_LINES


def _headings(document: Document) -> Iterator[int]:
    """The blocks below the story that may name a section; a cheap look before :func:`_named_by`.

    These are lines with a phrase (which only those near the story have been asked for), with a few words in quotes, with a known
    section as first or last word, or with the first word of a heading.
    """
    start, stop = document.region.stop, min(document.region.stop + _BELOW_BLOCKS, len(document))
    known, openers = document.vocabulary.sections, document.vocabulary.heading_openers
    for number in range(start, stop):
        claim, text = document.claims[number], document.blocks[number].text
        if claim is None or claim.role not in _LISTED or len(text) > _MAX_HEADING_CHARS:
            continue
        first, last = text.partition(" ")[0], text[text.rfind(" ") + 1 :]
        named = _edge(first) in known or _edge(last) in known or first.lower() in openers or _edges_spaceless(text, known)
        if named or document.lines[number].phrase is not None or _QUOTED.search(text):
            yield number


def _edge(word: str) -> str:
    return word.lower() if word.isascii() else fold(word)


def _edges_spaceless(text: str, known: Container[str]) -> bool:
    """Whether a text in a script without spaces begins or ends with the name of a section."""
    return SPACELESS.match(text) is not None and any(text[:size] in known or text[-size:] in known for size in _SECTION_CHARS)


def _listed(document: Document, number: int) -> str | None:
    """The section in a list's heading; as it is written elsewhere, where the whole heading is in capitals."""
    name = _named_by(document, number)
    if name is None or not document.blocks[number].text.isupper():
        return name
    return " ".join(word if len(word) <= _MAX_ABBREVIATION else word.capitalize() for word in name.split())


def _named_by(document: Document, number: int) -> str | None:
    """The section in a list's heading: in quotes, or behind the phrase that it begins with: "Next in Politics".

    A known one may also stand before the phrase: "Politics most read".
    """
    text = document.blocks[number].text
    if not (text[0].isalnum() or text[0] in _QUOTES):
        return None
    quoted = _QUOTED.search(text)
    if quoted and fold(quoted[1]) in document.vocabulary.sections:
        return quoted[1]
    phrase = document.lines[number].phrase
    if phrase is None and number not in document.near:
        phrase = document.vocabulary.match(text)
    if phrase is None or (phrase.where == "whole" and _follows_function_word(document, text)):
        return _last_word(document, number) or _first_characters(document, number)
    if phrase.scope != "list":
        return None
    if quoted:
        return quoted[1]
    if " " not in text and SPACELESS.match(text):
        spaceless = text[: -len(phrase.text)] if phrase.where == "end" else text[len(phrase.text) :]
        return spaceless if fold(spaceless) in document.vocabulary.sections else None
    count = len(phrase.text.split())
    name = text.split()[count:] if phrase.where == "start" else text.split()[:-count]
    if not name or name[0][0].islower() or text.endswith(COLONS):
        return None
    if fold(" ".join(name)) in document.vocabulary.sections:
        return " ".join(name)
    if phrase.where == "end" or phrase.text.rpartition(" ")[2] in facts().origins:
        return None
    is_name = len(name) <= _MAX_WORDS and name[0][0].isalpha()
    return " ".join(name) if is_name and name[0].lower() not in document.vocabulary.function_words else None


def _follows_function_word(document: Document, text: str) -> bool:
    """Whether a function word stands before a heading's last word, as in "Mehr aus Wirtschaft"."""
    return ("", *text.lower().split())[-2] in document.vocabulary.function_words


def _last_word(document: Document, number: int) -> str | None:
    """The section that ends a heading: "Most popular in Business", where "Most popular" is known, or items stand below."""
    label, colon, named = document.blocks[number].text.partition(": ")
    if colon and len(label.split()) <= _MAX_HEADING_WORDS and fold(named) in document.vocabulary.sections:
        return named
    *before, last = document.blocks[number].text.split()
    spoken = document.vocabulary.sections.get(fold(last), ())
    if not spoken:
        return None
    phrases = (document.vocabulary.match(" ".join(before[:stop])) for stop in (len(before) - 1, len(before)) if stop > 0)
    is_known = any(phrase is not None and phrase.scope == "list" for phrase in phrases)
    is_near = number < document.region.stop + _NEAR_BLOCKS
    is_short = 1 <= len(before) <= _MAX_HEADING_WORDS and "".join(before).isalpha()
    may_head = is_near and is_short and document.language in spoken and not last[0].islower()
    return last.rstrip(":：") if is_known or (may_head and _heads_items(document, number)) else None


def _first_characters(document: Document, number: int) -> str | None:
    """The section that a short heading of a list begins with, in a script without spaces: ``生活最新消息``."""
    text, known = document.blocks[number].text, document.vocabulary.sections
    if " " in text or not SPACELESS.match(text) or number >= document.region.stop + _NEAR_BLOCKS:
        return None
    names = (text[:size] for size in reversed(_SECTION_CHARS) if _FEWEST_MORE <= len(text) - size <= _MOST_MORE)
    name = next((name for name in names if document.language in known.get(name, ())), None)
    return name if name and _heads_items(document, number) else None


def _heads_items(document: Document, number: int) -> bool:
    """Whether the next lines, bullets and numbers aside, are as long as headlines and no part of the story."""
    least = _MIN_SPACELESS_CHARS if SPACELESS.match(document.blocks[number].text) else _MIN_ITEM_CHARS
    below = (n for n in range(number + 1, min(number + 1 + 2 * _ITEMS, len(document))) if len(document.blocks[n].text) > 2)
    items = list(islice(below, _ITEMS))
    is_list = all(document.role(n) in _LISTED and len(document.blocks[n].text) >= least for n in items)
    return len(items) == _ITEMS and is_list

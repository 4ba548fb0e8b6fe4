"""What a page says about its article outside the text it prints, and how much each block is like it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from newsclean.read.align import key
from newsclean.read.head import Head, text_of
from newsclean.read.json_ld import long_text, types
from newsclean.read.values import plain

_ARTICLE = re.compile(r"(?:Article|Posting|Report|Story|Review|WebPage)$")
_DESCRIPTIONS = ("description", "og:description", "twitter:description")
_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?。！？])\s*")
_TITLE_WORDS = 40
_TITLE_CHARS = 300
_DESCRIPTION_STRETCH = 2.5
_CUT = re.compile(r"(?:\.{3}|…|\[…\]|\[\.\.\.\])\s*$")
_MIN_PIECE_CHARS = 15


class Likeness(NamedTuple):
    """How much of a text the page's JSON-LD article, its description and its title hold too, each 0 to 1."""

    linked_data: float = 0.0
    description: float = 0.0
    title: float = 0.0


@dataclass(frozen=True)
class Evidence:
    """The page's JSON-LD article text with its lines, its descriptions, and its titles; empty where it states none."""

    body: str = ""
    descriptions: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()

    def likeness(self, text: str, text_key: str) -> Likeness:
        """How much a block of text is like what the page states; ``text_key`` is its :func:`~newsclean.read.align.key`."""
        if not text_key:
            return Likeness()
        words = _words(text) if len(text) <= self._longest else frozenset()
        return Likeness(self._linked_data(text, text_key), self._description(text, text_key, words), self._title(text, words))

    @cached_property
    def _body_key(self) -> str:
        return key(self.body)

    @cached_property
    def _described(self) -> tuple[tuple[str, int, frozenset[str]], ...]:
        """Of each description its key, the characters of the longest text that may be like it, and its words."""
        keys = [(key(_CUT.sub("", text)), _words(text)) for text in self.descriptions]
        return tuple((wanted, int(_DESCRIPTION_STRETCH * len(wanted)) + 60, words) for wanted, words in keys if wanted)

    @cached_property
    def _titled(self) -> tuple[frozenset[str], ...]:
        return tuple(filter(None, map(_words, self.titles)))

    @cached_property
    def _longest(self) -> int:
        """Characters of the longest text whose words matter."""
        return max(_TITLE_CHARS, *(longest for _, longest, _ in self._described), 0)

    def _linked_data(self, text: str, whole: str) -> float:
        """The share of a text's characters in sentences that the JSON-LD body holds."""
        if not self._body_key:
            return 0.0
        if whole in self._body_key:
            return 1.0 if len(whole) >= _MIN_PIECE_CHARS else 0.5
        if len(whole) < _MIN_PIECE_CHARS:
            return 0.0
        pieces = [key(piece) for piece in _SENTENCE.split(text)]
        if len(pieces) == 1:
            return 0.0
        return sum(len(piece) for piece in pieces if len(piece) >= _MIN_PIECE_CHARS and piece in self._body_key) / len(whole)

    def _description(self, text: str, whole: str, words: frozenset[str]) -> float:
        """How much of a text and of the page's description are the same."""
        best = 0.0
        for wanted, longest, described in self._described:
            if len(text) > longest:
                continue
            if whole.startswith(wanted):
                return 1.0
            best = max(best, _dice(words, described))
        return best

    def _title(self, text: str, words: frozenset[str]) -> float:
        """How much of a text and of the page's title are the same."""
        if len(text) > _TITLE_CHARS or not 0 < len(words) <= _TITLE_WORDS:
            return 0.0
        return max((_dice(words, title) for title in self._titled), default=0.0)


def read_evidence(head: Head) -> Evidence:
    """What a page states in JSON-LD, meta tags, title and first-level headings."""
    nodes = [node for node in head.nodes if any(map(_ARTICLE.search, types(node)))]
    body = max((long_text(node.get("articleBody")) for node in nodes), key=len, default="")
    described = (*(plain(node.get("description")) for node in nodes), *head.all(*_DESCRIPTIONS))
    headings = (text_of(heading) for heading in head.headings)
    titled = (*(plain(node.get("headline")) for node in nodes), *head.all("og:title", "twitter:title"), *headings, head.title)
    return Evidence(body, tuple(dict.fromkeys(filter(None, described))), tuple(dict.fromkeys(filter(None, titled))))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _dice(one: frozenset[str], other: frozenset[str]) -> float:
    common = len(one & other)
    return 2 * common / (len(one) + len(other)) if common else 0.0

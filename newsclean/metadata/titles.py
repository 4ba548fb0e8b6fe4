"""The headline, by the agreement of all who state it: heading, JSON-LD, OpenGraph, the title tag."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

MIN_CHARS = 4
_EQUAL = str.maketrans("’‘ʼ`´“”„«»‹›–—‑‐−：｜　", '\'\'\'\'\'"""""""-----:| ')
_SEPARATOR = re.compile(r"\s*[|·•»«]+\s*|\s+[</\\~]+\s+|\s*::+\s*|(?<=\S)：(?=\S)|\s+[-–—]+\s*|\s*[-–—]+\s+|[,:]\s+")
_STRONG = re.compile(r"\s*[|»«·•]+\s*|\s*::+\s*|\s+-\s+")
_WEAK = re.compile(r"[,:]\s+")
_MORE_LETTERS = 12
"""Letters that a part of a title may have beside the site's name: a section, "online", a country."""

_TAIL = re.compile(r"\s*[|»·]|\s+[-:]+\s|\s+\[[^\]]{2,20}\]$")
_WORDS = re.compile(r"\w+")
_ODD = re.compile(r"[^\W\d_A-Z][A-Z]|[:;!?][^\W\d_]|\w :\s")
_MAX_KICKER = 50
_MIN_KICKED = 14
_MIN_CUT = 90
_NEARLY = 0.75
_HEADING, _HEADING_FORM, _HEADING_BESIDE, _KICKED = 4.0, 3.0, 0.5, 1.0
_LINKED, _LINKED_NAME, _OPEN_GRAPH, _TWITTER, _TAG = 2.0, 0.3, 1.5, 0.2, 0.25
"""Weights of the places that state a title, found on news pages of 300 publishers: the heading outweighs all that search engines
and networks are told, but not the form in which two of them spell it."""

_NOT_LETTERS = re.compile(r"[\W_]+")
_ARTICLE = re.compile(r"^(?:the|la|le|el|der|die|das)\s+")
_CUT = re.compile(r"\s?(?:\.\.\.|…)$")


def compare_key(title: str) -> str:
    """A title for comparison: quotes, dashes, spaces and case made equal.

    >>> compare_key("“Ferry”  sails – again") == compare_key('"ferry" sails - again')
    True
    """
    return " ".join(unicodedata.normalize("NFKC", title).translate(_EQUAL).casefold().replace('"', "'").split())


@dataclass(frozen=True, slots=True)
class Stated:
    """The titles that a page states: first-level headings (whole, and without a kicker of their own), and what its head says."""

    headings: tuple[tuple[str, str], ...] = ()
    linked: tuple[str, ...] = ()
    open_graph: str = ""
    twitter: str = ""
    title_tag: str = ""


def choose_title(stated: Stated, sites: Iterable[str]) -> str | None:
    """The headline as readers see it, without the site's name.

    The heading counts most, unless it shares no word with the other titles: then it is the site's or a section's. Titles that
    differ by a kicker alone count together: it stays where JSON-LD and OpenGraph both have it, and goes where OpenGraph has not.

    :param sites: names of the site, its publisher and its host
    """
    names = {letters(site) for site in sites if site} - {""}
    votes = [vote for vote in _votes(stated, names) if len(vote.text) >= MIN_CHARS and vote.letters not in names]
    keys = {vote.key: vote.letters for vote in votes}
    own = {key: sum(vote.weight for vote in votes if vote.letters == same) for key, same in keys.items()}
    total = {
        key: own[key] + sum(vote.weight for vote in votes if vote.letters != keys[key] and _supports(vote, key)) for key in own
    }
    best = max(own, key=lambda key: total[key], default=None)
    if best is None:
        return None
    headings = {vote.letters for vote in votes if vote.heading}
    forms = [key for key in own if _same_story(key, best)]
    form = max(forms, key=lambda key: own[key] - (_HEADING - _HEADING_FORM) * (keys[key] in headings))
    open_graph = compare_key(strip_site(stated.open_graph, names))
    form = open_graph if open_graph in forms and _kicker(form, open_graph) else form
    return _best_spelling([vote for vote in votes if vote.letters == keys[form]])


class _Vote(NamedTuple):
    text: str
    key: str
    letters: str
    weight: float
    heading: bool = False


def _votes(stated: Stated, names: Collection[str]) -> Iterator[_Vote]:
    """All titles, the headings first: of forms that differ by white space or signs alone the first is preferred."""

    def vote(text: str, weight: float, heading: bool = False) -> _Vote:
        title = strip_site(text, names)
        return _Vote(title, compare_key(title), letters(title), weight, heading)

    said = [vote(text, weight) for text, weight in ((stated.open_graph, _OPEN_GRAPH), (stated.twitter, _TWITTER))]
    said += [vote(text, _LINKED if not place else _LINKED_NAME) for place, text in enumerate(stated.linked)]
    said = [other for other in (*said, vote(stated.title_tag, _TAG)) if other.letters]
    headings = [(bare, whole) for whole, bare in stated.headings if letters(bare) not in names]
    main = _main_heading([vote(bare, 0.0) for bare, _ in headings], said)
    for place, (bare, whole) in enumerate(headings):
        weight = _HEADING if place == main else _HEADING_BESIDE
        if bare != whole:
            yield vote(bare, weight - _KICKED, place == main)
            yield vote(whole, _KICKED)
        else:
            yield vote(_without_label(bare, said), weight, place == main)
    yield from said


def _main_heading(headings: list[_Vote], said: list[_Vote]) -> int | None:
    """Which heading is the story's: the first that another title agrees with, else the first that shares a word with one."""
    if not said:
        return 0 if headings else None
    agreed = (place for place, heading in enumerate(headings) if any(_agree(heading, other) for other in said))
    words = " ".join(other.key for other in said)
    related = (place for place, heading in enumerate(headings) if _related(heading.key, words))
    return next(chain(agreed, related), None)


def _agree(heading: _Vote, other: _Vote) -> bool:
    return heading.letters == other.letters or _supports(other, heading.key)


def _without_label(heading: str, said: list[_Vote]) -> str:
    """A heading without the one word before it, such as "Opinion", that no other title has."""
    _, _, rest = heading.partition(" ")
    return rest if len(rest) >= _MIN_KICKED and any(other.key == compare_key(rest) for other in said) else heading


def _related(heading: str, others: str) -> bool:
    return any(word in others for word in _WORDS.findall(heading) if len(word) > 3 or not word.isascii())


def _supports(other: _Vote, key: str) -> bool:
    """Whether another title speaks for one. Nothing is cut off a heading: what is behind its dash belongs to it."""
    tail = not other.heading and _has_tail(other.key, key)
    return tail or _is_cut(other.key, key) or _same_story(key, other.key)


def _same_story(one: str, other: str) -> bool:
    """Whether two titles are forms of one: alike but for a kicker, or in nearly all their words."""
    if one == other or _kicker(one, other) or _kicker(other, one):
        return True
    words, others = set(_WORDS.findall(one)), set(_WORDS.findall(other))
    return len(words) >= 5 and len(words & others) >= _NEARLY * len(words | others)


def _best_spelling(votes: list[_Vote]) -> str:
    """Of titles with the same letters the first, unless elements glue its words or set its colon apart, and another's do not."""
    first = votes[0].text
    if _ODD.search(first):
        return next((vote.text for vote in votes if not _ODD.search(vote.text)), first)
    return first


def _is_cut(short: str, whole: str) -> bool:
    """Whether a title is another one cut off: JSON-LD headlines often end after 110 characters."""
    stem = _CUT.sub("", short)
    return (stem != short or len(stem) >= _MIN_CUT) and len(stem) >= 20 and whole.startswith(stem) and not _CUT.search(whole)


def _has_tail(whole: str, short: str) -> bool:
    """Whether a title is another one with a part more behind a separator, which is then no part of the headline."""
    return len(short) >= _MIN_KICKED and whole.startswith(short) and _TAIL.match(whole, len(short)) is not None


def _kicker(whole: str, short: str) -> bool:
    """Whether a title is another one behind a kicker: ``harbour strike: ferries stay in port``."""
    if len(short) < _MIN_KICKED or not whole.endswith(short) or whole == short:
        return False
    before = whole[: -len(short)].rstrip()
    return len(before) <= _MAX_KICKER and before[-1:] in "-:|/"


def strip_site(title: str, names: Collection[str]) -> str:
    """A title without the site's name before or after it.

    >>> strip_site("Ferry sails again - Region - Harbour Post", {"harbourpost"}), strip_site("Storm - and calm", {"harbourpost"})
    ('Ferry sails again - Region', 'Storm - and calm')
    """
    for _ in range(3):
        cuts = list(_SEPARATOR.finditer(title))[:40]
        if not cuts:
            break
        last, first = cuts[-1], cuts[0]
        if _is_site(title[last.end() :], names, last[0]) and len(letters(title[: last.start()])) >= MIN_CHARS:
            title = title[: last.start()]
        elif _STRONG.fullmatch(first[0]) and _is_site(title[: first.start()], names, first[0]):
            title = title[first.end() :]
        else:
            break
    return title.strip()


def _is_site(part: str, names: Collection[str], separator: str) -> bool:
    """Whether a part of a title names the site: by its whole name, or behind a clear separator by a little more or less."""
    key = letters(part)
    if not key or _WEAK.fullmatch(separator) or len(part) > 60:
        return key in names
    return key in names or any(
        min(len(key), len(name)) >= MIN_CHARS
        and ((name in key and len(key) <= len(name) + _MORE_LETTERS) or (key in name and 2 * len(key) >= len(name)))
        for name in names
    )


def letters(text: str) -> str:
    """A name's letters and digits in lower case, without accents, spaces and leading article.

    >>> letters("The Harbour-Post"), letters("www.harbourpost.example")
    ('harbourpost', 'wwwharbourpostexample')
    """
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return _NOT_LETTERS.sub("", _ARTICLE.sub("", text.casefold()))

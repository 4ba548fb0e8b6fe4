"""Bylines: lines that name who wrote the story."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import NamedTuple

from newsclean.recognise.names import EAST_ASIAN, MAIL_OR_HANDLE, MAX_CHARS, PARTICLES, names_in, split_names
from newsclean.vocabulary import Vocabulary

_WRAPPERS = " \t()（）[]【】―—–-|•·*"
_MINUTES = re.compile(r"\s?[·•|—–-]?\s?(?<!\d)\d{1,2}[\s-]min(?:ute)?s?\.?(?:\s[Rr]ead)?$")


class _Words(NamedTuple):
    """What tells a byline: a byline word at a line's start or, in East Asian languages, at its end; where, or with whom, somebody
    wrote, which may follow the names; and the words that join names."""

    before: re.Pattern[str]
    after: re.Pattern[str] | None
    where: re.Pattern[str]
    and_words: tuple[str, ...]


def find_byline(text: str, vocabulary: Vocabulary, languages: Iterable[str]) -> tuple[str, ...] | None:
    """The names on a byline, or None where the line is none. The tuple is empty for a line that credits a desk or agency only.

    >>> from newsclean.vocabulary import load
    >>> find_byline("(By Mira Santoso and Jan de Boer)", load(), ["en"])
    ('Mira Santoso', 'Jan de Boer')
    >>> find_byline("By Mira Santoso at Quarry Road", load(), ["en"]), find_byline("Par Jan Boer (avec AFP)", load(), ["fr"])
    (('Mira Santoso',), ('Jan Boer',))
    >>> find_byline("Por Ana Ruiz en Madrid", load(), ["es"]), find_byline("Di Carla da Rino", load(), ["it"])
    (('Ana Ruiz',), ('Carla da Rino',))
    >>> find_byline("Reporting by Mira Santoso in Oslo and Ada Holt in Rome; Editing by Jan de Boer", load(), ["en"])
    ('Mira Santoso', 'Ada Holt')
    >>> find_byline("(Reporting by Mira Santoso; Additional reporting by Ada Holt in Rome)", load(), ["en"])
    ('Mira Santoso', 'Ada Holt')
    >>> find_byline("By noon the square was full of people.", load(), ["en"]) is None
    True
    """
    if len(text) > MAX_CHARS:
        return None
    before, after, where, and_words = _byline_words(vocabulary, *languages)
    bare = MAIL_OR_HANDLE.sub("", text) if "@" in text else text
    bare = _said_once(bare) if " By " in bare or "min" in bare else bare
    inner, *others = bare.strip(_WRAPPERS).split("; ")
    if not all(map(before.match, others)):
        return None
    for found in (before.match(inner), after.search(inner) if after else None):
        if found:
            label = found.group().lower()
            helped = (
                before.match(other) for other in others
            )  # the word for writing ends in the writer's: "additional reporting by"
            more = [word.string[word.end() :] for word in helped if word and word.group().lower().endswith(label)]
            named = [inner[: found.start()] + inner[found.end() :], *more]
            names = [split_names(where.sub("", part), and_words, vocabulary.job_titles) for part in named]
            if None not in names:
                return tuple(dict.fromkeys(chain.from_iterable(filter(None, names))))
    return None


def _said_once(text: str) -> str:
    """A byline without what pages print beside it: the name that it names again, the minutes that the story takes.

    >>> _said_once("Mira Holt By Mira Holt"), _said_once("By Mira Holt 5 min read")
    ('By Mira Holt', 'By Mira Holt')
    """
    before, by, after = text.partition(" By ")
    text = f"By {after}" if by and after.startswith(before) else text
    return _MINUTES.sub("", text)


def find_page_byline(text: str, vocabulary: Vocabulary, language: str) -> tuple[str, ...] | None:
    """:func:`find_byline` in the page's language or in English."""
    return find_byline(text, vocabulary, (language, "en"))


def names_from_place(text: str, vocabulary: Vocabulary, language: str) -> tuple[str, ...] | None:
    """The names in front of the place that they report from, or None: a line of names alone has no such place.

    >>> from newsclean.vocabulary import load
    >>> names_from_place("Mira Holt and Jan de Boer in Vellin", load(), "en"), names_from_place("Mira Holt", load(), "en")
    (('Mira Holt', 'Jan de Boer'), None)
    """
    if len(text) > MAX_CHARS or text[-1] in ")）":
        return None
    names = _byline_words(vocabulary, language, "en").where.sub("", text)
    return names_in(names, vocabulary, language) if names != text else None


@cache
def _byline_words(vocabulary: Vocabulary, *languages: str) -> _Words:
    """The words of some languages."""
    entries = [entry for language in dict.fromkeys(languages) if (entry := vocabulary.by_code(language))]
    words = sorted({word for entry in entries for word in entry.bylines}, key=len, reverse=True)
    titles = [title for entry in entries for title in entry.job_titles]
    closing = sorted({word for word in (*words, *titles) if EAST_ASIAN.match(word)}, key=len, reverse=True)
    start = "|".join(re.escape(word) + (r"\s*" if closing and word in closing else r"(?![\w'’])") for word in words) or r"(?!)"
    glued = "|".join(form for word in words if word.isalpha() and word not in PARTICLES for form in (word, word.capitalize()))
    end = re.compile(f"(?:{'|'.join(map(re.escape, closing))})$") if closing else None
    and_words = dict.fromkeys((*(word for entry in entries for word in entry.and_words), "and"))
    joined = "|".join(map(re.escape, and_words))
    places = "|".join(re.escape(word) for word in dict.fromkeys(word for entry in entries for word in entry.place_words))
    return _Words(
        re.compile(rf"(?:{start})(?=.)|(?-i:(?:{glued})(?=[A-ZÀ-Þ][a-zß-ÿ]))", re.IGNORECASE),
        end,
        re.compile(
            rf"\s\([^()]{{1,80}}(?:\)|$)|\s(?:{places or '(?!)'})\s(?=[^\W\d_a-zß-ÿа-яёіїєґ])[^,;]*?(?=\s(?:{joined})\s|[,;]|$)"
        ),
        tuple(and_words),
    )

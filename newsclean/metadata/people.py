"""Authors as markup names them: several in one value, with roles, agencies, addresses and the publisher."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache

from newsclean.metadata.titles import letters
from newsclean.recognise.agencies import find_agency
from newsclean.recognise.names import CREDENTIAL, looks_like_name
from newsclean.recognise.publishers import looks_like_source
from newsclean.vocabulary import Vocabulary, fold

MAX_CHARS = 300
_MAX_NAMES = 40
_MAX_NAME_CHARS = 70
_MAX_NAME_WORDS = 7
_MIN_OUTLET_LETTERS = 5

_ADDRESS = re.compile(r"(?:https?:/|www\.)\S*+|\S*@\S*+", re.IGNORECASE)
_BRACKETED = re.compile(r"\s?[(\[（][^()\[\]（）]{0,60}[)\]）]")
_PARTS = re.compile(r"\s*[;|•·、，／]\s*|\s*/\s*|\s+[–—-]\s+|,\s*")
_CREDENTIAL_AFTER = re.compile(r"(?<=[a-zß-ÿ])\s+(?!I{2,3}$|IV$)(?:[A-Z]{2,5}|Ph\.?D\.?|M\.D\.)$")
_GENERATION = re.compile(r"(?:Jr|Sr)\.?|I{2,3}|IV", re.IGNORECASE)
_LOGIN = re.compile(r"[a-z0-9]+(?:[._-][a-z0-9]+)+")
_ENDS = " .,:;|/-–—'\"“”"
_NO_ONE = frozenset(
    "admin administrator webmaster editor author unknown anonymous guest none null undefined na user root test".split()
)
"""What software names where no one is named."""


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns for the words around names: those that open a byline and those that join two names."""

    by: re.Pattern[str]
    by_inside: re.Pattern[str]
    joins: re.Pattern[str]


@cache
def byline_words(vocabulary: Vocabulary, *languages: str) -> Words:
    """The words of some languages, and of English, that sites of all languages use."""
    entries = [entry for code in dict.fromkeys((*languages, "en")) if (entry := vocabulary.by_code(code))]
    openers = sorted({word for entry in entries for word in entry.bylines}, key=len, reverse=True)
    joins = sorted({word for entry in entries for word in entry.and_words} | {"and"}, key=len, reverse=True)
    by = rf"(?:{'|'.join(map(re.escape, openers))})(?![\w'’.-])\s*:?\s*"
    return Words(
        by=re.compile(by, re.IGNORECASE),
        by_inside=re.compile(rf"^\D{{4,60}}?\s{by}(?=\w+ \w+$)", re.IGNORECASE),
        joins=re.compile(rf"(?:^|\s+)(?:{'|'.join(map(re.escape, joins))})\s+|\s*&\s*", re.IGNORECASE),
    )


@dataclass(frozen=True)
class Credits:
    """Splits credits of one page.

    :ivar outlets: letters of the names of the site and its publisher
    """

    vocabulary: Vocabulary
    words: Words
    outlets: Collection[str]

    def people(self, values: Iterable[str]) -> tuple[str, ...]:
        """The names in some values, each once, without byline words, job titles, addresses and the publisher."""
        names = self.names(values)
        found = [name for name in names if letters(name) not in self.outlets]
        if len(found) > 1 and any(
            len(name.split()) > 1 and looks_like_name(name) and not looks_like_source(name) for name in found
        ):
            found = [name for name in found if find_agency(name) or not self._is_outlet(name)]
        return tuple(found)

    def names(self, values: Iterable[str]) -> tuple[str, ...]:
        """The same with the publisher: some stories are by no one else."""
        names: dict[str, str] = {}
        for value in values:
            for name in self._split(value):
                names.setdefault(letters(name), name)
            if len(names) >= _MAX_NAMES:
                break
        return tuple(name for name in names.values() if len(names) == 1 or not self._is_job(name))

    def opened(self, text: str) -> str | None:
        """What follows a byline word at a text's start, or None where there is none."""
        found = self.words.by.match(text)
        return text[found.end() :] if found else None

    def _is_outlet(self, name: str) -> bool:
        key = letters(name)
        return looks_like_source(name) or any(len(outlet) >= _MIN_OUTLET_LETTERS and outlet in key for outlet in self.outlets)

    def _split(self, value: str) -> list[str]:
        text = _ADDRESS.sub(" ", _BRACKETED.sub("", value[:MAX_CHARS])).strip(_ENDS)
        if len(text.split()) > 4 and (closing := self.words.by_inside.search(text)):
            text = text[closing.end() :]
        rest = (self.opened(text) or "").strip(_ENDS)
        if rest and letters(rest) not in self.outlets and not self._is_surname(text, rest):
            text = rest
        if letters(text) in self.outlets:
            return [text]
        reversed_name = _reversed(text)
        if reversed_name:
            return [reversed_name]
        parts = [part for piece in _PARTS.split(text) for word in self.words.joins.split(piece) if (part := word.strip(_ENDS))]
        return self._real(parts) if len(parts) > 1 else [name for part in parts if _is_name(name := _bare(part))]

    def _is_surname(self, text: str, rest: str) -> bool:
        """Whether a byline word is the particle of a surname that stands alone: Di Stefano."""
        particle = text[: len(text) - len(rest)].strip()
        return " " not in rest and len(particle) <= 3 and particle.lower() != "by" and find_agency(rest) is None

    def _real(self, parts: list[str]) -> list[str]:
        """The names among the parts of a credit: no roles, degrees, days, nor places behind a name."""
        found: list[str] = []
        for part in parts:
            if found and _GENERATION.fullmatch(part):
                found[-1] = f"{found[-1]}, {part}"
            elif find_agency(part):
                found.append(part)
            elif _is_name(part) and not any(c.isdigit() for c in part) and not self._is_role(part, found):
                found.append(_bare(part))
        return found

    def _is_role(self, part: str, before: list[str]) -> bool:
        if self._is_job(part):
            return True
        return bool(before) and CREDENTIAL.fullmatch(part) is not None

    def _is_job(self, part: str) -> bool:
        titles = self.vocabulary.job_titles
        words = fold(part).split()
        return bool(words) and (" ".join(words) in titles or words[-1] in titles or words[0] in titles)


def _bare(name: str) -> str:
    """A name without the degree or the agency that is glued to its end."""
    words = name.split()
    if len(words) > 2:
        name = _CREDENTIAL_AFTER.sub("", name)
        words = name.split()
    for count in (3, 2, 1):
        if len(words) >= count + 2 and find_agency(" ".join(words[-count:])):
            return " ".join(words[:-count])
    return name


def _reversed(text: str) -> str:
    """``Moreau, Ida``, as libraries write it, the other way round; empty where the comma is another one."""
    before, comma, after = text.partition(", ")
    if not comma or "," in after or not all(map(str.islower, before.split()[:-1])) or not 1 <= len(after.split()) <= 2:
        return ""
    plausible = looks_like_name(before) and looks_like_name(after) and not before.isupper() and not after.isupper()
    return f"{after} {before}" if plausible and not find_agency(after) else ""


def _is_name(part: str) -> bool:
    return (
        1 <= len(part.split()) <= _MAX_NAME_WORDS
        and 2 <= len(part) <= _MAX_NAME_CHARS
        and any(character.isalpha() for character in part)
        and ":" not in part
        and _LOGIN.fullmatch(part) is None
        and letters(part) not in _NO_ONE
    )

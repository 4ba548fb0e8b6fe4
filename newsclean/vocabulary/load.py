"""Read language files and index their phrases by first word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import tomli

from newsclean.errors import VocabularyError
from newsclean.vocabulary.fold import MAX_CHARS, SPACELESS, first_key, fold, last_key
from newsclean.vocabulary.phrase import ANY_NUMBER, PLACES, ROLES, SCOPES, Phrase, looks_like_heading, number_signs

DIRECTORY = Path(__file__).parent / "languages"
_LISTS = (
    "function_words", "weekdays", "relative_dates", "bylines", "job_titles", "and_words", "place_words", "sections",
    "caption_words", "photo_labels", "photo_labels_after", "channel_words", "appeal_words", "affiliate_words", "announcing",
    "close_to",
)  # fmt: skip
_STRINGS = ("language", "name", "script")
_DIGIT = re.compile(r"\d")
_PHRASE_KEYS = {"text", "role", "where", "scope", "removes", "keeps", "note"}


_Index = dict[str, list[Phrase]]
_QUOTED = re.compile(r"[\"'«“][^\"'»”]{2,30}[\"'»”]\s?[:»]?\s?(?=\w)")
_COUNT = re.compile(r"[ :·|(-]{1,3}\d{1,4}(?:: ?\d\d)? ?(?:m(?:in\w{0,6})?)?$")
"""A number, or a duration, at the end of a fold."""

_BUTTONS = ("share", "comment")
_NONE: list[Phrase] = []
_NUMBERED_CHARS = 80
"""Longer folds are not a phrase with numbers in it and nothing else."""


@dataclass(frozen=True)
class Language:
    """What newsclean knows about the news pages of one language: one file of ``languages/``."""

    language: str
    name: str
    script: str
    function_words: tuple[str, ...]
    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[str, ...]
    relative_dates: tuple[str, ...]
    bylines: tuple[str, ...]
    job_titles: tuple[str, ...]
    and_words: tuple[str, ...]
    place_words: tuple[str, ...]
    sections: tuple[str, ...]
    caption_words: tuple[str, ...]
    photo_labels: tuple[str, ...]
    photo_labels_after: tuple[str, ...]
    channel_words: tuple[str, ...]
    appeal_words: tuple[str, ...]
    affiliate_words: tuple[str, ...]
    announcing: tuple[str, ...]
    close_to: tuple[str, ...]
    phrases: tuple[Phrase, ...]

    @cached_property
    def function_word_set(self) -> frozenset[str]:
        """The function words in lower case."""
        return frozenset(map(str.lower, self.function_words))


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """The languages in force, with the indexes that look-ups need, each built once."""

    languages: tuple[Language, ...]

    def match(self, line: str, folded: str | None = None) -> Phrase | None:
        """The longest phrase that claims ``line``, or None.

        >>> load().match("Baca juga: Harga cabai turun di pasar induk").role
        'teaser'
        """
        if len(line) > MAX_CHARS:
            return None
        folded = fold(line) if folded is None else folded
        if not folded:
            return None
        wholes, starts, ends = self._index
        whole, start, end = wholes.get(folded, _NONE), starts.get(first_key(folded), _NONE), ends.get(last_key(folded), _NONE)
        opened = [phrase for phrase in start if folded.startswith(phrase.opening)] if start else _NONE
        candidates = whole + opened + end if whole or opened or end else _NONE
        has_number = len(folded) <= _NUMBERED_CHARS and _DIGIT.search(folded) is not None
        if has_number:
            candidates = candidates + wholes.get(number_signs(folded), _NONE)
        if folded[0].isdigit():
            candidates = candidates + starts.get(ANY_NUMBER, _NONE)
        matching = [phrase for phrase in candidates if phrase.matches(line, folded)] if candidates else _NONE
        if matching:
            return matching[0] if len(matching) == 1 else max(matching, key=_precedence)
        return self._marked(line, folded, has_number=has_number)

    def _marked(self, line: str, folded: str, *, has_number: bool) -> Phrase | None:
        """A phrase with something before or behind it that is no part of it: a section, a teaser, a number."""
        if not folded[0].isalnum():
            return self._under_section(line, folded)
        labelled = self._labelled(folded) if ": " in folded else None
        return self._counted(folded) if labelled is None and has_number else labelled

    def _under_section(self, line: str, folded: str) -> Phrase | None:
        """A list heading behind a section's name in quotes: ``"Politics": Most read``."""
        section = _QUOTED.match(folded)
        phrase = self.match(folded[section.end() :]) if section else None
        return phrase if phrase is not None and phrase.scope == "list" and looks_like_heading(line) else None

    def _counted(self, folded: str) -> Phrase | None:
        """A button with a number behind its text: ``Comments 14``, ``Listen to this article 3 min``."""
        number = _COUNT.search(folded)
        phrases = self._index[0].get(folded[: number.start()], _NONE) if number else _NONE
        return max((phrase for phrase in phrases if phrase.role in _BUTTONS), key=_precedence, default=None)

    def _labelled(self, folded: str) -> Phrase | None:
        """The heading of a list of teasers as the label of one: ``Related reading: Port reopens``; a word heads headlines."""
        label = folded.partition(": ")[0]
        headings = self._index[0].get(label, _NONE) if " " in label or SPACELESS.match(label) else _NONE
        found = max((p for p in headings if p.role == "teaser" and p.scope == "list"), key=_precedence, default=None)
        return replace(found, where="start", scope="line") if found else None

    def by_code(self, language: str) -> Language | None:
        """The language with a BCP 47 code, or None where no file speaks of it."""
        return self._by_code.get(language)

    def written_in(self, script: str | None) -> tuple[str, ...]:
        """The codes of the languages of a script."""
        return self._by_script.get(script or "", ())

    @cached_property
    def function_words(self) -> Mapping[str, tuple[str, ...]]:
        """The languages in which a word is a function word."""
        return _speakers(self.languages, lambda language: language.function_words, str.lower)

    @cached_property
    def sections(self) -> Mapping[str, tuple[str, ...]]:
        """The languages in which a fold names a section of a news site."""
        return _speakers(self.languages, lambda language: language.sections, fold)

    @cached_property
    def job_titles(self) -> Mapping[str, tuple[str, ...]]:
        """The languages in which a fold is a role printed beside names."""
        return _speakers(self.languages, lambda language: language.job_titles, fold)

    @cached_property
    def heading_openers(self) -> frozenset[str]:
        """The words that headings of lists begin with where more may follow: "next" in "next in"."""
        headings = (p for entry in self.languages for p in entry.phrases if p.scope == "list" and p.where == "start")
        return frozenset(phrase.text.partition(" ")[0] for phrase in headings)

    @cached_property
    def _by_script(self) -> Mapping[str, tuple[str, ...]]:
        return _speakers(self.languages, lambda language: (language.script,), str)

    @cached_property
    def _by_code(self) -> Mapping[str, Language]:
        return {entry.language: entry for entry in self.languages}

    @cached_property
    def _index(self) -> tuple[_Index, _Index, _Index]:
        """Phrases that are a whole line by their text, the others by their first or last word."""
        wholes: _Index = {}
        starts: _Index = {}
        ends: _Index = {}
        for language in self.languages:
            for phrase in language.phrases:
                if phrase.where == "whole" and not phrase.dated:
                    wholes.setdefault(phrase.literal, []).append(phrase)
                else:
                    (ends if phrase.where == "end" else starts).setdefault(phrase.key, []).append(phrase)
        return wholes, starts, ends


def _speakers(
    languages: Iterable[Language], words: Callable[[Language], Iterable[str]], normal: Callable[[str], str]
) -> Mapping[str, tuple[str, ...]]:
    index: dict[str, tuple[str, ...]] = {}
    for language in languages:
        for word in dict.fromkeys(map(normal, words(language))):
            index[word] = (*index.get(word, ()), language.language)
    return index


def _precedence(phrase: Phrase) -> tuple[int, bool, bool]:
    """The longest text goes first, then one with a date, then English, which pages of every language print."""
    return len(phrase.literal), phrase.dated, phrase.language == "en"


@cache
def load(directory: Path = DIRECTORY) -> Vocabulary:
    """Read every ``*.toml`` of a directory.

    :raises VocabularyError: a file breaks the format; names file, entry and what was expected
    """
    return Vocabulary(tuple(load_language(path) for path in sorted(directory.glob("*.toml"))))


def load_language(path: Path) -> Language:
    """Read one language file.

    :raises VocabularyError: the file breaks the format
    """
    try:
        table = tomli.loads(path.read_text(encoding="utf-8"))
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VocabularyError(path.name, "file", f"valid TOML in UTF-8 ({error})") from error
    unknown = table.keys() - {*_LISTS, *_STRINGS, "months", "phrase"}
    if unknown:
        raise VocabularyError(path.name, f"key {min(unknown)!r}", f"one of {', '.join((*_STRINGS, *_LISTS))}, months, phrase")
    for key in _STRINGS:
        if not isinstance(table.get(key), str):
            raise VocabularyError(path.name, f"key {key!r}", "a string")
    if table["language"] != path.stem:
        raise VocabularyError(path.name, "key 'language'", f"{path.stem!r}, the name of the file")
    lists = {key: _strings(path, key, table.get(key, [])) for key in _LISTS}
    listed = table.get("months", [])
    months = tuple(_strings(path, "months", names) for names in listed) if isinstance(listed, list) else ((),)
    if len(months) not in (0, 12):
        raise VocabularyError(path.name, "key 'months'", "twelve lists of names, January first, or none")
    dates = (*(name for names in months for name in names), *lists["weekdays"])
    entries = table.get("phrase", [])
    if not isinstance(entries, list):
        raise VocabularyError(path.name, "key 'phrase'", "[[phrase]], a list of tables")
    phrases = tuple(_phrase(path, number, entry, dates) for number, entry in enumerate(entries, 1))
    relative = tuple(_relative_date(path.stem, text) for text in lists["relative_dates"])
    values: dict[str, Any] = {**{key: table[key] for key in _STRINGS}, **lists}
    return Language(**values, months=months, phrases=phrases + relative)


def _relative_date(language: str, text: str) -> Phrase:
    """A relative date is a phrase that makes a whole line, or a part of one between dividers."""
    return Phrase(text=text, role="date", where="whole", scope="line", language=language, removes=(), keeps=())


def _phrase(path: Path, number: int, entry: Mapping[str, Any], dates: tuple[str, ...]) -> Phrase:
    if not isinstance(entry, dict):
        raise VocabularyError(path.name, f"phrase {number}", "a table")
    where = f"phrase {number} ({entry.get('text', 'no text')!r})"
    if not isinstance(entry.get("note", ""), str):
        raise VocabularyError(path.name, f"{where}, key 'note'", "a string")
    unknown = entry.keys() - _PHRASE_KEYS
    if unknown:
        raise VocabularyError(path.name, f"{where}, key {min(unknown)!r}", f"one of {', '.join(sorted(_PHRASE_KEYS))}")
    if not isinstance(entry.get("text"), str) or not fold(entry["text"]):
        raise VocabularyError(path.name, where, "a text with at least one letter or digit")
    for key, values in (("role", ROLES), ("where", PLACES), ("scope", SCOPES)):
        if entry.get(key, "line" if key == "scope" else None) not in values:
            raise VocabularyError(path.name, f"{where}, key {key!r}", f"one of {', '.join(values)}")
    examples = {key: _strings(path, f"{where}, {key}", entry.get(key, [])) for key in ("removes", "keeps")}
    if not all(examples.values()):
        raise VocabularyError(path.name, where, "at least one example each in removes and keeps")
    return Phrase(
        text=entry["text"],
        role=entry["role"],
        where=entry["where"],
        scope=entry.get("scope", "line"),
        language=path.stem,
        removes=examples["removes"],
        keeps=examples["keeps"],
        note=entry.get("note", ""),
        dates=dates,
    )


def _strings(path: Path, key: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
        raise VocabularyError(path.name, f"key {key!r}", "a list of non-empty strings")
    return tuple(value)


def check(vocabulary: Vocabulary) -> Iterable[str]:
    """Problems that the format alone does not show: examples that do not hold, phrases given twice.

    >>> list(check(load()))
    []
    """
    seen: dict[tuple[str, str, str], str] = {}
    for language in vocabulary.languages:
        for phrase in language.phrases:
            key = (language.language, phrase.literal, phrase.where)
            if key in seen:
                yield f"{phrase.rule}: the same as {seen[key]}"
            seen[key] = phrase.rule
            for line in phrase.removes:
                if not phrase.matches(line, fold(line)):
                    yield f"{phrase.rule}: should remove {line!r}"
                elif (winner := vocabulary.match(line)) is not None and winner.role != phrase.role:
                    yield f"{phrase.rule}: {line!r} goes to {winner.rule} as {winner.role} first"
            for line in phrase.keeps:
                if (winner := vocabulary.match(line)) is not None:
                    yield f"{phrase.rule}: should keep {line!r}, but {winner.rule} claims it"

"""Credit lines whose parts a flattener joined: ``Mira HoltPublished Dec 22, 2023``."""

from __future__ import annotations

import re
from functools import cache

from newsclean.vocabulary import Vocabulary

_SMALL = "a-zß-ÿа-яёіїєґα-ωά-ώ"
_DIGITS = re.compile(rf"(?<=(?<!\d)20\d\d)(?=\d{{1,2}}(?::\d|\s))|(?<=20\d\d)(?=[A-ZÀ-Þ][{_SMALL}])|(?<=[{_SMALL}]{{2}})(?=\d)")
"""A year and what follows it, and a number behind a word in small letters."""

_HINT = re.compile(r"[^\W\d_](?=\d|[A-ZÀ-Þ][a-zß-ÿ])|20\d\d(?=[A-ZÀ-Þ\d])|[•|]\w")
"""What a line has in which something may be joined."""

_BULLET = re.compile(r"(?<=\w)[•|](?=\w)")
_WORD = re.compile(r"[^\W\d_]++")


def unglue(text: str, vocabulary: Vocabulary, language: str) -> str:
    """A credit line with spaces around bullets, and before each month, date label and byline word that another word runs into.

    >>> from newsclean.vocabulary import load
    >>> unglue("By Mira HoltPublished: Dec 22, 20234:46 AM", load(), "en")
    'By Mira Holt Published: Dec 22, 2023 4:46 AM'
    """
    return _openers(vocabulary, language).sub(" ", _DIGITS.sub(" ", _BULLET.sub(" • ", text))) if _HINT.search(text) else text


@cache
def _openers(vocabulary: Vocabulary, language: str) -> re.Pattern[str]:
    """The places before such words of a language and of English: they begin with a capital, and what they head follows."""
    entries = [entry for code in dict.fromkeys((language, "en")) if (entry := vocabulary.by_code(code))]
    months = {name.capitalize() for entry in entries for names in entry.months for name in names}
    dated = (phrase.text for entry in entries for phrase in entry.phrases if phrase.role == "date" and phrase.where == "start")
    labels = {word.group().capitalize() for text in dated if (word := _WORD.match(text))}
    bylines = {word.capitalize() for entry in entries for word in entry.bylines if _WORD.fullmatch(word)}
    return re.compile(
        rf"(?<=[^\W\d_])(?=(?:{_any(months)})\.?\s\d)"
        rf"|(?<=[{_SMALL}])(?=(?:{_any(labels)})(?:\s|:))"
        rf"|(?<=[{_SMALL}])(?=(?:{_any(bylines)})\s[A-ZÀ-Þ])"
    )


def _any(words: set[str]) -> str:
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word)))) or r"(?!)"

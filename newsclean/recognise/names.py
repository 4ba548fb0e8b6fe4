"""Names of persons: what they look like, and lists of them."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence

import regex

from newsclean.recognise.agencies import find_agency
from newsclean.vocabulary import LETTERS, Vocabulary, fold
from newsclean.vocabulary.facts import facts

MAX_CHARS = 160
"""Longer lines tell a story, also where they begin with "By"."""

BEFORE_NAMES = "•·*-–— "
"""What may stand before a name on a line of its own, or one that a note opens with."""

PARTICLES = frozenset(
    "de da do dos das del della di du van von der den ter ten la le el al bin binti bint ibn abu y e zu zur of ben".split()
)
_WORD = regex.compile(rf"{LETTERS}(?:[.'’\-‑\u200c](?:{LETTERS})?+)*+")
EAST_ASIAN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""A character of the scripts in which a full name has no space."""

HAN_NAMES = r"[\u3400-\u9fff]{3,5}(?:、[\u3400-\u9fff]{3,5}){0,3}"
"""The pattern of the names in Chinese characters that sign a story in brackets."""

HAN_DESK = r"(?:[\u3400-\u9fff]{1,8}[部局課班]・)"
"""The pattern of the desk or the bureau that may stand before them."""

_DESK = re.compile(rf"^{HAN_DESK}(?=[\u3400-\u9fff])")
_EAST_ASIAN_NAME = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,5}(?:[ ・·]?[\u3040-\u30ff\u3400-\u9fff]{1,6})?")
_NO_EAST_ASIAN_NAME = ("の", "を", "する")
"""Particles and endings that join words in Japanese, and that names do not have."""

_EAST_ASIAN_LANGUAGES = ("zh", "ja", "ko", "und")
_NO_CHINESE_NAME = re.compile(r"[\u3400-\u9fff]{5,}")
"""Chinese names have four characters at most, and foreign ones a dot."""

_CASELESS = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff]")
_JUNCTIONS = re.compile(r"[,;&、，；]|(?<=[\u3400-\u9fff]{3})\u3000(?=[\u3400-\u9fff]{3})|\s[|·•]\s|/\s|／|\s[–—-]\s|\s{3,}")
CREDENTIAL = re.compile(r"[A-Z]{2,5}|Ph\.?D\.?|M\.?D\.?|Esq\.?|(?:[A-Z][a-z]?\.){2,4}")
"""A degree, or the letters of one, behind a name."""

MAIL_OR_HANDLE = re.compile(r"\S*@\S*\.\S*|@\S*")
_GLUED = re.compile(r"(?<=[a-zß-ÿ])(?<!\bMc)(?<!\bMac)(?=[A-ZÀ-Þ][a-zß-ÿ])")
"""Where a job title runs into a name."""

_RUN_ON = re.compile(r"(?<=[a-zß-ÿ]{3})(?<!Fitz)[A-ZÀ-Þ][a-zß-ÿ]{2,20}$")
"""The same behind so many small letters that the last name has no capital there of its own, as LaSalle and FitzRoy have."""

_LABEL_ENDS = ("of", "by", "for", "von", "de")
"""Words between what a picture or a button is and whose it is."""

_MAX_JOB_WORDS = 4
_MAX_NAME_WORDS = 5
_MAX_PARTS = 8


def split_names(text: str, and_words: Iterable[str], titles: Container[str] = ()) -> tuple[str, ...] | None:
    """The names in a list of names, job titles and agencies; None where anything else stands among them.

    ``titles`` are folds of job titles, alone or as the first or last word of a part.

    >>> split_names("Mira Santoso, staff writer", ["and"], {"staff writer"}), split_names("Mira Santoso signs", ["and"])
    (('Mira Santoso',), None)
    >>> split_names("Mira Santoso, Ph.D.", ["and"]), split_names("Mira Santoso, Contributing Opinion Writer", ["and"], {"writer"})
    (('Mira Santoso',), ('Mira Santoso',))
    """
    if len(text) > MAX_CHARS:
        return None
    text = _DESK.sub("", MAIL_OR_HANDLE.sub(" ", text).strip(" :：/|.-–—・•*·()（）[]【】"))
    lowered = text.lower()
    for word in and_words:
        if word[0].isalpha() and word in lowered:
            text = re.sub(rf"(?<=\s){re.escape(word)}(?=\s)", ";", text, flags=re.IGNORECASE)
    parts = [part for piece in _JUNCTIONS.split(text) if (part := piece.strip(" \xa0.:()（）[]【】"))]
    if not parts or len(parts) > _MAX_PARTS:
        return None
    names = list[str]()
    for part in parts:
        if find_agency(part) is not None:
            continue
        if names and " " in names[-1] and CREDENTIAL.fullmatch(part):
            continue
        bare = without_labels(part)
        name = _without_job(bare, titles)
        if name and not looks_like_name(name):
            return None
        # "Mira Holt, Senior News Writer": what a comma divides from a name, and ends in a job title, is no name; behind a name
        # "Head of Sea Labs" is none either
        titled = name != bare and bare.startswith(name) and f", {part}" in text
        is_job = bool(names) and (titled or (" of " in part and " " in names[-1]))
        names += [_once(name)] if name and not is_job else []
    return tuple(names)


def _once(name: str) -> str:
    """A name that a page prints twice, as a picture's text and as a link, once, and without what runs into it.

    >>> _once("Mira HoltMira Holt"), _once("Mira HoltData"), _once("Mira LaSalle")
    ('Mira Holt', 'Mira Holt', 'Mira LaSalle')
    """
    words = _GLUED.sub(" ", name).split()
    half = len(words) // 2
    if half and words[:half] == words[half:]:
        return " ".join(words[:half])
    return _RUN_ON.sub("", name) if " " in name else name


def may_list_names(text: str, and_words: Iterable[str]) -> bool:
    """A cheap look before :func:`split_names` for two names or more: something must stand between them.

    >>> may_list_names("Mira Santoso, Jan de Boer", ["and"]), may_list_names("Storm Closes The Port", ["and"])
    (True, False)
    """
    lowered = text.lower()
    return _JUNCTIONS.search(text) is not None or any(word in lowered for word in and_words)


def names_in(text: str, vocabulary: Vocabulary, language: str) -> tuple[str, ...] | None:
    """:func:`split_names` with what the vocabulary knows of a language."""
    entry = vocabulary.by_code(language)
    names = split_names(text, (*(entry.and_words if entry else ()), "and"), vocabulary.job_titles)
    if language not in _EAST_ASIAN_LANGUAGES and any(map(EAST_ASIAN.match, names or ())):
        return None  # it is a widget's button
    return None if language == "zh" and any(map(_NO_CHINESE_NAME.fullmatch, names or ())) else names


def without_labels(part: str) -> str:
    """A part of a byline without the words of pictures and buttons at its ends: "Portrait of Mira Holt Follow"."""
    words, none = part.split(), facts().no_names
    while len(words) > 2 and words[-1].lower() in none:
        words.pop()
        words[-1] = words[-1].removesuffix("'s").removesuffix("’s")
    if words and words[0].lower() in none:
        words = words[next((number for number, word in enumerate(words[:3], 1) if word.lower() in _LABEL_ENDS), 0) :]
    return " ".join(words[words.index("By") + 1 :] if "By" in words[1:-1] else words) or part


def _without_job(part: str, titles: Container[str]) -> str:
    """A name without the job title behind or before it; empty where nothing else is left.

    >>> _without_job("Mira Holt Harbour Correspondent", {"correspondent"}), _without_job("chief reporter", {"chief reporter"})
    ('Mira Holt', '')
    """
    words = _GLUED.sub(" ", part).split()
    folds = fold(" ".join(words)).split()
    if len(folds) != len(words):
        return part
    for count in range(min(len(words), _MAX_JOB_WORDS), 0, -1):
        if " ".join(folds[-count:]) in titles:
            return _without_job(first_and_last(words[:-count]), titles) if _may_be_full(words[:-count]) else ""
        if " ".join(folds[:count]) in titles:
            return " ".join(words[count:]) if _may_be_full(words[count:]) else ""
    return part


def _may_be_full(words: Sequence[str]) -> bool:
    """Whether words may be a full name, which has two or more; in East Asian scripts one will do."""
    return len(words) > 1 or (len(words) == 1 and EAST_ASIAN.match(words[0]) is not None)


def first_and_last(words: Sequence[str]) -> str:
    """A first and a last name, with initials and particles: what stands between them and a job title says more about the job."""
    real = [number for number, word in enumerate(words) if len(word.rstrip(".")) > 1 and word not in PARTICLES]
    return " ".join(words[: real[1] + 1] if len(real) > 1 else words)


def opening_name(text: str) -> str | None:
    """The full name that a note about its author opens with.

    >>> opening_name("Mira Holt is a writer in Vellin."), opening_name("The Port Is Open.")
    ('Mira Holt', None)
    """
    words = text.lstrip(BEFORE_NAMES).split(maxsplit=_MAX_NAME_WORDS)
    count = next((number for number, word in enumerate(words) if word[0].islower() and word not in PARTICLES), 0)
    name = " ".join(words[:count])
    return name if count > 1 and looks_like_name(name) else None


def looks_like_name(text: str) -> bool:
    """Whether a text has the shape of a person's name: one to five capitalised words, particles aside.

    >>> looks_like_name("Jan de Boer"), looks_like_name("The ship sank"), looks_like_name("12 Ships"), looks_like_name("船の様子")
    (True, False, False, False)
    >>> looks_like_name("مریم‌سادات حسینی")
    True
    """
    if EAST_ASIAN.search(text):
        return not any(map(text.count, _NO_EAST_ASIAN_NAME)) and _EAST_ASIAN_NAME.fullmatch(text) is not None
    words = text.split()
    if not 1 <= len(words) <= _MAX_NAME_WORDS or any(not _WORD.fullmatch(word.rstrip(".,")) for word in words):
        return False
    if _CASELESS.search(text):
        return len(words) <= 4
    real = [word for word in words if word not in PARTICLES]
    if not real or len(text) < 2 or words[-1] not in real or not facts().no_names.isdisjoint(map(str.lower, words)):
        return False
    return all(word[0].isupper() for word in real)

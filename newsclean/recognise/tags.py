"""Tag lines: the topics a story is filed under, as a list of short terms."""

from __future__ import annotations

import re

from newsclean.punctuation import CLOSING_QUOTES

_MAX_CHARS = 300
_MAX_TERM_CHARS = 40
_MAX_SPACELESS_CHARS = 12
_MAX_TERM_WORDS = 5
_MIN_TERMS = 3
SPACELESS = re.compile(r"[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
_MARK = re.compile(r"[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ece]")
_COMMA = re.compile(r"\s?[,،、，;|]\s?")
_GLUED = re.compile(r"(?<=[a-zß-ÿ])(?=[A-ZÀ-Þ])")
"""Where a flattener ran terms together: ``HarbourStrikeTrade``."""

_LABELLED = re.compile(r"[:：]\s?\w")
_ENDS = (".", "!", "?", "。", ":", "…")
_PHONE = re.compile(r"\d{2,4}[ -]?\d{3}[ -]?\d{2,4}|@")
"""A number to call, or an address to write to: contacts stand in lists, too."""

_DIVIDER = re.compile(r"\s[/·•]\s")
_BETWEEN = " ,،、|\xa0\u3000\t"
_MIN_TAG_CHARS, _MAX_HASHTAG_WORDS = 2, 3


def split_tags(text: str) -> tuple[str, ...]:
    """The terms of a tag line, in order.

    >>> split_tags("#Harbour #Strike"), split_tags("Japan , ties,  trade"), split_tags("#港　#船")
    (('Harbour', 'Strike'), ('Japan', 'ties', 'trade'), ('港', '船'))
    >>> split_tags("港町 渡輪"), split_tags("Ships sailed again 1時間前")
    (('港町', '渡輪'), ('Ships sailed again 1時間前',))
    """
    if hashtags := _hashtags(text):
        return hashtags
    spaced = not _COMMA.search(text) and all(map(SPACELESS.search, text.split()))
    pieces = text.split() if spaced else _COMMA.split(text)
    return tuple(term for piece in pieces if (term := piece.strip(" #.:•*·–-")))


def split_labelled(text: str) -> tuple[str, ...]:
    """The terms of a line that a label says to be tags, also where a flattener ran them together.

    >>> split_labelled("Old harbourStrikesTrade"), split_labelled("YouTube")
    (('Old harbour', 'Strikes', 'Trade'), ('YouTube',))
    """
    terms = split_tags(with_commas(text))
    glued = tuple(_GLUED.split(terms[0])) if len(terms) == 1 else ()
    return glued if len(glued) >= _MIN_TERMS else terms


def with_commas(text: str) -> str:
    """A line under or behind a label of tags, with a comma for what else may stand between them.

    >>> with_commas("Old harbour · Strikes / Trade")
    'Old harbour, Strikes, Trade'
    """
    return _DIVIDER.sub(", ", text)


def looks_like_tags(text: str) -> bool:
    """Whether a line without a label is a list of tags: hashtags, or three or more short terms and no sentence.

    >>> looks_like_tags("Japan , ties , trade"), looks_like_tags("Bread, milk, and a little salt.")
    (True, False)
    >>> looks_like_tags("Warned: Almvik, Norrö, Vellin"), looks_like_tags('"By then," she said, "it will do."')
    (False, False)
    >>> looks_like_tags("กาแฟ, เชียงราย, วิสาหกิจชุมชน"), looks_like_tags("ชาวไร่กาแฟเดินทางกลับ, เชียงราย, กาแฟ")
    (True, False)
    >>> looks_like_tags("Record of talks (PDF, 312 KB, in Dutch)"), looks_like_tags("Mira Holt, adviser, tel. +358 295 160 000")
    (False, False)
    """
    if len(text) > _MAX_CHARS or "|" in text or text.rstrip(CLOSING_QUOTES).endswith(_ENDS) or _LABELLED.search(text):
        return False
    if text.startswith("#"):
        return bool(_hashtags(text))
    terms = split_tags(text)
    return (
        len(terms) >= _MIN_TERMS
        and not _PHONE.search(text)
        and all(
            len(term) <= _MAX_TERM_CHARS and len(term.split()) <= _MAX_TERM_WORDS and not _is_clause(term) and _is_whole(term)
            for term in terms
        )
    )


def _hashtags(text: str) -> tuple[str, ...]:
    """The terms of a line of nothing but hashtags, which may have spaces where there are several.

    >>> _hashtags("#Harbour #Night ferry"), _hashtags("#Harbour reopens")
    (('Harbour', 'Night ferry'), ())
    """
    first, *tags = (tag.strip(_BETWEEN) for tag in text.split("#"))
    words = _MAX_HASHTAG_WORDS if len(tags) > 1 else 1
    are_tags = not first and all(_MIN_TAG_CHARS <= len(tag) <= _MAX_TERM_CHARS and len(tag.split()) <= words for tag in tags)
    return tuple(tags) if are_tags else ()


def _is_whole(term: str) -> bool:
    """Whether no bracket was cut in two with the list: "Record of talks (PDF, 312 KB, in Dutch)" names a file."""
    return term.count("(") == term.count(")")


def _is_clause(term: str) -> bool:
    """Whether a term of a script without spaces is too long for one; the marks that Thai writes on letters do not count."""
    return len(_MARK.sub("", term)) > _MAX_SPACELESS_CHARS and SPACELESS.search(term) is not None

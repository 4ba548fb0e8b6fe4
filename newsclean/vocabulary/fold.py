"""Fold text for comparison. A fold is looked at and thrown away; it is never output.

Everything that phrases are compared with goes through :func:`fold`, so "À LIRE AUSSI :", "a lire aussi:" and
"À lire aussi" followed by a narrow space all meet the same phrase.
"""

from __future__ import annotations

import re
import unicodedata

MAX_CHARS = 400
"""Longer lines are prose: no phrase is looked for in them."""

_DECORATION = " \t-–—‑•·∙●○◦▪■□◆◇★☆▶►▷▸▹‣→➔➜⇒←‹›«»<>|¦*#+=~_…^▲△▼▽↑↓⟩⟨✓✔✉☎()[]{}【】「」『』〈〉《》"
_ENDS = _DECORATION + ".:!?;,。！？：؟।"
SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
"""Characters of scripts that set no spaces between words."""

_WORD = re.compile(r"\w++")
_ACCENTS_AND_JOINERS = re.compile(
    r"[\u0300-\u036f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe0e\ufe0f\ufeff]"
)
_DIGITS = str.maketrans({zero + digit: str(digit) for zero in (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0E50) for digit in range(10)})
_EQUAL = {
    **_DIGITS,
    **str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "“": '"', "”": '"', "„": '"', "ı": "i", "ي": "ی", "ك": "ک", "ى": "ی"}),
}
_COLON = re.compile(r" ?[:|】] ?")
_UNEQUAL = re.compile("[" + "".join(map(chr, _EQUAL)) + "]")


def fold(line: str) -> str:
    """Casefold, drop accents and invisible joiners, make spaces, quotes and digits equal, strip decoration at both ends.

    A vertical bar and a closing lenticular bracket count as the colon that they stand for.

    >>> fold("  » À LIRE AUSSI : ")
    'a lire aussi'
    >>> fold("Read more: Port reopens")
    'read more: port reopens'
    >>> fold("Also read | Port reopens")
    'also read: port reopens'
    """
    text = line if line.isascii() else line.replace("’", "'").replace("“", '"').replace("”", '"')
    if text.isascii():
        text = text.lower()
    else:
        text = _ACCENTS_AND_JOINERS.sub("", unicodedata.normalize("NFKD", text).casefold())
        text = text if text.isascii() else _UNEQUAL.sub(_equal, unicodedata.normalize("NFC", text))
    text = text.strip() if text.isprintable() and "  " not in text else " ".join(text.split())
    if ":" in text or "|" in text or "】" in text:
        text = _COLON.sub(": ", text)
    if not text or (text[0].isalnum() and text[-1].isalnum()):
        return text
    return text.lstrip(_DECORATION).rstrip(_ENDS)


def _equal(character: re.Match[str]) -> str:
    return _EQUAL[ord(character[0])]


def first_key(folded: str) -> str:
    """The index key of a fold: its first word, or its first character in scripts that set no spaces."""
    opening = folded.partition(" ")[0]
    if opening.isascii() and opening.isalnum():
        return opening
    if folded and SPACELESS.match(folded):
        return folded[0]
    word = _WORD.match(folded)
    return word.group() if word else folded[:1]


def last_key(folded: str) -> str:
    """The same at the end of a fold."""
    word = folded[folded.rfind(" ") + 1 :]
    if word.isascii() and word.isalnum():
        return word
    if folded and SPACELESS.match(folded[-1]):
        return folded[-1]
    if word.isalnum():
        return word
    start = len(folded)
    while start and (folded[start - 1].isalnum() or folded[start - 1] == "_"):
        start -= 1
    return folded[start:] or folded[-1:]

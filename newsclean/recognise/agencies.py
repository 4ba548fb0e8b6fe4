"""Wire services: in credits, in sign-offs, on lines of their own."""

from __future__ import annotations

import re

from newsclean.punctuation import CLOSING_QUOTES
from newsclean.vocabulary import fold
from newsclean.vocabulary.facts import facts

_MAX_NAME_CHARS = 40
_SIGN_OFF = re.compile(
    rf"(?:[.!?][{CLOSING_QUOTES}]?\s(?=[A-ZА-Я][\w/-]{{1,12}}$)|\s[-–—]{{1,2}}\s?|[.。!?{CLOSING_QUOTES}]\s?[/|]\s?|[(（\[【])"
    r"((?:[^()（）\[\]【】\-–—|]|(?<=\w)-(?=\w)){2,40})[)）\]】]?[.。]?$"
)
_BRACKETED = re.compile(r"[(（]([^()（）.!?]{2,40})[)）]")
_MAX_WORDS = 5
_DIVIDED = re.compile(r"[/,;=、·|]|\s(?:and|und|et|y|e|dan|via)\s")


def find_agency(text: str) -> str | None:
    """The agency, as printed, that a text names and nothing else; of several the first.

    >>> find_agency("Reuters"), find_agency("AFP/dpa"), find_agency("Reuters said so")
    ('Reuters', 'AFP', None)
    >>> find_agency("/Ritzau/"), find_agency("Agência Lusa"), find_agency("Agência Nova")
    ('Ritzau', 'Agência Lusa', None)
    """
    if len(text) > _MAX_NAME_CHARS:
        return None
    name = text.strip(" ()[]（）【】.-–—/")
    kind, _, own = name.partition(" ")
    if fold(name) in facts().agencies or (own and fold(kind) in facts().agency_words and fold(own) in facts().agencies):
        return name
    first = _DIVIDED.split(name)[0].strip()
    return first if first != name and fold(first) in facts().agencies else None


def find_contributor(text: str) -> str | None:
    """The agency that a line of a few words in brackets names: what a paper's story draws on.

    >>> find_contributor("(With PTI inputs)"), find_contributor("(The harbour reopened)")
    ('PTI', None)
    """
    found = _BRACKETED.fullmatch(text)
    words = found[1].split() if found else []
    return next((word for word in words if word[0].isupper() and find_agency(word)), None) if len(words) <= _MAX_WORDS else None


def find_sign_off(text: str) -> str | None:
    """The agency that signs a paragraph off.

    >>> find_sign_off("The port will stay closed, he said. - Bloomberg"), find_sign_off("She left. (AFP)")
    ('Bloomberg', 'AFP')
    >>> find_sign_off("Ships in the port on Monday. - ΑΠΕ-ΜΠΕ / Mira Holt")
    'ΑΠΕ-ΜΠΕ'
    >>> find_sign_off("Le bac repart en mars. (avec AFP)")
    'AFP'
    """
    found = _SIGN_OFF.search(text[-60:])
    if found is None:
        return None
    name = found[1].strip()
    joining, _, rest = name.partition(" ")
    return find_agency(name) or (find_agency(rest) if joining.islower() else None)

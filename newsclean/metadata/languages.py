"""Languages as pages declare them."""

from __future__ import annotations

_SAME = {"no": "nb", "nn": "nb", "iw": "he", "in": "id", "fil": "tl", "cmn": "zh", "mo": "ro"}
"""Codes for what a detector cannot or need not tell apart: macrolanguages, retired codes."""

_CLOSE = (frozenset(("id", "ms")), frozenset(("hr", "sr", "bs", "sh")))


def declared_language(text: str) -> str | None:
    """A declared language as a BCP 47 code, with its country where one is named.

    >>> declared_language("en_us"), declared_language("zh-Hant-TW"), declared_language("x-default")
    ('en-US', 'zh-TW', None)
    """
    parts = text.replace("_", "-").split("-")
    if not (2 <= len(parts[0]) <= 3 and parts[0].isalpha() and parts[0].isascii()):
        return None
    region = next((part.upper() for part in parts[1:] if len(part) == 2 and part.isalpha()), "")
    return f"{parts[0].lower()}-{region}" if region else parts[0].lower()


def primary(code: str) -> str:
    """A code's language without its country, in the form that newsclean's vocabulary uses.

    >>> primary("no-NO"), primary("en-GB")
    ('nb', 'en')
    """
    language = code.partition("-")[0].lower()
    return _SAME.get(language, language)


def languages_agree(declared: str | None, detected: str) -> bool:
    """Whether a page speaks the language that it declares. What is not declared, or not detected, contradicts nothing.

    >>> languages_agree("no", "nb"), languages_agree("en", "fr"), languages_agree("ms", "id"), languages_agree(None, "fr")
    (True, False, True, True)
    """
    if not declared or detected in ("", "und"):
        return True
    codes = {primary(declared), primary(detected)}
    return len(codes) == 1 or any(codes <= close for close in _CLOSE)

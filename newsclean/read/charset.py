"""The encoding that markup says it is in."""

from __future__ import annotations

import codecs
import re

_SAMPLE_BYTES = 8_192
_DECLARED = re.compile(
    rb"<\?xml\b[^<>]{0,200}?\bencoding\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,40})|<meta\b[^<>]{0,300}?\bcharset\s{0,5}=\s{0,5}[\"']?\s{0,5}([\w.:-]{2,40})",
    re.IGNORECASE,
)
_AS_BROWSERS_DO = {
    "iso8859-1": "cp1252",
    "ascii": "cp1252",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "euc_kr": "cp949",
    "shift_jis": "cp932",
    "big5": "big5hkscs",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "iso8859-11": "cp874",
}
"""Pages that state the first mean the second, which holds all its characters and more (WHATWG, Encoding Standard)."""


def declared_encoding(data: bytes) -> str | None:
    """The encoding that an XML declaration or a meta element near the start names, if Python knows it.

    >>> declared_encoding(b'<meta http-equiv=Content-Type content="text/html; charset=GB2312">')
    'gb18030'
    """
    found = _DECLARED.search(data[:_SAMPLE_BYTES])
    if found is None:
        return None
    try:
        codec = codecs.lookup((found[1] or found[2]).decode("ascii", "replace"))
    except (LookupError, ValueError):
        return None
    if not codec._is_text_encoding or codec.name.startswith(("utf-16", "utf-32", "utf-7")):
        return None  # a page whose declaration can be read as ASCII is in none of these
    return _AS_BROWSERS_DO.get(codec.name, codec.name)


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a mark: markup in it begins with an angle bracket and a zero.

    >>> wide_encoding("<html>".encode("utf-16-le"))
    'utf-16-le'
    """
    opening = data[:64].lstrip(b" \t\r\n")
    if opening.startswith(b"<\0") and data[3:4] == b"\0":
        return "utf-16-le"
    return "utf-16-be" if data.startswith(b"\0<\0") else None

"""Bytes or str to a source that every later step can rely on: decoded, without lone surrogates."""

from __future__ import annotations

import re
from dataclasses import dataclass

from newsclean.errors import ReadError
from newsclean.read.charset import declared_encoding, wide_encoding

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_MAGIC = (
    (b"\x1f\x8b", "gzip"), (b"PK\x03\x04", "zip"), (b"BZh", "bzip2"), (b"\xfd7zXZ", "xz"), (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"%PDF", "PDF"), (b"\x89PNG", "PNG"), (b"\xff\xd8\xff", "JPEG"), (b"GIF8", "GIF"), (b"RIFF", "RIFF"),
)  # fmt: skip
_SAMPLE_CHARS = 100_000
_MAX_BROKEN = 0.02
"""Share of broken characters up to which a text is UTF-8 that was cut or pasted badly, rather than another encoding."""

_LATIN = frozenset(
    "cp1250 cp1252 cp1254 cp1257 latin_1 iso8859_2 iso8859_3 iso8859_4 iso8859_9 iso8859_10 iso8859_13 iso8859_14 iso8859_15 "
    "iso8859_16 mac_roman mac_latin2 mac_turkish mac_iceland cp437 cp775 cp850 cp852 cp858 cp860 cp861 cp863 cp865 hp_roman8 "
    "cp037 cp273 cp500 cp1026 cp1140".split()
)
_CENTRAL = frozenset("Polish Czech Slovak Hungarian Romanian Croatian Slovene Turkish Lithuanian Latvian Estonian".split())
"""Languages whose letters Western code pages lack: without a sign of one, a Latin text in one byte a letter is Western."""

_MAX_CONTROLS = 0.05
"""Share of control characters from which a decoding is no text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A decoded source; ``problem`` is empty, or says why the bytes are no text."""

    source: str
    problem: str = ""


def read(source: str | bytes) -> Reading:
    """Decode a source. Lone surrogates become U+FFFD; nothing else changes.

    :raises ReadError: the source is neither str nor bytes

    >>> read("caf\\udce9 ").source, read("naïve".encode("utf-16")).source
    ('caf\\ufffd ', 'naïve')
    """
    if isinstance(source, str):
        return Reading(_mend(source))
    if isinstance(source, (bytes, bytearray, memoryview)):
        return _decode(bytes(source))
    raise ReadError(f"source is {type(source).__name__}; expected str or bytes (read a file first)")


def _mend(text: str) -> str:
    """Pairs of surrogates become the character they encode, lone ones U+FFFD."""
    try:
        text.encode("utf-8")  # many times faster than a search
    except UnicodeEncodeError:
        return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return text


def _decode(data: bytes) -> Reading:
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            return Reading(data.decode("latin-1"), f"{kind} data, not text: decompress or convert it first")
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return Reading(data[len(mark) :].decode(encoding, "replace"))
    wide = wide_encoding(data)
    if wide:
        return Reading(data.decode(wide, "replace"))
    try:
        text = data.decode("utf-8")
        if "\x1b" in text and (declared := declared_encoding(data)) and declared.startswith("iso2022"):
            text = data.decode(declared, "replace")
    except UnicodeDecodeError:
        text = _declared(data) or _guess(data)
    if len(_CONTROL.findall(text[:_SAMPLE_CHARS])) > _MAX_CONTROLS * min(len(text), _SAMPLE_CHARS):
        return Reading(text, "too many control characters for text: binary data, or an encoding that could not be told")
    return Reading(text)


def _declared(data: bytes) -> str | None:
    """The text in the encoding that its markup declares, unless that breaks too much of it to be right."""
    encoding = declared_encoding(data)
    if encoding is None:
        return None
    text = data.decode(encoding, "replace")
    beyond_ascii = sum(not character.isascii() for character in text[:_SAMPLE_CHARS])
    return text if text[:_SAMPLE_CHARS].count("\ufffd") <= _MAX_BROKEN * beyond_ascii else None


def _guess(data: bytes) -> str:
    text = data.decode("utf-8", "replace")
    sample = text[:_SAMPLE_CHARS]
    beyond_ascii = sum(not character.isascii() for character in sample)
    if sample.count("\ufffd") <= _MAX_BROKEN * beyond_ascii or _is_cut(data):
        return text
    return data.decode(guess_encoding(data), "replace")


def guess_encoding(data: bytes) -> str:
    """The likeliest encoding of bytes that are not UTF-8, by Python's name; ``cp1252`` where nothing speaks for another."""
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_SAMPLE_CHARS]).best()
    if best is None or (best.encoding in _LATIN and best.language not in _CENTRAL):
        return "cp1252"
    return best.encoding


def _is_cut(data: bytes) -> bool:
    """Whether bytes are UTF-8 but for a character cut off at their end."""
    return any(_is_utf8(data[:-cut]) for cut in (1, 2, 3))


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True

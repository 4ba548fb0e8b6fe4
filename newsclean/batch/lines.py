"""Lines of a stream, as UTF-8 whatever the file is in, none longer than a limit."""

from __future__ import annotations

import io
from collections.abc import Iterator

from newsclean.batch.streams import Ahead
from newsclean.read.text import guess_encoding

_SAMPLE_BYTES = 1 << 20
_BUFFER_BYTES = 1 << 18
_WIDE = (b"\xff\xfe", b"\xfe\xff")


def utf8_lines(stream: io.RawIOBase, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Number and bytes of each line, counted from 1; None for one of more than ``longest`` bytes.

    UTF-16 and UTF-32 are told by their byte order mark. Another encoding is believed in when most lines of the first megabyte are
    not UTF-8: single ones that are not are damaged, and are handed on as they are.
    """
    ahead = Ahead(stream)
    sample = ahead.first(_SAMPLE_BYTES)
    buffered = io.BufferedReader(ahead, _BUFFER_BYTES)
    encoding = None
    pieces: Iterator[bytes]
    if sample.startswith(_WIDE):
        wide = "utf-32" if sample[:4] in (b"\xff\xfe\x00\x00", b"\x00\x00\xfe\xff") else "utf-16"
        text = io.TextIOWrapper(buffered, wide, errors="replace", newline="\n")
        pieces = (piece.encode() for piece in iter(lambda: text.readline(longest + 1), ""))
    else:
        encoding = None if _is_utf8(sample) else guess_encoding(sample)
        pieces = iter(lambda: buffered.readline(longest + 1), b"")
    for number, line in _whole(pieces, longest):
        if line is not None and encoding is not None:
            line = line.decode(encoding, "replace").encode()
        if line is not None and number == 1:
            line = line.removeprefix(b"\xef\xbb\xbf")
        yield number, line


def _whole(pieces: Iterator[bytes], longest: int) -> Iterator[tuple[int, bytes | None]]:
    """Pieces that end with a line or with the limit, as numbered lines."""
    number = 0
    for piece in pieces:
        number += 1
        if piece.endswith(b"\n") or len(piece) <= longest:
            yield number, piece
            continue
        yield number, None
        for rest in pieces:
            if rest.endswith(b"\n"):
                break


def _is_utf8(sample: bytes) -> bool:
    """Whether at least half of the lines are UTF-8; the last one may be cut."""
    lines = sample.split(b"\n")
    lines = lines[:-1] or lines
    return sum(map(_decodes, lines)) * 2 >= len(lines)


def _decodes(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True

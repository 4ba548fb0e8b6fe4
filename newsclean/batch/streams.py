"""Files as streams of bytes: decompressed whatever their name, cut short where a small file would fill the disk."""

from __future__ import annotations

import gzip
import io
import lzma
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

from newsclean.batch.extra import extra
from newsclean.batch.unreadable import Unreadable

COMPRESSIONS = (".gz", ".xz", ".zst")

MAX_RATIO = 500
"""How many times its size a file may unpack to. Text packs 4 to 20 times, markup up to 50, a bomb a thousand times and more."""

MIN_BOMB_BYTES = 256 << 20
"""Unpacked bytes up to which the ratio does not matter: they harm nobody, and one page repeated packs well."""

_ZSTD_STEP = 1_024
"""Compressed bytes given to zstd at a time: they may unpack to 32 MB at most."""

_DAMAGED = (EOFError, gzip.BadGzipFile, lzma.LZMAError, zlib.error)


@contextmanager
def opened(path: str, stdin: BinaryIO | None = None) -> Iterator[Metered]:
    """The unpacked bytes of a file, or of ``stdin``; whether it is packed is told by its first bytes, not by its name.

    :raises OSError: the file cannot be opened
    """
    if stdin is not None:
        yield Metered(Ahead(stdin))
        return
    with Path(path).open("rb") as file:
        yield Metered(Ahead(file))


class Ahead(io.RawIOBase):
    """A stream whose first bytes can be looked at before they are read. ``taken`` counts the bytes read."""

    def __init__(self, stream: BinaryIO | io.RawIOBase) -> None:
        self._stream = stream
        self._ahead = b""
        self._problem: Unreadable | None = None
        self.taken = 0

    def readable(self) -> bool:
        return True

    def first(self, size: int) -> bytes:
        """The first ``size`` bytes or all there are. A problem in them is raised when reading comes to it."""
        parts = [self._ahead]
        while (missing := size - sum(map(len, parts))) > 0 and (more := self._more(missing)):
            parts.append(more)
        self._ahead = b"".join(parts)
        return self._ahead

    def readinto(self, buffer: Any) -> int:
        data = self._ahead[: len(buffer)] or self._more(len(buffer))
        if not data and self._problem is not None:
            raise self._problem
        self._ahead = self._ahead[len(data) :]
        buffer[: len(data)] = data
        self.taken += len(data)
        return len(data)

    def _more(self, size: int) -> bytes:
        if self._problem is None:
            try:
                return self._stream.read(size) or b""
            except Unreadable as error:
                self._problem = error
        return b""


class Metered(io.RawIOBase):
    """Unpacked bytes. Damage, a cut-off end or too much output raise :class:`Unreadable`; what came before is given first."""

    def __init__(self, packed: Ahead) -> None:
        self._packed = packed
        self._stream = _unpacked(packed)
        self.given = 0

    @property
    def taken(self) -> int:
        """Packed bytes read so far."""
        return self._packed.taken

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        try:
            data = self._stream.read1(len(buffer))
        except _DAMAGED as error:
            raise Unreadable(f"compressed data is damaged or cut off: {error}; fetch the file again") from error
        self.given += len(data)
        if self.given > MIN_BOMB_BYTES and self.given > MAX_RATIO * self._packed.taken:
            raise Unreadable(f"unpacks to more than {MAX_RATIO} times its size, like a decompression bomb; unpack it yourself")
        buffer[: len(data)] = data
        return len(data)


def _unpacked(packed: Ahead) -> Any:
    """A stream with ``read1``."""
    first = packed.first(6)
    buffered = io.BufferedReader(packed, 1 << 16)
    if first.startswith(b"\x1f\x8b"):
        return gzip.GzipFile(fileobj=buffered)
    if first.startswith(b"\xfd7zXZ\x00"):
        return lzma.LZMAFile(buffered)
    if first.startswith(b"\x28\xb5\x2f\xfd"):
        return io.BufferedReader(_Zstd(buffered), 1 << 16)
    return buffered


class _Zstd(io.RawIOBase):
    """Frames of zstd, one after the other. The reader that zstandard has takes a cut-off file for a whole one."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._frames = extra("zstandard").ZstdDecompressor(max_window_size=1 << 27)
        self._frame: Any = None
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        while not self._ready:
            between = self._frame is None or self._frame.eof
            data = (self._frame.unused_data if between and self._frame else b"") or self._stream.read(_ZSTD_STEP)
            if not data:
                if between:
                    return 0
                raise EOFError("the last frame does not end")
            if between:
                self._frame = self._frames.decompressobj()
            try:
                self._ready = self._frame.decompress(data)
            except Exception as error:  # zstandard.ZstdError, which cannot be named where zstandard may be missing
                raise zlib.error(str(error)) from error
        data, self._ready = self._ready[: len(buffer)], self._ready[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


@contextmanager
def packing(stream: BinaryIO, suffix: str) -> Iterator[BinaryIO]:
    """A stream whose bytes reach ``stream`` packed as the suffix says, the same each time; another suffix packs nothing."""
    if suffix == ".gz":
        with gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0, compresslevel=6) as packed:
            yield cast(BinaryIO, packed)
    elif suffix == ".xz":
        with lzma.LZMAFile(stream, "wb") as packed:
            yield cast(BinaryIO, packed)
    elif suffix == ".zst":
        with extra("zstandard").ZstdCompressor().stream_writer(stream, closefd=False) as packed:
            yield packed
    else:
        yield stream

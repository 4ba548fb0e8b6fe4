"""Pages in groups between which no site is shared."""

from __future__ import annotations

import zlib
from pathlib import Path

FOLDS = 5


def fold(site: str) -> int:
    """The fold of a site: no site is in two.

    >>> fold("www.harbour.example") == fold("harbour.example")
    True
    """
    return zlib.crc32(site.lower().removeprefix("www.").encode()) % FOLDS


def network_file(folder: Path, kind: str, number: int) -> Path:
    """The weights of the network that has seen all folds but one."""
    return folder / f"{kind}-{number}.npz"

"""The form of an output, as every sink gets it."""

from __future__ import annotations

from typing import NamedTuple


class Form(NamedTuple):
    """What an output is written as: a format, the suffix of a compression or an empty str, and whether it is many files."""

    format: str
    packed: str
    is_folder: bool

"""Cleaners that misbehave on pages that say so. Workers import this module."""

from __future__ import annotations

import ctypes
import os
import re
import signal
import time
from pathlib import Path
from typing import Any

from newsclean import Cleaner
from newsclean.model import Article, Fate, Role


class Misbehaving(Cleaner):
    """Dies, hangs, eats memory or raises when the page tells it to."""

    def clean(self, source: str | bytes, **options: Any) -> Article:
        assert isinstance(source, str)
        if "SEGFAULT" in source:
            ctypes.string_at(0)
        if "KILL" in source:
            os.kill(os.getpid(), signal.SIGKILL)
        if "HANG" in source:
            re.fullmatch(r"(a|a)*b", "a" * 60)
        if "MEMORY" in source:
            bytearray(8 << 30)
        if "RAISE" in source:
            raise RuntimeError("the page asked for it")
        if "EXIT" in source:
            os._exit(3)
        once = re.search(r"ONCE (\S+)", source)
        if once and not Path(once[1]).exists():
            Path(once[1]).touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().clean(source, **options)


class Quick:
    """Keeps a page as it is, after a short while, and writes down that it did; it starts faster than a real one."""

    def __init__(self, log: str, seconds: float) -> None:
        self._log = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self._seconds = seconds

    def clean(self, source: str, **options: Any) -> Article:
        time.sleep(self._seconds)
        os.write(self._log, b"x")
        return Article(source, (Fate(0, len(source), source, Role.BODY, "", ""),))


def broken() -> Cleaner:
    """Cannot be made."""
    raise ValueError("no such profile")


def stillborn() -> Cleaner:
    """Ends the process."""
    os._exit(4)

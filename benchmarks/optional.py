"""Packages that only some benchmarks need: imported when needed, and named when missing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from benchmarks.errors import Unavailable


class MissingPackage(Unavailable):
    """An optional package is not installed; the message says what to install."""


def need(module: str, package: str) -> Any:
    """Import a module.

    :raises MissingPackage: it, or something that it imports, is not there

    >>> need("no_such_module", "no-such-package")
    Traceback (most recent call last):
    benchmarks.optional.MissingPackage: no_such_module is not installed: pip install no-such-package
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingPackage(f"{module} is not installed: pip install {package}") from error

"""Packages that only some formats need."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from newsclean.errors import BatchError


def extra(module: str) -> Any:
    """A module of the extra ``batch``.

    :raises BatchError: it is not installed

    >>> extra("no_such.module")
    Traceback (most recent call last):
    newsclean.errors.BatchError: no_such is not installed: pip install 'newsclean[batch]' for this format
    """
    try:
        return import_module(module)
    except ModuleNotFoundError as error:
        package = module.partition(".")[0]
        raise BatchError(f"{package} is not installed: pip install 'newsclean[batch]' for this format") from error

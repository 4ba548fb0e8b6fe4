"""Peers write to the log about pages that they find odd; the benchmarks count what they raise instead."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def quiet() -> Iterator[None]:
    """No log and no warnings inside.

    >>> with quiet():
    ...     warnings.warn("a date in an unknown zone")
    """
    before = logging.root.manager.disable
    logging.disable()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)

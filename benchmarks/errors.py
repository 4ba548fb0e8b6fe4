"""What can keep a benchmark from running; the message says what was found and what to do."""

from __future__ import annotations


class BenchmarkError(Exception):
    """The base of the errors that a command reports without a traceback."""


class DataError(BenchmarkError, ValueError):
    """A file or folder does not hold pages in a known form."""


class Unavailable(BenchmarkError):
    """A peer, flattener or input cannot be used here."""

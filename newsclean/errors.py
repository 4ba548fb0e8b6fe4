"""What can go wrong before cleaning starts. A page never raises; wrong configuration does, and says what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


class NewscleanError(Exception):
    """The base of every error that newsclean raises on purpose."""


class ConfigError(NewscleanError, ValueError):
    """An option has a value that does not exist; the message lists those that do."""


class ReadError(NewscleanError, TypeError):
    """The source is of a type that cannot hold a page."""


class FilterError(NewscleanError):
    """A filter raised, or claimed something that is not there.

    ``filter`` is the filter's name; the original exception, if any, is ``__cause__``.
    """

    def __init__(self, filter: str, problem: str) -> None:
        super().__init__(f"filter {filter!r}: {problem}")
        self.filter = filter


class ProfileError(NewscleanError, ValueError):
    """A site's profile breaks its format.

    ``file`` and ``line`` (from 1) say where, ``expected`` what should stand there.
    """

    def __init__(self, file: str, line: int, expected: str) -> None:
        super().__init__(f"{file}, line {line}: expected {expected}; write it again with newsclean learn")
        self.file = file
        self.line = line
        self.expected = expected


class VocabularyError(NewscleanError, ValueError):
    """A language file breaks its format.

    ``file`` and ``entry`` say where, ``expected`` what should stand there.
    """

    def __init__(self, file: str, entry: str, expected: str) -> None:
        super().__init__(f"{file}: {entry}: expected {expected}")
        self.file = file
        self.entry = entry
        self.expected = expected


class BatchError(NewscleanError):
    """A batch cannot start, or has to stop; what is done so far is kept."""


class StrictError(BatchError):
    """A document failed, and the batch was to stop then. ``failure`` is what the errors file would say about it."""

    def __init__(self, failure: Mapping[str, Any]) -> None:
        where = " ".join(str(value) for key, value in failure.items() if key not in ("status", "reason", "id"))
        super().__init__(f"{where}: {failure['status']}: {failure['reason']}")
        self.failure = failure

"""What a batch is to do: one immutable value that also says whether earlier work may be used again."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newsclean import __version__
from newsclean.cleaner import Cleaner
from newsclean.errors import BatchError

EXTRAS = ("removed", "source")
"""What a record can hold beyond the body: the removed blocks with their reasons, and the page as it was read."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Under which keys a record holds what. Of text and HTML, a key that is named is the only one looked at.

    With neither or both named, HTML is preferred where a record has it: it says more than text.
    """

    text: str | None = None
    html: str | None = None
    id: str = "id"
    url: str = "url"

    @property
    def candidates(self) -> tuple[tuple[str, str], ...]:
        """Pairs of a kind of page and the key it may stand under, the preferred one first.

        >>> Keys(text="body").candidates
        (('text', 'body'),)
        """
        if self.html is None and self.text is not None:
            return (("text", self.text),)
        if self.text is None and self.html is not None:
            return (("html", self.html),)
        return (("html", self.html or "html"), ("text", self.text or "text"))


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one document may take: seconds, characters, and megabytes of a worker's address space."""

    seconds: float = 60.0
    chars: int = 5_000_000
    megabytes: int = 4_096

    def __post_init__(self) -> None:
        for name in ("seconds", "chars", "megabytes"):
            if getattr(self, name) <= 0:
                raise BatchError(f"the limit of {name} is {getattr(self, name)}; expected more than 0")

    @property
    def record_bytes(self) -> int:
        """The longest record that is read at all: escaped, a character takes up to six bytes in JSON."""
        return 6 * self.chars + (1 << 20)


@dataclass(frozen=True, slots=True)
class Job:
    """A batch: what goes in, where it comes out, and how pages are cleaned.

    ``inputs`` are files, folders, glob patterns or ``-`` for standard input. ``source_format`` and ``sink_format`` are None where
    the names of the files tell. ``cleaner`` makes the :class:`~newsclean.Cleaner` of a worker process, so it must be importable
    there: a class, a function of a module, or a :func:`functools.partial` of one. ``chunk`` is how many documents are saved
    together, and at most lost together when the machine dies. ``errors`` and ``stats`` are files to write beside the output.
    """

    inputs: tuple[str, ...]
    output: Path
    source_format: str | None = None
    sink_format: str | None = None
    keys: Keys = field(default_factory=Keys)
    limits: Limits = field(default_factory=Limits)
    extras: frozenset[str] = frozenset()
    cleaner: Callable[[], Cleaner] = Cleaner
    chunk: int = 50
    errors: Path | None = None
    stats: Path | None = None

    def __post_init__(self) -> None:
        if unknown := self.extras - set(EXTRAS):
            raise BatchError(f"no extra {', '.join(sorted(unknown))}; expected some of {', '.join(EXTRAS)}")
        try:
            pickle.dumps(self.cleaner)
        except Exception as error:  # pickle raises what it likes
            raise BatchError(f"the cleaner cannot be sent to workers: {error}; give a class or function of a module") from error
        if self.chunk < 1:
            raise BatchError(f"a chunk of {self.chunk} documents; expected at least 1")

    def fingerprint(self, sink_format: str) -> dict[str, Any]:
        """All that decides what a document becomes, in plain types; two jobs with the same one can share their work."""
        return {
            "version": __version__,
            "cleaner": blake2b(pickle.dumps(self.cleaner, protocol=4), digest_size=16).hexdigest(),
            "from": self.source_format,
            "to": sink_format,
            "keys": [self.keys.text, self.keys.html, self.keys.id, self.keys.url],
            "limits": [self.limits.seconds, self.limits.chars, self.limits.megabytes],
            "extras": sorted(self.extras),
            "chunk": self.chunk,
        }

"""What a batch did, for people and for programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from newsclean.batch.tally import Tally

_SHOWN = 8
"""Rules and languages that the summary names; the statistics have all."""


@dataclass(frozen=True)
class Summary:
    """The tally of a finished batch. ``earlier`` counts the documents that an earlier, broken-off run had done."""

    tally: Tally
    seconds: float
    earlier: int

    @property
    def nothing_done(self) -> bool:
        """Whether an earlier run had finished all."""
        return self.seconds == 0.0

    @property
    def failures(self) -> int:
        """Documents and places that failed: as many as there are lines in the errors file."""
        return self.tally.counts["failures"]

    def to_dict(self) -> dict[str, Any]:
        """Plain types, ready for JSON."""
        return {**self.tally.to_dict(), "earlier_documents": self.earlier, "seconds": round(self.seconds, 3)}

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Summary:
        """The summary that :meth:`to_dict` wrote, of a batch in which there is nothing left to do."""
        tally = Tally.from_dict({name: value for name, value in plain.items() if name not in ("earlier_documents", "seconds")})
        return cls(tally, 0.0, tally.counts["documents"])

    def to_text(self) -> str:
        """Some lines for people."""
        plain = self.tally.to_dict()
        documents, kept, read = plain["documents"], plain["characters_kept"], plain["characters_in"]
        rate = (documents - self.earlier) / self.seconds if self.seconds else 0.0
        taken = "" if self.nothing_done else f" in {self.seconds:,.1f} s, {rate:,.1f} a second"
        lines = [
            f"{documents:,} documents{taken}; {self.failures:,} failures",
            f"{kept:,} of {read:,} characters kept ({kept / read if read else 0.0:.1%})",
            f"status: {_counted(plain['statuses'])}",
            f"languages: {_counted(plain['languages'])}",
            f"removed by role: {_counted(plain['roles'])}",
            f"removed by rule: {_counted(plain['rules'])}",
        ]
        if self.earlier and not self.nothing_done:
            lines.insert(1, f"{self.earlier:,} of the documents were done by an earlier run")
        return "\n".join(lines)


def _counted(counter: Mapping[str, int]) -> str:
    """The commonest with their numbers."""
    shown = [f"{name} {number:,}" for name, number in list(counter.items())[:_SHOWN]]
    more = len(counter) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "") if shown else "none"

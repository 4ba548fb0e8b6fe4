"""What a batch has done, in numbers that add up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from newsclean.model import Article


@dataclass
class Tally:
    """Counts of documents, failures, characters, statuses, languages and removed blocks, the last ones by role and by rule."""

    counts: Counter[str] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    languages: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    rules: Counter[str] = field(default_factory=Counter)

    def add(self, article: Article, status: str) -> None:
        """Count a document."""
        self.counts.update(documents=1, characters_in=len(article.source), characters_kept=len(article.text))
        self.statuses[status] += 1
        self.languages[article.metadata.language] += 1
        for fate in article.removed:
            self.roles[str(fate.role)] += 1
            self.rules[fate.rule] += 1

    def merge(self, other: Tally) -> None:
        """Add another tally to this one."""
        for mine, theirs in zip(self._parts(), other._parts(), strict=True):
            mine.update(theirs)

    def to_dict(self) -> dict[str, Any]:
        """Plain types, ready for JSON; the commonest first, and names in order where counts are equal."""
        names = ("statuses", "languages", "roles", "rules")
        parts = dict(zip(names, map(_ranked, self._parts()[1:]), strict=True))
        counts = {name: self.counts[name] for name in ("documents", "failures", "characters_in", "characters_kept")}
        return {**counts, **parts}

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any]) -> Tally:
        """The tally that :meth:`to_dict` wrote."""
        counts = Counter({name: value for name, value in plain.items() if isinstance(value, int)})
        return cls(counts, *(Counter(plain[name]) for name in ("statuses", "languages", "roles", "rules")))

    def _parts(self) -> tuple[Counter[str], ...]:
        return self.counts, self.statuses, self.languages, self.roles, self.rules


def _ranked(counter: Counter[str]) -> dict[str, int]:
    return dict(sorted(counter.items(), key=lambda pair: (-pair[1], pair[0])))

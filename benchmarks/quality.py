"""How well newsclean and its peers find the bodies of pages, from text, from HTML, and from what other extractors left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from benchmarks.intervals import Interval, Resamples, interval
from benchmarks.pages import Page
from benchmarks.passes import Input, Key, Scores
from benchmarks.peers import OURS
from benchmarks.scores import BodyScore, Means, means, shingle_scores
from benchmarks.tables import share, signed, table

_HEAD = ("", "F1", "95% interval", "precision", "recall", "newsclean's lead", "95% interval", "ROUGE-LSum", "word F1")
_RESIDUE_HEAD = ("output of", "F1", "cleaned", "gain", "95% interval", "ROUGE-LSum", "cleaned", "word F1", "cleaned")
_SNIPPET_HEAD = ("", "snippet F1", "with: found", "without: absent")
_LANGUAGE_HEAD = ("", "pages", "F1", "precision", "recall")
_NOT_STATED = "(not stated)"
_SAFE_LOSS = 0.001
"""F1 that cleaning may cost the output of an extractor, and still be said to do nothing."""


class Summary:
    """The numbers of one set: means, intervals and paired differences, all from the same resamples."""

    def __init__(self, scores: Scores) -> None:
        """Compute them."""
        self.scores = scores
        self.means: dict[Key, Means] = {key: means(of) for key, of in scores.items()}
        shingles = {key: shingle_scores(of) for key, of in scores.items()}
        pages = len(next(iter(shingles.values()), ()))
        self.has_bodies = pages > 0
        self._draws = {}
        if self.has_bodies:
            resamples = Resamples(pages)
            self._draws = {key: resamples.f1(of) for key, of in shingles.items()}

    def interval(self, key: Key) -> Interval:
        """The 95% interval of F1."""
        return interval(self._draws[key])

    def difference(self, key: Key, other: Key) -> tuple[float, Interval]:
        """By how much one F1 is above another, with the interval over the same pages."""
        pairs = zip(self._draws[key], self._draws[other], strict=True)
        return self.means[key].f1 - self.means[other].f1, interval([one - two for one, two in pairs])

    def of(self, kind: Input) -> list[Key]:
        """The programs on one input, the best first."""
        keys = [key for key in self.scores if key[0] == kind]
        return sorted(keys, key=lambda key: -self.means[key].f1) if self.has_bodies else keys

    def to_dict(self) -> dict[str, Any]:
        """Plain types, by input and program."""
        numbers: dict[str, Any] = {}
        for key, found in self.means.items():
            entry = found.to_dict()
            if self.has_bodies:
                entry["interval"] = [round(end, 4) for end in self.interval(key)]
                base: Key = ("html", key[1]) if key[0] == "residue" else (key[0], OURS)
                if base in self.means and base != key:
                    difference, ends = self.difference(key, base)
                    entry |= {"difference": round(difference, 4), "difference_interval": [round(end, 4) for end in ends]}
            numbers.setdefault(key[0], {})[key[1]] = entry
        return numbers


def tables(summary: Summary, inputs: Iterable[Input], pages: Sequence[Page]) -> str:
    """The tables of one set, one for each input.

    :param pages: those that were scored
    """
    parts = []
    for kind in inputs:
        if summary.has_bodies:
            parts.append(f"Input: {kind}\n\n{_residue(summary) if kind == 'residue' else _bodies(summary, kind)}")
        parts += _languages(summary, kind, pages) + _snippets(summary, kind) + _failures(summary, kind)
    return "\n\n".join(parts)


def page_numbers(pages: Sequence[Page], scores: Scores) -> list[dict[str, Any]]:
    """Each page's scores as plain types, under ``input: program``."""
    return [
        {"id": page.id, "site": page.site, **{f"{kind}: {name}": of[i].to_dict() for (kind, name), of in scores.items()}}
        for i, page in enumerate(pages)
    ]


def _bodies(summary: Summary, kind: Input) -> str:
    return table(_HEAD, (_row(summary, key) for key in summary.of(kind)))


def _row(summary: Summary, key: Key) -> tuple[str, ...]:
    found, ours = summary.means[key], (key[0], OURS)
    numbers = share(found.f1), between(summary.interval(key)), share(found.precision), share(found.recall)
    lead = ("", "")
    if key != ours and ours in summary.means:
        difference, ends = summary.difference(ours, key)
        lead = (signed(difference), between(ends, signed))
    return (key[1], *numbers, *lead, share(found.rouge_lsum), share(found.words))


def _residue(summary: Summary) -> str:
    rows = []
    for key in summary.of("residue"):
        before: Key = ("html", key[1])
        old, new, (gain, ends) = summary.means[before], summary.means[key], summary.difference(key, before)
        verdict = signed(gain) if gain >= -_SAFE_LOSS else f"**{signed(gain)}**"
        others = (share(old.rouge_lsum), share(new.rouge_lsum), share(old.words), share(new.words))
        rows.append((key[1], share(old.f1), share(new.f1), verdict, between(ends, signed), *others))
    return f"{table(_RESIDUE_HEAD, rows)}\n\nIn bold: a loss of more than {share(_SAFE_LOSS)}."


def _languages(summary: Summary, kind: Input, pages: Sequence[Page]) -> list[str]:
    """newsclean's F1 by the languages that pages state, where there are several."""
    scores = summary.scores.get((kind, OURS), ())
    groups: dict[str, list[BodyScore]] = {}
    for page, score in zip(pages, scores, strict=False):
        if page.body:
            groups.setdefault(page.language or _NOT_STATED, []).append(score)
    if len(groups) < 2:
        return []
    found = ((language, len(of), means(of)) for language, of in sorted(groups.items(), key=lambda item: (-len(item[1]), item[0])))
    rows = ((language, str(count), share(of.f1), share(of.precision), share(of.recall)) for language, count, of in found)
    return [f"newsclean by the language that pages state, input: {kind}\n\n{table(_LANGUAGE_HEAD, rows)}"]


def _snippets(summary: Summary, kind: Input) -> list[str]:
    found = [(key[1], summary.means[key].snippets) for key in summary.of(kind)]
    if not any(counts.wanted or counts.unwanted for _, counts in found):
        return []
    rows = ((name, share(counts.f1), share(counts.recall), share(counts.rejection)) for name, counts in found)
    return [f"Snippets, input: {kind}\n\n{table(_SNIPPET_HEAD, rows)}"]


def _failures(summary: Summary, kind: Input) -> list[str]:
    rows = []
    for key in summary.of(kind):
        failed = [score.failure for score in summary.scores[key] if score.failure]
        if failed:
            rows.append((key[1], str(len(failed)), failed[0]))
    return [f"Raised, counted as nothing found, input: {kind}\n\n{table(('', 'pages', 'the first'), rows)}"] if rows else []


def between(ends: Interval, number: Any = share) -> str:
    """An interval in words.

    >>> between((0.5, 0.75))
    '.500 to .750'
    """
    return f"{number(ends[0])} to {number(ends[1])}"

"""The language of a page and of its blocks: script first, then function words, and a detector only where those are silent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from newsclean.language.detector import UNDETERMINED, Detector
from newsclean.language.script import script_of
from newsclean.language.votes import Votes, exclusive_words, vote
from newsclean.vocabulary import Vocabulary

FUNCTION_SHARE = 0.18
"""Share of function words under which a page's language is not believed: detectors are sure of languages they lack."""

SOME_SHARE = 0.08
"""Share from which it is believed if the detector agrees: languages that inflect much have few function words."""

CERTAIN = 0.99
_EXCLUSIVE = 3
"""Words that only one of two close languages has, from which they decide between them."""

_SAMPLES = 3
_LINES_A_SAMPLE = 4
_CHARS_A_LINE = 200
_CLEAR_LEAD = 1.25
"""A vote this many times the runner-up's needs no detector."""


@dataclass(frozen=True)
class Identifier:
    """Identifies languages with one vocabulary and one detector."""

    vocabulary: Vocabulary
    detector: Detector

    def page(self, texts: Sequence[str]) -> str:
        """The language of running text given as lines, or ``und``.

        Two of three samples of evenly spaced lines must agree; never the longest lines, which may be the foreign ones.
        """
        if len(texts) < _SAMPLES * _SAMPLES:
            return self._sample(texts) if texts else UNDETERMINED
        first, second, third = (texts[start::_SAMPLES] for start in range(_SAMPLES))
        said = self._sample(first), self._sample(second)
        verdict = said[0] if said[0] == said[1] else self._sample(third)
        return verdict if verdict in said else UNDETERMINED

    def _sample(self, lines: Sequence[str]) -> str:
        text = "\n".join(line[:_CHARS_A_LINE] for line in _spread(lines))
        script = script_of(text)
        spoken = self.vocabulary.written_in(script)
        if len(spoken) == 1 and script != "Latn":
            return spoken[0]
        votes = vote(text, self.vocabulary)
        ranked = sorted(((votes.of(language), language) for language in spoken), reverse=True)
        if not ranked or ranked[0][0] < SOME_SHARE:
            return UNDETERMINED
        if ranked[0][0] < FUNCTION_SHARE:
            return self._agreed(text, ranked[0][1], votes)
        if len(ranked) == 1 or ranked[0][0] >= _CLEAR_LEAD * ranked[1][0]:
            return ranked[0][1]
        own = self._exclusive(text, ranked[0][1], ranked[1][1])
        if own is not None:
            return own
        guess = self.detector.detect(text)
        rivals = [language for share, language in ranked if share * _CLEAR_LEAD > ranked[0][0]]
        return guess.language if guess.language in rivals else ranked[0][1]

    def _agreed(self, text: str, voted: str, votes: Votes) -> str:
        """The language that the words speak for, if the detector hears it or one close to it, which it may know better.

        Where the words speak for both alike, the detector decides.
        """
        guess = self.detector.detect(text)
        entry = self.vocabulary.by_code(voted)
        if guess.probability <= CERTAIN or entry is None or guess.language not in (voted, *entry.close_to):
            return UNDETERMINED
        own, other = exclusive_words(text, voted, guess.language, self.vocabulary)
        alike = own == other and votes.of(voted) == votes.of(guess.language)
        return guess.language if own < other or alike else voted

    def _exclusive(self, text: str, first: str, second: str) -> str | None:
        """Which of two close languages a text's words speak for that only one of them has; None where neither or both do."""
        counts = exclusive_words(text, first, second, self.vocabulary)
        if max(counts) < _EXCLUSIVE or min(counts) * 2 > max(counts):
            return None
        return first if counts[0] > counts[1] else second


def _spread(lines: Sequence[str]) -> Sequence[str]:
    step = max(1, len(lines) // _LINES_A_SAMPLE)
    return lines[::step][:_LINES_A_SAMPLE]

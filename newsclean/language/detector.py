"""What newsclean asks of a language detector, and the one it uses by default.

The only module that imports langdetect. Its profiles take a third of a second to load, so they are loaded at the first
call and not before.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

UNDETERMINED = "und"
"""BCP 47 for "the language is not known"."""

_CODES = {"no": "nb", "zh-cn": "zh", "zh-tw": "zh"}
_SAMPLE_CHARS = 300


@dataclass(frozen=True, slots=True)
class Guess:
    """A language (BCP 47) and the detector's probability for it, 0 to 1."""

    language: str
    probability: float


class Detector(Protocol):
    """A language detector: the same text must always get the same answer."""

    def detect(self, text: str) -> Guess:
        """The most probable language of a text; ``und`` where it holds no letters."""
        ...


class LangdetectDetector:
    """langdetect with a factory of its own: seeded, so it repeats itself, and apart from langdetect's global state.

    >>> LangdetectDetector().detect("12:30 – 14:00")
    Guess(language='und', probability=0.0)
    """

    def detect(self, text: str) -> Guess:
        """The most probable language of the first 300 characters."""
        sample = text[:_SAMPLE_CHARS]
        if not any(character.isalpha() for character in sample):
            return Guess(UNDETERMINED, 0.0)
        from langdetect.lang_detect_exception import LangDetectException

        detector = _factory().create()
        detector.n_trial = 1  # seven trials, the default, cost four times as much and are no more often right
        detector.append(sample)
        try:
            ranked = detector.get_probabilities()
        except LangDetectException:  # none of its letters is in a profile
            return Guess(UNDETERMINED, 0.0)
        if not ranked:
            return Guess(UNDETERMINED, 0.0)
        return Guess(_CODES.get(ranked[0].lang, ranked[0].lang), min(ranked[0].prob, 1.0))


@cache
def _factory() -> Any:
    from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory

    factory = DetectorFactory()
    factory.set_seed(0)
    factory.load_profile(PROFILES_DIRECTORY)
    return factory

"""Blocks in another language than the story's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from newsclean.document import Document
from newsclean.language import UNDETERMINED, Detector, LangdetectDetector, script_of, share_of, vote
from newsclean.model import Claim, Role

_LETTER = re.compile(r"[^\W\d_]")
_SAME_WRITING = frozenset({("Jpan", "Hani"), ("Hani", "Jpan"), ("Hang", "Hani")})
"""Scripts of a document and of a block that are no sign of another language: a Japanese line may hold Han characters only."""


@dataclass(frozen=True)
class Foreign:
    """Claim blocks whose language is surely not the story's; silent where the story's own language is not sure.

    ``min_letters``: below this every detector guesses. ``names``: share of capitals from which a line is names. ``own_share``: function words of the story's language from which a
    block is kept without asking. ``other_share``: those of another from which a block without any of the story's is foreign
    without asking. ``certainty``: the detector's probability from which it is believed.
    """

    detector: Detector = field(default_factory=LangdetectDetector)
    min_letters: int = 25
    names: float = 0.6
    own_share: float = 0.12
    other_share: float = 0.25
    certainty: float = 0.99

    def __call__(self, document: Document) -> Iterable[Claim]:
        """Claims on blocks of the region; outside it a detector's word would change nothing."""
        entry = document.vocabulary.by_code(document.language)
        if document.language == UNDETERMINED or entry is None:
            return
        for number in document.open():
            text = document.blocks[number].text[:600]
            if len(text) < self.min_letters or len(_LETTER.findall(text)) < self.min_letters or document.lines[number].capitals > self.names:
                continue
            script = script_of(text)
            if script is None:
                continue
            if script != entry.script and not (entry.script == "Jpan" and script == "Hani"):
                if (entry.script, script) not in _SAME_WRITING:
                    yield Claim(number, Role.FOREIGN, "foreign/script", f"script {script} on a page in {entry.script}")
            elif number in document.region and entry.function_words and (reason := self._other_language(document, text)):
                yield Claim(number, Role.FOREIGN, "foreign/language", reason)

    def _other_language(self, document: Document, text: str) -> str | None:
        close = document.vocabulary.by_code(document.language).close_to  # type: ignore[union-attr]
        if share_of(text, document.language, document.vocabulary) >= self.own_share:
            return None
        votes = vote(text, document.vocabulary)
        own = votes.of(document.language)
        if votes.words < 4:
            return None
        other, share = votes.best()
        if share >= self.other_share and own <= share / 6 and votes.words >= 8 and other not in close:
            return f"{share:.0%} function words of {other}, {own:.0%} of {document.language}"
        guess = self.detector.detect(text)
        if guess.probability > self.certainty and guess.language not in (document.language, UNDETERMINED, *close):
            return f"detected as {guess.language} ({guess.probability:.3f}), {own:.0%} function words of {document.language}"
        return None

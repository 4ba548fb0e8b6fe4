"""Blocks in another language than the story's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from operator import itemgetter

from newsclean.document import Document
from newsclean.language import (
    UNDETERMINED,
    Detector,
    Guess,
    LangdetectDetector,
    Votes,
    exclusive_words,
    function_words_in,
    script_of,
    share_of,
    vote,
)
from newsclean.measure import capitals
from newsclean.model import Claim, Role
from newsclean.vocabulary import Vocabulary

_SAME_WRITING = frozenset({("Jpan", "Hani"), ("Hani", "Jpan"), ("Hang", "Hani")})
"""Scripts of a document and of a block that are no sign of another language: a Japanese line may hold Han characters only."""

_SAMPLE_CHARS = 600
_SCRIPT_SHARE = 0.75
"""Share of a story's characters, in a language not known, from which their script is the story's."""

_FEWEST_KINDS = 2
"""How many different words of a language speak for it: one, said twice, may be a name such as "Pro"."""

_NO_RUNNING_TEXT = ("\t", " | ", "://", "{", "}", "=", "_")
"""What tables, addresses and programs have: neither their words nor a detector, which is sure of them, too, tell a language."""

_OPENING_CHARS = 100
"""Characters that mostly tell already that a line is in the story's language."""


@dataclass(frozen=True)
class Foreign:
    """Claim blocks whose language is surely not the story's; where that is not sure, those in another script than most of it.

    ``min_letters`` and ``min_words``: below these every detector guesses. ``names``: the share of capitals from which a line
    is a list of names. ``own_share``: function words of the story's language from which a block is kept without asking.
    ``other_share``: those of another from which a block with hardly any of the story's is foreign without asking. The detector
    is asked about the rest if it has ``long_chars`` (characters), but not where under ``some_share`` of the words tell of any
    language and the capitals are over ``names_unknown``. ``certainty``: the probability from which the detector is believed.
    """

    detector: Detector = field(default_factory=LangdetectDetector)
    min_letters: int = 25
    names: float = 0.6
    min_words: int = 6
    long_chars: int = 70
    names_unknown: float = 0.3
    own_share: float = 0.25
    some_share: float = 0.08
    other_share: float = 0.25
    close_words: int = 4
    certainty: float = 0.99

    def __call__(self, document: Document) -> Iterable[Claim]:
        """Claims by script on the blocks around the story, by words on those of the region."""
        entry = document.vocabulary.by_code(document.language)
        own_script = entry.script if entry else _script(document)
        region, near = document.region, document.surroundings if own_script else range(0)
        shares = document.asking(_own_share)
        for number in document.open(near.start, near.stop):
            text = document.blocks[number].text[:_SAMPLE_CHARS]
            if len(text) < self.min_letters or "@" in text:
                continue
            inside = number in region
            if inside and shares[text] >= self.own_share:
                continue
            script = script_of(text)
            if script is None or (script == own_script and not inside) or capitals(text) > self.names:
                continue
            if script != own_script:
                if (own_script, script) not in _SAME_WRITING and self._has_letters(text):
                    yield Claim(number, Role.FOREIGN, "foreign/script", f"script {script} on a page in {own_script}")
            elif entry and entry.function_words and (reason := self._other_language(document, number)):
                yield Claim(number, Role.FOREIGN, "foreign/language", reason)

    def _has_letters(self, text: str) -> bool:
        return sum(map(str.isalpha, text[:80])) >= self.min_letters

    def _other_language(self, document: Document, number: int) -> str | None:
        text = document.blocks[number].text[:_SAMPLE_CHARS]
        if not self._has_letters(text) or any(sign in text for sign in _NO_RUNNING_TEXT):
            return None
        votes = document.ask(_votes, text)
        own, (other, share) = votes.of(document.language), votes.best()
        if own >= self.own_share:
            return None
        close = document.vocabulary.by_code(document.language).close_to  # type: ignore[union-attr]
        if min(votes.words, document.lines[number].words) < self.min_words:
            return None
        if other in close:
            return self._close_language(document, text, other)
        if own * 2 > share:
            return None
        speaks = share >= self.other_share and own * 6 <= share
        if speaks and len(function_words_in(text, other, document.vocabulary)) >= _FEWEST_KINDS:
            return f"{share:.0%} function words of {other}, {own:.0%} of {document.language}"
        if len(text) < self.long_chars or (share < self.some_share and capitals(text) > self.names_unknown):
            return None
        guess = document.ask(self._detect, text)
        is_known = document.vocabulary.by_code(guess.language) is not None
        if is_known and votes.of(guess.language) < self.some_share and not document.lines[number].closed:
            return None
        if guess.probability > self.certainty and guess.language not in (document.language, UNDETERMINED, *close):
            return f"detected as {guess.language} ({guess.probability:.3f}), {own:.0%} function words of {document.language}"
        return None

    def _detect(self, text: str, _vocabulary: Vocabulary, _language: str) -> Guess:
        return self.detector.detect(text)

    def _close_language(self, document: Document, text: str, other: str) -> str | None:
        """Close languages share their function words, so only those that one of them alone has can tell."""
        own, alien = exclusive_words(text, document.language, other, document.vocabulary)
        if alien < self.close_words or alien < own * self.close_words:
            return None
        return f"{alien} function words that {other} has and {document.language} has not, {own} the other way round"


def _script(document: Document) -> str | None:
    """The script of most of the story, lines weighed by their characters."""
    scripts: Counter[str | None] = Counter()
    for number in document.region:
        text = document.blocks[number].text
        scripts[script_of(text)] += len(text)
    script, size = max(scripts.items(), key=itemgetter(1), default=(None, 0))
    return script if size >= _SCRIPT_SHARE * scripts.total() else None


def _own_share(text: str, vocabulary: Vocabulary, language: str) -> float:
    entry = vocabulary.by_code(language)
    return share_of(text[:_OPENING_CHARS], entry.function_word_set) if entry else 0.0


def _votes(text: str, vocabulary: Vocabulary, _language: str) -> Votes:
    return vote(text, vocabulary)

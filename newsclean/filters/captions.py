"""Captions: lines above the story that describe its pictures."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.recognise.agencies import find_sign_off
from newsclean.vocabulary import Vocabulary, WordSet, fold

_MAX_WORDS = 80.0
_SENTENCE_END = re.compile(r"[a-zà-ÿ)\"”]{3}[.?!] |[。？！]")
_BRACKETED = re.compile(r"[.!?。…][\"”]?\s?[(（\[][^()（）\[\]]{2,50}[)）\]]$")
_MIN_CAPITALS = 0.2
_MAX_LABEL_WORDS = 20.0


def captions(document: Document) -> Iterable[Claim]:
    """Claim lines between headline and story by their wording, their sign-off or their place."""
    head = document.head
    cues = _cues(document.vocabulary, *dict.fromkeys((document.language, "en")))
    credited = any(document.role(number) is Role.CAPTION for number in head)
    dated = [number for number in head if document.role(number) is Role.DATE]
    for number in document.open(head.start, head.stop):
        line, text = document.lines[number], document.blocks[number].text
        if not 2 <= line.words <= _MAX_WORDS or line.fold in document.vocabulary.sections:
            continue
        cue = cues.first_in(line.fold or fold(text))
        if cue:
            yield Claim(number, Role.CAPTION, "captions/wording", f"above the story, says {cue!r}")
        elif find_sign_off(text):
            yield Claim(number, Role.CAPTION, "captions/agency", f"above the story, signed {find_sign_off(text)}")
        elif _BRACKETED.search(text):
            yield Claim(number, Role.CAPTION, "captions/bracket", "above the story, ends in a source in brackets")
        elif document.dateline is not None and dated and number < dated[-1] and not credited and _describes(document, number):
            yield Claim(number, Role.CAPTION, "captions/place", "a sentence between headline and date line of a datelined story")
        elif not line.closed and 3 <= line.words <= _MAX_LABEL_WORDS and dated and number > dated[0] and document.shared_words(text):
            yield Claim(number, Role.CAPTION, "captions/label", "no sentence, between date line and story, shares its words")


def _describes(document: Document, number: int) -> bool:
    """Whether a line reads like a caption rather than a standfirst: one sentence, full of names."""
    line, text = document.lines[number], document.blocks[number].text
    return line.closed and line.capitals >= _MIN_CAPITALS and _SENTENCE_END.search(text[:-1]) is None


@cache
def _cues(vocabulary: Vocabulary, *languages: str) -> WordSet:
    entries = (vocabulary.by_code(language) for language in languages)
    return WordSet.of(word for entry in entries if entry for word in entry.caption_words)

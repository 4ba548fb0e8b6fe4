"""Captions: lines above the story that describe its pictures."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.recognise.agencies import find_sign_off
from newsclean.recognise.words import content_words
from newsclean.vocabulary import Vocabulary, fold

_MAX_WORDS = 80.0


def captions(document: Document) -> Iterable[Claim]:
    """Claim lines between headline and story by their wording, their sign-off or their place."""
    head = document.head
    dated = [number for number in head if document.role(number) is Role.DATE]
    for number in document.open(head.start, head.stop):
        line, text = document.lines[number], document.blocks[number].text
        if not 2 <= line.words <= _MAX_WORDS or line.fold in document.vocabulary.sections:
            continue
        cue = _cue(document, line.fold or fold(text[:400]))
        if cue:
            yield Claim(number, Role.CAPTION, "captions/wording", f"above the story, says {cue!r}")
        elif find_sign_off(text):
            yield Claim(number, Role.CAPTION, "captions/agency", f"above the story, signed {find_sign_off(text)}")
        elif line.closed and document.dateline is not None and dated and number < dated[-1]:
            yield Claim(number, Role.CAPTION, "captions/place", "a sentence between headline and date line of a datelined story")
        elif not line.closed and line.words >= 3 and dated and number > dated[0] and _is_about(document, text):
            yield Claim(number, Role.CAPTION, "captions/label", "no sentence, between date line and story, shares its words")


def _is_about(document: Document, text: str) -> bool:
    opening = (document.title, *document.region[:4])
    story = (content_words(document.blocks[number].text) for number in opening if number is not None)
    return not content_words(text).isdisjoint(frozenset().union(*story))


def _cue(document: Document, folded: str) -> str | None:
    languages = dict.fromkeys((document.language, "en"))
    return next((cue for cue in _cues(document.vocabulary, *languages) if _stands_in(cue, folded)), None)


def _stands_in(cue: str, folded: str) -> bool:
    at = folded.find(cue)
    if at < 0:
        return False
    end = at + len(cue)
    if not cue.isascii() and not cue[0].isascii():
        return True
    return (at == 0 or not folded[at - 1].isalnum()) and (end == len(folded) or not folded[end].isalnum())


@cache
def _cues(vocabulary: Vocabulary, *languages: str) -> tuple[str, ...]:
    entries = (vocabulary.by_code(language) for language in languages)
    return tuple(dict.fromkeys(fold(word) for entry in entries if entry for word in entry.caption_words))

"""What the lines between a headline and its story are: standfirsts, captions, or the page's.

Few of them say it by a word. What tells is their form, their place among date, byline and pictures, and the words they share with
the story. Two logistic regressions weigh that: standfirsts against all else, then captions against the page's own lines.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass
from functools import cached_property
from math import exp, log1p
from typing import NamedTuple

from newsclean.document import Document
from newsclean.head_weights import BIAS, TOGETHER, WEIGHTS
from newsclean.language.script import script_of
from newsclean.measure import capitals
from newsclean.model import Role
from newsclean.punctuation import is_between_dashes
from newsclean.recognise.pictures import says_picture
from newsclean.recognise.words import COLONS, has_contact, has_sentences
from newsclean.vocabulary.fold import SPACELESS

_MOST_OPEN, _MOST_ITEMS = 10, 3
"""How many lines in doubt, and how many of them with a bullet, a head may have: more are a menu or a table of contents."""

_LEAST_ODDS = -2.5
"""Log-odds down to which what stands right under the headline may be the story's summary."""

_MOST_WORDS, _MOST_ODDS = 60.0, 6.0
_SEPARATORS = frozenset(";；…·")
_PARTS = ("  ", "|", "·")
"""What divides the parts of a line that is no sentence."""

Values = Mapping[str, float]
"""What is known of a line, by the names that :data:`~newsclean.head_weights.WEIGHTS` has for it."""


class LogOdds(NamedTuple):
    """That a line is a standfirst; and that it is a caption, if it is none."""

    standfirst: float
    caption: float


@dataclass(frozen=True)
class Head:
    """The lines of a document between its headline, the block ``title``, and its story."""

    document: Document
    title: int

    @cached_property
    def lines(self) -> range:
        """All of them; below a standfirst that reads like the story, too, if a caption follows it."""
        head, document = self.document.head, self.document
        end = document.paragraph_from(head.stop + 1, head.stop)
        further = any(document.says_caption(number) for number in range(head.stop, end))
        return range(self.title + 1, end if further else head.stop)

    @cached_property
    def summary(self) -> int | None:
        """What sums the story up right under the headline: several sentences, since captions have one, mostly; or, where the
        pictures have captions of their own, one, or what is longer than headlines are."""
        document, number = self.document, self.title + 1
        if number not in self.lines or document.claims[number] is not None or self._is_other(number):
            return None
        line = document.lines[number]
        if line.twin is not None or line.prose <= _LEAST_ODDS or not document.shared_words(number):
            return None
        is_text = line.closed or document.is_summary(number)
        is_other_than_caption = bool(self._pictures) or (line.closed and has_sentences(document.blocks[number].text))
        return number if is_text and is_other_than_caption else None

    @cached_property
    def open(self) -> tuple[int, ...]:
        """Those in doubt: no filter has claimed them, and they are neither the summary nor paragraphs."""
        document = self.document
        found = [n for n in document.open(self.lines.start, self.lines.stop) if n != self.summary and not self._is_other(n)]
        items = [number for number in found if document.lines[number].bullet]
        if len(items) > _MOST_ITEMS:
            found = [number for number in found if not document.lines[number].bullet]
        return tuple(found) if len(found) <= _MOST_OPEN else ()

    def _is_other(self, number: int) -> bool:
        """Whether a line is a summary between dashes, the paragraph above a caption, a contact, or in another script."""
        text = self.document.blocks[number].text
        is_paragraph = number >= self.document.head.stop and self.document.is_prose(number)
        if is_paragraph or is_between_dashes(text) or has_contact(text):
            return True
        return script_of(text) not in (None, self._script)

    @cached_property
    def _script(self) -> str | None:
        return script_of(self.document.blocks[self.title].text)

    @cached_property
    def _dates(self) -> tuple[int, ...]:
        return self._claimed(Role.DATE)

    @cached_property
    def _bylines(self) -> tuple[int, ...]:
        return self._claimed(Role.BYLINE)

    @cached_property
    def _pictures(self) -> frozenset[int]:
        return frozenset(filter(self.document.says_caption, self.lines))

    def _claimed(self, role: Role) -> tuple[int, ...]:
        return tuple(number for number in self.lines if self.document.role(number) is role)

    def values(self, number: int, captions: Container[int]) -> Values:
        """What is known of an open line; ``captions`` are the lines above it that were found to be captions here."""
        return {**self._form(number), **self._words(number), **self._place(number, captions)}

    def _form(self, number: int) -> Values:
        document = self.document
        line, text, headline = document.lines[number], document.blocks[number].text, document.lines[self.title]
        first, long, capital = number == self.title + 1, document.is_summary(number), capitals(text)
        return {
            "ends like a sentence": line.closed,
            "several sentences": has_sentences(text),
            "words": min(line.words, _MOST_WORDS) / 20,
            "length": log1p(len(text)),
            "longer than the headline": log1p(line.words) - log1p(headline.words),
            "longer than headlines": long,
            "long and right under the headline": first and long,
            "capital letters": capital,
            "capital letters right under the headline": first * capital,
            "numbers": any(map(str.isdigit, text)),
            "a colon": any(colon in text for colon in COLONS),
            "semicolons and the like": not _SEPARATORS.isdisjoint(text),
            "parts": any(sign in text for sign in _PARTS),
            "a bullet": line.bullet,
            "a script without spaces": SPACELESS.search(text) is not None,
            "repeats a line": line.twin is not None,
            "its prose": max(-_MOST_ODDS, min(_MOST_ODDS, line.prose)) / 3,
            "the headline ends like a sentence": headline.closed,
        }

    def _words(self, number: int) -> Values:
        document = self.document
        words = document.content_words(number)
        told, headed = words & document.story_words, words & document.content_words(self.title)
        said = says_picture(document.blocks[number].text, document.folded(number), document.vocabulary, document.language)
        return {
            "words of captions": said is not None,
            "words shared with the story": min(len(told), 6) / 6,
            "share of them": len(told) / (len(words) + 1),
            "share of words of the headline": len(headed) / (len(words) + 1),
        }

    def _place(self, number: int, captions: Container[int]) -> Values:
        document, pictures, dates, bylines = self.document, self._pictures, self._dates, self._bylines
        first, below = number == self.title + 1, number + 1
        closed, ends_head = document.lines[number].closed, below == self.lines.stop
        parted_above = document.blocks[number].gap_before > 0
        parted_below = below == len(document) or document.blocks[below].gap_before > 0
        captioned = number - 1 in pictures or number - 1 in captions
        above_date = bool(dates) and number < dates[-1]
        return {
            "right under the headline": first,
            "second or third under the headline": 2 <= number - self.title <= 3,
            "further down": number - self.title > 3,
            "right above the story": ends_head,
            "no sentence, right above the story": not closed and ends_head,
            "a blank line above": parted_above,
            "a blank line below": parted_below,
            "the last of some lines": parted_below and not parted_above,
            "lines in doubt": min(len(self.open), 4) / 4,
            "a line in doubt above": number - 1 in self.open,
            "a label in doubt below": below in self.open and not document.lines[below].closed,
            "a sentence in doubt below": below in self.open and document.lines[below].closed,
            "the story begins with a place": document.dateline is not None,
            "captions in the head": bool(pictures),
            "captions in the head, right under the headline": first and bool(pictures),
            "a caption right above": captioned,
            "no sentence, a caption right above": not closed and captioned,
            "a caption right below": below in pictures,
            "above the date": above_date,
            "ends like a sentence above the date": closed and above_date,
            "below the date": bool(dates) and number > dates[0],
            "no sentence, the date right above": not closed and number - 1 in dates,
            "above the byline": bool(bylines) and number < bylines[-1],
            "right above the byline": below in bylines,
        }


def log_odds(values: Values) -> LogOdds:
    """What the values of a line speak for."""
    standfirst, caption = BIAS
    for name, value in values.items():
        if value:
            weight = WEIGHTS[name]
            standfirst += weight[0] * value
            caption += weight[1] * value
    return LogOdds(standfirst + sum(weight * values[one] * values[other] for one, other, weight in TOGETHER), caption)


def reasons(values: Values, odds: float, kind: int) -> str:
    """The probability of a kind, 0 for standfirsts and 1 for captions, and the two values that speak most strongly for it."""
    first, second = sorted(values, key=lambda name: -WEIGHTS[name][kind] * values[name])[:2]
    return f"probability {1 / (1 + exp(-odds)):.2f}: {first}, {second}"

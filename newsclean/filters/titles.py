"""The headline."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from newsclean.document import LONG_PROSE_WORDS, Document
from newsclean.measure import UNSEEN, capitals, is_unpunctuated
from newsclean.model import Claim, Role
from newsclean.profiles.repeated import repeated
from newsclean.punctuation import is_between_dashes
from newsclean.recognise.agencies import find_sign_off
from newsclean.recognise.bylines import find_page_byline
from newsclean.recognise.credits import may_hold_date, split_credit
from newsclean.recognise.names import may_list_names, split_names
from newsclean.recognise.pictures import ends_as_caption
from newsclean.recognise.publishers import looks_like_source
from newsclean.recognise.words import COLONS, has_sentences

_SITE_SUFFIX = re.compile(r"\s[|–—›»>-]\s|[|｜_]")
_MAX_WORDS, _MAX_CHARS = 30.0, 100
"""The longest headline: in words, or in characters where a script without spaces makes words of few."""

_USUAL_WORDS = 18.0
_MAX_CREDIT_WORDS = 20.0
_MIN_NAME_CHARS = 15
_BELOW = 5
_NEAR_CREDIT = 4
_MIN_NAME_CAPITALS = 0.5
_TEASED = 4
"""Words shared with the story from which a line that the site repeats is its headline, which other pages have as a teaser."""

_APART = 1.5
"""What a line that is set apart scores more; from 1 to 2 the headline is right on as many development pages."""

_BELOW_CREDIT = 1.2
"""What a line below a credit that a headline stands over scores less."""

_MOST_APART = 0.5
"""Share of the lines above a story that may have a blank line above them, if that is to tell of a heading."""

_SUMMED_UP, _SUMMED_UP_ON_TOP = 0.8, 2.0
"""What a line may score more than the one right above it and be a summary under it: more under a page's first line."""

_HEADLINE_WORDS = 5.0
"""Words from which a line is the headline above a line that is too long for one, and over the credit right below it."""

_ANNOUNCING_WORDS = 6.0
"""Words from which a line that ends in a colon announces a list; a shorter one is a kicker, such as "Opinion:"."""

_NUMBERED = re.compile(r"(\d{1,2})[.)]\s")
_NEXT_ITEM = 8
"""How far below an item of a numbered list the next one may begin."""

_SHARED = 2
"""Words of the story that this line has then: a site's name or motto may stand above a headline."""

_FULL_STOPS = (".", "。", "।", "۔")
_STOPPED = 1.0
"""What a line with a full stop scores less: most are of the story, but "No rain. No harvest." is a headline."""


@dataclass(frozen=True)
class _Opening:
    """The lines above a story: what each shares with it, those of them that are like a headline, credits, their folds, and the
    lines with a blank line above."""

    shared: dict[int, tuple[int, int]]
    alike: list[int]
    credits: list[int]
    folds: list[str]
    parted: frozenset[int]

    @cached_property
    def headed(self) -> int | None:
        """The first date line or byline that a line of the story's words, or one below a blank line, stands right above."""
        return next((n for n in self.credits if self._is_headed(n)), None)

    def _is_headed(self, credit: int) -> bool:
        return credit - 1 in self.parted or any(self.shared.get(above, (0, 0))[0] >= 2 for above in (credit - 1, credit - 2))

    @cached_property
    def above_credits(self) -> frozenset[int]:
        """The lines from which a credit stands not far below."""
        return frozenset(credit - step for credit in self.credits for step in range(1, _NEAR_CREDIT + 1))

    def names_page(self, fold: str) -> bool:
        """Whether another line holds a fold and more: a page's name is "Headline | Site"."""
        return len(fold) > _MIN_NAME_CHARS and self._joined.count(fold) > self.folds.count(fold)

    @cached_property
    def _joined(self) -> str:
        return "\n".join(self.folds)


@dataclass(frozen=True)
class Titles:
    """Claim the headline: the first line above the story that shares its words.

    ``furthest`` (blocks) is how far above the story a headline may stand, ``above_prose`` (blocks) how far into it where it does
    not begin with prose, ``opening`` (blocks) how much of it is compared, ``threshold`` the score under which a page has none.
    The score's weights are a conditional logit over the lines above the stories of the development pages, rounded: the right
    line beats the others on four pages of five (folds by site).
    """

    furthest: int = 40
    opening: int = 6
    above_prose: int = 3
    threshold: float = 0.8

    def __call__(self, document: Document) -> Iterable[Claim]:
        """At most one claim."""
        region = document.region
        if not region:
            return
        lines = region[: self.above_prose]
        first = next(filter(document.is_prose, lines), None)
        if first is None:
            first = next((number for number in lines if _is_credit(document, number)), region.start)
        window = range(max(region.start - self.furthest, document.near.start), first + 1)
        credits = [number for number in document.open(window.start, window.stop) if _is_credit(document, number)]
        eligible = [number for number in window if number not in credits and self._eligible(document, number)]
        story, lead = self._story(document), document.content_words(region.start)
        compared = {number: _shared(document, number, story | lead if number < region.start else story) for number in eligible}
        site = repeated(document)
        shared = {
            n: of for n, of in compared.items() if n not in site or of[0] >= _TEASED or self._is_over_summary(document, n, of)
        }
        near = range(window.start, min(region.start + _BELOW, len(document)))
        alike = [number for number, (hits, _) in shared.items() if hits >= _SHARED and document.lines[number].words >= 4]
        parted = frozenset(n for n in shared if document.blocks[n].gap_before and document.lines[n].words >= _HEADLINE_WORDS)
        opening = _Opening(shared, alike, credits, [document.lines[number].fold for number in near], parted)
        apart = _set_apart(document, window)
        scores = {number: self._score(document, number, opening) + _APART * (number in apart) for number in shared}
        likely = sorted((n for n in scores if scores[n] >= self.threshold), key=lambda n: (-scores[n], n))
        captions = {n for n in likely if self._is_caption(document, n) or self._heads_caption(document, n, credits, likely)}
        place = next((number for number in likely if number not in captions), None)
        if place is None:
            return
        above = place - 1
        least = scores[place] - (_SUMMED_UP if above else _SUMMED_UP_ON_TOP)
        is_headed = above in likely and scores[above] >= least and shared[above][0] >= _SHARED
        is_long = document.is_summary(place) and document.lines[place].words > _USUAL_WORDS
        if is_headed or (is_long and above in scores and shared[above][0] and document.lines[above].words >= _HEADLINE_WORDS):
            place = above if self._may_head(document, above) else place
        yield Claim(place, Role.TITLE, "titles/headline", f"score {scores[place]:.1f}: above the story, shares its words")

    def _heads_caption(self, document: Document, number: int, credits: Sequence[int], likely: Sequence[int]) -> bool:
        """Whether a line stands right above a caption, below a credit or buttons, and what may be the headline above those."""
        if not document.says_caption(number + 1):
            return False
        if number - 1 in credits:
            return any(number - 1 - _NEAR_CREDIT <= other < number - 1 for other in likely)
        nearest = max((other for other in likely if other < number), default=number)
        return any(document.role(between) is Role.SHARE for between in range(nearest + 1, number))

    def _may_head(self, document: Document, number: int) -> bool:
        """Whether a line right above another may be the headline, and the other its summary."""
        return not _names_publisher(document.blocks[number].text) and not self._is_caption(document, number)

    def _is_over_summary(self, document: Document, number: int, shared: tuple[int, int]) -> bool:
        """Whether a line with words of the story stands right above a summary: other pages may tease the headline alone."""
        below = number + 1
        is_summary = below < len(document) and document.is_summary(below) and not document.lines[below].closed
        return is_summary and shared[0] >= _SHARED

    def _story(self, document: Document) -> frozenset[str]:
        """The content words of the story's first paragraphs after the very first, which may be the headline itself."""
        region = document.region
        opening = range(region.start + 1, min(region.start + 1 + self.opening, region.stop)) or region
        return frozenset().union(*(document.content_words(number) for number in opening))

    def _eligible(self, document: Document, number: int) -> bool:
        line, text = document.lines[number], document.blocks[number].text
        is_long = line.words > _MAX_WORDS and len(text) > _MAX_CHARS and (line.closed or not is_unpunctuated(text))
        if document.claims[number] is not None or line.words < 2 or is_long or text.endswith(COLONS):
            return False
        if _is_item(document, number) or is_between_dashes(text):
            return False
        is_sentence = line.closed and line.words >= LONG_PROSE_WORDS and not text.endswith("」")  # Japanese headlines may quote
        if (is_sentence or _has_full_stop(text)) and not _is_of_sentences(document, number):
            return False
        if number == 0 and not document.claimed and _sums_up(document):
            return False
        above = document.lines[number - 1]
        if number and above.closed and above.prose > 0.0 and document.kept(number - 1):
            return False  # below a sentence of the story it is a question or a subheading
        return line.fold not in document.vocabulary.sections and not find_sign_off(text)

    def _is_caption(self, document: Document, number: int) -> bool:
        return ends_as_caption(document.lines[number].fold, document.vocabulary, document.language)

    def _score(self, document: Document, number: int, opening: _Opening) -> float:
        line, text, start = document.lines[number], document.blocks[number].text, document.region.start
        hits, total = opening.shared[number]
        score = 2.0 * min(hits, 5) / 5 + 1.5 * hits / (total + 2)
        score -= 0.8 if total >= 3 and not hits else 0.0
        score += 1.2 if line.words >= 5 else (-0.9 if line.words < 4 else 0.0)
        score -= _STOPPED if _has_full_stop(text) else 0.0
        score -= 0.65 if line.words > _USUAL_WORDS else 0.0
        score -= 0.9 if line.ellipsis or line.bullet else 0.0
        score -= 2.0 if _names_publisher(text) else 0.0
        score -= 0.45 if _SITE_SUFFIX.search(text) else 0.0
        score += 0.6 if text[0].isupper() or not text[0].islower() else 0.0
        score += 1.3 if number in opening.above_credits else 0.0
        score -= _BELOW_CREDIT if opening.headed is not None and opening.headed < number else 0.0
        score += 0.6 if document.is_prose(min(number + 1, len(document) - 1)) else 0.0
        score += 1.2 if opening.names_page(line.fold) else 0.0
        score -= 0.05 * (start - number)
        markup = document.blocks[number].markup
        if markup is not None:
            score += 2.0 * markup.title + (1.0 if markup.tag == "h1" else 0.0)
        return score - 0.5 * min(bisect_left(opening.alike, number), 3)


def _has_full_stop(text: str) -> bool:
    return text.rstrip(UNSEEN).endswith(_FULL_STOPS)


def _is_of_sentences(document: Document, number: int) -> bool:
    """Whether a line has several sentences, no more words than headlines have, and a blank line above."""
    block, words = document.blocks[number], document.lines[number].words
    return words <= _USUAL_WORDS and (not number or block.gap_before > 0) and has_sentences(block.text)


def _sums_up(document: Document) -> bool:
    """Whether what stands on top of a clean text, right above the story, is as long as the sum of it."""
    below = range(1, min(1 + _NEAR_CREDIT, len(document)))
    return document.is_summary(0) and not any(_is_credit(document, number) for number in below)


def _is_item(document: Document, number: int) -> bool:
    """Whether a line stands in a list: a sentence announces it, or the next number follows."""
    line, text = document.lines[number], document.blocks[number].text
    if document.is_announced(number) and (line.bullet or document.lines[number - 1].words >= _ANNOUNCING_WORDS):
        return True
    if (numbered := _NUMBERED.match(text)) is None:
        return False
    below = map(_NUMBERED.match, (block.text for block in document.blocks[number + 1 : number + 1 + _NEXT_ITEM]))
    return any(other is not None and int(other[1]) == int(numbered[1]) + 1 for other in below)


def _names_publisher(text: str) -> bool:
    """Whether a line names a ministry or a paper, in a script whose headlines do not stand out by their small letters."""
    return text.lower() == text.upper() and looks_like_source(text)


def _set_apart(document: Document, window: range) -> frozenset[int]:
    """In text the first line, and those with a blank line above, where few have one: flatteners print it above headings."""
    blocks = document.blocks
    apart = frozenset(n for n in window if blocks[n].markup is None and (not n or blocks[n].gap_before))
    return apart if len(apart) <= _MOST_APART * len(window) else frozenset()


def _shared(document: Document, number: int, story: frozenset[str]) -> tuple[int, int]:
    """How many content words a line shares with the story, of how many it has."""
    words = document.content_words(number)
    return len(words & story), len(words)


def _is_credit(document: Document, number: int) -> bool:
    """Whether a line is a date line, a byline, or a list of names."""
    line, text = document.lines[number], document.blocks[number].text
    if line.words > _MAX_CREDIT_WORDS:
        return False
    if may_hold_date(text, line.phrase):
        credit = document.ask(split_credit, text)
        if credit is not None and credit.date_text:
            return True
    if line.closed:
        return False
    if document.ask(find_page_byline, text) is not None:
        return True
    if not 3 <= line.words <= _MAX_CREDIT_WORDS / 2 or capitals(text) < _MIN_NAME_CAPITALS:
        return False
    entry = document.vocabulary.by_code(document.language)
    if entry is None or not may_list_names(text, entry.and_words):
        return False
    names = split_names(text, entry.and_words, document.vocabulary.job_titles)
    return names is not None and len(names) >= 2

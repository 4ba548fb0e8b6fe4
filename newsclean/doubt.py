"""What stays of the lines that a scorer finds unlikely, but is in doubt about: their neighbours speak for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from newsclean.document import Document
from newsclean.model import Role
from newsclean.punctuation import BULLETS, HEADING_MARKS
from newsclean.recognise.names import looks_like_name
from newsclean.recognise.words import COLONS

_SIGNED = re.compile(r"[.!?。！？][(（][^()（）]{2,30}[)）]\d{0,8}$")
"""The end of a story that an agency's desk signed."""

_ROW = re.compile(r"[＜【〈《◆■▽][^。]{1,20}|[^。：]{1,15}：[^。]")
"""What East Asian papers print below "as follows": places and their readings, posts and names."""

_STOPS = " .。"

_PARAGRAPH_WORDS = 12.0
_SHARED_WORDS = 3
"""Content words that a paragraph shares with the story's first ones, from which it is part of it."""

_HEADING_WORDS = 9.0
_HEADLINE_WORDS = 6.0
"""Words from which a line below a label such as "Also read:" is the headline that it teases."""

_LITTLE = -1.5
"""Log-odds from which an item of a list that a line announces is in doubt, and a paragraph or heading under an advertisement."""

_FEWEST_WORDS, _SHORT = 2.0, -0.75
"""Words of a short sentence, and the log-odds from which it is one of the story's."""

_LISTED = -3.5
"""The same for such an item if a line below the list stays."""

_SHAPED, _SHAPED_WORDS = -4.5, 7.0
"""The same for a line between two paragraphs that has the form of a subheading, and its words."""

_SHAPE = re.compile(r"[^\W\d_][^:：<>»|/@()（）\[\]{}…©=•\t]*[^\W_]")

_BELOW_TEASER, _BELOW_PROMO = -5.5, -3.5
"""The same for a short line between a teaser or a promo and a paragraph: nearly all are subheadings."""

_MOST_TEASED, _FEW = 8, 3
"""Lines of a teaser or a promo inside a story, bullets among them, and headlines without bullets."""

_SHORTER = 2.0
"""How many words less than headlines without bullets a subheading below them has."""

_INTERRUPT = (Role.PROMO, Role.CAPTION)
_MOST_INTERRUPTING = 4
"""Lines above a paragraph or a heading among which the story is looked for, beyond advertisements and captions."""

_BULLETS = BULLETS | frozenset("–—")
_SURE = 3.0
"""Log-odds from which an item of a list is part of the story, whatever the others are."""

_DENSE = 0.85
_MOST_BETWEEN, _MOST_LISTED = 2, 4
"""Lines between two that stay: subheadings, and the items of a list with one below it."""


@dataclass(frozen=True)
class Doubt:
    """Spares lines of a document that would go.

    In doubt are those with log-odds of ``least`` or more; if they are many in a row, of ``little``. ``min_words`` is how many
    words make a sentence.
    """

    document: Document
    least: float
    little: float
    min_words: float

    def spare(self, unlikely: Iterable[int]) -> set[int]:
        """Those of the unlikely lines that go all the same."""
        going = set(unlikely)
        lists = (self._announced, self._tabled)
        for spared in (self._opening, self._beside, *lists, self._of_the_story, self._headings, self._between):
            going -= spared(going)
        return going | self._listed(going)

    def _opening(self, going: Set[int]) -> set[int]:
        """The paragraph with the dateline: a story begins there."""
        number = self.document.dateline
        if number is None or number not in going or self.document.lines[number].prose < self.least:
            return set()
        return {number}

    def _beside(self, going: Set[int]) -> set[int]:
        """The sentences that follow a block that stays, one after the other, or stand before one; none before a dateline."""
        first = self.document.dateline or 0
        doubtful = [number for number in self._doubtful if number in going and number >= first and self._is_sentence(number)]
        spared: set[int] = set()
        for near, numbers in ((self._above, doubtful), (self._below, reversed(doubtful))):
            for number in numbers:
                if near(number) in spared or self._stays(near(number), going):
                    spared.add(number)
        return spared

    def _above(self, number: int) -> int:
        """The line above; for a paragraph or a heading in little doubt the one above advertisements and captions."""
        line, above = self.document.lines[number], number - 1
        if line.prose < _LITTLE or not (line.words >= _PARAGRAPH_WORDS if line.closed else line.words <= _HEADING_WORDS):
            return above
        beyond = (n for n in range(above, max(above - _MOST_INTERRUPTING, -1), -1) if self.document.role(n) not in _INTERRUPT)
        return next(beyond, above)

    def _below(self, number: int) -> int:
        return number + 1

    def _announced(self, going: Set[int]) -> set[int]:
        """The items of a list behind a line that stays and ends in a colon; in more doubt if another line stays below them."""
        spared: set[int] = set()
        waiting: set[int] = set()
        listing = False
        for number in self._inside:
            line, text = self.document.lines[number], self.document.blocks[number].text
            if number not in going:
                listing = text.endswith(COLONS) or (listing and line.bullet)
                spared |= waiting
                waiting.clear()
            elif listing and line.bullet and line.prose >= _LISTED:
                (spared if line.prose >= max(_LITTLE, self.least) else waiting).add(number)
            else:
                listing = False
                waiting.clear()
        return spared

    def _tabled(self, going: Set[int]) -> set[int]:
        """The rows of a table that a line announces without a colon: labels with one, and headings in brackets."""
        entry = self.document.vocabulary.by_code(self.document.language)
        words = entry.announcing if entry else ()
        rows: set[int] = set()
        for above, number in pairwise(self.document.body) if words else ():
            announced = above not in going and self.document.blocks[above].text.rstrip(_STOPS).endswith(words)
            if (announced or above in rows) and _ROW.match(self.document.blocks[number].text):
                rows.add(number)
        return rows & going

    def _of_the_story(self, going: Set[int]) -> set[int]:
        """The paragraphs between two blocks that stay that share words with the story's beginning."""
        document = self.document
        stay = self._staying(going)
        inside = (number for number in self._doubtful if stay and number in going and stay[0] < number < stay[-1])
        paragraphs = (n for n in inside if document.lines[n].closed and document.lines[n].words >= _PARAGRAPH_WORDS)
        return {number for number in paragraphs if document.shared_words(number) >= _SHARED_WORDS}

    def _headings(self, going: Set[int]) -> set[int]:
        """The short lines between two paragraphs; a teaser may stand over them."""

        def is_paragraph(number: int) -> bool:
            return self._stays(number, going) and self.document.is_prose(number)

        lines = self.document.lines
        short = (n for n in self._inside if n in going and not lines[n].closed and lines[n].words <= _HEADING_WORDS)
        between = [number for number in short if is_paragraph(number + 1)]
        blocks = self.document.blocks
        least = {n: _BELOW_TEASER if blocks[n].text[0] in HEADING_MARKS else self.least for n in between}
        under_story = {n for n in between if lines[n].prose >= least[n] and is_paragraph(self._above(n))}
        teased = {n for n in between if lines[n].prose >= _BELOW_TEASER and is_paragraph(self._above_teaser(n, going))}
        boxed = {n for n in between if lines[n].prose >= _BELOW_PROMO and is_paragraph(self._above_promo(n, going))}
        shaped = {n for n in between if lines[n].prose >= _SHAPED and is_paragraph(n - 1) and self._is_shaped(n)}
        return under_story | teased | boxed | shaped

    def _is_shaped(self, number: int) -> bool:
        """Whether a line has the form of a subheading: a few words, no name, no sign of a widget, and said once on the page."""
        line, text = self.document.lines[number], self.document.blocks[number].text
        if not 2 <= line.words <= _SHAPED_WORDS or line.phrase is not None or _SHAPE.fullmatch(text) is None:
            return False
        if text[0].islower() or text.isupper() or looks_like_name(text):
            return False
        return sum(block.text == text for block in self.document.blocks) == 1

    def _above_promo(self, number: int, going: Set[int]) -> int:
        """The line above a promo, or a caption, of one or more lines right over a line; -1 if there is none.

        A promo may end in a button. Below a caption a name alone is the photographer's.
        """
        above = self._over(number, lambda line: line in going or self.document.claims[line] is not None)
        if self.document.role(number - 1) is Role.CAPTION:
            return -1 if looks_like_name(self.document.blocks[number].text) else above
        return above if any(self.document.role(line) is Role.PROMO for line in range(above + 1, number)) else -1

    def _over(self, number: int, belongs: Callable[[int], bool]) -> int:
        """The first line above a line, from the next one up, that does not belong to the box between; boxes are not long."""
        above = number - 1
        while above > max(number - 1 - _MOST_TEASED, 0) and belongs(above):
            above -= 1
        return above

    def _above_teaser(self, number: int, going: Set[int]) -> int:
        """The line above a teaser right over a line: "Also read: …", or a label and headlines below it; -1 if there is none."""
        document, blocks = self.document, self.document.blocks
        if blocks[number].gap_before < blocks[number + 1].gap_before:
            return -1  # it belongs to the lines above it
        label = self._over(number, lambda line: self._may_be_teased(line, going))
        phrase = document.lines[label].phrase
        if phrase is None or document.role(label) is not Role.TEASER:
            return -1
        teased = range(label + 1, number)
        is_label = phrase.where == "whole" or document.lines[label].fold == phrase.literal
        holds = self._stands_apart(number, teased) if is_label else not teased
        return label - 1 if holds else -1

    def _may_be_teased(self, number: int, going: Set[int]) -> bool:
        claim = self.document.claims[number]
        return number in going or (claim is not None and claim.rule.startswith(("lists/", "symbols/")))

    def _stands_apart(self, number: int, teased: Sequence[int]) -> bool:
        """Whether a line is told from the headlines above it: by their bullets, by a sign of its own, or by its length."""
        lines, blocks = self.document.lines, self.document.blocks
        headlines = [above for above in teased if any(map(str.isalnum, blocks[above].text))]
        if not headlines or min(lines[above].words for above in headlines) < _HEADLINE_WORDS:
            return False
        if len(headlines) == 1 or blocks[number].text[0] in HEADING_MARKS:
            return True
        is_listed = len(headlines) < len(teased) or all(lines[above].bullet for above in headlines)
        shorter = all(lines[number].words + _SHORTER <= lines[above].words for above in headlines)
        return not lines[number].bullet and (is_listed or (shorter and len(headlines) <= _FEW))

    def _listed(self, going: Set[int]) -> set[int]:
        """The headlines below a bullet alone on its line that stay though the one above them in the same list goes."""
        listed: set[int] = set()
        for number in self._inside:
            line, above = self.document.lines[number], number - 2
            if number not in going and above > 0 and self._is_bulleted(number) and self._is_bulleted(above):
                if (above in going or above in listed) and not line.closed and line.prose < _SURE:
                    listed.add(number)
        return listed

    def _is_bulleted(self, number: int) -> bool:
        """Whether a bullet stands alone on the line above."""
        return self.document.blocks[number - 1].text in _BULLETS

    def _between(self, going: Set[int]) -> set[int]:
        """The lines between two blocks that stay, if nearly all of the story stays; in less doubt if they are many."""
        stay = self._staying(going)
        if not stay or len(stay) < _DENSE * len([number for number in self._inside if stay[0] <= number <= stay[-1]]):
            return set()
        gaps = (range(above + 1, below) for above, below in pairwise(stay) if 1 < below - above <= _MOST_LISTED + 1)
        return {number for gap in gaps if self._are_doubtful(gap) for number in gap}

    @cached_property
    def _doubtful(self) -> list[int]:
        """The lines of the body as things stand that have log-odds of ``least`` or more: in doubt, or sure to stay."""
        lines = self.document.lines
        return [number for number in self.document.body if lines[number].prose >= self.least]

    @cached_property
    def _inside(self) -> list[int]:
        """The lines of the range that holds all evidence of article text, without those that filters have claimed."""
        hull = self.document.hull
        return [number for number in self.document.body if hull.start <= number < hull.stop]

    def _staying(self, going: Set[int]) -> list[int]:
        return [number for number in self._inside if number not in going]

    def _stays(self, number: int, going: Set[int]) -> bool:
        return 0 <= number < len(self.document) and number not in going and self.document.kept(number)

    def _are_doubtful(self, gap: range) -> bool:
        least = self.least if len(gap) <= _MOST_BETWEEN else self.little
        return all(self.document.kept(number) and self.document.lines[number].prose >= least for number in gap)

    def _is_sentence(self, number: int) -> bool:
        """Whether a line is a sentence, or announces something; a short sentence is one in little doubt."""
        line, text = self.document.lines[number], self.document.blocks[number].text
        if line.closed and line.words >= _FEWEST_WORDS and line.prose >= _SHORT:
            return True
        return line.words >= self.min_words and (line.closed or text.endswith(COLONS) or _SIGNED.search(text) is not None)

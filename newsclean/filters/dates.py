"""Date lines above and below the story."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.recognise.clock import is_time
from newsclean.recognise.credits import may_hold_date, split_credit

_MAX_WORDS, _MAX_LINE_CHARS = 20.0, 100
"""The longest date line: in words, or in characters where a script without spaces makes words of few."""

_MAX_CHARS = 45
_HOUR = re.compile(r"\d\s?น\.$")
"""A date line may end as sentences do, if it is short; Thai ones end in ``น.``, for the hour."""

_ABOVE_STORY, _ABOVE_TITLE = 15, 8
"""How many lines above the story, and above a headline far above it, are looked at."""


def dates(document: Document) -> Iterable[Claim]:
    """Claim the lines beside the story that hold a date, absolute or relative, and little else.

    Inside the story a line with a date may be a timestamp of a live blog, so only its edges are looked at.
    """
    region = document.region
    if not region:
        return
    title = region.start if document.title is None else document.title
    first = max(min(region.start - _ABOVE_STORY, title - _ABOVE_TITLE), 0)
    above = range(first, min(region.start + 5, len(document)))
    below = range(max(region.stop - 1, above.stop), min(region.stop + 12, len(document)))
    for number in (*document.open(above.start, above.stop), *document.open(below.start, below.stop)):
        line = document.lines[number]
        text = document.blocks[number].text
        is_sentence = document.is_prose(number) and len(text) > _MAX_CHARS and not _HOUR.search(text)
        is_long = line.words > _MAX_WORDS and len(text) > _MAX_LINE_CHARS
        if is_long or is_sentence or not may_hold_date(text, line.phrase):
            continue
        credit = document.ask(split_credit, text)
        if credit is not None and credit.date_text is not None:
            yield Claim(number, Role.DATE, "dates/line", f"date {credit.date_text!r}")
            following = number + 1
            if following < len(document) and document.claims[following] is None and is_time(document.blocks[following].text):
                yield Claim(following, Role.DATE, "dates/time", "the time of the day on the line above")

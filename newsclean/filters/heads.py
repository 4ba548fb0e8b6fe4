"""What stands between headline and story and says by no word what it is: standfirsts, captions, and the page's own lines."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.document import Document
from newsclean.heads import Head, log_odds, reasons
from newsclean.model import Claim, Role

_ABOVE = 5
"""How many lines above the headline are looked at."""

_SURE = 2.0
"""Log-odds from which a sentence that the scorer has read is the story's."""


def heads(document: Document) -> Iterable[Claim]:
    """Keep standfirsts and claim captions, by what speaks for them; the page's own lines are left to the filters that follow.

    What the scorer is sure of is no caption. Above the headline only sentences stay.
    """
    if document.title is None:
        return
    for number in document.open(max(document.title - _ABOVE, 0), document.title):
        if not document.lines[number].closed:
            yield Claim(number, Role.NAVIGATION, "heads/above", "no sentence, above the headline")
    head, captions = Head(document, document.title), set[int]()
    if head.summary is not None:
        yield Claim(head.summary, Role.BODY, "heads/summary", "words of the story, right under the headline, as summaries stand")
    for number in head.open:
        values = head.values(number, captions)
        odds = log_odds(values)
        if odds.standfirst > 0.0:
            yield Claim(number, Role.BODY, "heads/standfirst", reasons(values, odds.standfirst, 0))
        elif odds.caption > 0.0 and not _is_sure(document, number):
            captions.add(number)
            yield Claim(number, Role.CAPTION, "heads/caption", reasons(values, odds.caption, 1))


def _is_sure(document: Document, number: int) -> bool:
    """Whether the scorer takes a sentence for the story's, or in HTML, where it knows the elements, any line."""
    line = document.lines[number]
    return line.prose > 0.0 if document.blocks[number].markup is not None else line.closed and line.prose > _SURE

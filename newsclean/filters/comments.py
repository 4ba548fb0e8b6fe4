"""Comment prompts, and the threads under them."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.recognise.dates import find_date

_MIN_TRACES = 3
"""Dates, "reply" and "report" links that make the lines under a comment heading a thread; one must be a date."""

_MAX_FIRST_PROSE = 1
"""Paragraphs between a comment prompt and the first trace: where there are more, the story goes on below the prompt."""

_MAX_TRACE_WORDS = 12.0
_MAX_STEP = 12
"""Blocks between one such trace and the next, in one thread."""


def comments(document: Document) -> Iterable[Claim]:
    """Claim comment prompts, and a thread from its first trace to its last."""
    prompts = list(document.phrased(Role.COMMENT))
    yield from prompts
    story_ends = _first_prose(document) if prompts else 0
    for prompt in prompts:
        if prompt.block > story_ends:
            yield from _thread(document, prompt.block)
            return


def _first_prose(document: Document) -> int:
    return next((number for number in range(len(document)) if document.is_prose(number)), len(document))


def _is_dated(document: Document, number: int) -> bool:
    line = document.lines[number]
    if line.phrase is not None:
        return line.phrase.role == Role.DATE
    if line.words > _MAX_TRACE_WORDS:
        return False
    return document.ask(find_date, document.blocks[number].text) is not None


def _thread(document: Document, prompt: int) -> Iterable[Claim]:
    traces, dated = [prompt], 0
    for number in range(prompt + 1, len(document)):
        if number - traces[-1] > _MAX_STEP:
            break
        phrase = document.lines[number].phrase
        if _is_dated(document, number):
            traces.append(number)
            dated += 1
        elif phrase is not None and phrase.role == Role.COMMENT:
            traces.append(number)
        elif phrase is not None and (phrase.scope == "list" or phrase.role == Role.TAGS):
            break
    goes_on = len(traces) > 1 and sum(document.is_prose(number) for number in range(prompt, traces[1])) > _MAX_FIRST_PROSE
    if len(traces) > _MIN_TRACES and dated and not goes_on:
        for number in document.open(prompt + 1, traces[-1] + 1):
            yield Claim(
                number,
                Role.COMMENT,
                "comments/thread",
                f"between a comment prompt and the last of {len(traces)} traces of a thread",
            )

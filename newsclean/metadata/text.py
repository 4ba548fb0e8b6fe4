"""What the claimed blocks, and the story's first and last paragraphs, state about the article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from newsclean.document import Document
from newsclean.metadata.credits import find_authors, find_credits, near_story
from newsclean.metadata.section import find_section
from newsclean.model import Metadata, Role
from newsclean.recognise.agencies import find_sign_off
from newsclean.recognise.credits import Credit, split_signature
from newsclean.recognise.datelines import Dateline
from newsclean.recognise.tags import split_labelled, split_tags
from newsclean.vocabulary import Vocabulary, fold
from newsclean.vocabulary.facts import facts

_MAX_CREDIT_WORDS = 10.0


def metadata(document: Document, url: str | None) -> Metadata:
    """Everything the text states."""
    credits = find_credits(document)
    dated = [credit for credit in credits.values() if credit.date_text]
    date = _published(dated, document.vocabulary)
    by_publisher = sorted(credits.values(), key=lambda credit: bool(credit.authors))
    body = document.body
    dateline = document.stated_dateline or Dateline(None, None)
    last = document.blocks[body[-1]].text if body else ""
    signed = split_signature(last)
    stated = (signed, *credits.values())
    return Metadata(
        title=document.blocks[document.title].text if document.title is not None else None,
        published=date.published,
        date_text=date.date_text,
        authors=tuple(dict.fromkeys((*dateline.authors, *(find_authors(document, credits) or signed.authors)))),
        dateline=dateline.place or next((credit.place for credit in credits.values() if credit.place), None),
        agency=dateline.agency or find_sign_off(last) or next((credit.agency for credit in stated if credit.agency), None),
        source=next((credit.source for credit in (*dated, *by_publisher) if credit.source), dateline.source),
        section=find_section(document),
        tags=tuple(dict.fromkeys(chain.from_iterable(_tags(document, number) for number in document.claimed_as(Role.TAGS)))),
        captions=tuple(dict.fromkeys(_captions(document))),
        language=document.language,
        url=url,
    )


def _published(dated: Sequence[Credit], vocabulary: Vocabulary) -> Credit:
    """The first of the dates that can be told; where it is a later version's, an earlier one that has another label, if any."""
    told = [credit for credit in dated if credit.published]
    first = (told or [*dated, Credit()])[0]
    if not told or not _is_update(first):
        return first
    earlier = (other for other in told if other.published < first.published and not _is_update(other))  # type: ignore[operator]
    return next((other for other in earlier if _is_labelled(other, vocabulary)), first)


def _is_labelled(credit: Credit, vocabulary: Vocabulary) -> bool:
    phrase = vocabulary.match(credit.date_text or "")
    return phrase is not None and phrase.role == Role.DATE


def _is_update(credit: Credit) -> bool:
    return fold(credit.date_text or "").startswith(facts().updated)


def _captions(document: Document) -> Iterable[str]:
    stop = document.region.stop
    return (
        document.blocks[number].text
        for number in near_story(document, Role.CAPTION)
        if number < stop and not _credits(document, number)
    )


def _credits(document: Document, number: int) -> bool:
    """Whether a line is no more than the credit of the picture that the line above it describes."""
    line, phrase = document.lines[number], document.lines[number].phrase
    is_credit = phrase is not None and phrase.role == Role.CAPTION and phrase.where == "start" and line.words <= _MAX_CREDIT_WORDS
    return is_credit and number > 0 and document.role(number - 1) is Role.CAPTION


def _tags(document: Document, number: int) -> tuple[str, ...]:
    text, phrase = document.blocks[number].text, document.lines[number].phrase
    if phrase is not None and phrase.role == Role.TAGS:
        if phrase.where == "whole":
            return ()
        _, colon, terms = text.replace("：", ":").partition(":")
        text = terms if colon else text[len(phrase.text) :]
    elif document.claims[number].rule in ("tags/terms", "tags/label"):  # type: ignore[union-attr]
        _, colon, terms = text.replace("：", ":").partition(":")
        return split_tags(terms if colon else text)
    return split_labelled(text)

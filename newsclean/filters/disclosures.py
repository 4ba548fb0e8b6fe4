"""What a site says that it earns where its readers buy."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.vocabulary import Vocabulary, fold, word_set

_MIN_WORDS, _MAX_WORDS = 4, 70.0
_LEAST = 3
"""How many terms such as "affiliate links", and words that speak to readers, make a line a disclosure."""

_MOST = 3
"""Lines of a page that disclose something; where more do, that is what the story is about."""


def disclosures(document: Document) -> Iterable[Claim]:
    """Claim lines such as "If you buy through our links, we may earn a small commission"."""
    disclosed, near = document.asking(_disclosed), document.near
    lines = ((number, document.lines[number], document.blocks[number].text) for number in document.open(near.start, near.stop))
    texts = (
        (n, line.fold or fold(text), text)
        for n, line, text in lines
        if _MIN_WORDS <= line.words <= _MAX_WORDS and not line.bullet
    )
    found = {number: term for number, folded, text in texts if "\t" not in text and (term := disclosed[folded])}
    if len(found) <= _MOST:
        for number, term in found.items():
            yield Claim(number, Role.LEGAL, "disclosures/affiliate", f"says what the site earns: {term!r}")


def _disclosed(folded: str, vocabulary: Vocabulary, language: str) -> str | None:
    """The first term by which a line, given as its fold, says that its site earns, if it says enough."""
    terms = word_set(vocabulary, language, "affiliate_words").found_in(folded)
    appeals = word_set(vocabulary, language, "appeal_words")
    return terms[0] if terms and len(terms) + appeals.count_in(folded) >= _LEAST else None

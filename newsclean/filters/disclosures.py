"""What a site says that it earns where its readers buy."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.vocabulary import Vocabulary, word_set

_MIN_WORDS, _MAX_WORDS = 4, 70.0
_LEAST = 3
"""How many terms such as "affiliate links", and words that speak to readers, make a line a disclosure."""

_MOST = 3
"""Lines of a page that disclose something; where more do, that is what the story is about."""


def disclosures(document: Document) -> Iterable[Claim]:
    """Claim lines such as "If you buy through our links, we may earn a small commission"."""
    disclosed, near = document.asking(_disclosed), document.near
    lines = ((number, document.lines[number]) for number in document.open(near.start, near.stop))
    sized = (number for number, line in lines if _MIN_WORDS <= line.words <= _MAX_WORDS and not line.bullet)
    found = {n: term for n in sized if "\t" not in document.blocks[n].text and (term := disclosed[document.folded(n)])}
    if len(found) <= _MOST:
        for number, term in found.items():
            yield Claim(number, Role.LEGAL, "disclosures/affiliate", f"says what the site earns: {term!r}")


def _disclosed(folded: str, vocabulary: Vocabulary, language: str) -> str | None:
    """The first term by which a line, given as its fold, says that its site earns, if it says enough."""
    terms = word_set(vocabulary, language, "affiliate_words").found_in(folded)
    appeals = word_set(vocabulary, language, "appeal_words")
    return terms[0] if terms and len(terms) + appeals.count_in(folded) >= _LEAST else None

"""The words that say what a text is about."""

from __future__ import annotations

import re

from newsclean.punctuation import CLOSING_QUOTES
from newsclean.vocabulary import LETTERS, Tokenizer, Vocabulary

COLONS = (":", "：")
"""What a label, or a line that announces something, ends in."""

_words_of = Tokenizer(LETTERS, r"\p{L}")
_SENTENCE_END = re.compile(rf"[^\W\d_A-Z]{{3}}[\xa0\u202f]?[){CLOSING_QUOTES}]?[.?!][{CLOSING_QUOTES}]? (?![-–—(])|[。？！؟]")
_CONTACT = re.compile(r"\d{2,4}-\d{3,4}-\d{3,4}\b|☎|@\w")
_MIN_CHARS = 4
_SHORT = re.compile(r"\b\w{2,3}\b")
_SPACELESS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\u0e00-\u0eff\uac00-\ud7af]")
"""Scripts whose words are written without spaces, or, as Korean ones, with what joins them."""

_MAX_CHARS = 600


def content_words(text: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Words of four letters or more that are function words nowhere; of East Asian and Thai ones, every pair of characters.

    >>> from newsclean.vocabulary import load
    >>> sorted(content_words("From the Port of Lisbon", load())), sorted(content_words("東京湾", load()))
    (['lisbon', 'port'], ['京湾', '東京'])
    >>> sorted(content_words("नदी का बैठक", load())), sorted(content_words("여객선", load()))
    (['बैठक'], ['객선', '여객'])
    """
    sample = text[:_MAX_CHARS]
    known = vocabulary.function_words
    words = frozenset([word for word in _words_of(sample.lower()) if len(word) >= _MIN_CHARS])
    if not sample.isascii() and _SPACELESS.search(sample):
        spaceless = [word for word in (*words, *_SHORT.findall(sample)) if _SPACELESS.search(word)]
        pairs = (word[i : i + 2] for word in spaceless for i in range(len(word) - 1))
        return words.difference(known, spaceless).union(pairs)
    return words.difference(known)


def has_sentences(text: str) -> bool:
    """Whether a text has more than one sentence.

    >>> has_sentences("Ships sailed. Crowds cheered."), has_sentences("Gov. Mira Holt spoke at 10 a.m. on Monday.")
    (True, False)
    """
    return _SENTENCE_END.search(text[:-1]) is not None


def has_contact(text: str) -> bool:
    """Whether a text has a number to call or an address to write to.

    >>> has_contact("Pier office (044-000-5360)"), has_contact("desk@harbour.example"), has_contact("1914-1918")
    (True, True, False)
    """
    return _CONTACT.search(text) is not None

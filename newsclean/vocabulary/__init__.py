"""The words that news sites print around their articles: a language is one file in ``languages/``."""

from newsclean.vocabulary.fold import fold
from newsclean.vocabulary.load import Language, Vocabulary, check, load, load_language
from newsclean.vocabulary.phrase import Phrase, looks_like_heading
from newsclean.vocabulary.tokens import LETTERS, Tokenizer
from newsclean.vocabulary.wordset import WordSet, word_set, words_of

__all__ = [
    "LETTERS",
    "Language",
    "Phrase",
    "Tokenizer",
    "Vocabulary",
    "WordSet",
    "check",
    "fold",
    "load",
    "load_language",
    "looks_like_heading",
    "word_set",
    "words_of",
]

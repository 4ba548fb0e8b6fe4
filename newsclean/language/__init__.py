"""Which language a page, and each of its blocks, is written in."""

from newsclean.language.detector import UNDETERMINED, Detector, Guess, LangdetectDetector
from newsclean.language.identify import Identifier
from newsclean.language.script import script_of
from newsclean.language.votes import Votes, exclusive_words, function_words_in, share_of, vote

__all__ = [
    "UNDETERMINED",
    "Detector",
    "Guess",
    "Identifier",
    "LangdetectDetector",
    "Votes",
    "exclusive_words",
    "function_words_in",
    "script_of",
    "share_of",
    "vote",
]

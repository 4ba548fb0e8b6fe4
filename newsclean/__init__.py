"""newsclean: news text in, the clean article out, and the reason for every line removed."""

from newsclean.cleaner import Cleaner, clean
from newsclean.document import Document, Filter
from newsclean.errors import ConfigError, FilterError, NewscleanError, ReadError, VocabularyError
from newsclean.model import Article, Block, Claim, Fate, Metadata, Role, Span, Status
from newsclean.pipeline import PRESETS, Pipeline

__version__ = "0.1.0"

__all__ = [
    "PRESETS",
    "Article",
    "Block",
    "Claim",
    "Cleaner",
    "ConfigError",
    "Document",
    "Fate",
    "Filter",
    "FilterError",
    "Metadata",
    "NewscleanError",
    "Pipeline",
    "ReadError",
    "Role",
    "Span",
    "Status",
    "VocabularyError",
    "clean",
]

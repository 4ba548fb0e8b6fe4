"""newsclean: news text in, the clean article out, and the reason for every line removed.

The names below are imported when they are first used, so that ``import newsclean`` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsclean.cleaner import Cleaner, clean
    from newsclean.document import Document, Filter
    from newsclean.errors import ConfigError, FilterError, NewscleanError, ProfileError, ReadError, VocabularyError
    from newsclean.model import Article, Block, BlockKind, Claim, Fate, Markup, Metadata, Role, Span, Status
    from newsclean.pipeline import PRESETS, Pipeline
    from newsclean.profiles import Profiles

__version__ = "0.1.0"

__all__ = [
    "PRESETS",
    "Article",
    "Block",
    "BlockKind",
    "Claim",
    "Cleaner",
    "ConfigError",
    "Document",
    "Fate",
    "Filter",
    "FilterError",
    "Markup",
    "Metadata",
    "NewscleanError",
    "Pipeline",
    "ProfileError",
    "Profiles",
    "ReadError",
    "Role",
    "Span",
    "Status",
    "VocabularyError",
    "clean",
]

_HOMES = {
    "cleaner": ("Cleaner", "clean"),
    "document": ("Document", "Filter"),
    "errors": ("ConfigError", "FilterError", "NewscleanError", "ProfileError", "ReadError", "VocabularyError"),
    "model": ("Article", "Block", "BlockKind", "Claim", "Fate", "Markup", "Metadata", "Role", "Span", "Status"),
    "pipeline": ("PRESETS", "Pipeline"),
    "profiles": ("Profiles",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    if name not in _HOME_OF:
        raise AttributeError(f"module 'newsclean' has no attribute {name!r}")
    value = getattr(import_module(f"newsclean.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)

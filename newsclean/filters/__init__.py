"""The filters: each reads a document and claims blocks. One a file; none imports another."""

from newsclean.filters.bylines import bylines
from newsclean.filters.captions import captions
from newsclean.filters.comments import comments
from newsclean.filters.cookies import cookies
from newsclean.filters.counters import counters
from newsclean.filters.dates import dates
from newsclean.filters.disclosures import disclosures
from newsclean.filters.duplicates import duplicates
from newsclean.filters.foreign import Foreign
from newsclean.filters.fragments import Fragments
from newsclean.filters.heads import heads
from newsclean.filters.legal import legal
from newsclean.filters.likely import Likely
from newsclean.filters.lists import Lists
from newsclean.filters.navigation import navigation
from newsclean.filters.next_story import next_story
from newsclean.filters.outside import Outside
from newsclean.filters.photo_credits import photo_credits
from newsclean.filters.promos import Promos
from newsclean.filters.protected import protected
from newsclean.filters.scored import Scored
from newsclean.filters.share import share
from newsclean.filters.site_lines import site_lines
from newsclean.filters.symbols import symbols
from newsclean.filters.tags import tags
from newsclean.filters.titles import Titles

__all__ = [
    "Foreign",
    "Fragments",
    "Likely",
    "Lists",
    "Outside",
    "Promos",
    "Scored",
    "Titles",
    "bylines",
    "captions",
    "comments",
    "cookies",
    "counters",
    "dates",
    "disclosures",
    "duplicates",
    "heads",
    "legal",
    "navigation",
    "next_story",
    "photo_credits",
    "protected",
    "share",
    "site_lines",
    "symbols",
    "tags",
]

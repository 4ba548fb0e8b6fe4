"""Facts that belong to no single language, from ``facts.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import tomli

from newsclean.vocabulary.fold import fold

_FILE = Path(__file__).parent / "facts.toml"


@dataclass(frozen=True, slots=True)
class Facts:
    """Folds of agencies' names (``agencies``), of what may stand before them (``agency_words``), of words that mastheads use
    (``outlets``) and of these the ones of scripts without spaces, which names end in (``outlet_endings``); what names begin with
    (``outlet_openings``), and what compounds end in (``outlet_compounds``); minutes east of UTC (``zones``); folds of words
    that stand around a Hijri day (``hijri``), and of those that stand beside names and are none (``no_names``); abbreviations of
    states behind places (``states``), words before places (``locatives``), words behind a publisher whose staff signs
    (``staff``), folds of those after which a heading names whose stories it lists (``origins``), of cities in scripts without
    capitals (``cities``), and of what begins a later version's date (``updated``)."""

    agencies: frozenset[str]
    agency_words: frozenset[str]
    zones: Mapping[str, int]
    outlets: frozenset[str]
    outlet_endings: tuple[str, ...]
    outlet_openings: tuple[str, ...]
    outlet_compounds: tuple[str, ...]
    hijri: frozenset[str]
    no_names: frozenset[str]
    states: frozenset[str]
    locatives: tuple[str, ...]
    staff: tuple[str, ...]
    origins: frozenset[str]
    cities: frozenset[str]
    updated: tuple[str, ...]


@cache
def facts() -> Facts:
    """The facts, read once.

    >>> "associated press" in facts().agencies, facts().zones["JST"]
    (True, 540)
    """
    table = tomli.loads(_FILE.read_text(encoding="utf-8"))
    keys = ("agencies", "agency_words", "outlets", "hijri", "no_names", "origins", "cities")
    folds = {key: frozenset(map(fold, table[key])) for key in keys}
    return Facts(
        **folds,
        zones=table["zones"],
        outlet_endings=tuple(sorted(word for word in folds["outlets"] if not word.isascii())),
        outlet_openings=tuple(table["outlet_openings"]),
        outlet_compounds=tuple(table["outlet_compounds"]),
        locatives=tuple(table["locatives"]),
        updated=tuple(map(fold, table["updated"])),
        states=frozenset(table["states"]),
        staff=tuple(table["staff"]),
    )

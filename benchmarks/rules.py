"""What each rule does on pages with gold bodies, so that dead and harmful rules show.

A rule that removes is right about text that the gold lacks, or that is kept elsewhere on the page; its harm is the
recall that it costs, summed over pages. A rule that keeps is right about text in the gold; its harm is the precision that
it costs. Several rules can be right about the same text: what would go without a rule, this does not say.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

from benchmarks.articles import cleaning
from benchmarks.known_rules import known_rules
from benchmarks.metrics import tokens
from benchmarks.ours import Kind, Ours
from benchmarks.overlap import Gold
from benchmarks.pages import Page, load
from benchmarks.peers.newsclean_text import found
from benchmarks.tables import share, table
from newsclean import Article, Role
from newsclean.vocabulary import load as load_vocabulary

_HEAD = ("rule", "hits", "pages", "tokens", "precision", "harm")


@dataclass
class Tally:
    """What one rule did: ``harm`` is in pages, so 1.0 is the whole body of one page."""

    rule: str
    hits: int = 0
    tokens: int = 0
    right: float = 0.0
    harm: float = 0.0
    pages: set[tuple[Path, str]] = field(default_factory=set)


def rules(data: Sequence[Path], *, kind: Kind, flatten: str, ours: Ours, limit: int | None) -> str:
    """Tables of the rules that remove and those that keep, the most harmful first, then the rules without a hit."""
    clean = cleaning(kind, flatten, ours)
    removing: dict[str, Tally] = {}
    keeping: dict[str, Tally] = {}
    matched: set[str] = set()
    match = load_vocabulary().match
    for path in data:
        for page in load(path, limit):
            if not page.body:
                continue
            article = clean(page)
            count(article, page, path, removing, keeping)
            matched.update(phrase.rule for block in article.blocks if (phrase := match(block.text)) is not None)
    idle = {rule for rule in known_rules() if not any(_covers(rule, hit) for hit in (*removing, *keeping))}
    parts = {
        "Rules that remove": _table(removing),
        "Rules that keep": _table(keeping),
        "Phrases that match lines, but other rules claim these": _groups(idle & matched),
        "Rules without a hit (a relative date inside a date line is not counted)": _groups(idle - matched),
    }
    return "\n\n".join(f"### {head}\n\n{text}" for head, text in parts.items())


def count(article: Article, page: Page, path: Path, removing: dict[str, Tally], keeping: dict[str, Tally]) -> None:
    """Add what the rules did on one page."""
    text = found(article, page)
    gold, body = Gold(page.body.splitlines()), Gold(text.splitlines())
    wanted, kept = len(tokens(page.body)), len(tokens(text))
    for fate in article.blocks:
        size = len(tokens(fate.text))
        in_gold = gold.share(fate.text)
        if fate.role is Role.BODY:
            tallies, wrong, whole = keeping, 1.0 - in_gold, kept
        else:
            tallies, wrong, whole = removing, max(0.0, in_gold - body.share(fate.text)), wanted
        tally = tallies.setdefault(fate.rule, Tally(fate.rule))
        tally.hits += 1
        tally.tokens += size
        tally.right += size * (1.0 - wrong)
        tally.harm += size * wrong / whole if whole else 0.0
        tally.pages.add((path, page.id))


def _table(tallies: dict[str, Tally]) -> str:
    ranked = sorted(tallies.values(), key=lambda tally: (-tally.harm, -tally.hits, tally.rule))
    return table(_HEAD, map(_row, ranked))


def _row(tally: Tally) -> tuple[str, ...]:
    precision = share(tally.right / tally.tokens) if tally.tokens else ""
    return (tally.rule, str(tally.hits), str(len(tally.pages)), str(tally.tokens), precision, f"{tally.harm:.3f}")


def _groups(rules: Iterable[str]) -> str:
    """Rules as a list, those of one file in one item."""
    groups = groupby(sorted(rules), key=lambda rule: rule.rpartition("/")[0])
    return "\n".join(f"- {group}: {', '.join(rule.rpartition('/')[2] for rule in members)}" for group, members in groups)


def _covers(rule: str, hit: str) -> bool:
    return hit.startswith(rule[:-1]) if rule.endswith("*") else hit == rule

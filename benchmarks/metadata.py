"""How often newsclean and trafilatura read title, authors and date right from a page's markup, and newsclean from its text.

A row has ``html``, and where known ``url``, ``title``, ``authors`` (a list, or names with commas) and ``date`` (ISO 8601; less
than a day says nothing).
A title is right when it is the gold's but for white space, case, quotes and dashes; authors when they are the same set of names
but for case, accents, punctuation and degrees; a date when it falls on the gold's calendar day, in the gold's own offset.

The text of a flattened page does not state all of it: its rows are those pages that have the title as a line, and all of the
authors' names; trafilatura gets their HTML.
"""

from __future__ import annotations

import json
import lzma
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import islice
from pathlib import Path
from random import Random
from statistics import median
from time import process_time
from typing import Any

from benchmarks.flatten import FLATTENERS
from benchmarks.optional import need
from benchmarks.tables import share, signed, table

FIELDS = ("title", "authors", "date")
OURS, THEIRS = "newsclean", "trafilatura"

_ROUNDS = 1_000
_SIGNS = str.maketrans({**dict.fromkeys('’‘ʼ`´“”„«»‹›"', "'"), **dict.fromkeys("–—‑‐−", "-")})
_DEGREE = re.compile(r"[A-Z]{2,5}|Ph\.?D\.?|M\.?D\.?")
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_BETWEEN_NAMES = re.compile(r"[,;]| and ")


@dataclass(frozen=True)
class Stated:
    """What a program found, or what is right; None or empty where nothing is."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None


@dataclass(frozen=True)
class Row:
    """A page and what is right for it; ``text`` where it has been flattened."""

    id: str
    html: str
    url: str | None
    gold: Stated
    text: str = ""


@dataclass(frozen=True)
class Program:
    """``prepare`` makes of a page what ``run`` reads; only the reading is timed."""

    prepare: Callable[[Row], Any]
    run: Callable[[Row, Any], Stated]


def metadata(data: Sequence[Path], *, limit: int | None, failures: bool, flatten: str | None = None) -> None:
    """Print a table for each data set, and what newsclean got wrong if asked.

    :param flatten: what turns the pages into text for newsclean; by default it gets their markup
    """
    flattened = FLATTENERS[flatten]() if flatten else None
    programs = {OURS: _newsclean_on_text() if flattened else _newsclean(), THEIRS: _trafilatura()}
    for path in data:
        rows = load(path, limit)
        if flattened:
            rows = [_on_text(row, flattened(row.html)) for row in rows]
        found = {name: [_timed(program, row) for row in rows] for name, program in programs.items()}
        print(f"### {path.name.partition('.')[0]}: {len(rows)} pages\n\n{_scores(rows, found)}\n")
        times = {name: [time for _, time in pairs] for name, pairs in found.items()}
        medians = (f"{name} {median(taken) * 1000:.2f}" for name, taken in times.items())
        what = "text" if flattened else "parsed tree"
        print(f"CPU ms a page, median (newsclean on the {what}): {', '.join(medians)}\n")
        if failures:
            for row, (stated, _) in zip(rows, found[OURS], strict=True):
                for field in wrong(row.gold, stated):
                    print(f"{field} {row.id} {row.url}\n  gold  {getattr(row.gold, field)}\n  found {getattr(stated, field)}")


def load(path: Path, limit: int | None = None) -> list[Row]:
    """The first ``limit`` rows of a ``.jsonl`` or ``.jsonl.xz`` file, or all."""
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as file:
        return [_row(json.loads(line), number) for number, line in enumerate(islice(filter(str.strip, file), limit), 1)]


def _row(row: Mapping[str, Any], number: int) -> Row:
    authors = row.get("authors") or ()
    names = _BETWEEN_NAMES.split(authors) if isinstance(authors, str) else authors
    date = row.get("date") or ""
    day = date if _DAY.match(date) else None
    gold = Stated(row.get("title") or None, tuple(name.strip() for name in names if name.strip()), day)
    return Row(str(row.get("id") or number), row["html"], row.get("url") or None, gold)


def _on_text(row: Row, text: str) -> Row:
    return replace(row, text=text, gold=stated_in(text, row.gold))


def stated_in(text: str, gold: Stated) -> Stated:
    """What of the gold a page's text states: a title as a line of its own, authors by all their names.

    >>> stated_in("Home\\nFerry sails\\nBy Ida Moreau", Stated("Ferry Sails", ("Jan Holt",), "2025-03-05"))
    Stated(title='Ferry Sails', authors=(), date='2025-03-05')
    """
    letters, lines = _letters(text), set(map(_plain, text.splitlines()))
    title = gold.title if gold.title and _plain(gold.title) in lines else None
    return Stated(title, gold.authors if all(_letters(name) in letters for name in gold.authors) else (), gold.date)


def right(field: str, gold: Stated, found: Stated) -> bool | None:
    """Whether a program's word on a field is right; None where the gold has none.

    >>> gold = Stated("“Ferry” sails", ("Ida Moreau", "PhD"), "2025-03-05 01:00:00+02:00")
    >>> found = Stated('"FERRY"  sails', ("IDA MOREAU",), "2025-03-04T23:00:00+00:00")
    >>> [right(field, gold, found) for field in FIELDS]
    [True, True, True]
    """
    want, have = getattr(gold, field), getattr(found, field)
    if not want:
        return None
    if not have:
        return False
    if field == "title":
        return _plain(want) == _plain(have)
    return _names(want) == _names(have) if field == "authors" else _same_day(want, have)


def wrong(gold: Stated, found: Stated) -> list[str]:
    """The fields that are not right."""
    return [field for field in FIELDS if right(field, gold, found) is False]


def _plain(title: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", title).translate(_SIGNS).casefold().split())


def _names(names: Iterable[str]) -> set[str]:
    return {letters for name in names if not _DEGREE.fullmatch(name) and (letters := _letters(name))} or set(map(_letters, names))


def _letters(name: str) -> str:
    folded = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return " ".join(re.sub(r"[\W_]+", " ", folded).split())


def _same_day(gold: str, found: str) -> bool:
    want, have = datetime.fromisoformat(gold), datetime.fromisoformat(found)
    if want.tzinfo and have.tzinfo:
        have = have.astimezone(want.tzinfo)
    return want.date() == have.date()


def _scores(rows: Sequence[Row], found: Mapping[str, Sequence[tuple[Stated, float]]]) -> str:
    lines = []
    for field in FIELDS:
        ours, theirs = (
            [
                verdict
                for row, (stated, _) in zip(rows, pairs, strict=True)
                if (verdict := right(field, row.gold, stated)) is not None
            ]
            for pairs in found.values()
        )
        if ours:
            lines.append((field, str(len(ours)), _with_interval(ours), _with_interval(theirs), _difference(ours, theirs)))
    return table(("", "pages", *found, "difference"), lines)


def _with_interval(verdicts: Sequence[bool]) -> str:
    low, high = _interval(verdicts)
    return f"{share(sum(verdicts) / len(verdicts))} ({share(low)} to {share(high)})"


def _difference(ours: Sequence[bool], theirs: Sequence[bool]) -> str:
    gains = [one - other for one, other in zip(ours, theirs, strict=True)]
    low, high = _interval(gains)
    return f"{signed(sum(gains) / len(gains))} ({signed(low)} to {signed(high)})"


def _interval(values: Sequence[int]) -> tuple[float, float]:
    """The 95% interval of the mean over resampled pages."""
    random = Random(0)
    means = sorted(sum(random.choices(values, k=len(values))) / len(values) for _ in range(_ROUNDS))
    return means[int(0.025 * _ROUNDS)], means[int(0.975 * _ROUNDS)]


def _timed(program: Program, row: Row) -> tuple[Stated, float]:
    prepared = program.prepare(row)
    start = process_time()
    stated = program.run(row, prepared)
    return stated, process_time() - start


def _newsclean() -> Program:
    from newsclean.metadata.html import from_html
    from newsclean.read.head import read_head
    from newsclean.vocabulary import load as load_vocabulary

    lxml, vocabulary = need("lxml.html", "lxml"), load_vocabulary()

    def parse(row: Row) -> Any:
        try:
            return lxml.document_fromstring(row.html)
        except ValueError:
            return lxml.document_fromstring(row.html.encode())

    def run(row: Row, tree: Any) -> Stated:
        page = from_html(read_head(tree), url=row.url, vocabulary=vocabulary)
        return Stated(page.title, page.authors, page.published)

    return Program(parse, run)


def _newsclean_on_text() -> Program:
    from newsclean import Cleaner

    cleaner = Cleaner()

    def run(row: Row, text: str) -> Stated:
        page = cleaner.clean(text, url=row.url, kind="text").metadata
        return Stated(page.title, page.authors, page.published)

    return Program(lambda row: row.text, run)


def _trafilatura() -> Program:
    extract = need("trafilatura", "trafilatura").bare_extraction

    def run(row: Row, html: str) -> Stated:
        document = extract(html, url=row.url, with_metadata=True)
        if document is None:
            return Stated()
        return Stated(document.title, tuple((document.author or "").split("; ")) if document.author else (), document.date)

    return Program(lambda row: row.html, run)

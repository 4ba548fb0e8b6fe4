"""Does the language filter find foreign blocks, and what does it cost?

Lines of other pages' bodies, in other languages, are put into each page at random places: into its gold body, and into the body
as it stands on the flattened page. Recall is the share of them that leaves the body. Loss is the share of the gold body that the
filter takes as foreign, counted on the same pages with nothing put in. Languages are told by langdetect from whole bodies,
except those that it lacks, which the page must state. Lines in such languages, or in one close to the page's, are not put in.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from benchmarks.flatten import FLATTENERS
from benchmarks.metrics import tokens
from benchmarks.ours import Ours
from benchmarks.pages import Page
from benchmarks.passes import spread
from benchmarks.tables import share, table
from newsclean import Article, Role
from newsclean.language import UNDETERMINED, LangdetectDetector
from newsclean.vocabulary import Vocabulary
from newsclean.vocabulary import load as load_vocabulary

LONG = 70
"""Characters from which a detector can be held to its answer."""

SHORT = 30
"""Characters under which a line is furniture rather than a block."""

BLOCKS = 4
"""Blocks put into a page at most, half of them long."""

DRAWS = 3
"""Times that blocks are put into a page, others each time."""

LINES_A_BLOCK = 4
"""Lines of its own that a page has for each block put in: with more blocks, which language is foreign would be open."""

_SAME = {"no": "nb", "nn": "nb", "zh-cn": "zh", "zh-tw": "zh"}
_CODE_CHARS = (2, 3)
_SURE = 0.9


class Blocks(NamedTuple):
    """Counts of blocks put in, and of those that left the body."""

    put: int = 0
    removed: int = 0
    foreign: int = 0

    def __add__(self, other: object) -> Blocks:
        if not isinstance(other, Blocks):
            return NotImplemented
        return Blocks(*(one + two for one, two in zip(self, other, strict=True)))


@dataclass(frozen=True)
class PageResult:
    """One page: blocks put in, by where ("body" or "page") and length ("long" or "short"); tokens of its gold body, and lost."""

    language: str
    known: bool
    put: Mapping[tuple[str, str], Blocks]
    gold: int
    lost: int


def languages(pages: Sequence[Page], flatten: str, ours: Ours, jobs: int = 1, seed: int = 0) -> dict[str, Any]:
    """Recall and loss by the pages' language, and in all.

    :param seed: of the choice of lines and places
    """
    spoken = dict(zip(map(id, pages), spread(pages, _languages, jobs), strict=True))
    told = [page for page in pages if spoken[id(page)] != UNDETERMINED and len(page.gold_lines) > 1]
    donors = _donors(told, spoken)
    random = Random(seed)
    plans = []
    for page in told:
        draws = tuple(_choose(page, spoken[id(page)], donors, random) for _ in range(DRAWS))
        plans.append(Plan(page, spoken[id(page)], draws, random.random()))
    results = spread(plans, partial(_run, flatten, ours), jobs)
    groups: dict[str, list[PageResult]] = defaultdict(list)
    for result in results:
        groups[result.language].append(result)
    known, unknown = ([result for result in results if result.known is which] for which in (True, False))
    return {
        "all": _numbers(known),
        "languages that newsclean or its detector lacks": _numbers(unknown),
        **{language: _numbers(groups[language]) for language in sorted(groups)},
    }


def tables(found: Mapping[str, Any]) -> str:
    """A row a language; "foreign" counts only what the language filter took."""
    head = (
        "", "pages", f"put in, {LONG}+ characters", "gone from gold body", "as foreign", "gone from page", "as foreign",
        f"gone, {SHORT} to {LONG - 1}", "gold tokens", "lost as foreign",
    )  # fmt: skip
    return table(head, (_row(name, numbers) for name, numbers in found.items()))


class Plan(NamedTuple):
    """A page, and the blocks to put into it, draw by draw."""

    page: Page
    language: str
    draws: tuple[tuple[str, ...], ...]
    seed: float


def _run(flatten: str, ours: Ours, plans: Sequence[Plan]) -> list[PageResult]:
    flattened, cleaners, vocabulary = FLATTENERS[flatten](), ours.cleaners("text"), load_vocabulary()
    results = []
    for plan in plans:
        random, cleaner = Random(plan.seed), cleaners(plan.page)
        body = list(plan.page.gold_lines)
        page = flattened(plan.page.html).splitlines()
        put: dict[tuple[str, str], Blocks] = defaultdict(Blocks)
        for where, lines, places in (("body", body, range(1, len(body))), ("page", page, _inside(page, body))):
            for draw in plan.draws if places else ():
                article = cleaner.clean("\n".join(_put(lines, draw, places, random)), kind="text")
                for length, blocks in _count(article, draw):
                    put[where, length] += blocks
        lost = _foreign_tokens(cleaner.clean("\n".join(body), kind="text"), set(body))
        lost = max(lost, _foreign_tokens(cleaner.clean("\n".join(page), kind="text"), set(body)))
        known = plan.language in _profiles() and vocabulary.by_code(plan.language) is not None
        results.append(PageResult(plan.language, known, put, len(tokens("\n".join(body))), lost))
    return results


def _put(lines: Sequence[str], blocks: Sequence[str], places: Sequence[int], random: Random) -> list[str]:
    """The lines with each block put in before one of the places."""
    at = defaultdict(list)
    for block in blocks:
        at[random.choice(places)].append(block)
    return [line for number, own in enumerate(lines) for line in (*at[number], own)]


def _inside(page: Sequence[str], body: Iterable[str]) -> list[int]:
    """The places on a page between two lines of its body."""
    wanted = {line.strip() for line in body}
    numbers = [number for number, line in enumerate(page) if line.strip() in wanted]
    return numbers[1:]


def _count(article: Article, lines: Iterable[str]) -> Iterable[tuple[str, Blocks]]:
    fates = {fate.text: fate.role for fate in article.blocks}
    for line in lines:
        role = fates.get(line, Role.BODY)
        yield "long" if len(line) >= LONG else "short", Blocks(1, int(role is not Role.BODY), int(role is Role.FOREIGN))


def _foreign_tokens(article: Article, gold: set[str]) -> int:
    return sum(len(tokens(fate.text)) for fate in article.blocks if fate.role is Role.FOREIGN and fate.text in gold)


def _languages(pages: Sequence[Page]) -> list[str]:
    detector = LangdetectDetector()
    return [_language(page, detector) for page in pages]


def _language(page: Page, detector: LangdetectDetector) -> str:
    """The language of a page's body: that of each third of its lines; ``und`` where these differ or are not sure."""
    stated = page.language.partition("-")[0]
    stated = _SAME.get(stated, stated)
    if len(stated) in _CODE_CHARS and stated not in _profiles():
        return stated
    thirds = ["\n".join(page.gold_lines[start::3]) for start in range(3)]
    guesses = [detector.detect(third) for third in thirds if third]
    spoken = {guess.language for guess in guesses if guess.probability > _SURE}
    return spoken.pop() if len(spoken) == 1 and len(guesses) > 1 else UNDETERMINED


def _profiles() -> frozenset[str]:
    """The languages that langdetect knows, by the codes that newsclean uses."""
    from langdetect.detector_factory import PROFILES_DIRECTORY

    names = (path.name for path in Path(PROFILES_DIRECTORY).iterdir())
    return frozenset(_SAME.get(name, name) for name in names)


Donors = Mapping[str, Sequence[str]]
"""Lines that may be put into pages of other languages, by their own."""


def _donors(pages: Iterable[Page], spoken: Mapping[int, str]) -> Donors:
    lines: dict[str, dict[str, None]] = defaultdict(dict)
    profiles = _profiles()
    for page in pages:
        if spoken[id(page)] in profiles:
            lines[spoken[id(page)]].update(dict.fromkeys(line.strip() for line in page.gold_lines if len(line.strip()) >= SHORT))
    return {language: list(found) for language, found in sorted(lines.items())}


def _choose(page: Page, language: str, donors: Donors, random: Random) -> tuple[str, ...]:
    """Long and short lines, each from a language drawn first, so that rare languages are as frequent as others."""
    vocabulary = load_vocabulary()
    others = [other for other in donors if other != language and not _close(language, other, vocabulary)]
    chosen: dict[str, None] = {}
    count = max(1, min(BLOCKS, len(page.gold_lines) // LINES_A_BLOCK))
    for number in range(count if others else 0):
        wanted = [line for line in donors[random.choice(others)] if (len(line) >= LONG) is (number % 2 == 0)]
        if wanted:
            chosen[random.choice(wanted)] = None
    return tuple(chosen)


def _close(one: str, other: str, vocabulary: Vocabulary) -> bool:
    entries = (vocabulary.by_code(one), other), (vocabulary.by_code(other), one)
    return any(entry is not None and code in entry.close_to for entry, code in entries)


def _numbers(results: Sequence[PageResult]) -> dict[str, Any]:
    """Plain types: counts, and the shares of them."""
    numbers: dict[str, Any] = {"pages": len(results)}
    for where, length in (("body", "long"), ("page", "long"), ("body", "short"), ("page", "short")):
        blocks = sum((result.put.get((where, length), Blocks()) for result in results), Blocks())
        numbers[f"{where}_{length}"] = {
            **blocks._asdict(),
            "recall": round(blocks.removed / blocks.put, 4) if blocks.put else None,
            "foreign_recall": round(blocks.foreign / blocks.put, 4) if blocks.put else None,
        }
    gold, lost = sum(result.gold for result in results), sum(result.lost for result in results)
    return {**numbers, "gold_tokens": gold, "lost_tokens": lost, "loss": round(lost / gold, 6) if gold else None}


def _row(name: str, numbers: Mapping[str, Any]) -> tuple[str, ...]:
    body, page, short = numbers["body_long"], numbers["page_long"], numbers["body_short"]
    shares = (body["recall"], body["foreign_recall"], page["recall"], page["foreign_recall"], short["recall"])
    loss = "" if numbers["loss"] is None else f"{numbers['lost_tokens']} ({numbers['loss']:.3%})"
    texts = ("" if value is None else share(value) for value in shares)
    return (name, str(numbers["pages"]), str(body["put"]), *texts, str(numbers["gold_tokens"]), loss)

"""One pass over the pages of a set: every program on every input, each page's work in one process."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from itertools import chain
from typing import Literal, TypeVar

from benchmarks.errors import Unavailable
from benchmarks.flatten import FLATTENERS
from benchmarks.ours import Ours
from benchmarks.pages import Page
from benchmarks.peers import OURS, Builders, Peer, html_builders, text_builders
from benchmarks.quiet import quiet
from benchmarks.scores import BodyScore, body_score

Input = Literal["text", "html", "residue"]
INPUTS: tuple[Input, ...] = ("text", "html", "residue")

Key = tuple[Input, str]
"""A program on an input. On ``residue`` it is the extractor whose output newsclean cleans as text."""

Scores = Mapping[Key, Sequence[BodyScore]]
"""The score of each page."""

_SHARDS_A_JOB = 4
_Item = TypeVar("_Item")
_Result = TypeVar("_Result")


@dataclass(frozen=True)
class Setup:
    """What a pass runs: ``peers`` are names, all that are available where it is empty; ``flatten`` is a key of FLATTENERS."""

    inputs: tuple[Input, ...]
    flatten: str = "resiliparse"
    ours: Ours = field(default_factory=Ours)
    peers: tuple[str, ...] = ()


def run(pages: Sequence[Page], setup: Setup, jobs: int = 1) -> dict[Key, list[BodyScore]]:
    """The scores of all programs, in the order of the pages whatever the number of processes.

    :raises Unavailable: the flattener is missing
    """
    results = spread(pages, partial(_scores, setup), jobs)
    keys = dict.fromkeys(chain.from_iterable(results))
    return {key: [result[key] for result in results] for key in keys}


def spread(items: Sequence[_Item], work: Callable[[Sequence[_Item]], list[_Result]], jobs: int) -> list[_Result]:
    """The results of ``work``, one an item, in the order of the items.

    :param work: takes some of the items; it must be importable, since other processes run it
    """
    if jobs == 1 or len(items) < 2:
        return work(items)
    count = min(jobs * _SHARDS_A_JOB, len(items))
    with ProcessPoolExecutor(jobs) as pool:
        shards = list(pool.map(work, [items[start::count] for start in range(count)]))
    return [shards[number % count][number // count] for number in range(len(items))]


def available(builders: Builders, names: Sequence[str]) -> tuple[dict[str, Peer], dict[str, str]]:
    """The peers that can run, and why the others cannot.

    :param names: those wanted; all where empty
    """
    peers, reasons = {}, {}
    for name, build in builders.items():
        if not names or name in names or name == OURS:
            try:
                peers[name] = build()
            except Unavailable as error:
                reasons[name] = str(error)
    return peers, reasons


def left_out(setup: Setup) -> dict[str, str]:
    """Why programs are left out, by name."""
    reasons: dict[str, str] = {}
    if "text" in setup.inputs:
        reasons |= available(text_builders(setup.ours), setup.peers)[1]
    if "html" in setup.inputs or "residue" in setup.inputs:
        reasons |= available(html_builders(setup.ours), setup.peers)[1]
    return reasons


def attempt(peer: Peer, source: str, page: Page) -> tuple[str, str]:
    """What a peer finds, and what it raised: a page that breaks it counts as nothing found."""
    try:
        return peer(source, page), ""
    except Exception as error:
        return "", " ".join(f"{type(error).__name__}: {error}".split())[:200]


@quiet()
def _scores(setup: Setup, pages: Sequence[Page]) -> list[dict[Key, BodyScore]]:
    texts = available(text_builders(setup.ours), setup.peers)[0] if set(setup.inputs) - {"html"} else {}
    htmls = available(html_builders(setup.ours), setup.peers)[0] if set(setup.inputs) - {"text"} else {}
    flatten = FLATTENERS[setup.flatten]() if "text" in setup.inputs else None
    results = []
    for page in pages:
        scores: dict[Key, BodyScore] = {}
        if flatten is not None:
            source = flatten(page.html)
            for name, peer in texts.items():
                scores["text", name] = body_score(page, *attempt(peer, source, page))
        for key, found, failure in _from_html(setup, page, htmls, texts.get(OURS)):
            scores[key] = body_score(page, found, failure)
        results.append(scores)
    return results


def _from_html(setup: Setup, page: Page, peers: Mapping[str, Peer], clean: Peer | None) -> Iterator[tuple[Key, str, str]]:
    for name, peer in peers.items():
        found, failure = attempt(peer, page.html, page)
        yield ("html", name), found, failure
        if clean is not None and "residue" in setup.inputs and name != OURS:
            cleaned, ours = attempt(clean, found, page)
            yield ("residue", name), cleaned, failure or ours

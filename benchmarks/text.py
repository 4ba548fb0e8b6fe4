"""How well newsclean and its peers clean flattened pages."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.flatten import FLATTENERS
from benchmarks.metrics import PageScore, bootstrap, page_score, set_score
from benchmarks.optional import MissingPackage
from benchmarks.pages import Page, load, set_name
from benchmarks.peers import OURS, Peer, builders
from benchmarks.tables import share, signed, table
from newsclean.cleaner import Preset

_HEAD = ("", "F1", "95% interval", "precision", "recall", "newsclean's lead", "95% interval")

Scores = Mapping[str, Sequence[PageScore]]
"""The score of each page by peer, newsclean first."""


def text(data: Sequence[Path], *, flatten: str, preset: Preset, limit: int | None, json_file: Path | None) -> None:
    """Print a table for each data set; write all numbers, down to the pages, to ``json_file``."""
    report: dict[str, Any] = {}
    flattened = FLATTENERS[flatten]()
    peers = _available(preset)
    for path in data:
        pages = load(path, limit)
        if not pages:
            print(f"{path}: no pages\n")
            continue
        texts = [flattened(page.html) for page in pages]
        scores = {
            name: [_score(peer, page, text) for page, text in zip(pages, texts, strict=True)] for name, peer in peers.items()
        }
        name = set_name(path)
        print(f"### {name}: {len(pages)} pages, flattened by {flatten}, preset {preset}\n\n{summary(scores)}\n")
        report[name] = {"flatten": flatten, "preset": preset, **_numbers(pages, scores)}
    if json_file is not None:
        json_file.write_text(json.dumps(report, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def summary(scores: Scores) -> str:
    """The table of one data set."""
    return table(_HEAD, (_row(name, scores) for name in scores))


def paired(ours: Sequence[PageScore], theirs: Sequence[PageScore], rounds: int = 1000, seed: int = 0) -> tuple[float, float]:
    """The 95% interval of the difference of two F1 over the same resampled pages."""
    random, count = Random(seed), len(ours)
    differences = []
    for _ in range(rounds):
        sample = random.choices(range(count), k=count)
        differences.append(set_score([ours[i] for i in sample]).f1 - set_score([theirs[i] for i in sample]).f1)
    differences.sort()
    return differences[int(0.025 * rounds)], differences[int(0.975 * rounds)]


def _available(preset: Preset) -> dict[str, Peer]:
    peers = {}
    for name, build in builders(preset).items():
        try:
            peers[name] = build()
        except MissingPackage as missing:
            print(f"{name} is left out: {missing}\n")
    return peers


def _score(peer: Peer, page: Page, text: str) -> PageScore:
    try:
        return page_score(page.body, peer(text, page))
    except Exception as error:
        error.add_note(f"on page {page.id} of {page.site}")
        raise


def _row(name: str, scores: Scores) -> tuple[str, ...]:
    whole, (low, high) = set_score(scores[name]), bootstrap(scores[name])
    row = (name, share(whole.f1), f"{share(low)} to {share(high)}", share(whole.precision), share(whole.recall))
    if name == OURS:
        return (*row, "", "")
    low, high = paired(scores[OURS], scores[name])
    return (*row, signed(set_score(scores[OURS]).f1 - whole.f1), f"{signed(low)} to {signed(high)}")


def _numbers(pages: Sequence[Page], scores: Scores) -> dict[str, Any]:
    sets = {name: set_score(of) for name, of in scores.items()}
    return {
        "sets": {name: {"f1": of.f1, "precision": of.precision, "recall": of.recall} for name, of in sets.items()},
        "pages": [
            {"id": page.id, **{name: [round(of[i].precision, 4), round(of[i].recall, 4)] for name, of in scores.items()}}
            for i, page in enumerate(pages)
        ],
    }

"""The same input has the same output: twice, in any order, in threads, in other processes, from other cleaners."""

from __future__ import annotations

import hashlib
import json
import os
import random
import subprocess
import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import NEWSROOMS, hostile_text, jumbles, lone_lines, pages, stories

import newsclean
from newsclean import PRESETS, Cleaner

CLEANER = Cleaner()
SOURCES = st.one_of(stories().map(lambda story: story.source), pages().map(lambda page: page.source), jumbles(), hostile_text())

SIGNED = "\n\n".join(
    [
        "Old ferry pier of Mikasa is to be rebuilt in stone",
        "By Mira Holt, Mira Holt Santoso and Mira Holt Santoso Lund",
        "12 March 2024",
        *(
            f"The harbour office said in its report on day {day} that the pier has lost {day + 7} planks since autumn."
            for day in range(8)
        ),
        "Mira Holt Santoso Lund writes about ferries and the people who sail on them.",
        "Share",
    ]
)
"""A page with a note that opens with the names of three authors."""

FIXED = (
    SIGNED,
    *(
        "\n\n".join(
            [
                lone_lines()[number * 97 % len(lone_lines())].lines[0],
                room.teasers[0],
                "12 March 2024",
                *(sentence.format(name=room.names[0], place=room.places[0], n=number + 4) for sentence in room.sentences),
                NEWSROOMS[number - 1].sentences[3].format(name="", place="", n=7),
                *room.teasers,
                "WhatsApp Telegram Reddit LinkedIn",
            ]
        )
        for number, room in enumerate(NEWSROOMS)
    ),
)
"""One page in each language, with a line in another, and the page with the note."""


def digest(sources: Sequence[str], preset: str = "balanced") -> str:
    """One hash of everything that cleaning these sources says."""
    cleaner = Cleaner(preset=preset)  # type: ignore[arg-type]
    articles = [cleaner.clean(source, kind="text") for source in sources]
    told = [[article.to_dict(), [fate.to_dict() for fate in article.blocks]] for article in articles]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


@given(SOURCES)
def test_a_second_time_and_another_cleaner_say_the_same(source: str) -> None:
    first = CLEANER.clean(source, kind="text")
    assert CLEANER.clean(source, kind="text") == first
    assert Cleaner().clean(source, kind="text") == first
    assert newsclean.clean(source, kind="text") == first


@given(sources=st.lists(SOURCES, min_size=2, max_size=5), dice=st.randoms(use_true_random=False))
def test_order_makes_no_difference(sources: list[str], dice: random.Random) -> None:
    alone = {source: Cleaner().clean(source, kind="text") for source in sources}
    shuffled = list(sources)
    dice.shuffle(shuffled)
    for source, article in zip(shuffled, CLEANER.stream(shuffled, kind="text"), strict=True):
        assert article == alone[source]


def test_the_sixth_call_equals_the_first() -> None:
    cleaner = Cleaner()
    first, *others = [[cleaner.clean(source) for source in FIXED] for _ in range(6)]
    assert all(other == first for other in others)


def test_threads_share_a_cleaner() -> None:
    expected = [CLEANER.clean(source) for source in FIXED]
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(CLEANER.clean, FIXED * 6))
    assert found == expected * 6


@pytest.mark.parametrize("hash_seed", ["0", "1", "4242"])
def test_another_hash_seed_in_another_process_says_the_same(hash_seed: str) -> None:
    script = (
        "import sys, json\n"
        f"sys.path[:0] = {[str(Path(newsclean.__file__).parents[1]), *map(str, Path(__file__).parents[:2])]!r}\n"
        "from test_determinism import digest\n"
        "sources = json.load(sys.stdin)\n"
        f"print(json.dumps([digest(sources, preset) for preset in {list(PRESETS)!r}]))\n"
    )
    environment = {**os.environ, "PYTHONHASHSEED": hash_seed}
    run = subprocess.run(
        [sys.executable, "-c", script], input=json.dumps(FIXED), capture_output=True, text=True, env=environment, check=True
    )
    assert json.loads(run.stdout) == [digest(FIXED, preset) for preset in PRESETS]


def test_a_note_names_the_author_whose_whole_name_it_opens_with() -> None:
    (note,) = (line for line in CLEANER.clean(SIGNED).removed if line.rule == "bylines/bio")
    assert note.evidence.endswith("'mira holt santoso lund'")


def test_fixed_pages_lose_and_keep_something() -> None:
    """Or the tests above would compare nothing."""
    for source in FIXED:
        article = CLEANER.clean(source)
        assert article.removed and len(article.paragraphs) >= 8

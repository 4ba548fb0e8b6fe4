"""Counting lines of sites: exact, in any order, in shards, in bounded memory."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import ConfigError, ProfileError
from newsclean.profiles import counts as counts_module
from newsclean.profiles import files
from newsclean.profiles.counts import Counts
from newsclean.profiles.line import line_key, shown

SITES = ("vellin-post.example", "quay.example")
WORDS = ("Subscribe", "SUBSCRIBE", "Fog closed the port.", "» Read also:", "Read also", "12", "***", "Ärger am Kai", "à la\tune")
PAGES = st.lists(st.tuples(st.sampled_from(SITES), st.lists(st.sampled_from(WORDS), max_size=6)), max_size=12)
Pages = list[tuple[str, list[str]]]


def written(counts: Counts, folder: Path, **cut: float) -> dict[str, bytes]:
    """The files that counts write."""
    counts.write(folder, **cut)  # type: ignore[arg-type]
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def learned(pages: Pages, folder: Path, **cut: float) -> dict[str, bytes]:
    with Counts() as counts:
        for site, lines in pages:
            counts.add(site, lines)
        return written(counts, folder, **cut)


@given(pages=PAGES)
def test_counts_are_those_of_a_counter(pages: Pages) -> None:
    expected: Counter[tuple[str, int | None]] = Counter()
    for site, lines in pages:
        expected.update({(site, line_key(line)) for line in lines} - {(site, None)})
    with Counts() as counts:
        for site, lines in pages:
            counts.add(site, lines)
        found = {(rows.site, line_key(text)): on for rows in counts.profiles(1, 0) for on, text in rows.lines}
        totals = {rows.site: rows.pages for rows in counts.profiles()}
    assert found == dict(expected)
    assert totals == dict(Counter(site for site, _ in pages))


@given(pages=PAGES, seed=st.integers(0, 9), cuts=st.lists(st.integers(0, 12), max_size=3))
def test_shards_in_any_order_merge_to_the_same_bytes(
    pages: Pages, seed: int, cuts: list[int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("counts")
    whole = learned(pages, folder / "whole")
    mixed = random.Random(seed).sample(pages, len(pages))
    edges = [0, *sorted(cuts), len(pages)]
    shards = [mixed[start:end] for start, end in pairwise(edges)]
    with Counts() as counts:
        for number, shard in enumerate(shards):
            if learned(shard, folder / str(number), min_docs=1, min_share=0):
                counts.merge(folder / str(number))
        merged = written(counts, folder / "merged")
    assert merged == whole


def test_counts_on_disk_are_those_in_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [(SITES[n % 2], [f"line {n % 7}x", f"line {n}y", "Subscribe"]) for n in range(60)]
    in_memory = learned(pages, tmp_path / "memory", min_docs=1, min_share=0)
    monkeypatch.setattr(counts_module, "_HELD_LINES", 5)
    assert learned(pages, tmp_path / "disk", min_docs=1, min_share=0) == in_memory


@given(line=st.text(max_size=500))
def test_a_line_read_back_has_the_key_it_was_counted_under(line: str) -> None:
    assert line_key(shown(shown(line))) == line_key(shown(line))
    assert "\n" not in shown(line) and "\t" not in shown(line)


def test_thresholds_cut(tmp_path: Path) -> None:
    with Counts() as counts:
        for page in range(20):
            counts.add("quay.example", ["everywhere", *(["often"] if page < 5 else []), *(["twice"] if page < 2 else [])])
        kept = {cut: [text for _, text in next(counts.profiles(*cut)).lines] for cut in ((1, 0.0), (2, 0.1), (3, 0.1), (2, 0.5))}
    assert {cut: sorted(texts) for cut, texts in kept.items()} == {
        (1, 0.0): ["everywhere", "often", "twice"],
        (2, 0.1): ["everywhere", "often", "twice"],
        (3, 0.1): ["everywhere", "often"],
        (2, 0.5): ["everywhere"],
    }


@pytest.mark.parametrize("cut", [{"min_docs": 0}, {"min_share": 1.1}, {"min_share": -0.1}, {"min_share": float("nan")}])
def test_thresholds_that_mean_nothing_are_refused(cut: dict[str, float], tmp_path: Path) -> None:
    with Counts() as counts, pytest.raises(ConfigError, match="expected 1 page or more"):
        counts.write(tmp_path / "out", **cut)  # type: ignore[arg-type]
    assert not (tmp_path / "out").exists()


def test_what_was_cut_is_not_merged(tmp_path: Path) -> None:
    learned([("quay.example", ["Subscribe"])] * 2, tmp_path)
    with Counts() as counts, pytest.raises(ConfigError, match="cannot be merged"):
        counts.merge(tmp_path)


def test_nothing_to_merge_is_said(tmp_path: Path) -> None:
    with Counts() as counts, pytest.raises(ConfigError, match="holds no counts"):
        counts.merge(tmp_path / "nowhere")


@pytest.mark.parametrize("site", ["../../etc/passwd", "a/b", ".", "..", "海.example", "x" * 300, "CON"])
def test_a_site_never_leads_out_of_the_directory(site: str, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    learned([(site, ["Subscribe"])] * 2, folder)
    (path,) = tmp_path.rglob("*.tsv")
    assert path.parent == folder
    assert files.read(path).site == site


@pytest.mark.parametrize("site", ["", "a\nb", "a\tb", "\u2028"])
def test_a_name_that_would_break_the_file_is_refused(site: str) -> None:
    with Counts() as counts, pytest.raises(ConfigError, match="expected a name"):
        counts.add(site, ["Subscribe"])


@pytest.mark.parametrize(
    ("change", "line"),
    [
        (("# newsclean profile 1", "# something else"), 1),
        (("# site\t", "# site"), 2),
        (("# pages\t2", "# pages\tmany"), 3),
        (("# cut to\t2\t0.1", "# cut to\t2"), 4),
        (("# cut to\t2\t0.1", "# cut to\t2\tnan"), 4),
        (("2\t1.00\tSubscribe", "2 1.00 Subscribe"), 5),
        (("2\t1.00\tSubscribe", "3\t1.00\tSubscribe"), 5),
        (("2\t1.00\tSubscribe", "-1\t1.00\tSubscribe"), 5),
    ],
)
def test_a_broken_file_is_named_with_the_line(change: tuple[str, str], line: int, tmp_path: Path) -> None:
    learned([("quay.example", ["Subscribe"])] * 2, tmp_path)
    (path,) = tmp_path.iterdir()
    text = path.read_text(encoding="utf-8")
    assert change[0] in text
    path.write_text(text.replace(*change), encoding="utf-8")
    with pytest.raises(ProfileError) as caught:
        files.read(path)
    assert (caught.value.file, caught.value.line) == (str(path), line)


_PEAK = """
from newsclean.profiles.counts import Counts
with Counts() as counts:
    for page in range({pages}):
        lines = (f"line {{page}} of {{number}} on the page" for number in range(100))
        counts.add("vellin-post.example", ["Subscribe to the letter", *lines])
    (rows,) = counts.profiles()
assert rows.lines == [({pages}, "Subscribe to the letter")], rows.lines[:3]
with open("/proc/self/status") as status:
    print(next(line.split()[1] for line in status if line.startswith("VmHWM")))
"""


def peak_of(script: str) -> int:
    """The peak memory of a process in MB."""
    ended = subprocess.run([sys.executable, "-c", script], check=True, timeout=120, capture_output=True, text=True)
    return int(ended.stdout) // 1024


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the peak of memory is read from /proc")
def test_memory_does_not_grow_with_the_lines() -> None:
    few, many = peak_of(_PEAK.format(pages=700)), peak_of(_PEAK.format(pages=2_800))
    assert many - few < 25, f"{few} MB for 70,000 distinct lines, {many} MB for 280,000"

"""The benchmarks measure what they say: metrics on invented texts, commands on an invented data set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from benchmarks import peers
from benchmarks.__main__ import main
from benchmarks.flatten import FLATTENERS
from benchmarks.metrics import PageScore, bootstrap, page_score, set_score, shingles, tokens
from benchmarks.optional import MissingPackage
from benchmarks.overlap import Gold
from benchmarks.pages import load
from benchmarks.peers import builders
from benchmarks.text import paired

BODY = (
    "The harbour of Vellin opened again on Monday after a week of storms, the port authority said.\n"
    "Forty ships had waited outside the breakwater, and the first of them sailed in before dawn.\n"
    "Fishermen said that they had lost a third of the season, and asked the council for help."
)
TITLE = "Harbour of Vellin opens again after storms"


def _html(body: str) -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in body.splitlines())
    return f"<html lang=en><body><div>Home</div><h1>{TITLE}</h1>{paragraphs}<h3>Read more</h3><p>Subscribe</p></body></html>"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = [{"id": f"p{n}", "site": f"site{n}.example", "html": _html(BODY), "body": BODY} for n in range(6)]
    path = tmp_path / "harbour.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


def test_tokens_are_words_or_characters_of_spaceless_scripts() -> None:
    assert tokens("Kyoto's 京都, 2024") == ["Kyoto", "s", "京", "都", "2024"]
    assert shingles("") == {}
    assert shingles("a b") == {("a", "b"): 1}
    assert shingles("a b c d e") == {("a", "b", "c", "d"): 1, ("b", "c", "d", "e"): 1}


def test_page_score() -> None:
    assert page_score(BODY, BODY) == PageScore(1.0, 1.0)
    assert page_score("", "") == PageScore(1.0, 1.0)
    assert page_score(BODY, "") == PageScore(0.0, 0.0)
    assert page_score("a b c d e", "a b c d x") == PageScore(0.5, 0.5)
    assert page_score("a b c d", "a b c d a b c d").precision == pytest.approx(0.2)


def test_a_set_is_scored_by_means_over_pages() -> None:
    score = set_score([PageScore(1.0, 0.5), PageScore(0.5, 0.5)])
    assert (score.precision, score.recall) == (0.75, 0.5)
    assert score.f1 == pytest.approx(0.6)
    assert set_score([PageScore(0.0, 0.0)]).f1 == 0.0


def test_intervals_are_the_same_each_time_and_hold_the_score() -> None:
    ours = [PageScore(n / 20, n / 20) for n in range(21)]
    theirs = [PageScore(page.precision * 0.8, page.recall * 0.8) for page in ours]
    low, high = bootstrap(ours)
    assert low < set_score(ours).f1 < high
    assert bootstrap(ours) == (low, high)
    low, high = paired(ours, theirs)
    assert 0 < low < set_score(ours).f1 - set_score(theirs).f1 < high
    assert paired(ours, ours) == (0.0, 0.0)


def test_gold_finds_short_lines_whole_and_long_ones_by_shingles() -> None:
    gold = Gold(["Storms", *BODY.splitlines()])
    assert gold.share("Storms") == 1.0
    assert gold.share("harbour") == 0.0
    assert gold.share(BODY.splitlines()[1]) == 1.0
    assert gold.share("—") == 0.0


def test_pages_know_where_the_gold_begins_with_the_title(tmp_path: Path) -> None:
    row = json.dumps({"html": _html(BODY), "body": f"{TITLE}\n{BODY}"})
    for name, field, expected in (
        ("daniel_x.jsonl", row, True),
        ("x.jsonl", row, False),
        ("y.jsonl", row[:-1] + ', "title_first": true}', True),
    ):
        (tmp_path / name).write_text(field + "\n", encoding="utf-8")
        (page,) = load(tmp_path / name)
        assert page.title_first is expected
        assert page.language == "en"
        assert ("\n".join(page.gold_lines) == BODY) is expected


def test_a_row_without_a_body_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text('{"html": ""}\n', encoding="utf-8")
    with pytest.raises(ValueError, match="row 1 has no body"):
        load(tmp_path / "x.jsonl")


def test_text_prints_a_table_and_writes_json(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("bs4")
    assert main(["text", str(data), "--flatten", "bs4", "--limit", "4", "--json", str(tmp_path / "out.json")]) == 0
    out = capsys.readouterr().out
    assert "### harbour: 4 pages, flattened by bs4, preset balanced" in out
    assert "| everything kept |" in out
    report = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["harbour"]
    assert len(report["pages"]) == 4
    assert report["sets"]["everything kept"]["recall"] == 1.0
    assert report["sets"]["newsclean"]["f1"] > report["sets"]["everything kept"]["f1"]


def test_a_missing_peer_is_named_and_the_others_run(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> peers.Peer:
        raise MissingPackage("justext.core is not installed: pip install justext")

    monkeypatch.setattr(peers.justext_lines, "build", missing)
    monkeypatch.setitem(FLATTENERS, "bs4", lambda: lambda html: f"Home\n{TITLE}\n{BODY}\nRead more")
    assert main(["text", str(data), "--flatten", "bs4"]) == 0
    out = capsys.readouterr().out
    assert "jusText on lines is left out: justext.core is not installed: pip install justext" in out
    assert "| C4 line rules |" in out
    assert next(iter(builders("balanced"))) == peers.OURS


def test_a_missing_flattener_ends_the_command(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> object:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("benchmarks.optional.import_module", missing)
    assert main(["text", str(data)]) == 1
    assert "pip install resiliparse" in capsys.readouterr().err


def test_rules_show_what_each_rule_did(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("resiliparse")
    assert main(["rules", str(data), "--limit", "2"]) == 0
    out = capsys.readouterr().out
    assert "| titles/headline | 2 | 2 | 14 | 1.000 | 0.000 |" in out
    assert "| kept/unclaimed | 6 | 2 |" in out
    assert "### Rules without a hit" in out


def test_throughput_is_that_of_a_real_batch(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("resiliparse")
    assert main(["throughput", str(data), "--workers", "1", "--count", "6"]) == 0
    out = capsys.readouterr().out
    assert "### harbour: 6 pages" in out and "| text | 1 |" in out and "| html | 1 |" in out

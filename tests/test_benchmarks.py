"""The benchmarks' commands measure what they say, on an invented data set."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any, Literal
from xml.etree import ElementTree

import numpy as np
import pytest

from benchmarks import flatteners, languages, memory, peers, speed, train
from benchmarks.__main__ import main
from benchmarks.flatten import FLATTENERS
from benchmarks.folds import FOLDS, fold, network_file
from benchmarks.optional import MissingPackage
from benchmarks.ours import Ours
from benchmarks.overlap import Gold
from benchmarks.pages import Page, load
from benchmarks.passes import Setup, run
from benchmarks.peers import html_builders, text_builders
from benchmarks.peers.titles import with_title
from benchmarks.plot import Dot, plot
from benchmarks.quality import Summary, tables
from newsclean import PRESETS, Article, Cleaner
from newsclean.head_weights import TOGETHER, WEIGHTS

TITLE = "Harbour of Vellin opens again after storms"
STORIES = {
    "en": (
        "The harbour of Vellin opened again on Monday after a week of storms, the port authority said.\n"
        "Forty ships had waited outside the breakwater, and the first of them sailed in before dawn.\n"
        "Fishermen said that they had lost a third of the season, and asked the council for help.\n"
        "The council will meet on Thursday, and the mayor said that she would not wait for the state."
    ),
    "de": (
        "Der Hafen von Vellin ist am Montag nach einer Woche mit schweren Stürmen wieder geöffnet worden.\n"
        "Vierzig Schiffe hatten vor dem Wellenbrecher gewartet, und das erste lief noch in der Nacht ein.\n"
        "Die Fischer sagten, dass sie ein Drittel der Saison verloren haben, und baten den Rat um Hilfe.\n"
        "Der Rat will am Donnerstag darüber beraten, ob die Stadt das Geld aus der Rücklage nehmen kann."
    ),
    "ru": (
        "Порт Веллина снова открылся в понедельник после недели штормов, сообщила администрация порта.\n"
        "Сорок судов ждали у волнореза, и первое из них вошло в гавань ещё до рассвета, сказали рыбаки.\n"
        "Они потеряли треть сезона и попросили городской совет о помощи, но ответа пока не получили.\n"
        "Совет соберётся в четверг, и мэр сказала, что не станет ждать решения правительства страны."
    ),
}
BODY = STORIES["en"]


def _html(body: str, language: str = "en") -> str:
    paragraphs = "".join(f"<p>{line}</p>" for line in body.splitlines())
    return (
        f"<html lang={language}><head><title>{TITLE}</title></head><body><nav><a href='/'>Home</a></nav><h1>{TITLE}</h1>"
        f"<article>{paragraphs}</article><h3>Read more</h3><p>Subscribe</p></body></html>"
    )


@pytest.fixture
def data(tmp_path: Path) -> Path:
    rows = [{"id": f"p{n}", "site": f"site{n}.example", "html": _html(BODY), "body": BODY} for n in range(6)]
    path = tmp_path / "harbour.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    """Pages without markup, in several languages, with snippets."""
    path = tmp_path / "several.jsonl"
    rows = [
        {"id": language, "lang": language, "html": f"Home\n\n{TITLE}\n\n{body}\n\nRead more", "body": body, "with_": [body[:20]]}
        for language, body in STORIES.items()
    ]
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


Build = Callable[[], peers.Peer]


def _peer(found: str) -> Build:
    return lambda: lambda source, page: found


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
        assert with_title(TITLE, BODY, page) == (f"{TITLE}\n{BODY}" if expected else BODY)
        assert with_title(TITLE, f"{TITLE}\n{BODY}", page) == f"{TITLE}\n{BODY}"


def test_text_prints_a_table_and_writes_json(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("bs4")
    assert main(["text", str(data), "--flatten", "bs4", "--limit", "4", "--json", str(tmp_path / "out.json")]) == 0
    out = capsys.readouterr().out
    assert "### harbour: 4 pages, flattened by bs4, preset balanced" in out
    assert "| everything kept |" in out
    report = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["harbour"]
    assert len(report["pages"]) == 4
    assert report["pages"][0]["text: everything kept"]["recall"] == 1.0
    found = report["sets"]["text"]
    assert found["everything kept"]["recall"] == 1.0
    assert found["newsclean"]["f1"] == found["newsclean"]["rouge_lsum"] == found["newsclean"]["words"] == 1.0
    assert "| +." in out.split("| everything kept |")[1].splitlines()[0], "newsclean leads"
    assert found["everything kept"]["difference"] == pytest.approx(found["everything kept"]["f1"] - 1.0, abs=1e-4)


def test_processes_change_nothing(texts: Path) -> None:
    pages = load(texts) * 3
    setup = Setup(("text",), flatten="none", peers=("everything kept",))
    assert run(pages, setup, jobs=2) == run(pages, setup)


def test_snippets_and_languages_have_tables_of_their_own(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", str(texts), "--flatten", "none", "--peers", "everything kept"]) == 0
    out = capsys.readouterr().out
    assert "Snippets, input: text" in out and "| newsclean | 1.000 | 1.000 | 1.000 |" in out
    assert "newsclean by the language that pages state" in out and "| ru | 1 | 1.000 | 1.000 | 1.000 |" in out


def test_a_set_of_snippets_alone_is_scored_by_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"html": BODY, "with_": ["Forty ships"], "without": ["the breakwater"]}
    (tmp_path / "snippets.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    assert main(["text", str(tmp_path / "snippets.jsonl"), "--flatten", "none", "--peers", "everything kept"]) == 0
    out = capsys.readouterr().out
    assert "| everything kept | .667 | 1.000 | .000 |" in out
    assert "95% interval" not in out


def test_html_peers_run_on_the_html(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["html", str(data), "--peers", "trafilatura", "trafilatura fast", "--limit", "2"]) == 0
    out = capsys.readouterr().out
    assert "| trafilatura | 1.000 |" in out
    assert "| trafilatura fast | 1.000 |" in out
    assert "goose3" not in out


def test_trafilatura_runs_in_four_ways(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, bool]] = []
    monkeypatch.setattr("trafilatura.extract", lambda html, **options: asked.append(options))
    names = [name for name in html_builders(Ours()) if name.startswith("trafilatura")]
    run(load(data, 1), Setup(("html",), peers=tuple(names)))
    alone = {"include_comments": False}
    assert asked == [alone, alone | {"favor_precision": True}, alone | {"favor_recall": True}, alone | {"fast": True}]


def test_residue_shows_output_before_and_after(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = BODY, f"Home\n\n{TITLE}\n\n{BODY}\n\nRead more\n\nSubscribe to our newsletter"
    monkeypatch.setattr(peers.goose3_html, "build", _peer(bad))
    monkeypatch.setattr(peers.newsclean_html, "build", lambda ours: lambda html, page: good)
    monkeypatch.setattr(peers.justext_html, "build", _peer(good))
    scores = run(load(data), Setup(("residue",), peers=("goose3", "jusText")))
    summary = Summary(scores)
    assert summary.means["html", "goose3"].f1 < summary.means["residue", "goose3"].f1 == 1.0
    assert ("residue", "newsclean") not in summary.means
    gain, (low, high) = summary.difference(("residue", "goose3"), ("html", "goose3"))
    assert gain > 0.05 and (low, high) == pytest.approx((gain, gain))
    assert "| jusText | 1.000 | 1.000 | +.000 |" in tables(summary, ("residue",), load(data))
    assert summary.to_dict()["residue"]["goose3"]["difference"] == pytest.approx(gain, abs=1e-4)


def test_cleaning_that_costs_is_in_bold(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers.goose3_html, "build", _peer(BODY))
    monkeypatch.setattr(peers.newsclean_text, "build", lambda ours: lambda text, page: text.splitlines()[0])
    summary = Summary(run(load(data), Setup(("residue",), peers=("goose3",))))
    assert "| **-." in tables(summary, ("residue",), load(data))


def test_a_page_that_breaks_a_peer_counts_as_nothing_found(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(source: str, page: Page) -> str:
        if page.id == "p1":
            raise RecursionError("too\ndeep")
        return BODY

    monkeypatch.setattr(peers.goose3_html, "build", lambda: breaks)
    summary = Summary(run(load(data), Setup(("html",), peers=("goose3",))))
    assert summary.means["html", "goose3"].recall == pytest.approx(5 / 6)
    assert "| goose3 | 1 | RecursionError: too deep |" in tables(summary, ("html",), load(data))


def test_a_missing_peer_is_named_and_the_others_run(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> peers.Peer:
        raise MissingPackage("justext.core is not installed: pip install justext")

    monkeypatch.setattr(peers.justext_lines, "build", missing)
    monkeypatch.setitem(FLATTENERS, "bs4", lambda: lambda html: f"Home\n{TITLE}\n{BODY}\nRead more")  # type: ignore[misc]
    assert main(["text", str(data), "--flatten", "bs4"]) == 0
    out = capsys.readouterr().out
    assert "jusText on lines is left out: justext.core is not installed: pip install justext" in out
    assert "| C4 line rules |" in out


def test_newsclean_comes_first() -> None:
    assert next(iter(text_builders(Ours()))) == next(iter(html_builders(Ours()))) == peers.OURS


def test_a_missing_flattener_ends_the_command(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(name: str) -> object:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("benchmarks.optional.import_module", missing)
    assert main(["text", str(data)]) == 1
    assert "pip install resiliparse" in capsys.readouterr().err


def test_missing_data_ends_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", str(tmp_path / "none.jsonl"), "--flatten", "none"]) == 1
    assert "none.jsonl: no such file or folder" in capsys.readouterr().err


def test_rules_show_what_each_rule_did(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("resiliparse")
    assert main(["rules", str(data), "--limit", "2"]) == 0
    out = capsys.readouterr().out
    assert "| titles/headline | 2 | 2 | 14 | 1.000 | 0.000 |" in out
    assert "| kept/unclaimed | 8 | 2 |" in out
    assert "### Rules without a hit" in out


def test_foreign_blocks_are_put_in_and_found(texts: Path) -> None:
    found = languages.languages(load(texts), "none", Ours())
    assert {"de", "en", "ru"} <= found.keys()
    everything = found["all"]
    assert everything["pages"] == 3
    assert everything["body_long"]["put"] == everything["page_long"]["put"] == 9
    assert everything["body_long"]["recall"] == everything["page_long"]["foreign_recall"] == 1.0
    assert everything["lost_tokens"] == 0 and everything["gold_tokens"] > 150
    assert found["languages that newsclean or its detector lacks"]["pages"] == 0


def test_a_pipeline_without_the_language_filter_finds_no_foreign_block(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(PRESETS, "balanced", PRESETS["balanced"].without("foreign"))  # type: ignore[misc]
    found = languages.languages(load(texts), "none", Ours())["all"]
    assert found["body_long"]["foreign"] == found["page_long"]["foreign"] == 0
    assert found["body_long"]["recall"] < 0.5


def test_a_block_that_is_no_line_of_its_own_any_more_is_not_found() -> None:
    counted = list(languages._count(Article("Fog."), ["x" * languages.LONG, "y" * languages.SHORT]))
    assert counted == [("long", languages.Blocks(1, 0, 0)), ("short", languages.Blocks(1, 0, 0))]


def test_a_filter_that_takes_the_body_is_a_loss(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def takes_all(article: object, gold: set[str]) -> int:
        return 7

    monkeypatch.setattr(languages, "_foreign_tokens", takes_all)
    found = languages.languages(load(texts), "none", Ours())["all"]
    assert found["lost_tokens"] == 21
    assert found["loss"] == pytest.approx(21 / found["gold_tokens"], abs=1e-6)


def test_confidence_prints_the_curve(texts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["confidence", str(texts), str(texts), "--flatten", "none"]) == 0
    out = capsys.readouterr().out
    assert "### several: 3 pages" in out
    assert "Confidence 0.8 or more: " in out
    assert "### All: 6 pages" in out


@pytest.mark.parametrize("command", ["confidence", "rules"])
def test_newsclean_is_measured_on_html_where_it_reads_it(
    command: str, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    got: list[str] = []

    def clean(cleaner: Cleaner, source: str, *, kind: str) -> Article:
        assert kind == "html"
        got.append(source)
        return Article(source, confidence=0.9)

    monkeypatch.setattr(Cleaner, "clean", clean)
    assert main([command, str(data), "--input", "html", "--limit", "1"]) == 0
    assert got[-1] == _html(BODY)


def test_pages_are_cleaned_with_the_network_that_has_not_seen_their_site(texts: Path, tmp_path: Path) -> None:
    page = load(texts)[0]
    shipped = files("newsclean.scorer") / "weights" / "text.npz"
    for number in range(FOLDS):
        with shipped.open("rb") as file, np.load(file) as weights:
            certain = {**weights, "out_bias": np.array(-100.0)} if number == fold(page.site) else dict(weights)
        np.savez(network_file(tmp_path, "text", number), **certain)
    cleaner = Ours(folds=tmp_path).cleaners("text")
    other = next(site for site in map("site{}.example".format, range(100)) if fold(site) != fold(page.site))
    assert cleaner(page).clean(page.html, kind="text").status == "doubtful"
    assert cleaner(replace(page, site=other)).clean(page.html, kind="text").status == "ok"


def test_networks_that_are_missing_are_named(texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["text", str(texts), "--flatten", "none", "--folds", str(tmp_path)]) == 1
    assert "text-0.npz: no such network" in capsys.readouterr().err


def test_training_that_would_write_nothing_is_refused(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", str(data), "--model", "text"]) == 1
    assert "-o FILE, --folds FOLDER" in capsys.readouterr().err


@pytest.mark.parametrize("model", ["text", "html"])
def test_training_writes_networks_that_run(
    model: Literal["text", "html"], data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for package in ("torch", "resiliparse", "readability", "bs4", "inscriptis"):
        pytest.importorskip(package)
    monkeypatch.setitem(train.EPOCHS, model, 1)
    weights = [tmp_path / "one.npz", tmp_path / "two.npz"]
    for path in weights:
        assert main(["train", str(data), "--model", model, "--folds", str(tmp_path), "-o", str(path)]) == 0
    assert weights[0].read_bytes() == weights[1].read_bytes(), "the same pages give the same weights"
    assert main([model, str(data), "--folds", str(tmp_path), "--peers", "trafilatura"]) == 0


def test_speed_pairs_every_program_with_trafilatura(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    titled: list[bool] = []
    monkeypatch.setattr(peers.identity, "build", lambda: lambda text, page: titled.append(page.title_first) or text)
    pages = [replace(page, title_first=True) for page in load(data)]
    times = speed.speed(pages, "none", Ours(), ("everything kept",))
    assert {len(of) for of in times.values()} == {1}
    assert not any(titled), "a title that only the gold asks for is not timed"
    found = speed.numbers(times)
    assert found["html"]["trafilatura"]["trafilatura_totals"] == 1.0
    assert found["html"]["trafilatura, metadata too"]["trafilatura_totals"] < 1.0
    assert found["text"]["everything kept"]["trafilatura_medians"] > found["text"]["newsclean"]["trafilatura_medians"]
    assert "| **newsclean** | text |" in speed.tables(found)


def test_memory_is_that_of_one_program(texts: Path) -> None:
    found = memory.memory(load(texts), "none", Ours(), ("everything kept", "trafilatura"))
    assert found["text"].keys() == {"(reads pages)", "newsclean", "everything kept"}
    assert 5 < found["text"]["(reads pages)"] < found["text"]["newsclean"] < 2000
    assert found["html"]["(reads pages)"] + 5 < found["html"]["trafilatura"]
    assert "| everything kept | text |" in memory.tables(found)


def test_a_program_whose_memory_is_measured_gets_every_page(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    got: list[str] = []
    monkeypatch.setattr(peers.identity, "build", lambda: lambda text, page: got.append(text) or "")
    receiver, sender = multiprocessing.Pipe(duplex=False)
    memory._peak("text", "everything kept", texts, Ours(), sender)
    assert got == [page.html for page in load(texts)]
    assert receiver.recv() > 5


def test_a_program_that_ends_its_process_is_named(texts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(memory, "_peak", exit)
    with pytest.raises(RuntimeError, match=r"^\(reads pages\) on text ended with exit code"):
        memory.memory(load(texts), "none", Ours(), ("everything kept",))


def test_the_plot_has_every_program_at_its_place() -> None:
    dots = [Dot("newsclean", "text", 2.0, 0.95), Dot("a<b", "html", 200.0, 0.90), Dot("all", "text", 0.001, 0.6)]
    image = ElementTree.fromstring(plot("harbour & fog", dots))
    labels = [text.text for text in image.iter("{http://www.w3.org/2000/svg}text")]
    assert {"newsclean", "a<b", "all", "harbour & fog", "text in", "html in"} <= set(labels)
    discs = [(float(disc.attrib["cx"]), float(disc.attrib["cy"])) for disc in image.iter("{http://www.w3.org/2000/svg}circle")]
    _, ours, kept = discs  # the first is the legend's
    assert ours[0] > kept[0] == 70 and ours[1] < kept[1]
    for text in image.iter("{http://www.w3.org/2000/svg}text"):
        assert 0 <= float(text.attrib["x"]) <= 860 and 0 <= float(text.attrib["y"]) <= 520


def test_flatteners_are_compared_on_the_same_pages(data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Callable[[str], str]:
        raise MissingPackage("bs4 is not installed: pip install beautifulsoup4")

    monkeypatch.setitem(FLATTENERS, "resiliparse", lambda: lambda html: BODY)  # type: ignore[misc]
    monkeypatch.setitem(FLATTENERS, "inscriptis", lambda: lambda html: BODY.splitlines()[0])  # type: ignore[misc]
    monkeypatch.setitem(FLATTENERS, "bs4", missing)  # type: ignore[misc]
    found = flatteners.flatteners(load(data), Setup(("text",)), jobs=1)
    assert list(found) == ["resiliparse", "inscriptis"]
    assert found["resiliparse"]["difference"] == 0.0
    low, high = found["inscriptis"]["difference_interval"]
    assert low <= found["inscriptis"]["difference"] <= high < -0.5
    assert "| inscriptis |" in flatteners.tables(found)


def test_report_writes_everything(texts: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("benchmarks.report.start", lambda: "(start)")
    monkeypatch.setattr("benchmarks.report.growth", lambda: "(growth)")
    monkeypatch.setattr("benchmarks.speed.WARM_UP", 1)
    folder = tmp_path / "out"
    assert main(["report", str(texts), "--flatten", "none", "--peers", "everything kept", "-o", str(folder)]) == 0
    written = (folder / "report.md").read_text(encoding="utf-8")
    for part in ("Input: text", "CPU time", "Peak memory", "Foreign blocks", "Confidence, all sets", "![Quality", "(growth)"):
        assert part in written
    found = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    assert found["sets"]["several"]["quality"]["text"]["newsclean"]["f1"] == 1.0
    assert found["sets"]["several"]["speed"]["text"].keys() == {"newsclean", "everything kept"}
    assert len(found["sets"]["several"]["pages"]) == 3
    assert "| titles/headline | 3 | 3 |" in (folder / "rules.md").read_text(encoding="utf-8")
    assert ElementTree.parse(folder / "several.svg").getroot().tag.endswith("svg")


def test_metadata_is_scored_beside_trafilatura(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = f'<title>{TITLE} | Vellin Post</title><meta name="author" content="Ida Moreau">'
    head += '<meta property="og:site_name" content="Vellin Post">'
    html = _html(BODY).replace("<body>", f"<head>{head}</head><body>")
    right = {"html": html, "body": BODY, "title": TITLE, "authors": ["Ida Moreau"], "date": None}
    rows = [right, {**right, "title": "Harbour closes", "authors": "", "date": "2025-03"}]
    path = tmp_path / "harbour.jsonl"
    path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    assert main(["metadata", str(path), "--failures"]) == 0
    out = capsys.readouterr().out
    assert "### harbour: 2 pages" in out
    assert "| title | 2 | .500 (.000 to 1.000) |" in out and "| authors | 1 | 1.000 " in out and "| date |" not in out
    assert f"title 2 None\n  gold  Harbour closes\n  found {TITLE}" in out


def test_throughput_is_that_of_a_real_batch(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("resiliparse")
    assert main(["throughput", str(data), "--kinds", "html", "--workers", "1", "2", "--count", "7"]) == 0
    out = capsys.readouterr().out
    assert "### harbour: 7 pages" in out
    assert [row.split(" | ")[1] for row in out.splitlines() if row.startswith("| html")] == ["1", "2", "2 batches of 1"]
    assert all(row.endswith(" 0 |") for row in out.splitlines() if row.startswith("| html"))


def test_the_weights_of_heads_are_fitted_from_pages_and_fixtures(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("sklearn")
    below = [["date", "4 March 2025"], *(["body", line] for line in BODY.splitlines())]
    heads = [
        ("caption", "Ships at the breakwater"),
        ("other", "A page of the harbour"),
        ("body", "Boats sail again, and crews cheer"),
    ]
    tops = [[["title", TITLE], [role, f"{text} {n}"], *below] for n in range(20) for role, text in heads]
    rows = [json.dumps({"language": "en", "lines": top}) for top in tops]
    (tmp_path / "heads").mkdir()
    (tmp_path / "heads" / "en.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert main(["heads", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    assert "| heads | 60 |" in out
    module = out.partition("```python\n")[2].partition("```")[0]
    names: dict[str, Any] = {}
    exec(module, names)
    assert names["WEIGHTS"].keys() == WEIGHTS.keys()
    assert [pair[:2] for pair in names["TOGETHER"]] == [pair[:2] for pair in TOGETHER]

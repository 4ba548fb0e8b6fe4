"""Checkouts of public sets are read from their layouts, and what is wrong with one is said."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from benchmarks.checkouts.html_files import read_html
from benchmarks.errors import DataError
from benchmarks.pages import Page, load, rows, set_name

ROOT = Path(__file__).parent.parent
BODY = "The harbour opened on Monday.\nForty ships had waited outside."
HTML = "<html lang=en><body><p>The harbour opened on Monday.</p><p>Forty ships had waited outside.</p></body></html>"

Put = Callable[[str, Any], None]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a file of the checkout: bytes and text as they are, ``.gz`` gzipped, everything else as JSON."""

    def write(name: str, content: Any) -> None:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        data = content if isinstance(content, bytes) else (content if isinstance(content, str) else json.dumps(content)).encode()
        path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)

    return write


def only(path: Path) -> Page:
    (page,) = load(path)
    return page


def test_article_extraction_benchmark(tmp_path: Path, put: Put) -> None:
    put("ground-truth.json", {"ab12": {"articleBody": BODY, "url": "https://harbour.example/1"}, "cd34": {"articleBody": "x"}})
    put("html/ab12.html.gz", HTML)
    put("html/cd34.html.gz", "<p>x")
    put("output/other.json", {"ab12": {"articleBody": "what a program found"}})
    pages = load(tmp_path)
    assert [page.id for page in pages] == ["ab12", "cd34"]
    assert (pages[0].html, pages[0].body, pages[0].url, pages[0].language) == (HTML, BODY, "https://harbour.example/1", "en")
    assert [page.id for page in load(tmp_path, 1)] == ["ab12"]


@pytest.mark.parametrize(
    "body",
    [
        BODY.splitlines(),
        {"summary": [BODY.splitlines()[0]], "sections": [{"headline": [], "paragraphs": [BODY.splitlines()[1]]}]},
        [{"text": line} for line in BODY.splitlines()],
    ],
    ids=["paragraphs", "sections", "objects"],
)
def test_fundus_evaluation(tmp_path: Path, put: Put, body: Any) -> None:
    put("dataset/ground_truth.json", {"Harbour_1.html.gz": {"url": "https://harbour.example/1", "body": body}})
    put("dataset/html/Harbour_1.html.gz", HTML)
    for path in (tmp_path, tmp_path / "dataset"):
        page = only(path)
        assert (page.id, page.html, page.body) == ("Harbour_1", HTML, BODY)


def test_article_extraction_dataset_with_one_file_or_many(tmp_path: Path, put: Put) -> None:
    entry = {"title": "Harbour opens", "authors": ["Ida Moreau"], "publish_date": "2025-03-04", "text": BODY, "url": "u"}
    put("one/ground_truth.json", [{"id": "ab12", **entry}])
    put("one/html/ab12.html", HTML)
    put("many/html/ab12.html", HTML)
    put("many/json/ab12.json", entry)
    put("many/package.json", {"name": "no page"})
    for name in ("one", "many"):
        (row,) = rows(tmp_path / name)
        assert row == {
            "id": "ab12",
            "html": HTML,
            "body": BODY,
            "url": "u",
            "title": "Harbour opens",
            "authors": ["Ida Moreau"],
            "date": "2025-03-04",
        }


def test_wcxb(tmp_path: Path, put: Put) -> None:
    def truth(body: str, kind: str) -> dict[str, Any]:
        gold = {"title": "t", "main_content": body, "with": [body[:11]], "without": ["Log in"]}
        return {"file_id": "0001", "_internal": {"page_type": {"primary": kind}}, "ground_truth": gold}

    put("dev/html/0001.html.gz", HTML)
    put("dev/ground-truth/0001.json", truth(BODY, "article"))
    put("test/html/0001.html.gz", "<p>Fog.")
    put("test/ground-truth/0001.json", truth("Fog.", "article"))
    put("dev/html/0002.html.gz", "<p>Price list")
    put("dev/ground-truth/0002.json", truth("Price list", "product") | {"file_id": "0002"})
    page = only(tmp_path / "dev")
    assert (page.id, page.body, page.wanted, page.unwanted) == ("0001", BODY, ("The harbour",), ("Log in",))
    both = load(tmp_path)
    assert [(page.id, page.html) for page in both] == [("dev/ground-truth/0001", HTML), ("test/ground-truth/0001", "<p>Fog.")]


def test_trafilatura_evaluation_has_snippets_only(tmp_path: Path, put: Put, capsys: pytest.CaptureFixture[str]) -> None:
    put(
        "tests/evaldata.py",
        "raise SystemExit('never run')\n"
        "EVAL_PAGES = {\n"
        "    'https://harbour.example/1': {'file': 'one.html', 'with': ['ships had', ''], 'without': ['Log in']},\n"
        "    'https://harbour.example/2': {'file': 'two.html', 'with': ['Fog']},\n"
        "    'https://harbour.example/3': {'file': 'gone.html', 'with': ['Fog']},\n"
        "}\n",
    )
    put("tests/cache/one.html", HTML)
    put("tests/eval/two.html", "<p>Fog.")
    pages = load(tmp_path)
    assert [(page.id, page.url, page.body) for page in pages] == [
        ("one.html", "https://harbour.example/1", ""),
        ("two.html", "https://harbour.example/2", ""),
    ]
    assert (pages[0].wanted, pages[0].unwanted, pages[1].unwanted) == (("ships had",), ("Log in",), ())
    assert "pages without an HTML file, left out: 1, such as https://harbour.example/3" in capsys.readouterr().err


def test_trafilatura_evaluation_as_json(tmp_path: Path, put: Put) -> None:
    put("tests/evaldata.json", {"https://harbour.example/1": {"file": "one.html", "with": ["ships had"], "without": []}})
    put("tests/eval/one.html.gz", HTML)
    page = only(tmp_path)
    assert (page.id, page.html, page.wanted) == ("one.html.gz", HTML, ("ships had",))


def test_newsclean_fixtures() -> None:
    pages = {page.id: page for page in load(ROOT / "fixtures")}
    assert pages["en/newsletter-habits-negative"].body.splitlines() == [
        line.strip() for line in pages["en/newsletter-habits-negative"].html.splitlines() if line.strip()
    ]
    ranked = pages["en/ferry-subsidy-ranked-bullets"]
    assert ranked.gold_lines[0].startswith("SEOKPYEONG — The oceans ministry")
    assert len(ranked.gold_lines) == 7
    assert ranked.language == "en"
    assert any(page.language == "ar" for page in pages.values())


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({}, "no known set; expected tests/evaldata.py with EVAL_PAGES"),
        ({"ground-truth.json": {"a": {"articleBody": "x"}}}, "no HTML files; expected .html"),
        ({"ground-truth.json": {"a": {"url": "x"}}, "a.html": ""}, "no entry states a body"),
        ({"ground-truth.json": "{", "a.html": ""}, "ground-truth.json: no JSON"),
        ({"ground-truth.json": {"a": {"articleBody": "x"}}, "b.html": ""}, "none of 1 pages has an HTML file, such as a"),
        ({"ground-truth.json": {"a": {"articleBody": "x"}}, "a.html.gz": b"x"}, ""),
        ({"a.html": "", "a.json": {"url": "x"}}, "none of 1 JSON files is an article"),
        ({"evaldata.py": "EVAL_PAGES = {'u': open('x')}", "a.html": ""}, "EVAL_PAGES is no plain literal"),
        ({"evaldata.json": [], "a.html": ""}, "no EVAL_PAGES = "),
        ({"evaldata.py": "PAGES = {}", "a.html": ""}, "no EVAL_PAGES = "),
        (
            {"ground-truth.json": {"a": {"articleBody": "x"}}, "x/a.html": "", "y/a.html": ""},
            "name the folder of one part of the set",
        ),
    ],
)
def test_a_broken_checkout_is_explained(tmp_path: Path, put: Put, files: dict[str, Any], message: str) -> None:
    for name, content in files.items():
        put(name, content)
    if not message:
        assert only(tmp_path).html == "x"
        return
    with pytest.raises(DataError, match=message):
        load(tmp_path)


def test_a_damaged_gzip_file_is_named(tmp_path: Path) -> None:
    for content in (b"no gzip", gzip.compress(b"x" * 1000)[:20]):
        (tmp_path / "a.html.gz").write_bytes(content)
        with pytest.raises(DataError, match=r"a\.html\.gz: not gzip, or damaged"):
            read_html(tmp_path / "a.html.gz")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("<p>Jökull".encode(), "<p>Jökull"),
        (b"\xef\xbb\xbf<p>Fog", "<p>Fog"),
        ("<meta charset='iso-8859-2'><p>Łódź".encode("iso-8859-2"), "<meta charset='iso-8859-2'><p>Łódź"),
        ("<p>“Fog”".encode("cp1252"), "<p>“Fog”"),
        (b"<meta charset=no-such><p>\x93Fog", "<meta charset=no-such><p>“Fog"),
    ],
)
def test_html_is_decoded_as_it_says(tmp_path: Path, content: bytes, text: str) -> None:
    (tmp_path / "a.html").write_bytes(content)
    assert read_html(tmp_path / "a.html") == text


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "line 1 is no JSON"),
        ("[]", "line 1 is a list; expected an object"),
        ('{"html": ""}', "row 1 has no body"),
        ('{"without": ["x"]}', "row 1 has no html"),
    ],
)
def test_a_broken_row_is_named(tmp_path: Path, line: str, message: str) -> None:
    (tmp_path / "x.jsonl").write_text(line + "\n", encoding="utf-8")
    with pytest.raises(DataError, match=message):
        load(tmp_path / "x.jsonl")


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"none\.jsonl: no such file or folder"):
        load(tmp_path / "none.jsonl")


def test_a_folder_has_a_name_whatever_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "harbour").mkdir()
    monkeypatch.chdir(tmp_path / "harbour")
    assert set_name(Path(".")) == "harbour"

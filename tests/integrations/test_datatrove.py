"""The example pipeline, run by datatrove's local executor on real WARC and WET files."""

from __future__ import annotations

import copy
import gzip
import importlib.util
import json
import pickle
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from newsclean import clean
from tests.profiles.pages import FURNITURE_BELOW, NOTHING, SITE, STORIES, page

pytest.importorskip("datatrove", reason="datatrove is not installed: pip install 'newsclean[test]'")

from datatrove.data import Document
from datatrove.pipeline.writers import JsonlWriter

from newsclean.integrations.datatrove import Clean, Learn, Merge

ROOT = Path(__file__).parents[2]
HTML = "<!doctype html><html lang=en><head><title>{title}</title></head><body>{body}</body></html>"


def has_warc_reader() -> bool:
    """Whether datatrove's reader can run: python-magic needs the library libmagic of the system."""
    try:
        import magic  # noqa: F401
    except ImportError:
        return False
    return all(map(importlib.util.find_spec, ("warcio", "cchardet")))


NEEDS_WARC_READER = pytest.mark.skipif(
    not has_warc_reader(), reason="datatrove's WARC reader needs warcio, faust-cchardet and python-magic with libmagic"
)


def documents(*numbers: int) -> list[Document]:
    return [Document(page(n), str(n), metadata={"url": f"https://{SITE}/{n}", "shelf": n}) for n in numbers]


def rows(folder: Path) -> list[dict[str, Any]]:
    """The rows of every JSON-lines file in a folder."""
    files = sorted(folder.glob("*.jsonl"))
    return [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]


def test_cleaning_keeps_metadata_and_drops_what_is_empty(tmp_path: Path) -> None:
    step = Clean(exclusion_writer=JsonlWriter(str(tmp_path / "excluded"), compression=None))
    empty = Document(NOTHING, "nothing", metadata={"shelf": 9})
    (kept,) = step.run(iter([*documents(0), empty]))
    assert (kept.id, kept.metadata["shelf"], kept.metadata["url"]) == ("0", 0, f"https://{SITE}/0")
    assert kept.text == clean(page(0)).text
    assert kept.metadata["newsclean"]["metadata"]["title"] == STORIES[0][0]
    (excluded,) = rows(tmp_path / "excluded")
    assert (excluded["id"], excluded["text"]) == ("nothing", NOTHING)
    assert (excluded["metadata"]["shelf"], excluded["metadata"]["filter_reason"]) == (9, "empty")


def test_statistics_count_every_rule() -> None:
    step = Clean()
    list(step.run(iter(documents(0, 1))))
    expected: dict[str, int] = {}
    for number in (0, 1):
        for line in clean(page(number)).removed:
            expected[f"rule_{line.rule}"] = expected.get(f"rule_{line.rule}", 0) + 1
    found = {name: step.stats[name].total for name in step.stats.stats if name.startswith("rule_")}
    assert expected and found == expected
    assert (step.stats["total"].total, step.stats["forwarded"].total, step.stats["status_ok"].total) == (2, 2, 2)
    assert step.stats["chars_in"].total == len(page(0)) + len(page(1))


def test_steps_travel_before_and_after_they_run(tmp_path: Path) -> None:
    for step in (Clean(preset="precision"), Learn(str(tmp_path)), Merge(str(tmp_path), str(tmp_path))):
        assert len(pickle.dumps(step)) < 10_000
    step = pickle.loads(pickle.dumps(Clean(preset="precision")))
    assert len(list(step.run(iter(documents(0))))) == 1
    assert len(list(copy.deepcopy(step).run(iter(documents(0))))) == 1


def test_a_step_without_documents_gives_none(tmp_path: Path) -> None:
    assert list(Clean().run(None)) == []
    assert list(Learn(str(tmp_path / "counts")).run(None)) == []
    assert list(Merge(str(tmp_path / "counts"), str(tmp_path / "profiles")).run(None)) == []


def wet(path: Path, pages: Iterable[tuple[str, str]]) -> None:
    """A file of extracted text, as Common Crawl writes them."""
    with gzip.open(path, "wb") as stream:
        for number, (url, text) in enumerate(pages):
            body = text.encode()
            head = (
                f"WARC/1.0\r\nWARC-Type: conversion\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-03-04T17:23:0{number}Z\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{len(path.name):04}{number:08}>\r\n"
                f"WARC-Identified-Payload-Type: text/plain\r\nContent-Type: text/plain\r\nContent-Length: {len(body)}\r\n\r\n"
            )
            stream.write(head.encode() + body + b"\r\n\r\n")


def warc(path: Path, pages: Iterable[tuple[str, str]]) -> None:
    """A file of responses."""
    with gzip.open(path, "wb") as stream:
        for number, (url, html) in enumerate(pages):
            body = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html.encode()
            head = (
                f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-03-04T17:23:0{number}Z\r\n"
                f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-9000-{len(path.name):04}{number:08}>\r\n"
                f"WARC-Identified-Payload-Type: text/html\r\nContent-Type: application/http; msgtype=response\r\n"
                f"Content-Length: {len(body)}\r\n\r\n"
            )
            stream.write(head.encode() + body + b"\r\n\r\n")


def run_example(crawl: Path, output: Path) -> None:
    command = [sys.executable, str(ROOT / "examples/datatrove_news.py"), str(crawl), str(output)]
    environment = {"PYTHONPATH": str(ROOT), "PATH": "", "HOME": str(output.parent), "HF_HUB_OFFLINE": "1"}
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180)
    assert ended.returncode == 0, ended.stderr


def test_what_is_learned_is_of_the_kind_that_is_said(tmp_path: Path) -> None:
    """Text that reads like HTML is text where that is said, so that its lines are those that are cleaned."""
    sources = [f"<p>A price of {n} crowns</p>\nHarbour gazette" for n in range(2)]
    data = [Document(source, str(n), metadata={"url": f"https://{SITE}/{n}"}) for n, source in enumerate(sources)]
    for kind in ("text", "html"):
        list(Learn(str(tmp_path / kind), kind=kind).run(iter(data)))  # type: ignore[arg-type]
    learned = {kind: (tmp_path / kind / "00000" / f"{SITE}.tsv").read_text() for kind in ("text", "html")}
    assert "<p>A price of 1 crowns</p>" in learned["text"] and "<p>" not in learned["html"]


@pytest.mark.parametrize(("name", "package"), [("local", "datatrove"), ("slurm", "datatrove"), ("ray", "ray")])
def test_the_example_can_be_handed_to_every_executor(name: str, package: str, tmp_path: Path) -> None:
    """The arguments that it passes are those that datatrove's executors take; nothing is run."""
    pytest.importorskip(package)
    specification = importlib.util.spec_from_file_location("datatrove_news", ROOT / "examples/datatrove_news.py")
    assert specification is not None and specification.loader is not None
    example = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(example)
    options = example._parser().parse_args([str(tmp_path), str(tmp_path / "out"), "--tasks", "3", "--executor", name])
    before = None
    for stage in ("learn", "merge", "clean"):
        steps = [Learn(str(tmp_path))]
        executor = example._EXECUTORS[name](stage, steps, 3, options, before)
        assert (executor.world_size, executor.depends) == (3, before)
        assert str(executor.logging_dir.path) == str(tmp_path / "out" / "logs" / stage)
        assert pickle.loads(pickle.dumps(executor.pipeline))[0].counts == str(tmp_path)
        before = executor


@NEEDS_WARC_READER
def test_the_example_cleans_text_of_a_crawl(tmp_path: Path) -> None:
    crawl, output = tmp_path / "crawl", tmp_path / "out"
    crawl.mkdir()
    wet(crawl / "a.warc.wet.gz", [(f"https://{SITE}/{n}", page(n)) for n in (0, 1)])
    others = [(f"https://www.{SITE}/{n}", page(n)) for n in (2, 3)]
    wet(crawl / "bb.warc.wet.gz", [*others, ("https://quay.example/", NOTHING)])
    run_example(crawl, output)
    articles = {row["metadata"]["url"][-1]: row for row in rows(output / "articles")}
    assert set(articles) == set("0123")
    for number in range(4):
        assert FURNITURE_BELOW not in articles[str(number)]["text"], "the profile was learned and used"
        assert all(paragraph in articles[str(number)]["text"] for paragraph in STORIES[number][1:])
    assert [row["metadata"]["url"] for row in rows(output / "excluded")] == ["https://quay.example/"]
    assert (output / "profiles" / f"{SITE}.tsv").read_text(encoding="utf-8").splitlines()[2] == "# pages\t4"
    stats = json.loads((output / "logs/clean/stats.json").read_text(encoding="utf-8"))
    counted = next(step["stats"] for step in stats if "newsclean" in step["name"])
    assert (counted["total"], counted["forwarded"], counted["dropped_empty"]) == (5, 4, 1)
    assert counted["rule_site_lines/repeated"]["total"] == 8, "two lines on each of four pages, the one above the headline aside"


@NEEDS_WARC_READER
def test_the_example_cleans_a_crawl(tmp_path: Path) -> None:
    crawl, output = tmp_path / "crawl", tmp_path / "out"
    crawl.mkdir()
    bodies = ["".join(f"<p>{line}</p>" for line in page(n).splitlines()) for n in range(4)]
    sources = [HTML.format(title=STORIES[n][0], body=body) for n, body in enumerate(bodies)]
    if clean(sources[0]).status == "unsupported":
        pytest.skip("HTML is not read yet")
    warc(crawl / "a.warc.gz", [(f"https://{SITE}/{n}", source) for n, source in enumerate(sources)])
    run_example(crawl, output)
    articles = {row["metadata"]["url"][-1]: row for row in rows(output / "articles")}
    assert set(articles) == set("0123")
    for number in range(4):
        assert FURNITURE_BELOW not in articles[str(number)]["text"]
        assert all(paragraph in articles[str(number)]["text"] for paragraph in STORIES[number][1:])

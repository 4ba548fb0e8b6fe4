"""What goes into a batch and what comes out, in every format."""

from __future__ import annotations

import csv
import gzip
import json
from functools import partial
from pathlib import Path

import pytest
from cleaners import Quick
from corpus import PACKERS, archived, clean, command, csv_of, expected, failures, jsonl, lines, parquet_of, records, text

from newsclean import Cleaner
from newsclean.batch import Keys
from newsclean.batch.sinks.tree import safe
from newsclean.write import to_markdown, to_text

ROWS = records(3)
CLEAN = [expected(row) for row in ROWS]


def test_the_command_keeps_order_keys_and_records(tmp_path: Path) -> None:
    rows = records(60)
    (tmp_path / "in.jsonl.gz").write_bytes(gzip.compress(jsonl(rows)))
    contract = ("in.jsonl.gz", "-o", "out.jsonl", "-j", "2", "--resume", "--errors", "err.jsonl", "--chunk", "7")
    done = command(tmp_path, *contract)
    assert (done.returncode, done.stdout) == (0, b"")
    assert lines(tmp_path / "out.jsonl") == [expected(row) for row in rows]
    assert list(lines(tmp_path / "out.jsonl")[0]) == ["id", "url", "text", "number", "metadata", "status", "confidence"]
    assert (tmp_path / "err.jsonl").read_bytes() == b""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["err.jsonl", "in.jsonl.gz", "out.jsonl", "out.jsonl.manifest"]
    before = (tmp_path / "out.jsonl").stat()
    again = command(tmp_path, *contract)
    after = (tmp_path / "out.jsonl").stat()
    assert again.returncode == 0
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


@pytest.mark.parametrize("suffix", PACKERS)
def test_every_packing_of_every_format_gives_the_same(tmp_path: Path, suffix: str) -> None:
    pack = PACKERS[suffix]
    for name, data in (("a.jsonl", jsonl(ROWS)), ("b.parquet", parquet_of(ROWS)), ("c.csv", csv_of(ROWS))):
        (tmp_path / f"{name}{suffix}").write_bytes(pack(data))
    (tmp_path / f"d.txt{suffix}").write_bytes(pack(text(0).encode()))
    (tmp_path / f"e.warc.wet{suffix}").write_bytes(pack(archived(0, text(0).encode())))
    summary, output = clean(tmp_path, *sorted(tmp_path.iterdir()))
    found = lines(output)
    assert summary.failures == 6  # the ids of the second and third file are those of the first
    assert found[:6] == CLEAN * 2
    assert [row["number"] for row in found[6:9]] == ["0", "1", "2"]
    assert [row["text"] for row in found[6:]] == [row["text"] for row in CLEAN] + [CLEAN[0]["text"]] * 2
    assert found[9]["file"] == str(tmp_path / f"d.txt{suffix}")
    assert (found[10]["url"], found[10]["date"]) == ("https://port.example/0", "2025-03-04T10:00:00Z")


def test_packed_members_one_after_the_other_are_all_read(tmp_path: Path) -> None:
    for suffix, pack in PACKERS.items():
        (tmp_path / f"in.jsonl{suffix}").write_bytes(b"".join(pack(jsonl([row])) for row in ROWS))
        assert len(lines(clean(tmp_path, tmp_path / f"in.jsonl{suffix}", output=f"out{suffix[1:]}.jsonl")[1])) == 3


def test_folders_are_read_in_order_and_other_files_passed_over(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    for number, name in enumerate(("b.txt", "a/z.txt", "a/B.TXT", "a/b/c.text")):
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_text(text(number))
    (pages / "logo.png").write_bytes(b"\x89PNG")
    (pages / "a" / "round").symlink_to(pages)
    found = [row["file"].removeprefix(f"{pages}/") for row in lines(clean(tmp_path, pages)[1])]
    assert found == ["a/B.TXT", "a/b/c.text", "a/z.txt", "b.txt"]
    globbed = [row["file"] for row in lines(clean(tmp_path, f"{pages}/**/*.txt", output="glob.jsonl")[1])]
    assert globbed == [str(pages / "a" / "z.txt"), str(pages / "b.txt")]


def test_stdin_is_json_lines_or_what_is_said(tmp_path: Path) -> None:
    assert command(tmp_path, "-", "-o", "a.jsonl", stdin=gzip.compress(jsonl(ROWS))).returncode == 0
    assert lines(tmp_path / "a.jsonl") == CLEAN
    assert command(tmp_path, "-", "-o", "b.jsonl", "--from", "text", stdin=text(0).encode()).returncode == 0
    assert [row["text"] for row in lines(tmp_path / "b.jsonl")] == [CLEAN[0]["text"]]


def test_keys_name_text_id_and_address(tmp_path: Path) -> None:
    rows = [{"body": row["text"], "text": "an old summary", "key": row["id"], "link": row["url"], "status": 200} for row in ROWS]
    (tmp_path / "in.jsonl").write_bytes(jsonl(rows))
    keys = Keys(text="body", id="key", url="link")
    output = clean(tmp_path, tmp_path / "in.jsonl", keys=keys, extras=frozenset({"removed", "source"}))[1]
    for row, right, source in zip(lines(output), CLEAN, ROWS, strict=True):
        assert row["text"] == right["text"] and row["metadata"] == right["metadata"]
        assert row["source"] == source["text"] and row["removed"]
        assert (row["input_text"], row["input_status"], row["status"]) == ("an old summary", 200, "ok")
        assert "body" not in row and row["key"] == source["id"]


def test_what_is_removed_is_written_with_its_reason(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(ROWS[:1]))
    (row,) = lines(clean(tmp_path, tmp_path / "in.jsonl", extras=frozenset({"removed"}))[1])
    assert row["removed"] == [fate.to_dict() for fate in Cleaner().clean(ROWS[0]["text"]).removed]
    assert "source" not in row


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig", "cp1251", "utf-32"])
def test_encodings_are_told(tmp_path: Path, encoding: str) -> None:
    story = "Совет посёлка проголосовал в понедельник за ремонт парома, который простоял в доке две зимы подряд. "
    rows = [{"id": n, "text": story * 3 + str(n)} for n in range(40)]
    (tmp_path / "in.jsonl").write_bytes("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode(encoding))
    summary, output = clean(tmp_path, tmp_path / "in.jsonl")
    assert summary.failures == 0
    assert [row["text"] for row in lines(output)] == [row["text"] for row in rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_tells_its_delimiter(tmp_path: Path, delimiter: str) -> None:
    (tmp_path / "in.csv").write_bytes(csv_of(ROWS, delimiter))
    assert [row["text"] for row in lines(clean(tmp_path, tmp_path / "in.csv")[1])] == [row["text"] for row in CLEAN]


def test_warc_gives_pages_and_passes_over_the_rest(tmp_path: Path) -> None:
    ok = "HTTP/1.1 200 OK\r\nContent-Type: text/plain{charset}\r\n{more}\r\n"
    story = "Совет посёлка проголосовал в понедельник за ремонт парома, который простоял в доке две зимы подряд."
    plain = text(3).encode()
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(plain), plain)
    response = {"type": "response", "content": "application/http; msgtype=response"}
    archive = b"".join(
        (
            archived(0, b"software: pen", type="warcinfo", content="application/warc-fields"),
            archived(1, b"", type="request", http="GET / HTTP/1.1\r\n\r\n", content="application/http; msgtype=request"),
            archived(2, story.encode("cp1251"), http=ok.format(charset="; charset=windows-1251", more=""), **response),
            archived(3, chunked, http=ok.format(charset="", more="Transfer-Encoding: chunked\r\n"), **response),
            archived(4, gzip.compress(plain), http=ok.format(charset="", more="Content-Encoding: gzip\r\n"), **response),
            archived(5, b"Not found", http="HTTP/1.1 404 Not Found\r\nContent-Type: text/plain\r\n\r\n", **response),
            archived(6, b"\x89PNG", http="HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n", **response),
            archived(7, plain, type="resource"),
        )
    )
    (tmp_path / "crawl.warc").write_bytes(archive)
    summary, output = clean(tmp_path, tmp_path / "crawl.warc")
    found = lines(output)
    assert summary.failures == 0
    assert [row["url"][-1] for row in found] == ["2", "3", "4", "7"]
    assert found[0]["text"] == story
    assert {row["text"] for row in found[1:]} == {expected({"text": text(3)})["text"]}


@pytest.mark.parametrize("format", ["jsonl", "csv"])
@pytest.mark.parametrize("suffix", PACKERS)
def test_outputs_are_packed_and_the_same_each_time(tmp_path: Path, suffix: str, format: str) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(ROWS))
    first, second = (clean(tmp_path, tmp_path / "in.jsonl", output=f"{n}.{format}{suffix}")[1].read_bytes() for n in (1, 2))
    assert first == second and first.startswith(PACKERS[suffix](b"x")[:2] if suffix else b"")
    (tmp_path / f"again.{format}").write_bytes(first)
    rows = lines(clean(tmp_path, tmp_path / f"again.{format}", output="x.jsonl")[1])
    assert [row["text"] for row in rows] == [row["text"] for row in CLEAN]
    told = rows[0]["input_metadata"] if format == "jsonl" else json.loads(rows[0]["input_metadata"])
    assert (rows[0]["input_status"], told["title"]) == ("ok", CLEAN[0]["metadata"]["title"])


MIXED = [
    {**ROWS[0], "tags": [], "views": 3, "more": {"a": 1}, "odd": "x"},
    {**ROWS[1], "tags": ["ferry"], "views": 2.5, "more": {"b": None}, "odd": 7},
    {"url": ROWS[2]["url"], "text": ROWS[2]["text"], "odd": [1, "2"], "empty": {}},
]


def test_csv_has_all_columns_and_json_for_what_is_nested(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(MIXED))
    output = clean(tmp_path, tmp_path / "in.jsonl", output="out.csv")[1]
    with output.open(newline="") as file:
        found = list(csv.DictReader(file))
    assert [row["text"] for row in found] == [row["text"] for row in CLEAN]
    assert [row["views"] for row in found] == ["3", "2.5", ""]
    assert json.loads(found[1]["tags"]) == ["ferry"] and json.loads(found[0]["metadata"]) == CLEAN[0]["metadata"]
    assert list(found[0])[-3:] == ["metadata", "status", "confidence"] and "empty" in found[0]


def test_parquet_has_types_that_hold_all_values(tmp_path: Path) -> None:
    import pyarrow.parquet

    (tmp_path / "in.jsonl").write_bytes(jsonl(MIXED))
    output = clean(tmp_path, tmp_path / "in.jsonl", output="out.parquet", chunk=1)[1]
    found = pyarrow.parquet.read_table(output).to_pylist()
    assert [(row["text"], row["metadata"], row["confidence"]) for row in found] == [
        (row["text"], row["metadata"], row["confidence"]) for row in CLEAN
    ]
    assert [row["views"] for row in found] == [3.0, 2.5, None]
    assert [row["tags"] for row in found] == [[], ["ferry"], None]
    assert [row["odd"] for row in found] == ["x", "7", '[1, "2"]']


@pytest.mark.parametrize(("named", "suffix", "write"), [("text", ".txt", to_text), ("md", ".md", to_markdown)])
def test_a_folder_mirrors_the_input(tmp_path: Path, named: str, suffix: str, write: object) -> None:
    pages = tmp_path / "pages"
    for number, name in enumerate(("a.txt", "deep/er/b.txt", "deep/er/b.text")):
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_text(text(number))
    (pages / "news.jsonl").write_bytes(jsonl([{"id": "x", "text": text(3)}, {"text": text(4)}]))
    output = clean(tmp_path, pages, output="out", sink_format=named)[1]
    found = {str(path.relative_to(output)).removesuffix(suffix): path.read_text() for path in output.rglob("*.*")}
    cleaned = {number: write(Cleaner().clean(text(number))) for number in range(5)}  # type: ignore[operator]
    right = {"a": 0, "deep/er/b": 2, "deep/er/b-2": 1, "news/x": 3, "news/line-00000002": 4}
    assert found == {name: cleaned[number] for name, number in right.items()}


def test_ids_never_lead_out_of_the_folder_and_namesakes_are_told_apart(tmp_path: Path) -> None:
    ids = ["../../../up", "/etc/passwd", "..", "same", "same", "SAME", "x" * 300, "a/b", "a_b", "\x00", 7, "same"]
    (tmp_path / "in.jsonl").write_bytes(jsonl({"id": id, "text": text(n)} for n, id in enumerate(ids)))
    below = tmp_path / "below"
    below.mkdir()
    summary, output = clean(below, tmp_path / "in.jsonl", output="out")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["below", "in.jsonl"]
    assert {path.parent for path in output.rglob("*.txt")} == {output / "in"}
    names = {path.stem for path in output.rglob("*.txt")}
    assert len(names) == len(ids)
    assert {"up", "etc_passwd", "unnamed", "same", "same-line-00000005", "same-line-00000012", "SAME", "7"} <= names
    assert [(row["line"], row["status"]) for row in failures(below)] == [(5, "duplicate_id"), (12, "duplicate_id")]
    assert summary.failures == 2


def test_safe_names_are_names() -> None:
    for name in ("..", "../x", "a/../../b", ".hidden", "c:\\x", "nul\x00", "\u202e", "é" * 200, ""):
        assert safe(name) and not set(safe(name)) & set("/\\\x00:") and not safe(name).startswith(".")
        assert len(safe(name).encode()) <= 150


def test_dolma_attributes_stand_row_by_row(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(ROWS[:1]) + b"no json\n" + jsonl(ROWS[1:]))
    output = clean(tmp_path, tmp_path / "in.jsonl", output="out.jsonl", sink_format="dolma")[1]
    found = lines(output)
    assert [row["id"] for row in found] == ["doc-0", None, "doc-1", "doc-2"]
    page, spans = ROWS[0]["text"], found[0]["attributes"]
    removed = [page[start:end] for start, end, _ in spans["newsclean__removed"]]
    assert removed == [fate.text for fate in Cleaner().clean(page).removed]
    assert [page[start:end] for start, end, _ in spans["newsclean__share"]] == ["Share this article"]
    assert found[1]["attributes"] == {}


def test_dolma_attributes_in_a_folder_have_the_names_of_their_documents(tmp_path: Path) -> None:
    documents = tmp_path / "documents"
    (documents / "deep").mkdir(parents=True)
    (documents / "a.jsonl.gz").write_bytes(gzip.compress(b"no json\n" + jsonl(ROWS[:2])))
    (documents / "deep" / "b.jsonl").write_bytes(jsonl(ROWS[2:]))
    (documents / "deep" / "c.jsonl.gz").write_bytes(gzip.compress(jsonl(ROWS))[:-9])
    output = clean(tmp_path, documents, output="attributes", sink_format="dolma")[1]
    ids = {
        "a.jsonl.gz": [None, "doc-0", "doc-1"],
        "deep/b.jsonl": ["doc-2"],
        "deep/c.jsonl.gz": ["doc-0", "doc-1", "doc-2"],
    }
    found = {str(path.relative_to(output)): path.read_bytes() for path in output.rglob("*.*")}
    unpacked = {name: gzip.decompress(data) if name.endswith(".gz") else data for name, data in found.items()}
    assert {name: [json.loads(line)["id"] for line in data.splitlines()] for name, data in unpacked.items()} == ids


def test_parquet_is_written_in_groups_that_memory_holds(tmp_path: Path) -> None:
    import pyarrow.parquet

    pages = [{"text": f"{number} {'x' * 1_000_000}"} for number in range(20)]
    (tmp_path / "in.jsonl").write_bytes(jsonl(pages))
    keep = partial(Quick, str(tmp_path / "log"), 0.0)
    output = clean(tmp_path, tmp_path / "in.jsonl", output="out.parquet", cleaner=keep)[1]
    file = pyarrow.parquet.ParquetFile(output)
    assert file.metadata.num_row_groups > 1
    assert file.read(["text"]).column("text").to_pylist() == [page["text"] for page in pages]


def test_parquet_takes_what_no_type_fits(tmp_path: Path) -> None:
    import pyarrow.parquet

    odd = [{"text": "", "n": 2**60 + 1, "s": "\ud800", "\ud801": 1}, {"text": "", "n": 0.5, "s": "x"}, {"text": "", "n": 10**30}]
    (tmp_path / "in.jsonl").write_bytes(jsonl(odd))
    output = clean(tmp_path, tmp_path / "in.jsonl", output="out.parquet", chunk=1)[1]
    found = pyarrow.parquet.read_table(output).to_pylist()
    assert [row["n"] for row in found] == [str(2**60 + 1), "0.5", str(10**30)]
    assert [row["s"] for row in found] == ["?", "x", None]

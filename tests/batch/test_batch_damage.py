"""What cannot be read is told with its place, and what stands around it is cleaned."""

from __future__ import annotations

import ctypes
import gzip
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from corpus import PACKERS, archived, clean, command, csv_of, expected, failures, jsonl, lines, records, text

from newsclean.batch import Keys, Limits
from newsclean.batch.streams import MIN_BOMB_BYTES, opened
from newsclean.batch.unreadable import Unreadable
from newsclean.errors import BatchError, StrictError

ROWS = records(3)
CLEAN = [expected(row) for row in ROWS]
GOOD = [jsonl([row]) for row in ROWS]


def test_damaged_lines_are_told_and_the_others_cleaned(tmp_path: Path) -> None:
    bad = (
        (b'{"text": "cut', "no JSON"),
        (b"[1, 2]", "holds list; expected an object"),
        (b'{"body": "x"}', "no key 'html' or 'text'; it has body"),
        (b'{"text": 7}', "'text' holds int; expected a string"),
        (b'{"text": null}', "no key"),
        (b'{"text": "caf\xe9"}', "not UTF-8 at byte 14"),
        (b'{"text": ' + b"[" * 100_000 + b"}", "no JSON"),
        (b'{"text": "' + b"x" * 8_000_000 + b'"}', "longer than"),
        (b"\x00\x00\x00", "no JSON"),
    )
    between = b"".join(line + b"\n" for line, _ in bad)
    (tmp_path / "in.jsonl").write_bytes(GOOD[0] + between + b"\n  \n" + GOOD[1] + GOOD[2].rstrip())
    summary, output = clean(tmp_path, tmp_path / "in.jsonl", limits=Limits(chars=1_000_000))
    assert lines(output) == CLEAN
    told = failures(tmp_path)
    assert [row["line"] for row in told] == list(range(2, 2 + len(bad)))
    for row, (_, reason) in zip(told, bad, strict=True):
        assert reason in row["reason"] and row["status"] == "unreadable" and row["source"] == str(tmp_path / "in.jsonl")
    assert summary.failures == len(bad)


def test_the_exit_code_says_that_something_failed(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(GOOD[0] + b"no\n" + GOOD[1])
    done = command(tmp_path, "in.jsonl", "-o", "out.jsonl")
    assert done.returncode == 1 and b"1 failures" in done.stderr and b"--errors" in done.stderr
    assert lines(tmp_path / "out.jsonl") == CLEAN[:2]
    assert command(tmp_path, "in.jsonl", "-o", "out.jsonl", "--resume").returncode == 1


def test_strict_stops_at_a_failure_and_can_go_on(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(GOOD[0] + b"no\n" + GOOD[1])
    done = command(tmp_path, "in.jsonl", "-o", "out.jsonl", "--strict")
    assert done.returncode == 1 and b"in.jsonl 2: unreadable: no JSON" in done.stderr
    assert not (tmp_path / "out.jsonl").exists()
    (tmp_path / "in.jsonl").write_bytes(GOOD[0] + GOOD[2] + GOOD[1])
    assert command(tmp_path, "in.jsonl", "-o", "out.jsonl", "--strict", "--resume").returncode == 0
    assert lines(tmp_path / "out.jsonl") == [CLEAN[0], CLEAN[2], CLEAN[1]]


@pytest.mark.parametrize("suffix", [suffix for suffix in PACKERS if suffix])
def test_files_that_are_cut_off_give_what_comes_before(tmp_path: Path, suffix: str) -> None:
    whole = PACKERS[suffix](b"".join(GOOD)) + PACKERS[suffix](GOOD[0] * 50)
    (tmp_path / f"a.jsonl{suffix}").write_bytes(whole[:-20])
    (tmp_path / f"b.txt{suffix}").write_bytes(whole[: len(whole) // 4])
    (tmp_path / "c.jsonl").write_bytes(GOOD[2])
    _, output = clean(tmp_path, *sorted(tmp_path.iterdir()), keys=Keys(id="none"))
    found = lines(output)
    assert found[:3] == CLEAN and found[-1] == CLEAN[2]
    told = failures(tmp_path)
    assert [os.path.basename(row["source"]) for row in told] == [f"a.jsonl{suffix}", f"b.txt{suffix}"]
    assert told[0]["after_line"] >= 3 and all("damaged or cut off" in row["reason"] for row in told)


def test_archives_that_are_damaged_give_what_comes_before(tmp_path: Path) -> None:
    pages = [archived(number, text(number).encode()) for number in range(3)]
    cut = b"".join(pages)[:-40]
    damaged = {
        "cut.warc": (cut, "cut off within this record", 2, "offset"),
        "cut.warc.gz": (gzip.compress(pages[0]) + gzip.compress(pages[1])[:-30], "damaged or cut off", 1, "after_offset"),
        "junk.warc": (pages[0] + b"junk\r\n\r\n" + pages[1], "no WARC from here on", 1, "after_offset"),
        "none.warc": (b"<html>", "no WARC from here on", 0, "status"),
    }
    for name, (data, reason, count, place) in damaged.items():
        (tmp_path / name).write_bytes(data)
        _, output = clean(tmp_path, tmp_path / name, output=f"{name}.jsonl")
        assert [row["text"] for row in lines(output)] == [row["text"] for row in CLEAN[:count]]
        (told,) = failures(tmp_path)
        assert reason in told["reason"] and list(told)[1] == place


def test_damaged_tables_are_told(tmp_path: Path) -> None:
    table = csv_of(ROWS).splitlines(keepends=True)
    (tmp_path / "a.csv").write_bytes(table[0] + b"only,two\r\n" + b"".join(table[1:]))
    (tmp_path / "b.csv").write_bytes(b"id,text\r\nx,caf\xc3\r\ny,whole\r\n")
    (tmp_path / "c.parquet").write_bytes(b"PAR1 and then nothing")
    (tmp_path / "d.csv").write_bytes(b'id,text\r\nx,"never closed\r\n' + b"y,more\r\n" * 900_000)
    _, output = clean(tmp_path, *sorted(tmp_path.iterdir()), limits=Limits(chars=1_000_000))
    assert [row["text"] for row in lines(output)] == [*(row["text"] for row in CLEAN), "whole"]
    told = [(os.path.basename(row["source"]), row.get("line")) for row in failures(tmp_path)]
    assert told == [("a.csv", 2), ("b.csv", 2), ("c.parquet", None), ("d.csv", None)]


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    (pages / "a.txt").write_text(text(0))
    (pages / "b.txt").touch()
    (pages / "c.jsonl").touch()
    (pages / "d.txt").write_bytes(gzip.compress(b"")[:5])
    (pages / "e.txt").write_bytes(b"\x00\x01\x02\x03" * 100)
    (pages / "f.txt").symlink_to(pages / "nowhere")
    (pages / "g.txt").write_text(text(1))
    _, output = clean(tmp_path, pages)
    found = [(os.path.basename(row["file"]), row["status"]) for row in lines(output)]
    assert found == [("a.txt", "ok"), ("e.txt", "undecodable"), ("g.txt", "ok")]
    assert [(os.path.basename(row["source"]), row["status"]) for row in failures(tmp_path)] == [
        ("b.txt", "unreadable"),
        ("c.jsonl", "unreadable"),
        ("d.txt", "unreadable"),
        ("e.txt", "undecodable"),
    ]


def _obey_permissions() -> None:
    """Let the superuser, who may read everything, become one who may not: without the two capabilities for that."""
    if os.geteuid() == 0:
        for capability in (1, 2):
            ctypes.CDLL(None).prctl(24, capability, 0, 0, 0)


def test_folders_and_files_without_permission_are_told(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    for name in ("a/x.txt", "b/x.txt", "c.txt", "d.jsonl", "e.txt"):
        (pages / name).parent.mkdir(parents=True, exist_ok=True)
        (pages / name).write_text(text(0))
    for name in ("b", "c.txt", "d.jsonl"):
        (pages / name).chmod(0)
    done = command(tmp_path, "pages", "-o", "out.jsonl", "--errors", "err.jsonl", preexec_fn=_obey_permissions)
    (pages / "b").chmod(0o755)
    assert done.returncode == 1, done.stderr
    assert [row["file"] for row in lines(tmp_path / "out.jsonl")] == ["pages/a/x.txt", "pages/e.txt"]
    told = [(row["source"], "ermission" in row["reason"]) for row in lines(tmp_path / "err.jsonl")]
    assert told == [("pages/b", True), ("pages/c.txt", True), ("pages/d.jsonl", True)]


def test_what_the_batch_writes_is_not_read(tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    (pages / "deep").mkdir(parents=True)
    (pages / "a.txt").write_text(text(0))
    for _ in range(2):
        assert len(lines(clean(pages, pages, output="deep/out.jsonl")[1])) == 1
    assert sorted(path.name for path in clean(pages, pages, output="texts")[1].iterdir()) == ["a.txt", "deep"]
    assert [row["text"] for row in lines(clean(pages, f"{pages}/*.jsonl", pages / "a.txt", output="new.jsonl")[1])]


def test_an_output_that_is_an_input_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(GOOD[0])
    done = command(tmp_path, "in.jsonl", "-o", "in.jsonl")
    assert done.returncode == 2 and b"write elsewhere" in done.stderr
    assert (tmp_path / "in.jsonl").read_bytes() == GOOD[0]


def test_duplicate_ids_are_told_and_kept(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(GOOD[0] + GOOD[1] + GOOD[0])
    summary, output = clean(tmp_path, tmp_path / "in.jsonl")
    assert lines(output) == [CLEAN[0], CLEAN[1], CLEAN[0]]
    (told,) = failures(tmp_path)
    assert (told["line"], told["id"], summary.failures) == (3, "doc-0", 1)
    assert told["reason"].endswith("in.jsonl line 1")
    with pytest.raises(StrictError, match="duplicate_id"):
        clean(tmp_path, tmp_path / "in.jsonl", output="strict.jsonl", strict=True)


def test_documents_that_are_too_large_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl([ROWS[0], {**ROWS[1], "text": text(1, 50)}]))
    (tmp_path / "z.txt").write_text(text(1, 50) * 500)
    output = clean(tmp_path, tmp_path / "in.jsonl", tmp_path / "z.txt", limits=Limits(chars=2_000))[1]
    found = lines(output)
    assert [(row["status"], row["text"] == "") for row in found] == [("ok", False), ("too_large", True), ("too_large", True)]
    assert (found[1]["id"], found[1]["number"]) == ("doc-1", 1)
    assert [row["status"] for row in failures(tmp_path)] == ["too_large", "too_large"]


def _gzip_bomb() -> bytes:
    piece = gzip.compress(bytes(MIN_BOMB_BYTES // 4), 9)
    return piece * 6


def _zstd_bomb() -> bytes:
    return PACKERS[".zst"](bytes(MIN_BOMB_BYTES // 4)) * 6


@pytest.mark.parametrize("bomb", [_gzip_bomb, _zstd_bomb])
def test_bombs_stop_at_a_limit(tmp_path: Path, bomb: Callable[[], bytes]) -> None:
    (tmp_path / "bomb.jsonl").write_bytes(bomb())
    read = 0
    with pytest.raises(Unreadable, match="decompression bomb"), opened(str(tmp_path / "bomb.jsonl")) as stream:
        while part := stream.read(1 << 16):
            read += len(part)
    assert read <= MIN_BOMB_BYTES + (1 << 16)


def test_a_bomb_fails_alone(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(_gzip_bomb())
    (tmp_path / "b.txt.gz").write_bytes(_gzip_bomb())
    (tmp_path / "c.jsonl").write_bytes(GOOD[0])
    found = lines(clean(tmp_path, *sorted(tmp_path.iterdir()))[1])
    assert [row["status"] for row in found] == ["too_large", "ok"]
    assert ["bomb" in row["reason"] or row["status"] == "too_large" for row in failures(tmp_path)][-2:] == [True, True]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("missing.jsonl", "-o", "out.jsonl"), "missing.jsonl: nothing is there"),
        (("*.nothing", "-o", "out.jsonl"), "*.nothing: nothing is there"),
        (("in.jsonl", "-o", "out.doc"), "out.doc: its suffix tells no format; say --to"),
        (("in.dat", "-o", "out.jsonl"), "in.dat: its suffix tells no format; say --from"),
        (("in.jsonl", "-o", "no/out.jsonl"), "the folder no is not there"),
        (("in.jsonl", "-o", "full"), "full has files in it"),
        (("in.jsonl", "-o", "out.parquet.gz"), "Parquet is compressed in itself"),
        (("in.jsonl", "-o", "out.jsonl", "--timeout", "0"), "limit of seconds is 0"),
        (("in.jsonl", "-o", "out.jsonl", "-j", "0"), "0 workers; expected at least 1"),
        (("in.jsonl", "-o", "out.jsonl", "--errors", "./out.jsonl"), "give each its own name"),
        (("in.jsonl", "-o", "out.jsonl", "--errors", "e.jsonl", "--stats", "e.jsonl"), "give each its own name"),
    ],
)
def test_wrong_usage_is_told_before_anything_is_done(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    (tmp_path / "in.jsonl").write_bytes(GOOD[0])
    (tmp_path / "in.dat").write_bytes(GOOD[0])
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").touch()
    before = sorted(tmp_path.rglob("*"))
    done = command(tmp_path, *arguments)
    assert done.returncode == 2 and said in done.stderr.decode() and b"Traceback" not in done.stderr
    assert sorted(tmp_path.rglob("*")) == before


def test_extras_have_names() -> None:
    with pytest.raises(BatchError, match="no extra everything; expected some of removed, source"):
        clean(Path("."), "-", extras=frozenset({"everything"}))

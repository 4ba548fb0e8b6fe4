"""Workers may hang, die and starve; their number changes nothing."""

from __future__ import annotations

import json
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from cleaners import Misbehaving, broken, stillborn
from corpus import clean, environment, expected, failures, jsonl, lines, records

from newsclean.batch import Limits, bar
from newsclean.errors import BatchError


def test_only_the_document_that_kills_its_worker_fails(tmp_path: Path) -> None:
    rows = records(12)
    for number, word in ((2, "SEGFAULT"), (3, "KILL"), (5, "RAISE"), (7, "MEMORY"), (9, "EXIT"), (11, "SEGFAULT")):
        rows[number] = {**rows[number], "text": word}
    rows[0] = {**rows[0], "text": rows[0]["text"] + f"\nONCE {tmp_path / 'once'}"}
    (tmp_path / "in.jsonl").write_bytes(jsonl(rows))
    limits = Limits(megabytes=2_048)
    _, output = clean(tmp_path, tmp_path / "in.jsonl", cleaner=Misbehaving, limits=limits, workers=2, chunk=6)
    found = lines(output)
    assert [row["id"] for row in found] == [row["id"] for row in rows]
    crashed = {2: "SIGSEGV", 3: "SIGKILL", 5: "RuntimeError: the page", 7: "2048 MB", 9: "exit code 3", 11: "SIGSEGV"}
    for number, row in enumerate(found):
        if number in crashed:
            assert (row["status"], row["text"], row["number"]) == ("crashed", "", number)
        else:
            assert row == expected(rows[number]), number
    told = failures(tmp_path)
    assert [row["line"] - 1 for row in told] == list(crashed)
    assert all(crashed[row["line"] - 1] in row["reason"] for row in told)


def test_only_the_document_that_hangs_times_out(tmp_path: Path) -> None:
    rows = records(5)
    rows[1] = {**rows[1], "text": "HANG"}
    (tmp_path / "in.jsonl").write_bytes(jsonl(rows))
    _, output = clean(tmp_path, tmp_path / "in.jsonl", cleaner=Misbehaving, limits=Limits(seconds=4.0))
    assert [row["status"] for row in lines(output)] == ["ok", "timeout", "ok", "ok", "ok"]
    (told,) = failures(tmp_path)
    assert (told["line"], told["id"], told["reason"]) == (2, "doc-1", "took more than 4 seconds; raise --timeout to clean it")


def test_the_output_is_the_same_for_any_number_of_workers_and_any_chunk(tmp_path: Path) -> None:
    rows = records(41)
    (tmp_path / "in.jsonl").write_bytes(b"bad\n".join(jsonl([row]) for row in rows))
    outputs = set()
    for workers, chunk in ((1, 50), (2, 4), (3, 1)):
        summary, output = clean(tmp_path, tmp_path / "in.jsonl", output=f"{workers}.jsonl", workers=workers, chunk=chunk)
        counts = json.dumps(summary.tally.to_dict())
        outputs.add((output.read_bytes(), (tmp_path / "errors.jsonl").read_bytes(), counts))
    assert len(outputs) == 1
    assert lines(output) == [expected(row) for row in rows]


def test_a_cleaner_that_cannot_be_made_ends_the_batch(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(records(1)))
    with pytest.raises(BatchError, match="a worker cannot start: no such profile"):
        clean(tmp_path, tmp_path / "in.jsonl", cleaner=broken)


def test_workers_that_die_while_they_start_end_the_batch(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(records(1)))
    with pytest.raises(BatchError, match="workers end before they begin \\(exit code 4\\)"):
        clean(tmp_path, tmp_path / "in.jsonl", cleaner=stillborn)


def test_a_cleaner_that_cannot_be_sent_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BatchError, match="give a class or function of a module"):
        clean(tmp_path, "-", cleaner=lambda: Misbehaving())


def test_the_summary_counts(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(records(4)) + b"bad\n" + jsonl([{"text": ""}]))
    summary, _ = clean(tmp_path, tmp_path / "in.jsonl", stats=tmp_path / "stats.json")
    stats = json.loads((tmp_path / "stats.json").read_bytes())
    found = [expected(row) for row in records(4)]
    assert (stats["documents"], stats["failures"]) == (5, 1)
    assert stats["characters_in"] == sum(len(row["text"]) for row in records(4))
    assert stats["characters_kept"] == sum(len(row["text"]) for row in found)
    assert (stats["statuses"], stats["languages"]) == ({"ok": 4, "empty": 1}, {"en": 4, "und": 1})
    assert stats["roles"]["byline"] == 4 and stats["rules"]["phrases/en/share-this-article"] == 4
    assert sum(stats["roles"].values()) == sum(stats["rules"].values())
    assert "5 documents" in summary.to_text() and "1 failures" in summary.to_text()


def test_progress_is_told_with_the_share_that_is_done(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(records(30)))
    told: list[tuple[int, int, float | None]] = []
    clean(tmp_path, tmp_path / "in.jsonl", chunk=10, note=lambda *numbers: told.append(numbers))
    assert [documents for documents, _, _ in told] == [10, 10, 10]
    assert told[-1][2] == 1.0


def test_the_bar_is_shown_on_a_terminal_only(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with bar() as note:
        note(10, 1, 0.5)
    assert capfd.readouterr().err == ""
    command = f"stty cols 120 rows 40; exec {shlex.quote(sys.executable)} -m newsclean batch in.jsonl -o out.jsonl"
    script = f"import pty, sys; sys.exit(pty.spawn(['sh', '-c', {command!r}]) >> 8)"
    (tmp_path / "in.jsonl").write_bytes(jsonl(records(3)) + b"bad\n")
    line = [sys.executable, "-c", script]
    done = subprocess.run(line, cwd=tmp_path, env=environment(), stdin=subprocess.DEVNULL, capture_output=True, text=True)
    assert done.returncode == 1
    assert "4/4" in done.stdout and "failed=1" in done.stdout and "documents/s" in done.stdout

"""A batch may be ended in any way at any moment, and goes on where it stopped."""

from __future__ import annotations

import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from pathlib import Path

import pytest
from corpus import HERE, clean, command, environment, expected, jsonl, lines, records
from driver import CHUNK, WORKERS

from newsclean.batch import Keys
from newsclean.errors import BatchError

KILLS = 20
PAGES = 120
SECONDS = 0.008
"""What each page takes: the batch then takes long enough to be killed in all its stages."""


def start(*arguments: object) -> subprocess.Popen[bytes]:
    """A batch in the background, in a process group of its own, that hears Ctrl-C even where these tests do not."""
    line = [sys.executable, *map(str, arguments)]
    hear = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    return subprocess.Popen(line, env=environment(), start_new_session=True, stderr=subprocess.PIPE, preexec_fn=hear)


def orphans(session: int) -> list[int]:
    """The living processes of a session."""
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, _, of = entry.read_text().rpartition(")")[2].split()[:4]
        except OSError:
            continue
        if int(of) == session and state != "Z":
            found.append(int(entry.parent.name))
    return found


def alone(session: int) -> bool:
    """Whether no process of a session is left, or will be left in a moment."""
    deadline = time.monotonic() + 20
    while orphans(session) and time.monotonic() < deadline:
        time.sleep(0.02)
    return not orphans(session)


def test_killed_at_random_moments_it_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(records(PAGES)))
    job = (HERE / "driver.py", tmp_path / "in.jsonl")
    output, log = tmp_path / "out.jsonl", tmp_path / "log"
    began = time.monotonic()
    assert start(*job, tmp_path / "whole.jsonl", tmp_path / "whole.log", SECONDS).wait() == 0
    takes = time.monotonic() - began
    right = (tmp_path / "whole.jsonl").read_bytes()
    assert len(right.splitlines()) == PAGES
    moments = random.Random(4)
    left, killed = KILLS, 0
    while True:
        process = start(*job, output, log, SECONDS)
        try:
            process.wait(takes * moments.uniform(0.2, 1.1) if left else None)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            assert alone(process.pid)
            left, killed = left - 1, killed + 1
            continue
        assert process.returncode == 0
        assert output.read_bytes() == right
        assert PAGES <= log.stat().st_size <= PAGES + killed * WORKERS * CHUNK
        assert sorted(path.name for path in tmp_path.glob("out*")) == ["out.jsonl", "out.jsonl.manifest"]
        if not left:
            return
        for path in (output, log, tmp_path / "out.jsonl.manifest"):
            path.unlink()
        killed = 0


def test_ctrl_c_ends_cleanly_and_can_go_on(tmp_path: Path) -> None:
    rows = records(300)
    (tmp_path / "in.jsonl").write_bytes(jsonl(rows))
    job = ("-m", "newsclean", "batch", tmp_path / "in.jsonl", "-o", tmp_path / "out.jsonl", "-j", "2", "--chunk", "5")
    process = start(*job)
    manifest = tmp_path / "out.jsonl.parts" / "manifest.jsonl"
    while not manifest.exists() or manifest.read_bytes().count(b"\n") < 3:
        assert process.poll() is None
        time.sleep(0.01)
    os.killpg(process.pid, signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert (process.returncode, told) == (130, b"newsclean: stopped; go on with --resume\n")
    assert alone(process.pid)
    assert not (tmp_path / "out.jsonl").exists()
    refused = command(tmp_path, *map(str, job[3:]))
    assert refused.returncode == 2 and b"unfinished batch: go on with --resume" in refused.stderr
    again = command(tmp_path, *map(str, job[3:]), "--resume", "--stats", "stats.json")
    assert again.returncode == 0
    assert lines(tmp_path / "out.jsonl") == [expected(row) for row in rows]
    stats = json.loads((tmp_path / "stats.json").read_bytes())
    assert stats["documents"] == len(rows) and 0 < stats["earlier_documents"] < len(rows)


@pytest.mark.parametrize("room", [0.3, 1.2])
def test_a_full_disk_ends_it_clearly_and_it_can_go_on(tmp_path: Path, room: float) -> None:
    """The limit on the size of a file is met by the manifest and the shards first, or by the output alone."""
    rows = records(60)
    (tmp_path / "in.jsonl").write_bytes(jsonl(rows))
    size = clean(tmp_path, tmp_path / "in.jsonl", output="right.jsonl")[1].stat().st_size
    limit = int(size * room) if room < 1 else size - 100

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    job = ("in.jsonl", "-o", "out.jsonl", "--chunk", "40" if room < 1 else "4")
    done = command(tmp_path, *job, preexec_fn=small)
    assert done.returncode == 2, done.stderr
    assert b"File too large; free some space or mend it, and go on with --resume" in done.stderr
    assert b"Traceback" not in done.stderr
    assert not (tmp_path / "out.jsonl").exists()
    assert list((tmp_path / "out.jsonl.parts").glob("*.tmp")) == []
    assert command(tmp_path, *job, "--resume").returncode == 0
    assert (tmp_path / "out.jsonl").read_bytes() == (tmp_path / "right.jsonl").read_bytes()


def test_a_small_file_system_that_is_full(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", disk], capture_output=True).returncode:
        pytest.skip("no right to mount a file system; the limit on the size of files is tested above")
    try:
        rows = records(150)
        (tmp_path / "in.jsonl").write_bytes(jsonl(rows))
        job = ("in.jsonl", "-o", "disk/out.jsonl", "--chunk", "10")
        done = command(tmp_path, *job)
        assert done.returncode == 2 and b"No space left on device; free some space" in done.stderr, done.stderr
        assert not (disk / "out.jsonl").exists()
        subprocess.run(["mount", "-o", "remount,size=8m", disk], check=True)
        assert command(tmp_path, *job, "--resume").returncode == 0
        assert lines(disk / "out.jsonl") == [expected(row) for row in rows]
    finally:
        subprocess.run(["umount", disk], check=True)


def test_another_configuration_is_refused_unless_forced(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(records(2)))
    output = clean(tmp_path, tmp_path / "in.jsonl", begin="resume")[1]
    before = output.read_bytes()
    with pytest.raises(BatchError, match=r"another configuration: keys .*begin anew with --force"):
        clean(tmp_path, tmp_path / "in.jsonl", begin="resume", keys=Keys(text="text"))
    with pytest.raises(BatchError, match="extras"):
        clean(tmp_path, tmp_path / "in.jsonl", begin="resume", extras=frozenset({"source"}))
    assert output.read_bytes() == before
    clean(tmp_path, tmp_path / "in.jsonl", begin="resume or anew", extras=frozenset({"source"}))
    assert "source" in lines(output)[0]


def test_an_unfinished_batch_of_another_configuration_is_refused(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(records(2)) + b"bad\n")
    with pytest.raises(BatchError, match="unreadable"):
        clean(tmp_path, tmp_path / "in.jsonl", strict=True)
    with pytest.raises(BatchError, match=r"another configuration: extras .*begin anew with --force"):
        clean(tmp_path, tmp_path / "in.jsonl", begin="resume", extras=frozenset({"source"}))
    output = clean(tmp_path, tmp_path / "in.jsonl", begin="resume or anew", extras=frozenset({"source"}))[1]
    assert "source" in lines(output)[0]


def test_another_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(records(2)))
    clean(tmp_path, tmp_path / "in.jsonl")
    monkeypatch.setattr("newsclean.batch.job.__version__", "99")
    with pytest.raises(BatchError, match=r"version \('.*', now '99"):
        clean(tmp_path, tmp_path / "in.jsonl", begin="resume")


def test_inputs_that_changed_are_cleaned_again(tmp_path: Path) -> None:
    rows = records(6)
    (tmp_path / "in.jsonl").write_bytes(jsonl(rows[:4]))
    clean(tmp_path, tmp_path / "in.jsonl", chunk=2)
    (tmp_path / "in.jsonl").write_bytes(jsonl(rows))
    output = clean(tmp_path, tmp_path / "in.jsonl", chunk=2, begin="resume")[1]
    assert lines(output) == [expected(row) for row in rows]


def test_an_unfinished_batch_whose_input_changed_redoes_what_changed(tmp_path: Path) -> None:
    rows = records(6)
    (tmp_path / "in.jsonl").write_bytes(jsonl(rows[:4]) + b"bad\n")
    with pytest.raises(BatchError, match="unreadable"):
        clean(tmp_path, tmp_path / "in.jsonl", chunk=2, strict=True)
    (tmp_path / "in.jsonl").write_bytes(jsonl([rows[0], rows[5], *rows[2:5]]))
    summary, output = clean(tmp_path, tmp_path / "in.jsonl", chunk=2, begin="resume")
    assert lines(output) == [expected(row) for row in (rows[0], rows[5], *rows[2:5])]
    assert summary.tally.counts["documents"] == 5
    assert summary.earlier == 2


def test_a_torn_last_line_of_the_manifest_is_dropped(tmp_path: Path) -> None:
    rows = records(6)
    (tmp_path / "in.jsonl").write_bytes(jsonl(rows) + b"bad\n")
    with pytest.raises(BatchError):
        clean(tmp_path, tmp_path / "in.jsonl", chunk=2, strict=True)
    manifest = tmp_path / "out.jsonl.parts" / "manifest.jsonl"
    manifest.write_bytes(manifest.read_bytes()[:-7])
    (tmp_path / "in.jsonl").write_bytes(jsonl(rows))
    summary, output = clean(tmp_path, tmp_path / "in.jsonl", chunk=2, begin="resume")
    assert lines(output) == [expected(row) for row in rows]
    assert summary.tally.counts["documents"] == 6 and summary.earlier == 4


def test_a_shard_that_the_disk_lost_is_made_again(tmp_path: Path) -> None:
    rows = records(6)
    (tmp_path / "in.jsonl").write_bytes(jsonl(rows) + b"bad\n")
    with pytest.raises(BatchError):
        clean(tmp_path, tmp_path / "in.jsonl", chunk=2, strict=True)
    parts = tmp_path / "out.jsonl.parts"
    (parts / "00000001.jsonl").write_bytes(bytes((parts / "00000001.jsonl").stat().st_size))
    (parts / "00000002.index.jsonl").unlink()
    summary, output = clean(tmp_path, tmp_path / "in.jsonl", chunk=2, begin="resume")
    assert lines(output) == [expected(row) for row in rows]
    assert summary.earlier == 2


def test_two_batches_do_not_share_a_work_folder(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(jsonl(records(1)))
    with pytest.raises(BatchError, match="another batch is at work here"):
        clean(tmp_path, tmp_path / "in.jsonl", note=lambda *_: clean(tmp_path, tmp_path / "in.jsonl", begin="resume") and None)


def test_an_output_that_is_a_link_is_written_where_it_leads(tmp_path: Path) -> None:
    """Even to another disk, where a file cannot be moved to in one step."""
    rows = records(2)
    (tmp_path / "in.jsonl").write_bytes(jsonl(rows))
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as disk:
        (tmp_path / "out.jsonl").symlink_to(Path(disk, "there.jsonl"))
        clean(tmp_path, tmp_path / "in.jsonl", begin="resume")
        assert (tmp_path / "out.jsonl").is_symlink()
        assert lines(tmp_path / "out.jsonl") == [expected(row) for row in rows]
        assert clean(tmp_path, tmp_path / "in.jsonl", begin="resume")[0].nothing_done


def test_a_folder_is_replaced_only_when_told_to(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(records(1)[0]["text"])
    output = clean(tmp_path, tmp_path / "a.txt", output="out")[1]
    (output / "mine.txt").touch()
    clean(tmp_path, tmp_path / "a.txt", output="out", begin="resume")
    with pytest.raises(BatchError, match="--force replaces all that is in it"):
        clean(tmp_path, tmp_path / "a.txt", output="out")
    assert (output / "mine.txt").exists()
    clean(tmp_path, tmp_path / "a.txt", output="out", begin="anew")
    assert [path.name for path in output.iterdir()] == ["a.txt"]


def test_a_folder_that_is_made_anew_is_not_finished_before_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(records(1)[0]["text"])
    (tmp_path / "b.jsonl").write_bytes(b"bad\n")
    inputs = (tmp_path / "a.txt", tmp_path / "b.jsonl")
    output = clean(tmp_path, *inputs, output="out")[1]
    with pytest.raises(BatchError, match="unreadable"):
        clean(tmp_path, *inputs, output="out", begin="anew", strict=True)
    (output / "a.txt").write_text("old")
    clean(tmp_path, *inputs, output="out", begin="resume")
    assert (output / "a.txt").read_text() == expected(records(1)[0])["text"] + "\n"

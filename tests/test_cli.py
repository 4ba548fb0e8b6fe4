"""The command as its users run it: in a process of its own."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import newsclean
from newsclean.cli import main
from newsclean.pipeline import filter_name

ROOT = Path(newsclean.__file__).parent.parent
COMMAND = (sys.executable, "-m", "newsclean")

FIRST = "Ships left the harbour on Monday after a week of storms that had closed the port, the port authority said – at last."
SECOND = (
    "The ferry to the islands will run again from Tuesday, and tickets bought last week stay valid until the end of the month."
)
THIRD = "Fishermen said that they had lost around two million in income while their boats stayed in the harbour for seven days."
SHARE = "Share this article"
PAGE = f"Harbour reopens after a week of storms\n\n{FIRST}\n\n{SECOND}\n\n{SHARE}\n\n{THIRD}\n\n{SECOND[:40]}{THIRD[10:]}\n"
BODY = PAGE.split("\n\n", 1)[1].replace(f"{SHARE}\n\n", "")
HTML = f"<!DOCTYPE html><html><head><title>Harbour</title></head><body><p>{FIRST}</p></body></html>"


def environment(**changes: str) -> dict[str, str]:
    """The environment of a plain user, with the package to be found and stdout buffered, as it is by default."""
    others = ("NO_COLOR", "COLUMNS", "PYTHONIOENCODING", "PYTHONUNBUFFERED")
    return {**{key: value for key, value in os.environ.items() if key not in others}, "PYTHONPATH": str(ROOT), **changes}


def run(cwd: Path, *arguments: str, stdin: bytes = b"", **changes: str) -> subprocess.CompletedProcess[bytes]:
    """The finished command."""
    return subprocess.run([*COMMAND, *arguments], cwd=cwd, input=stdin, env=environment(**changes), capture_output=True)


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """A directory with two pages, and inputs of which no article can be made."""
    (tmp_path / "a.txt").write_bytes(PAGE.encode())
    (tmp_path / "b.txt").write_bytes(PAGE.replace("Harbour", "Port").encode("utf-16"))
    (tmp_path / "page.html").write_text(HTML)
    (tmp_path / "page.gz").write_bytes(gzip.compress(PAGE.encode()))
    (tmp_path / "blank.txt").write_text(" \n")
    return tmp_path


def test_clean_reads_a_file_and_writes_its_body(pages: Path) -> None:
    done = run(pages, "clean", "a.txt")
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, BODY, b"")


@pytest.mark.parametrize("arguments", [(), ("-",)])
def test_clean_reads_bytes_from_stdin(pages: Path, arguments: tuple[str, ...]) -> None:
    done = run(pages, "clean", *arguments, stdin=PAGE.encode("utf-16"))
    assert (done.returncode, done.stdout.decode()) == (0, BODY)


def test_stdout_is_utf8_in_any_locale(pages: Path) -> None:
    done = run(pages, "clean", "a.txt", LC_ALL="C", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    assert (done.returncode, done.stdout.decode("utf-8")) == (0, BODY)


def test_text_of_several_files_is_separated_by_a_blank_line(pages: Path) -> None:
    assert run(pages, "clean", "a.txt", "blank.txt", "b.txt").stdout.decode() == f"{BODY}\n{BODY}"


def test_markdown_has_a_heading_and_a_rule_between_files(pages: Path) -> None:
    one = f"# Harbour reopens after a week of storms\n\n{BODY}"
    assert run(pages, "clean", "--format", "md", "a.txt").stdout.decode() == one
    both = run(pages, "clean", "--format", "md", "a.txt", "b.txt").stdout.decode()
    assert both == f"{one}\n---\n\n{one.replace('Harbour', 'Port')}"


def test_the_preset_decides_what_goes(pages: Path) -> None:
    page = PAGE.replace(SHARE, "Fares and times").encode()
    kept = {
        preset: b"Fares and" in run(pages, "clean", "--preset", preset, stdin=page).stdout for preset in ("recall", "precision")
    }
    assert kept == {"recall": True, "precision": False}


def test_json_of_one_file_is_an_indented_object(pages: Path) -> None:
    done = run(pages, "clean", "--format", "json", "--url", "https://port.example/1", "a.txt").stdout.decode()
    article = json.loads(done)
    assert "file" not in article and "\n  " in done and " – at last" in done
    assert article["text"] == BODY.rstrip() and article["metadata"]["url"] == "https://port.example/1"
    assert SHARE in [fate["text"] for fate in article["removed"]]


def test_json_of_several_files_is_an_object_a_line_with_its_file(pages: Path) -> None:
    lines = run(pages, "clean", "--format", "json", "a.txt", "b.txt").stdout.decode().splitlines()
    assert [json.loads(line)["file"] for line in lines] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("bad", "said"),
    [
        ("missing.txt", "missing.txt: cannot be read: No such file or directory; check the path"),
        (".", ".: cannot be read: Is a directory"),
        ("page.gz", "page.gz: undecodable: gzip data, not text: decompress"),
    ],
)
def test_a_bad_input_is_named_and_the_others_are_cleaned(pages: Path, bad: str, said: str) -> None:
    done = run(pages, "clean", "a.txt", bad, "b.txt")
    assert (done.returncode, done.stdout.decode()) == (1, f"{BODY}\n{BODY}")
    assert f"newsclean: {said}" in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()


@pytest.mark.parametrize("arguments", [(), ("--html",)])
def test_html_is_read(pages: Path, arguments: tuple[str, ...]) -> None:
    done = run(pages, "clean", *arguments, "page.html")
    assert (done.returncode, done.stdout.decode(), done.stderr) == (0, f"{FIRST}\n", b"")


def test_text_takes_html_as_it_is(pages: Path) -> None:
    done = run(pages, "clean", "--text", "page.html")
    assert (done.returncode, done.stdout.decode().rstrip()) == (0, HTML)


def test_a_status_other_than_ok_is_told_on_stderr(pages: Path) -> None:
    done = run(pages, "clean", "blank.txt")
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr.decode().startswith("newsclean: blank.txt: empty: ")


def test_undecodable_bytes_fail_in_every_command(pages: Path) -> None:
    assert run(pages, "explain", "page.gz").returncode == 1
    done = run(pages, "clean", "--format", "json", "page.gz")
    assert (done.returncode, json.loads(done.stdout)["status"]) == (1, "undecodable")


def test_output_replaces_a_file_and_leaves_nothing_else(pages: Path) -> None:
    before = sorted(pages.iterdir())
    done = run(pages, "clean", "a.txt", "-o", "a.txt")
    assert (done.returncode, done.stdout, (pages / "a.txt").read_bytes().decode()) == (0, b"", BODY)
    assert sorted(pages.iterdir()) == before


def test_output_stays_as_it_was_when_there_is_no_article(pages: Path) -> None:
    (pages / "out.txt").write_text("old")
    assert run(pages, "clean", "missing.txt", "-o", "out.txt").returncode == 1
    assert (pages / "out.txt").read_text() == "old"


def test_output_that_cannot_be_written_is_named(pages: Path) -> None:
    done = run(pages, "clean", "a.txt", "-o", "no/such/out.txt")
    assert done.returncode == 1
    assert done.stderr.decode().startswith("newsclean: no/such/out.txt: cannot be written: No such file or directory")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_told_once(pages: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run([*COMMAND, "clean", "a.txt"], cwd=pages, env=environment(), stdout=full, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert b"standard output: cannot be written" in done.stderr


@pytest.mark.parametrize("stderr", [subprocess.PIPE, subprocess.STDOUT])
def test_a_reader_who_leaves_ends_it_quietly(pages: Path, stderr: int) -> None:
    arguments = [*COMMAND, "clean", *["a.txt"] * 100, "blank.txt"]
    with subprocess.Popen(arguments, cwd=pages, env=environment(), stdout=subprocess.PIPE, stderr=stderr) as process:
        assert process.stdout is not None
        process.stdout.close()
        said = process.stderr.read() if process.stderr else b""
    assert (process.returncode, said) == (0, b"")


def test_output_is_written_when_nobody_reads_stderr(pages: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    arguments = [*COMMAND, "clean", "missing.txt", "a.txt", "-o", "out.txt"]
    assert subprocess.run(arguments, cwd=pages, env=environment(), stderr=writer).returncode == 1
    os.close(writer)
    assert (pages / "out.txt").read_bytes().decode() == BODY


def test_explain_is_plain_and_whole_when_piped(pages: Path) -> None:
    done = run(pages, "explain", "a.txt", COLUMNS="40")
    lines = done.stdout.decode().splitlines()
    assert done.returncode == 0 and len(lines) == len(PAGE.split("\n\n"))
    assert lines[1] == f"keep  body         {FIRST}"
    assert lines[3].startswith(f"drop  share        {SHARE}  [")
    assert b"\x1b" not in done.stdout


@pytest.mark.parametrize(("changes", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"TERM": "dumb"}, False)])
def test_explain_colours_and_shortens_on_a_terminal(pages: Path, changes: dict[str, str], coloured: bool) -> None:
    pty = pytest.importorskip("pty")
    master, terminal = pty.openpty()
    env = environment(**{"TERM": "xterm", "COLUMNS": "70", **changes})
    try:
        subprocess.run([*COMMAND, "explain", "a.txt"], cwd=pages, env=env, stdout=terminal, check=True)
        shown = os.read(master, 100_000).decode()
    finally:
        os.close(master)
        os.close(terminal)
    assert FIRST[:30] in shown and FIRST not in shown and "…" in shown
    assert ("\x1b[32mkeep" in shown, "\x1b" in shown) == (coloured, coloured)


def test_filters_are_listed_in_order_with_their_purpose(pages: Path) -> None:
    listed = {line.split()[0]: line for line in run(pages, "filters", "--preset", "precision").stdout.decode().splitlines()}
    assert list(listed) == [filter_name(filter) for filter in newsclean.PRESETS["precision"]]
    for filter in newsclean.PRESETS["precision"]:
        line = listed[filter_name(filter)]
        assert line.endswith(".") and " ".join((filter.__doc__ or "").split()).startswith(line.split(maxsplit=1)[1])


def test_a_filter_is_shown_with_the_values_of_the_preset(pages: Path) -> None:
    balanced, recall = (run(pages, "filters", "scored", "--preset", name).stdout.decode() for name in ("balanced", "recall"))
    assert "``threshold`` (log-odds)" in balanced and "\nOptions:\n" in balanced
    assert "  threshold = 0.0\n" in balanced and "  threshold = -2.0\n" in recall


def test_no_filter_is_shown_with_a_place_in_memory(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    for filter in newsclean.PRESETS["precision"]:
        assert main(["filters", filter_name(filter), "--preset", "precision"]) == 0
    shown = capsysbinary.readouterr().out
    assert shown.count(b"Options:") > 1 and b" at 0x" not in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "COMMAND"),
        (("clean", "--text", "--html"), "not allowed with"),
        (("clean", "--preset", "strict"), "invalid choice: 'strict'"),
        (("clean", "--url", "https://port.example", "a.txt", "b.txt"), "--url is the address of one page, but 2 files"),
        (("filters", "sharing"), "no filter 'sharing' in preset balanced; it has protected,"),
    ],
)
def test_wrong_usage_is_told_and_exits_with_2(pages: Path, arguments: tuple[str, ...], said: str) -> None:
    done = run(pages, *arguments)
    assert (done.returncode, done.stdout) == (2, b"")
    assert said in done.stderr.decode()


def test_version(pages: Path) -> None:
    assert run(pages, "--version").stdout.decode().strip() == f"newsclean {newsclean.__version__}"


def test_the_command_is_light_to_import(pages: Path) -> None:
    heavy = "import sys, newsclean.cli; print({'langdetect', 'trafilatura', 'numpy'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", heavy], cwd=pages, env=environment(), capture_output=True, text=True)
    assert done.stdout == "set()\n"

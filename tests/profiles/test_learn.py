"""``newsclean learn``: files in, profiles out, and what goes wrong on the way."""

from __future__ import annotations

import gzip
import json
import lzma
import subprocess
import sys
from pathlib import Path

import pytest

from newsclean import Cleaner
from newsclean.cli import main
from tests.profiles.pages import FURNITURE_BELOW, SITE, page, rows, write_rows


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_a_profile_is_a_plain_file(tmp_path: Path) -> None:
    assert main(["learn", str(write_rows(tmp_path / "a.jsonl", 0, 1, 2)), "-o", str(tmp_path / "out")]) == 0
    assert contents(tmp_path / "out") == {
        f"{SITE}.tsv": (
            f"# newsclean profile 1\n# site\t{SITE}\n# pages\t3\n# cut to\t2\t0.1\n"
            f"3\t1.00\t{FURNITURE_BELOW}\n3\t1.00\tFerries in figures\n"
            "3\t1.00\tHarbour gazette, on paper every Saturday\n"
        ).encode()
    }


def test_learning_in_shards_is_learning_at_once(tmp_path: Path) -> None:
    write_rows(tmp_path / "a.jsonl", 0, 1)
    write_rows(tmp_path / "b.jsonl", 2, 3)
    assert main(["learn", *(str(tmp_path / f"{name}.jsonl") for name in "ab"), "-o", str(tmp_path / "once")]) == 0
    for name in "ab":
        shard = ["learn", str(tmp_path / f"{name}.jsonl"), "-o", str(tmp_path / name), "--min-docs", "1", "--min-share", "0"]
        assert main(shard) == 0
    assert main(["learn", "--merge", str(tmp_path / "b"), str(tmp_path / "a"), "-o", str(tmp_path / "merged")]) == 0
    assert contents(tmp_path / "merged") == contents(tmp_path / "once")


@pytest.mark.parametrize(("ending", "opener"), [(".gz", gzip.open), (".xz", lzma.open)])
def test_compressed_rows_are_read(ending: str, opener: object, tmp_path: Path) -> None:
    path = tmp_path / f"a.jsonl{ending}"
    with opener(path, "wb") as stream:  # type: ignore[operator]
        stream.write(rows(0, 1).encode())
    assert main(["learn", str(path), "-o", str(tmp_path / "out")]) == 0
    assert FURNITURE_BELOW.encode() in contents(tmp_path / "out")[f"{SITE}.tsv"]


def test_text_files_need_a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = []
    for number in (0, 1):
        files.append(tmp_path / f"{number}.txt")
        files[-1].write_text(page(number), encoding="utf-8")
    assert main(["learn", *map(str, files), "-o", str(tmp_path / "none")]) == 1
    assert "the site is not known: say --site" in capsys.readouterr().err
    assert main(["learn", *map(str, files), "--site", "Vellin Post", "-o", str(tmp_path / "out")]) == 0
    cleaner = Cleaner(profiles=tmp_path / "out", site="Vellin Post")
    assert FURNITURE_BELOW not in cleaner.clean(page(2)).text


def test_inputs_whose_suffix_says_nothing_can_be_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_rows(tmp_path / "pages.dump", 0, 1)
    assert main(["learn", str(path), "-o", str(tmp_path / "out")]) == 2
    assert "say --from" in capsys.readouterr().err
    assert main(["learn", str(path), "-o", str(tmp_path / "out"), "--from", "jsonl"]) == 0
    assert FURNITURE_BELOW.encode() in contents(tmp_path / "out")[f"{SITE}.tsv"]


def test_bad_rows_are_named_and_the_others_learned(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.jsonl"
    bad = ["{", "[1]", '{"url": "https://x.example"}', json.dumps({"text": "No address."}), "", '{"text": "x", "url": 7}']
    path.write_text(rows(0) + "\n".join(bad) + "\n" + rows(1), encoding="utf-8")
    assert main(["learn", str(path), "-o", str(tmp_path / "out")]) == 1
    said = [line.removeprefix(f"newsclean: {path}") for line in capsys.readouterr().err.splitlines()]
    assert [line.split(":")[0] for line in said] == [" line 2", " line 3", " line 4", " line 5", " line 7", "newsclean"]
    assert "# pages\t2\n" in contents(tmp_path / "out")[f"{SITE}.tsv"].decode()


def test_a_torn_file_gives_what_can_be_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(rows(0).encode()) + gzip.compress(rows(1).encode())[:-12])
    assert main(["learn", str(path), str(write_rows(tmp_path / "b.jsonl", 2, 3)), "-o", str(tmp_path / "out")]) == 1
    assert f"{path} after line 1: " in capsys.readouterr().err
    assert b"# pages\t3\n" in contents(tmp_path / "out")[f"{SITE}.tsv"]


def test_a_missing_file_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["learn", str(tmp_path / "nowhere.jsonl"), "-o", str(tmp_path / "out")]) == 2
    assert "nowhere.jsonl: nothing is there" in capsys.readouterr().err


@pytest.mark.parametrize(
    "options", [["--min-docs", "0"], ["--min-share", "2"], ["--merge"]], ids=["no pages", "no share", "no counts"]
)
def test_wrong_options_are_exit_2(options: list[str], tmp_path: Path) -> None:
    path = write_rows(tmp_path / "a.jsonl", 0, 1)
    assert main(["learn", str(path), "-o", str(tmp_path / "out"), *options]) == 2


def test_an_output_that_is_a_file_is_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_rows(tmp_path / "a.jsonl", 0, 1)
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    assert main(["learn", str(path), "-o", str(tmp_path / "file")]) == 2
    assert "cannot be written" in capsys.readouterr().err
    assert (tmp_path / "file").read_text(encoding="utf-8") == "mine"


def test_the_module_runs(tmp_path: Path) -> None:
    path = write_rows(tmp_path / "a.jsonl", 0, 1)
    command = [sys.executable, "-m", "newsclean", "learn", str(path), "-o", str(tmp_path / "out")]
    ended = subprocess.run(command, capture_output=True, text=True, cwd=Path(__file__).parents[2])
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", f"newsclean: 1 site in {tmp_path / 'out'}\n")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_batch_uses_what_was_learned(workers: str, tmp_path: Path) -> None:
    """Learned from a folder of compressed rows, used by every worker; other profiles are another configuration."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in/a.jsonl.gz").write_bytes(gzip.compress(rows(0, 1).encode()))
    write_rows(tmp_path / "in/b.jsonl", 2, 3)
    profiles, out = str(tmp_path / "profiles"), tmp_path / "out.jsonl"
    assert main(["learn", str(tmp_path / "in"), "-o", profiles]) == 0
    batch = ["batch", str(tmp_path / "in"), "-o", str(out), "-j", workers, "--profiles", profiles]
    assert main(batch) == 0
    texts = [json.loads(line)["text"] for line in out.read_text(encoding="utf-8").splitlines()]
    assert len(texts) == 4 and not any(FURNITURE_BELOW in text for text in texts)
    (profile,) = Path(profiles).iterdir()
    profile.write_text(profile.read_text(encoding="utf-8").replace("# pages\t4", "# pages\t5"), encoding="utf-8")
    assert main([*batch, "--resume"]) == 2


def test_clean_and_explain_use_profiles(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    file = tmp_path / "page.txt"
    file.write_text(page(0), encoding="utf-8")
    assert main(["learn", str(write_rows(tmp_path / "a.jsonl", 1, 2, 3)), "-o", str(tmp_path / "profiles")]) == 0
    options = ["--profiles", str(tmp_path / "profiles")]
    assert main(["clean", str(file), "--url", f"https://{SITE}/0", *options]) == 0
    assert FURNITURE_BELOW.encode() not in capsysbinary.readouterr().out
    assert main(["explain", str(file), "--site", SITE, *options]) == 0
    assert b"[site_lines/repeated] on 3 of 3 pages of this site" in capsysbinary.readouterr().out

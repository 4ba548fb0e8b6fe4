"""The README is true: its examples run, its paths exist, its figures hold."""

from __future__ import annotations

import doctest
import re
import shlex
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest

from newsclean import PRESETS, Metadata, Status
from newsclean.batch.sinks import form
from newsclean.cli import _parser, main
from newsclean.vocabulary import load

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def blocks(kind: str) -> list[str]:
    """The fenced blocks of one kind."""
    return [text for found, text in _BLOCK.findall(README) if found == kind]


@pytest.fixture(autouse=True)
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page that the README shows, in the working directory."""
    (tmp_path / "page.txt").write_text(blocks("text")[0], encoding="utf-8")
    monkeypatch.chdir(tmp_path)


def test_python_examples_run() -> None:
    examples = doctest.DocTestParser().get_doctest("\n".join(blocks("python")), {}, "README.md", "README.md", 0)
    said: list[str] = []
    doctest.DocTestRunner().run(examples, out=said.append)
    assert not said, "".join(said)
    assert len(examples.examples) > 10


@pytest.mark.parametrize("example", blocks("console"), ids=lambda example: example.partition("\n")[0])
def test_commands_write_what_is_shown(example: str, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    command, _, shown = example.partition("\n")
    assert main(shlex.split(command.removeprefix("$ newsclean "))) == 0
    written = capfdbinary.readouterr().out.decode("utf-8")
    assert doctest.OutputChecker().check_output(shown, written, doctest.ELLIPSIS), written


def test_batches_that_are_shown_have_options_that_exist() -> None:
    shown = [line for block in blocks("sh") for line in block.splitlines() if line.startswith("newsclean batch")]
    assert len(shown) > 2
    for line in shown:
        options = _parser().parse_args(shlex.split(line)[1:])
        assert form(options.output, options.sink)


def test_files_that_commands_name_are_there() -> None:
    named = re.findall(r"(?:fixtures|tests|newsclean)/[\w/.-]+\w", "\n".join((*blocks("sh"), *re.findall(r"`[^`\n]+`", README))))
    assert len(named) > 3
    assert [name for name in named if not (ROOT / name).exists()] == []


def test_the_phrase_shown_keeps_and_removes_what_it_says() -> None:
    (phrase,) = tomllib.loads(blocks("toml")[0])["phrase"]
    vocabulary = load()
    assert {vocabulary.match(line).role for line in phrase["removes"]} == {phrase["role"]}  # type: ignore[union-attr]
    assert {vocabulary.match(line) for line in phrase["keeps"]} == {None}


def test_tables_name_everything() -> None:
    """Every preset, status and metadata field stands at the beginning of a row."""
    named = {name for row in re.findall(r"^\| (`[^|]+) \|", README, re.MULTILINE) for name in re.findall(r"`(\w+)`", row)}
    assert named == {*PRESETS, *Status, *(field.name for field in fields(Metadata))}


def test_languages_are_counted() -> None:
    assert f"knows {len(load().languages)} languages" in README

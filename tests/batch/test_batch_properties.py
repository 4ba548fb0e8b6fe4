"""Any bytes at all: sources give items or say why not, and nothing else."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from corpus import PACKERS, archived, csv_of, jsonl, parquet_of, records, text
from hypothesis import given
from hypothesis import strategies as st

from newsclean.batch import Job, Limits
from newsclean.batch.inputs import Input
from newsclean.batch.items import BROKEN, Item
from newsclean.batch.lines import utf8_lines
from newsclean.batch.pages import Page, parse
from newsclean.batch.sinks.tree import safe
from newsclean.batch.sources import read_items
from newsclean.batch.streams import opened
from newsclean.batch.tally import Tally
from newsclean.batch.unreadable import Unreadable

LIMITS = Limits(chars=2_000)
WHOLE = {
    "jsonl": jsonl(records(3)),
    "csv": csv_of(records(3)),
    "parquet": parquet_of(records(3)),
    "warc": b"".join(archived(number, text(number).encode()) for number in range(3)),
}


@st.composite
def damaged(draw: st.DrawFn, data: bytes) -> bytes:
    """The data with some bytes changed, put in or cut off."""
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(data)))
        until = draw(st.integers(at, min(at + 20, len(data))))
        data = data[:at] + draw(st.binary(max_size=8)) + data[until:]
    return data[: draw(st.integers(0, len(data)))] if draw(st.booleans()) else data


def read(data: bytes, format: str) -> list[Item]:
    """The items of a file."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        return [item for item, _ in read_items(Input(file.name, format, "name"), LIMITS)]


@pytest.mark.parametrize("format", WHOLE)
def test_whole_files_are_read_whole(format: str) -> None:
    pages = [parse(item, Job(("-",), Path("out.jsonl"))) for item in read(WHOLE[format], format)]
    assert [page.content if isinstance(page.content, str) else page.content.decode() for page in pages] == [
        record["text"] for record in records(3)
    ]


@pytest.mark.parametrize("format", WHOLE)
@given(data=st.data())
def test_damage_gives_items_and_reasons_and_nothing_else(format: str, data: st.DataObject) -> None:
    job = Job(("-",), Path("out.jsonl"), limits=LIMITS)
    for item in read(data.draw(damaged(WHOLE[format])), format):
        try:
            assert isinstance(parse(item, job), Page)
        except Unreadable as error:
            assert str(error)


@given(st.lists(st.binary(max_size=30).map(lambda line: line.replace(b"\n", b"")), max_size=20), st.integers(1, 40))
def test_lines_are_those_of_the_file_but_for_long_ones(lines: list[bytes], longest: int) -> None:
    lines = [b"x", *lines]
    numbered = list(utf8_lines(io.BytesIO(b"\n".join(lines)), longest))  # type: ignore[arg-type]
    if lines[-1] == b"":
        lines.pop()
    assert [number for number, _ in numbered] == list(range(1, len(lines) + 1))
    if all(line.isascii() for line in lines):
        shown = [None if line is None else line.rstrip(b"\n") for _, line in numbered]
        assert shown == [line if len(line) <= longest else None for line in lines]


@pytest.mark.parametrize("pack", PACKERS.values(), ids=PACKERS)
@given(members=st.lists(st.binary(min_size=1, max_size=3_000), min_size=1, max_size=3), cut=st.integers(1, 200))
def test_packed_bytes_come_back_and_a_cut_is_noticed(pack: Callable[[bytes], bytes], members: list[bytes], cut: int) -> None:
    members = [b"x" + member for member in members]  # so that plain ones never begin as packed ones do
    whole, packed = b"".join(members), [pack(member) for member in members]
    with tempfile.NamedTemporaryFile() as file:
        file.write(b"".join(packed))
        file.flush()
        with opened(file.name) as stream:
            assert b"".join(iter(lambda: stream.read(700), b"")) == whole
        left = len(b"".join(packed)) - cut
        if pack is bytes or cut >= len(packed[-1]) or left < 6:  # less does not tell how it is packed
            return
        file.truncate(left)
        got = b""
        with pytest.raises(Unreadable), opened(file.name) as stream:
            while part := stream.read(700):
                got += part
            raise AssertionError("the cut was not noticed")
        assert whole.startswith(got)


@given(st.text() | st.sampled_from(["..", "../x", "a/b", "con", ".x"]))
def test_any_name_is_made_one_file(name: str) -> None:
    made = safe(name)
    assert made and not set(made) & set("/\\\x00:") and not made.startswith(".")
    assert len(made.encode("utf-8", "replace")) <= 150
    assert Path("folder", made).parent == Path("folder")


def test_places_that_cannot_be_read_keep_their_reason() -> None:
    items = read(b"\x1f\x8b broken", "jsonl")
    assert [item.format for item in items] == [BROKEN]
    with pytest.raises(Unreadable, match="damaged"):
        parse(items[0], Job(("-",), Path("out.jsonl")))


@given(st.lists(st.dictionaries(st.sampled_from("abc"), st.integers(1, 9), max_size=3), max_size=5))
def test_tallies_add_up_and_come_back(parts: list[dict[str, int]]) -> None:
    total = Tally()
    for part in parts:
        tally = Tally()
        tally.rules.update(part)
        tally.counts["documents"] = 1
        total.merge(Tally.from_dict(tally.to_dict()))
    assert total.counts["documents"] == len(parts)
    assert total.rules == {name: found for name in "abc" if (found := sum(part.get(name, 0) for part in parts))}

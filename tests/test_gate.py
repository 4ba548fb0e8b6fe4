"""No change makes newsclean worse on its own fixtures: each number stays at or above its floor, and floors only go up."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import commands, fixture_gate
from benchmarks.__main__ import main
from benchmarks.fixture_gate import measure, raised, read_floors, shortfalls

numbers = st.dictionaries(st.sampled_from(["F1", "recall", "lead"]), st.floats(0, 1), max_size=3)


def test_every_number_is_at_or_above_its_floor() -> None:
    measured = measure()
    assert measured.keys() == read_floors().keys()
    assert shortfalls(measured, read_floors()) == []


@given(numbers, numbers)
def test_floors_only_go_up_and_can_be_met(measured: dict[str, float], floors: dict[str, float]) -> None:
    new = raised(measured, floors)
    assert all(new[name] >= floors.get(name, 0.0) for name in measured)
    assert all(new[name] <= max(measured[name], floors.get(name, 0.0)) for name in measured)


def test_the_gate_shuts_and_opens(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(fixture_gate, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(commands, "measure", lambda: {"F1": 0.9359, "recall": 0.5})
    fixture_gate.write_floors({"F1": 0.95, "recall": 0.4})
    assert main(["gate"]) == 1
    assert "F1 is 0.936, below its floor 0.950" in capsys.readouterr().out
    assert main(["gate", "--raise"]) == 1
    assert read_floors() == {"F1": 0.95, "recall": 0.5}
    monkeypatch.setattr(commands, "measure", lambda: {"F1": 0.96, "recall": 0.5, "new": 1.0})
    assert main(["gate"]) == 1
    assert "new has no floor" in capsys.readouterr().out
    assert main(["gate", "--raise"]) == 0
    assert read_floors() == {"F1": 0.96, "recall": 0.5, "new": 1.0}

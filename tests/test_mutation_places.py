"""The bugs that ``tests/mutations.py`` plants have a place in the code as it is. Not run where one is planted."""

from __future__ import annotations

import pytest

from tests.mutations import BUGS, ROOT, Bug, mutated


@pytest.mark.parametrize("bug", BUGS, ids=lambda bug: bug.name)
def test_the_place_is_there_once(bug: Bug) -> None:
    assert bug.wrong in mutated(bug, ROOT)

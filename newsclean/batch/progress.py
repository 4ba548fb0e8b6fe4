"""Progress for people: on a terminal, with what tqdm knows about terminals; elsewhere none."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Note = Callable[[int, int, float | None], None]
"""Takes documents done, failures among them, and the share of all input that is done or None where that is unknown."""


def silent(documents: int, failures: int, share: float | None) -> None:
    """Tell nobody."""


@contextmanager
def bar() -> Iterator[Note]:
    """A bar on stderr with documents, rate, failures and the time that is left; nothing without a terminal or without tqdm."""
    try:
        from tqdm import tqdm
    except ModuleNotFoundError:
        yield silent
        return
    with tqdm(unit=" documents", dynamic_ncols=True, disable=not sys.stderr.isatty(), file=sys.stderr) as shown:
        done = 0

        def note(documents: int, failures: int, share: float | None) -> None:
            nonlocal done
            done += documents
            if share:
                shown.total = max(round(done / share), done)
            if failures:
                shown.set_postfix(failed=failures, refresh=False)
            shown.update(documents)

        yield note

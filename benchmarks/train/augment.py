"""Pages made a little different each time they are shown, so that the network learns what holds for pages it has not seen."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.train.examples import WHOLE_PAGES, Example, Form
from newsclean.scorer.features import NAMES, PROSE_WORDS, masses

MAX_LINES = 1200
INSERTED = 0.3
INTERLEAVED = 0.15
NO_MARKUP = 0.1
UNKNOWN_NAMES = 0.3
REMOVED = 0.3
NO_BLANKS = 0.3
CASELESS = 0.1
UNKNOWN_WORDS = 0.15
NO_FAMILY = 0.15
NOISE = 0.04
_NUMBERS = 21
"""The first columns are numbers rather than flags."""

_MARKUP_KEPT = 26
"""The markup's first columns say what element a block is; without the rest the network must do with those."""

_RUN = (3, 60)
_BREAK_WORDS = 8
_BREAK_LINES = (1, 5)
_BREAK_EVERY = (1, 5)
_BREAKS = 40


def columns(*names: str) -> list[int]:
    """The columns of the features with these names."""
    return [number for number, name in enumerate(NAMES) if name in names]


_PLACE = columns("place on the page", "length of the page")
_MASSES = columns("where the page's prose lies")
_TOPICS = columns("words that the page's prose shares")
_BLANKS = [*columns("blank lines above", "blank lines below"), columns("the page's lines")[-1]]
_BEGINS, _ENDS = columns("how it begins"), columns("how it ends")
_CAPITALS = columns("capital letters", "capitalised words")
_CASED = {"begins": _BEGINS[:2], "ends": _ENDS[-2:]}
_BEGINS_CASELESS = _BEGINS[3]
_SHARES = columns("script", "digits", "punctuation")
_WORDS = columns("words")[0]
_TWINS, _TWINS_ABOVE = columns("repeated on the page", "repeats a line above")
_WORD_LENGTH = columns("long words")[0]


def augment(
    form: Form,
    name: str,
    others: Sequence[Example],
    means: NDArray[np.float32],
    unknown_pages: float,
    random: np.random.Generator,
) -> Form:
    """A page as it is shown once.

    ``others`` lend their furniture, ``means`` stand in for a family of features left out, and a share of ``unknown_pages`` has
    no word that the network knows, as if it were in a language that it has not seen.
    """
    form = _cut(form, random)
    changed = False
    if name in WHOLE_PAGES:
        if random.random() < INTERLEAVED and (lent := others[int(random.integers(len(others)))].forms.get(name)) is not None:
            form, interleaved = _interleave(form, lent, random)
            changed |= interleaved
        if random.random() < INSERTED and (lent := others[int(random.integers(len(others)))].forms.get(name)) is not None:
            form, inserted = _insert(form, lent, random)
            changed |= inserted
        if random.random() < REMOVED and (run := _furniture(form, random)) is not None and run[1] - run[0] < len(form.body):
            form = _pick(form, np.r_[0 : run[0], run[1] : len(form.body)])
            changed = True
    dense = _placed(form.dense) if changed else form.dense.copy()
    words = form.words
    if random.random() < NO_BLANKS:
        dense[:, _BLANKS] = 0.0
    if random.random() < CASELESS:
        _uncase(dense, random)
    if random.random() < unknown_pages:
        words = np.zeros_like(words)
    elif random.random() < 0.5:
        words = np.where(random.random(len(words)) < UNKNOWN_WORDS, 0, words)
    names = form.names
    if random.random() < UNKNOWN_NAMES:
        names = np.zeros_like(names)
    elif random.random() < 0.5:
        names = np.where(random.random(len(names)) < UNKNOWN_WORDS, 0, names)
    if random.random() < NO_MARKUP:
        dense[:, len(NAMES) + _MARKUP_KEPT :] = 0.0
    for family in (_TOPICS, _MASSES, _PLACE):
        if random.random() < NO_FAMILY:
            dense[:, family] = means[family]
    dense[:, :_NUMBERS] *= 1.0 + NOISE * random.standard_normal(_NUMBERS).astype(np.float32)
    return form._replace(dense=dense, words=words, names=names)


def _cut(form: Form, random: np.random.Generator) -> Form:
    """A window of a very long page, with the beginning of the body in it."""
    count = len(form.body)
    if count <= MAX_LINES:
        return form
    start = min(max(int(np.argmax(form.body)) - int(random.integers(100, 900)), 0), count - MAX_LINES)
    return _pick(form, np.arange(start, start + MAX_LINES))


def _insert(form: Form, lent: Form, random: np.random.Generator) -> tuple[Form, bool]:
    """Furniture of another page, anywhere."""
    run = _furniture(lent, random)
    if run is None:
        return form, False
    at = int(random.integers(len(form.body) + 1))
    return _one_below_the_other(
        [_pick(form, np.arange(at)), _pick(lent, np.arange(*run)), _pick(form, np.arange(at, len(form.body)))]
    ), True


def _interleave(form: Form, lent: Form, random: np.random.Generator) -> tuple[Form, bool]:
    """The same few short lines of another page's furniture, again and again between the lines of the body, as advertisements
    stand there."""
    short = lent.dense[:, _WORDS] < np.log1p(_BREAK_WORDS + 1)
    first = np.flatnonzero((lent.body == 0) & short & (lent.dense[:, _TWINS] == 0))
    inside = np.flatnonzero(form.body)
    if not len(first) or len(inside) < _BREAK_EVERY[1]:
        return form, False
    start = int(random.choice(first))
    lines = np.arange(start, min(start + int(random.integers(*_BREAK_LINES)), len(lent.body)))
    group = _pick(lent, lines[lent.body[lines] == 0])
    places = inside[1 :: int(random.integers(*_BREAK_EVERY))][:_BREAKS]
    parts = [_pick(form, np.arange(places[0]))]
    for number, (at, end) in enumerate(pairwise([*places, len(form.body)])):
        dense = group.dense.copy()
        dense[:, _TWINS], dense[:, _TWINS_ABOVE] = np.log1p(len(places) - 1), number > 0
        parts += [group._replace(dense=dense), _pick(form, np.arange(at, end))]
    return _one_below_the_other(parts), True


def _one_below_the_other(parts: Sequence[Form]) -> Form:
    return Form(
        np.concatenate([part.dense for part in parts]),
        np.concatenate([part.words for part in parts]),
        _joined([part.offsets for part in parts]),
        np.concatenate([part.names for part in parts]),
        _joined([part.name_offsets for part in parts]),
        np.concatenate([part.body for part in parts]),
        np.concatenate([part.tokens for part in parts]),
    )


def _joined(offsets: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
    return np.concatenate([[0], np.cumsum(np.concatenate([np.diff(part) for part in offsets]))]).astype(np.int64)


def _furniture(form: Form, random: np.random.Generator) -> tuple[int, int] | None:
    """A run of lines without any of the body, if one is found in a few tries."""
    count = len(form.body)
    for _ in range(4):
        start = int(random.integers(count))
        stop = min(count, start + int(random.integers(*_RUN)))
        if not form.body[start:stop].any():
            return start, stop
    return None


def _pick(form: Form, lines: NDArray[np.int64]) -> Form:
    words, offsets = _picked(form.words, form.offsets, lines)
    names, name_offsets = _picked(form.names, form.name_offsets, lines)
    return Form(form.dense[lines], words, offsets, names, name_offsets, form.body[lines], form.tokens[lines])


def _picked(hashes: NDArray[Any], offsets: NDArray[np.int64], lines: NDArray[np.int64]) -> tuple[NDArray[Any], NDArray[np.int64]]:
    lengths = np.diff(offsets)[lines]
    after = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    return hashes[np.repeat(offsets[lines] - after[:-1], lengths) + np.arange(after[-1])], after


def _placed(dense: NDArray[np.float32]) -> NDArray[np.float32]:
    """The features with those that depend on the rest of the page computed again."""
    dense = dense.copy()
    count, place = len(dense), np.arange(len(dense), dtype=np.float32)
    dense[:, _PLACE] = np.column_stack([place / count, np.log1p(place), np.log1p(count - place), np.full(count, np.log1p(count))])
    words = np.expm1(dense[:, _WORDS])
    closed = dense[:, columns("ends like a sentence")[0]] > 0
    dense[:, _MASSES] = np.column_stack(masses(np.where(closed & (words >= PROSE_WORDS), words, 0.0)))
    return dense


def _uncase(dense: NDArray[np.float32], random: np.random.Generator) -> None:
    """Make a page look as if it were written in a script without capitals."""
    dense[:, _BEGINS_CASELESS] = dense[:, _CASED["begins"]].sum(axis=1)
    dense[:, [*_CASED["begins"], *_CASED["ends"], *_CAPITALS]] = 0.0
    spaceless, caseless, *others = _SHARES
    dense[:, caseless] = np.clip(0.8 - dense[:, [spaceless, *others]].sum(axis=1), 0.0, 1.0)
    dense[:, _WORD_LENGTH] *= random.uniform(0.4, 1.0)

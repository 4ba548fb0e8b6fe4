"""A small convolutional network over a page's lines, run in numpy.

Each line's numbers and hashed words go through a linear layer; residual blocks of dilated convolutions then look up and down
the page, each twice as far as the one before; a last layer gives the log-odds that the line is part of the body.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import IO, Literal

import numpy as np
from numpy.typing import NDArray

from newsclean.scorer.features import PageFeatures
from newsclean.scorer.lines import Floats, Ints
from newsclean.scorer.markup import MarkupFeatures

FIRST_WORDS = 2
"""A line's first words are also read apart from the rest: "Also read", "Photo by"."""

_TAPS = 3
_SMALL = 1 << 16
"""Multiplications in a product up to which BLAS libraries stay in one thread."""


@dataclass(frozen=True)
class Block:
    """A residual block: a convolution over three lines, ``dilation`` lines apart, and a linear layer back."""

    dilation: int
    kernel: Floats
    kernel_bias: Floats
    back: Floats
    back_bias: Floats

    def __call__(self, hidden: Floats) -> Floats:
        """The hidden states with what the block adds."""
        count, width = hidden.shape
        reach = min(self.dilation, count)
        taps = np.zeros((count, _TAPS * width), dtype=np.float32)
        taps[reach:, :width] = hidden[: count - reach]
        taps[:, width : 2 * width] = hidden
        taps[: count - reach, 2 * width :] = hidden[reach:]
        found = _times(taps, self.kernel)
        found += self.kernel_bias
        added = _times(np.maximum(found, 0.0, out=found), self.back)
        added += self.back_bias
        added += hidden
        return added


@dataclass(frozen=True)
class Network:
    """The weights, ready to run.

    ``known`` are the hashes of the words that have an embedding, sorted; ``words`` holds those, after one for all other words.
    ``linear`` is the linear function of the features that comes closest to the network, which tells what counted.
    """

    mean: Floats
    scale: Floats
    known: NDArray[np.uint32]
    words: Floats
    entry: Floats
    entry_bias: Floats
    blocks: tuple[Block, ...]
    head: Floats
    head_bias: Floats
    out: Floats
    out_bias: Floats
    linear: Floats
    names_known: NDArray[np.uint32] | None = None
    names: Floats | None = None

    def __call__(self, features: PageFeatures, markup: MarkupFeatures | None = None) -> Floats:
        """The log-odds that each line is part of the body.

        :param features: of all lines of a page, at least one
        :param markup: the same for their markup, if the network was trained with it
        """
        hidden = np.maximum(_times(self._entries(features, markup), self.entry) + self.entry_bias, 0.0)
        for block in self.blocks:
            hidden = block(hidden)
        log_odds: Floats = np.maximum(_times(hidden, self.head) + self.head_bias, 0.0) @ self.out + self.out_bias
        return log_odds

    def standardised(self, features: PageFeatures, markup: MarkupFeatures | None) -> Floats:
        """The numbers in units of their spread over the training pages."""
        dense = features.dense if markup is None else np.concatenate([features.dense, markup.dense], axis=1)
        dense = dense - self.mean
        dense *= self.scale
        return dense

    def _entries(self, features: PageFeatures, markup: MarkupFeatures | None) -> Floats:
        parts = [self.standardised(features, markup)]
        parts += _means(_embedded(features.words, self.known, self.words), features.offsets)
        if markup is not None and self.names_known is not None and self.names is not None:
            parts.append(_means(_embedded(markup.names, self.names_known, self.names), markup.offsets)[0])
        return np.concatenate(parts, axis=1)


def _embedded(hashes: NDArray[np.uint32], known: NDArray[np.uint32], rows: Floats) -> Floats:
    """The embedding of each hashed word: the first row for those that are not known."""
    place = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
    return rows.take(np.where(known[place] == hashes, place + 1, 0), axis=0)


def _times(rows: Floats, matrix: Floats) -> Floats:
    """``rows @ matrix``, a few rows at a time: small products are not spread over threads, which would cost more than they save.

    It also makes the result the same whatever the number of cores.
    """
    count, size = rows.shape
    step = max(_SMALL // matrix.size, 1)
    stacks, width = count // step, matrix.shape[1]
    whole = stacks * step
    product = np.empty((count, width), dtype=np.float32)
    np.matmul(rows[:whole].reshape(stacks, step, size), matrix, out=product[:whole].reshape(stacks, step, width))
    np.matmul(rows[whole:], matrix, out=product[whole:])
    return product


def _means(rows: Floats, offsets: Ints) -> tuple[Floats, Floats]:
    """The mean of each run of rows, and of its first rows; zero for an empty run."""
    starts, counts = offsets[:-1], np.diff(offsets)[:, None].astype(np.float32)
    first = np.minimum(starts + FIRST_WORDS, offsets[1:])
    padded = np.concatenate([rows, np.zeros((1, rows.shape[1]), dtype=np.float32)])
    sums = np.add.reduceat(padded, np.stack([starts, first], axis=1).ravel(), axis=0)
    opening = sums[::2] * (counts > 0)
    whole = opening + sums[1::2] * (counts > FIRST_WORDS)
    whole /= np.maximum(counts, 1.0)
    opening /= np.clip(counts, 1.0, float(FIRST_WORDS))
    return whole, opening


@cache
def load(name: Literal["text", "html"] = "text") -> Network:
    """A network that comes with the package: for lines of text, or for blocks with markup."""
    with (files("newsclean.scorer") / "weights" / f"{name}.npz").open("rb") as file:
        return from_file(file)


def from_file(file: IO[bytes]) -> Network:
    """A network from the arrays that training wrote, in half precision."""
    with np.load(file) as arrays:
        weights = {name: arrays[name] for name in arrays.files}
    hashes = {name: weights.pop(name) for name in ("known", "names_known") if name in weights}
    dilations = weights.pop("dilations")
    floats = {name: array.astype(np.float32) for name, array in weights.items()}
    blocks = tuple(
        Block(int(dilation), *(floats.pop(f"block{number}.{part}") for part in ("kernel", "kernel_bias", "back", "back_bias")))
        for number, dilation in enumerate(dilations)
    )
    return Network(blocks=blocks, **hashes, **floats)

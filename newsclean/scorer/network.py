"""A small convolutional network over a page's lines, run in numpy.

Each line's numbers and hashed words go through a linear layer; residual blocks of dilated convolutions then look up and down
the page, each twice as far as the one before; a last layer gives the log-odds that the line is part of the body.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import IO, Any, Literal

import numpy as np
from numpy.typing import NDArray

from newsclean.scorer.features import PageFeatures
from newsclean.scorer.lines import Floats, Ints
from newsclean.scorer.markup import MarkupFeatures

FIRST_WORDS = 2
"""A line's first words are also read apart from the rest: "Also read", "Photo by"."""

_START = 16
_REST = np.uint32(32 - _START)
_SMALL = 1 << 17
"""Multiplications in a product up to which BLAS libraries stay in one thread, with room to spare."""

_ROWS = 8
"""Products of a multiple of so many rows are the cheapest: processors take that many at a time."""


@dataclass(frozen=True)
class Embedding:
    """A vector for each hashed word: ``rows`` holds those of the ``known``, whose hashes are sorted, after one for all others.

    ``places`` is where the known hashes with each start (of :data:`_START` bits) begin, ``most`` how many share one.
    """

    known: NDArray[np.uint32]
    rows: Floats
    places: NDArray[np.unsignedinteger[Any]]
    most: int

    @classmethod
    def of(cls, known: NDArray[np.uint32], rows: Floats) -> Embedding:
        """The embedding with its index."""
        sizes = np.bincount(known >> _REST, minlength=1 << _START)
        places = (np.cumsum(sizes) - sizes).astype(np.min_scalar_type(len(known)))
        return cls(known, rows, places, int(sizes.max()))

    def __call__(self, hashes: NDArray[np.uint32]) -> Floats:
        """The vectors of some words."""
        place = self.places.take(hashes >> _REST).astype(np.intp)
        for _ in range(self.most - 1):
            place += self.known.take(place, mode="clip") < hashes
        found = self.known.take(place, mode="clip") == hashes
        vectors: Floats = self.rows.take((place + 1) * found, axis=0)
        return vectors


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
        reach = self.dilation
        padded = np.zeros((count + 2 * reach, width), dtype=np.float32)
        padded[reach : reach + count] = hidden
        taps = np.concatenate((padded[:count], hidden, padded[2 * reach :]), axis=1)
        found = _times(taps, self.kernel)
        found += self.kernel_bias
        added = _times(np.maximum(found, 0.0, out=found), self.back)
        added += self.back_bias
        added += hidden
        return added


@dataclass(frozen=True)
class Network:
    """The weights, ready to run.

    ``linear`` is the linear function of the features that comes closest to the network, which tells what counted.
    """

    mean: Floats
    scale: Floats
    words: Embedding
    entry: Floats
    entry_bias: Floats
    blocks: tuple[Block, ...]
    head: Floats
    head_bias: Floats
    out: Floats
    out_bias: Floats
    linear: Floats
    names: Embedding | None = None

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
        parts += _means(self.words(_and_one(features.words)), features.offsets)
        if markup is not None and self.names is not None:
            parts.append(_means(self.names(_and_one(markup.names)), markup.offsets)[0])
        return np.concatenate(parts, axis=1)


def _and_one(hashes: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Hashes with one more at the end."""
    return np.append(hashes, np.uint32(0))


def _times(rows: Floats, matrix: Floats) -> Floats:
    """``rows @ matrix``, a few rows at a time: small products are not spread over threads, which would cost more than they save.

    It also makes the result the same whatever the number of cores.
    """
    count, size = rows.shape
    step = max(_SMALL // matrix.size // _ROWS, 1) * _ROWS
    if count <= step:
        return rows @ matrix
    stacks, width = count // step, matrix.shape[1]
    whole = stacks * step
    product = np.empty((count, width), dtype=np.float32)
    np.matmul(rows[:whole].reshape(stacks, step, size), matrix, out=product[:whole].reshape(stacks, step, width))
    np.matmul(rows[whole:], matrix, out=product[whole:])
    return product


def _means(rows: Floats, offsets: Ints) -> tuple[Floats, Floats]:
    """The mean of each run of rows, and of its first rows; zero for an empty run. There is a row more than the runs have."""
    starts, counts = offsets[:-1], np.diff(offsets)[:, None].astype(np.float32)
    edges = np.empty(2 * len(offsets) - 1, dtype=np.int64)
    edges[::2] = offsets
    edges[1::2] = np.minimum(starts + FIRST_WORDS, offsets[1:])
    sums = np.add.reduceat(rows, edges, axis=0)
    opening = sums[:-1:2] * (counts > 0)
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
    words = Embedding.of(hashes["known"], floats.pop("words"))
    names = Embedding.of(hashes["names_known"], floats.pop("names")) if "names_known" in hashes else None
    return Network(blocks=blocks, words=words, names=names, **floats)

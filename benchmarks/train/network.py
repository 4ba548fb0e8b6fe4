"""The network in PyTorch: the twin of ``newsclean.scorer.network``, with heads that help it learn and are not shipped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.train.examples import Form, Model
from newsclean.scorer.network import FIRST_WORDS

WIDTH = 48
NARROW = {"text": 24, "html": 48}
"""Width within a block: for text half the network's is as good, and cheaper."""

DILATIONS = (1, 2, 4, 8, 16, 32)
EMBEDDING = {"text": 16, "html": 8}
NAME_EMBEDDING = 8
DROPOUT = {"text": 0.2, "html": 0.25}
_ENDS_WEIGHT = 0.03
_DICE_WEIGHT = 0.5
_LINE_TOKENS = 2.0
_DICE_TOKENS = 5.0
_SATURATION = {"text": 1.5, "html": 0.0}
"""How soon the loss of a page stops growing: some golds are cut short, and no network should learn from those alone."""


class Known(NamedTuple):
    """The hashes, sorted, of the words and of the class and id words that have an embedding of their own."""

    words: NDArray[np.uint32]
    names: NDArray[np.uint32]


class Batch(NamedTuple):
    """Pages side by side, padded; ``real`` tells their lines from the padding."""

    dense: Tensor
    real: Tensor
    words: tuple[Tensor, Tensor]
    first: tuple[Tensor, Tensor]
    names: tuple[Tensor, Tensor]
    body: Tensor
    tokens: Tensor


def batch(forms: Sequence[Form]) -> Batch:
    """Stack pages; their words are indices by now."""
    longest = max(len(form.body) for form in forms)

    def padded(rows: Sequence[NDArray[np.float32]]) -> Tensor:
        out = np.zeros((len(rows), longest, *rows[0].shape[1:]), dtype=np.float32)
        for number, row in enumerate(rows):
            out[number, : len(row)] = row
        return torch.from_numpy(out)

    real = padded([np.ones_like(form.body) for form in forms]) > 0
    words, starts, lengths = _bags([(form.words, form.offsets) for form in forms])
    names, name_starts, _ = _bags([(form.names, form.name_offsets) for form in forms])
    heads = np.minimum(lengths, FIRST_WORDS)
    head_starts = np.cumsum(heads) - heads
    first = words[np.repeat(starts - head_starts, heads) + np.arange(heads.sum())]
    return Batch(
        padded([form.dense for form in forms]),
        real,
        (torch.from_numpy(words), torch.from_numpy(starts)),
        (torch.from_numpy(first), torch.from_numpy(head_starts)),
        (torch.from_numpy(names), torch.from_numpy(name_starts)),
        padded([form.body for form in forms]),
        padded([form.tokens for form in forms]),
    )


def _bags(runs: Sequence[tuple[NDArray[Any], NDArray[np.int64]]]) -> tuple[NDArray[np.int64], ...]:
    """The indices of all pages in a row, where each line's begin, and how many it has."""
    lengths = np.concatenate([np.diff(offsets) for _, offsets in runs])
    return np.concatenate([indices for indices, _ in runs]).astype(np.int64), np.cumsum(lengths) - lengths, lengths


class _Residual(nn.Module):
    def __init__(self, narrow: int, dilation: int) -> None:
        super().__init__()
        self.convolution = nn.Conv1d(WIDTH, narrow, 3, padding=dilation, dilation=dilation)
        self.back = nn.Conv1d(narrow, WIDTH, 1)
        nn.init.zeros_(self.back.weight)
        nn.init.zeros_(self.back.bias)

    def forward(self, hidden: Tensor, real: Tensor) -> Tensor:
        added: Tensor = self.back(functional.relu(self.convolution(hidden)))
        return hidden + added * real


class TorchNetwork(nn.Module):
    """``known`` is the number of words with an embedding of their own, ``known_names`` that of class and id words, if any."""

    def __init__(
        self, model: Model, means: NDArray[np.float32], deviations: NDArray[np.float32], known: int, known_names: int
    ) -> None:
        super().__init__()
        self.register_buffer("means", torch.from_numpy(means))
        self.register_buffer("deviations", torch.from_numpy(deviations))
        self.words = _embedding(known, EMBEDDING[model])
        self.names = _embedding(known_names, NAME_EMBEDDING) if model == "html" else None
        self.size = 2 * EMBEDDING[model] + (NAME_EMBEDDING if model == "html" else 0)
        self.entry = nn.Linear(len(means) + self.size, WIDTH)
        self.blocks = nn.ModuleList([_Residual(NARROW[model], dilation) for dilation in DILATIONS])
        self.head = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, 3)
        self.dropout = nn.Dropout(DROPOUT[model])

    def forward(self, pages: Batch) -> Tensor:
        """For each line the log-odds of being in the body, and scores for being its first and its last."""
        count, length, _ = pages.dense.shape
        embedded = torch.zeros(count * length, self.size)
        parts = [self.words(*pages.words), self.words(*pages.first)]
        if self.names is not None:
            parts.append(self.names(*pages.names))
        embedded[pages.real.reshape(-1)] = torch.cat(parts, dim=1)
        dense = (pages.dense - self.means) / self.deviations
        hidden = functional.relu(self.entry(torch.cat([dense, embedded.reshape(count, length, -1)], dim=2)))
        real = pages.real.float().unsqueeze(1)
        hidden = self.dropout(hidden).transpose(1, 2) * real
        for block in self.blocks:
            hidden = block(hidden, real)
        scores: Tensor = self.out(functional.relu(self.head(hidden.transpose(1, 2))))
        return scores

    def arrays(self, known: Known, linear: NDArray[np.float32]) -> dict[str, NDArray[Any]]:
        """The weights as ``newsclean.scorer.network.from_file`` reads them."""

        def half(tensor: Tensor) -> NDArray[np.float16]:
            return tensor.detach().numpy().astype(np.float16)

        arrays: dict[str, NDArray[Any]] = {
            "mean": self.means.numpy().astype(np.float32),
            "scale": (1.0 / self.deviations.numpy()).astype(np.float32),
            "known": known.words,
            "words": half(self.words.weight),
            "entry": half(self.entry.weight.T),
            "entry_bias": half(self.entry.bias),
            "head": half(self.head.weight.T),
            "head_bias": half(self.head.bias),
            "out": half(self.out.weight[0]),
            "out_bias": half(self.out.bias[0]),
            "linear": linear.astype(np.float16),
            "dilations": np.array(DILATIONS, dtype=np.int8),
        }
        if self.names is not None:
            arrays |= {"names_known": known.names, "names": half(self.names.weight)}
        for number, block in enumerate(self.blocks):
            assert isinstance(block, _Residual)
            arrays[f"block{number}.kernel"] = half(torch.cat(list(block.convolution.weight.permute(2, 1, 0))))
            arrays[f"block{number}.kernel_bias"] = half(block.convolution.bias)
            arrays[f"block{number}.back"] = half(block.back.weight[:, :, 0].T)
            arrays[f"block{number}.back_bias"] = half(block.back.bias)
        return arrays


def _embedding(known: int, size: int) -> nn.EmbeddingBag:
    bag = nn.EmbeddingBag(known + 1, size, mode="mean")
    nn.init.normal_(bag.weight, 0.0, 0.05)
    return bag


def loss(scores: Tensor, pages: Batch, model: Model) -> Tensor:
    """Each page counts the same, a line within it by its tokens; plus dice over tokens, and where the body begins and ends."""
    weights = (pages.tokens + _LINE_TOKENS) * pages.real
    weights = weights / weights.sum(dim=1, keepdim=True)
    body = functional.binary_cross_entropy_with_logits(scores[..., 0], pages.body, reduction="none")
    likely = torch.sigmoid(scores[..., 0]) * pages.tokens
    gold = pages.body * pages.tokens
    dice = 1 - (2 * (likely * pages.body).sum(1) + _DICE_TOKENS) / (likely.sum(1) + gold.sum(1) + _DICE_TOKENS)
    first = pages.body.argmax(dim=1)
    last = pages.body.shape[1] - 1 - pages.body.flip(1).argmax(dim=1)
    ends = sum(
        functional.cross_entropy(scores[..., head].masked_fill(~pages.real, -1e4), place, reduction="none")
        for head, place in ((1, first), (2, last))
    )
    some = (pages.body.sum(dim=1) > 0).float()
    lost = (body * weights).sum(1) + _DICE_WEIGHT * dice
    if rate := _SATURATION[model]:
        lost = torch.log1p(rate * lost) / rate
    return (lost + _ENDS_WEIGHT * ends * some).mean()

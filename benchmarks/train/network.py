"""The network in PyTorch: the twin of ``newsclean.scorer.network``, with heads that help it learn and are not shipped."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn
from torch.nn import functional

from benchmarks.train.examples import Form
from newsclean.scorer.network import FIRST_WORDS

WIDTH = 48
DILATIONS = (1, 2, 4, 8, 16, 32)
EMBEDDING = 16
DROPOUT = 0.15
_ENDS_WEIGHT = 0.03
_DICE_WEIGHT = 0.5
_LINE_TOKENS = 2.0
_DICE_TOKENS = 5.0


class Batch(NamedTuple):
    """Pages side by side, padded; ``real`` tells their lines from the padding."""

    dense: Tensor
    real: Tensor
    words: tuple[Tensor, Tensor]
    first: tuple[Tensor, Tensor]
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
    lengths = np.concatenate([np.diff(form.offsets) for form in forms])
    words = np.concatenate([form.words for form in forms]).astype(np.int64)
    starts = np.cumsum(lengths) - lengths
    heads = np.minimum(lengths, FIRST_WORDS)
    head_starts = np.cumsum(heads) - heads
    first = words[np.repeat(starts - head_starts, heads) + np.arange(heads.sum())]
    return Batch(
        padded([form.dense for form in forms]),
        real,
        (torch.from_numpy(words), torch.from_numpy(starts)),
        (torch.from_numpy(first), torch.from_numpy(head_starts)),
        padded([form.body for form in forms]),
        padded([form.tokens for form in forms]),
    )


class _Residual(nn.Module):
    def __init__(self, dilation: int) -> None:
        super().__init__()
        self.convolution = nn.Conv1d(WIDTH, WIDTH, 3, padding=dilation, dilation=dilation)
        self.back = nn.Conv1d(WIDTH, WIDTH, 1)
        nn.init.zeros_(self.back.weight)
        nn.init.zeros_(self.back.bias)  # type: ignore[arg-type]

    def forward(self, hidden: Tensor, real: Tensor) -> Tensor:
        added: Tensor = self.back(functional.relu(self.convolution(hidden)))
        return hidden + added * real


class TorchNetwork(nn.Module):
    """``known`` is the number of words with an embedding of their own."""

    def __init__(self, means: NDArray[np.float32], deviations: NDArray[np.float32], known: int) -> None:
        super().__init__()
        self.register_buffer("means", torch.from_numpy(means))
        self.register_buffer("deviations", torch.from_numpy(deviations))
        self.words = nn.EmbeddingBag(known + 1, EMBEDDING, mode="mean")
        nn.init.normal_(self.words.weight, 0.0, 0.05)
        self.entry = nn.Linear(len(means) + 2 * EMBEDDING, WIDTH)
        self.blocks = nn.ModuleList([_Residual(dilation) for dilation in DILATIONS])
        self.head = nn.Linear(WIDTH, WIDTH)
        self.out = nn.Linear(WIDTH, 3)
        self.dropout = nn.Dropout(DROPOUT)

    def forward(self, pages: Batch) -> Tensor:
        """For each line the log-odds of being in the body, and scores for being its first and its last."""
        count, length, _ = pages.dense.shape
        embedded = torch.zeros(count * length, 2 * EMBEDDING)
        embedded[pages.real.reshape(-1)] = torch.cat([self.words(*pages.words), self.words(*pages.first)], dim=1)
        dense = (pages.dense - self.means) / self.deviations
        hidden = functional.relu(self.entry(torch.cat([dense, embedded.reshape(count, length, -1)], dim=2)))
        real = pages.real.float().unsqueeze(1)
        hidden = self.dropout(hidden).transpose(1, 2) * real
        for block in self.blocks:
            hidden = block(hidden, real)
        scores: Tensor = self.out(functional.relu(self.head(hidden.transpose(1, 2))))
        return scores

    def arrays(self, known: NDArray[np.uint32], linear: NDArray[np.float32]) -> dict[str, NDArray[Any]]:
        """The weights as ``newsclean.scorer.network.from_file`` reads them."""

        def half(tensor: Tensor) -> NDArray[np.float16]:
            return tensor.detach().numpy().astype(np.float16)

        arrays: dict[str, NDArray[Any]] = {
            "mean": self.means.numpy().astype(np.float32),  # type: ignore[operator, union-attr]
            "scale": (1.0 / self.deviations.numpy()).astype(np.float32),  # type: ignore[operator, union-attr]
            "known": known,
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
        for number, block in enumerate(self.blocks):
            assert isinstance(block, _Residual)
            arrays[f"block{number}.kernel"] = half(torch.cat(list(block.convolution.weight.permute(2, 1, 0))))
            arrays[f"block{number}.kernel_bias"] = half(block.convolution.bias)  # type: ignore[arg-type]
            arrays[f"block{number}.back"] = half(block.back.weight[:, :, 0].T)
            arrays[f"block{number}.back_bias"] = half(block.back.bias)  # type: ignore[arg-type]
        return arrays


def loss(scores: Tensor, pages: Batch) -> Tensor:
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
    return ((body * weights).sum(1) + _DICE_WEIGHT * dice + _ENDS_WEIGHT * ends * some).mean()

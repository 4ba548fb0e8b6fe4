"""Train a network of ``newsclean.scorer`` again.

For ``text`` pages are flattened three ways, taken as three extractors leave them, and as their gold bodies alone; pages that are
text already, as newsclean's fixtures, are taken as they are. For ``html`` pages are read with their markup. The networks of the
folds have each not seen some of the sites: the other commands score newsclean with them (``--folds``). The same pages, packages
and machine give the same weights to the byte.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.errors import BenchmarkError
from benchmarks.folds import FOLDS, network_file
from benchmarks.optional import need
from benchmarks.train.examples import SHARES, SHOWN, Example, Form, Model, examples, main_form

if TYPE_CHECKING:
    from benchmarks.train.network import Known, TorchNetwork

EPOCHS: dict[Model, int] = {"text": 14, "html": 12}
UNKNOWN_PAGES: Mapping[Model, float] = {"text": 0.45, "html": 0.35}
KNOWN_WORDS: Mapping[Model, int] = {"text": 6144, "html": 4096}
KNOWN_NAMES = 1536
BATCH = 16
LEARNING_RATE = 3e-3
WEIGHT_DECAY = 0.02
AVERAGED = 0.997
MIN_DEVIATION = 0.05


def train(data: Sequence[Path], *, model: Model, limit: int | None, seed: int, weights: Path | None, folds: Path | None) -> None:
    """Write the weights of a network of all pages, and of one for each fold that leaves its sites out.

    :raises BenchmarkError: neither is asked for
    """
    if weights is None and folds is None:
        raise BenchmarkError("training would write nothing; say where to: -o FILE, --folds FOLDER, or both")
    need("torch", "torch").set_num_threads(1)
    pages = examples(data, model, limit)
    if weights is not None:
        weights.write_bytes(fit(pages, model, seed))
    if folds is not None:
        folds.mkdir(parents=True, exist_ok=True)
        for number in range(FOLDS):
            seen = [page for page in pages if page.fold != number]
            network_file(folds, model, number).write_bytes(fit(seen, model, seed))


def fit(pages: Sequence[Example], model: Model, seed: int) -> bytes:
    """Train a network; the file of its weights."""
    torch = need("torch", "torch")
    from benchmarks.train.augment import augment
    from benchmarks.train.network import Known, TorchNetwork, batch, loss

    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    main = main_form(model)
    dense = np.concatenate([page.forms[main].dense for page in pages[::3]])
    means, deviations = dense.mean(axis=0), dense.std(axis=0) + np.float32(MIN_DEVIATION)
    known = Known(
        _common([(page.page.site, page.forms[main].words) for page in pages], KNOWN_WORDS[model]),
        _common([(page.page.site, page.forms[main].names) for page in pages], KNOWN_NAMES),
    )
    indexed = [replace(page, forms={name: _indexed(form, known) for name, form in page.forms.items()}) for page in pages]
    network = TorchNetwork(model, means, deviations, len(known.words), len(known.names))
    optimizer = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    epochs = [_drawn(indexed, model, random) for _ in range(EPOCHS[model])]
    steps = sum(-(-len(pages) // BATCH) for pages in epochs)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, LEARNING_RATE, total_steps=steps, pct_start=0.15)
    average = {name: value.clone() for name, value in network.state_dict().items()}
    network.train()
    for step, chosen in enumerate((drawn for pages in epochs for drawn in _batches(pages, random)), 1):
        shown = batch([augment(page.forms[form], form, indexed, means, UNKNOWN_PAGES[model], random) for page, form in chosen])
        optimizer.zero_grad()
        loss(network(shown), shown, model).backward()
        torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        kept = min(AVERAGED, step / (step + 20))
        for name, value in network.state_dict().items():
            average[name].mul_(kept).add_(value, alpha=1 - kept)
    network.load_state_dict(average)
    network.eval()
    file = io.BytesIO()
    arrays: dict[str, Any] = network.arrays(known, _stand_in(network, [page.forms[main] for page in indexed[::5]]))
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def _common(words_by_site: Iterable[tuple[str, NDArray[np.uint32]]], most: int) -> NDArray[np.uint32]:
    """The hashes that most sites use, sorted."""
    used: dict[str, set[int]] = {}
    for site, words in words_by_site:
        used.setdefault(site, set()).update(np.unique(words).tolist())
    counts = Counter(word for words in used.values() for word in words)
    return np.sort(np.array(sorted(counts, key=lambda word: (-counts[word], word))[:most], dtype=np.uint32))


def _indexed(form: Form, known: Known) -> Form:
    """The form with each hash replaced by its row among the embeddings."""
    return form._replace(words=_rows(form.words, known.words), names=_rows(form.names, known.names))


def _rows(hashes: NDArray[np.uint32], known: NDArray[np.uint32]) -> NDArray[np.int64]:
    if not len(known):
        return np.zeros(len(hashes), dtype=np.int64)
    place = np.minimum(np.searchsorted(known, hashes), len(known) - 1)
    return np.where(known[place] == hashes, place + 1, 0)


def _drawn(pages: Sequence[Example], model: Model, random: np.random.Generator) -> list[Example]:
    """The pages of an epoch: each as often as its set is shown."""
    drawn = []
    for page in pages:
        times = SHOWN[model].get(page.data, 1.0)
        drawn += [page] * (int(times) + (random.random() < times - int(times)))
    return drawn


def _batches(pages: Sequence[Example], random: np.random.Generator) -> list[list[tuple[Example, str]]]:
    """The pages of an epoch, each in a form drawn by its share, in batches of pages about as long."""
    drawn: list[tuple[float, int, Example, str]] = []
    for page in pages:
        names = list(page.forms)
        odds = np.array([SHARES[name] for name in names])
        name = names[random.choice(len(names), p=odds / odds.sum())]
        drawn.append((len(page.forms[name].body) * (1 + 0.3 * random.random()), len(drawn), page, name))
    drawn.sort(key=lambda entry: entry[:2])
    batches = [[(page, name) for _, _, page, name in drawn[at : at + BATCH]] for at in range(0, len(drawn), BATCH)]
    random.shuffle(batches)
    return batches


def _stand_in(network: TorchNetwork, forms: Sequence[Form]) -> NDArray[np.float32]:
    """The linear function of the standardised features that comes closest to the network: what counted, for the evidence."""
    torch = need("torch", "torch")
    from benchmarks.train.network import batch

    with torch.no_grad():
        scores = np.concatenate([network(batch([form]))[0, :, 0].numpy() for form in forms])
    dense = np.concatenate([form.dense for form in forms])
    dense = (dense - network.means.numpy()) / network.deviations.numpy()
    dense = np.column_stack([dense, np.ones(len(dense))])
    penalty = 0.01 * len(dense) * np.eye(dense.shape[1])
    solved: NDArray[np.float32] = np.linalg.solve(dense.T @ dense + penalty, dense.T @ np.clip(scores, -5, 5))
    return solved[:-1]

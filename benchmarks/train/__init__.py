"""Train the network of ``newsclean.scorer`` again.

Pages are flattened three ways, taken as three extractors leave them, and as their gold bodies alone. Folds are cut between
sites: the reported scores are of pages from sites that the network has not seen. The weights come from all pages. The same
pages, packages and machine give the same weights to the byte.
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from benchmarks.metrics import PageScore, bootstrap, page_score, set_score
from benchmarks.optional import need
from benchmarks.tables import share, table
from benchmarks.train.examples import FOLDS, SHARES, Example, Form, examples
from newsclean import PRESETS, Cleaner
from newsclean.filters import Scored
from newsclean.scorer.network import Network, from_file

if TYPE_CHECKING:
    from benchmarks.train.network import TorchNetwork

EPOCHS = 14
BATCH = 16
LEARNING_RATE = 3e-3
WEIGHT_DECAY = 0.02
AVERAGED = 0.997
KNOWN_WORDS = 6144
MIN_DEVIATION = 0.05


def train(data: Sequence[Path], *, limit: int | None, weights: Path | None, seed: int) -> None:
    """Print the scores of pages from unseen sites, then fit all pages and write the weights."""
    need("torch", "torch").set_num_threads(1)
    pages = examples(list(data), limit)
    networks = {fold: fit([page for page in pages if page.fold != fold], seed) for fold in range(FOLDS)}
    print(_report(pages, networks))
    if weights is not None:
        weights.write_bytes(fit(pages, seed))


def fit(pages: Sequence[Example], seed: int) -> bytes:
    """Train a network; the file of its weights."""
    torch = need("torch", "torch")
    from benchmarks.train.augment import augment
    from benchmarks.train.network import TorchNetwork, batch, loss

    torch.manual_seed(seed)
    random = np.random.default_rng(seed)
    pages = [page for page in pages if "resiliparse" in page.forms]
    dense = np.concatenate([page.forms["resiliparse"].dense for page in pages[::3]])
    means, deviations = dense.mean(axis=0), dense.std(axis=0) + np.float32(MIN_DEVIATION)
    known = _known_words(pages)
    indexed = [Example(p.data, p.page, p.fold, {name: _indexed(form, known) for name, form in p.forms.items()}) for p in pages]
    network = TorchNetwork(means, deviations, len(known))
    optimizer = torch.optim.AdamW(network.parameters(), lr=LEARNING_RATE, weight_decay=WEIGHT_DECAY)
    steps = EPOCHS * -(-len(indexed) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, LEARNING_RATE, total_steps=steps, pct_start=0.15)
    average = {name: value.clone() for name, value in network.state_dict().items()}
    step = 0
    for _ in range(EPOCHS):
        network.train()
        for chosen in _epoch(indexed, random):
            pages_shown = batch([augment(page.forms[form], form, indexed, means, random) for page, form in chosen])
            optimizer.zero_grad()
            loss(network(pages_shown), pages_shown).backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            kept = min(AVERAGED, step / (step + 20))
            for name, value in network.state_dict().items():
                average[name].mul_(kept).add_(value, alpha=1 - kept)
    network.load_state_dict(average)
    network.eval()
    file = io.BytesIO()
    np.savez_compressed(file, **network.arrays(known, _stand_in(network, indexed)))
    return file.getvalue()


def _known_words(pages: Sequence[Example]) -> NDArray[np.uint32]:
    """The hashes of the words that most sites use, sorted."""
    by_site: dict[str, set[int]] = {}
    for page in pages:
        by_site.setdefault(page.page.site, set()).update(np.unique(page.forms["resiliparse"].words).tolist())
    counts = Counter(word for words in by_site.values() for word in words)
    common = sorted(counts, key=lambda word: (-counts[word], word))[:KNOWN_WORDS]
    return np.sort(np.array(common, dtype=np.uint32))


def _indexed(form: Form, known: NDArray[np.uint32]) -> Form:
    """The form with each word's hash replaced by its row among the embeddings."""
    place = np.minimum(np.searchsorted(known, form.words), len(known) - 1)
    return form._replace(words=np.where(known[place] == form.words, place + 1, 0))


def _epoch(pages: Sequence[Example], random: np.random.Generator) -> list[list[tuple[Example, str]]]:
    """Every page once, each in a form drawn by its share, in batches of pages about as long."""
    drawn = []
    for page in pages:
        names = list(page.forms)
        odds = np.array([SHARES[name] for name in names])
        name = names[random.choice(len(names), p=odds / odds.sum())]
        drawn.append((len(page.forms[name].body) * (1 + 0.3 * random.random()), len(drawn), page, name))
    drawn.sort(key=lambda entry: entry[:2])
    batches = [[(page, name) for _, _, page, name in drawn[at : at + BATCH]] for at in range(0, len(drawn), BATCH)]
    random.shuffle(batches)  # type: ignore[arg-type]
    return batches


def _stand_in(network: TorchNetwork, pages: Sequence[Example]) -> NDArray[np.float32]:
    """The linear function of the standardised features that comes closest to the network: what counted, for the evidence."""
    torch = need("torch", "torch")
    from benchmarks.train.network import batch

    rows, scores = [], []
    with torch.no_grad():
        for page in pages[::5]:
            form = page.forms["resiliparse"]
            rows.append(form.dense)
            scores.append(network(batch([form]))[0, :, 0].numpy())
    dense = (np.concatenate(rows) - network.means.numpy()) / network.deviations.numpy()  # type: ignore[operator, union-attr]
    dense = np.column_stack([dense, np.ones(len(dense))])
    penalty = 0.01 * len(dense) * np.eye(dense.shape[1])
    solved: NDArray[np.float32] = np.linalg.solve(dense.T @ dense + penalty, dense.T @ np.clip(np.concatenate(scores), -5, 5))
    return solved[:-1]


def _report(pages: Sequence[Example], networks: dict[int, bytes]) -> str:
    """The whole pipeline's F1 by data set and form, each page cleaned with the network that has not seen its site."""
    cleaners = {
        fold: Cleaner(filters=PRESETS["balanced"].replacing("scored", Scored(network=_network(file))))
        for fold, file in networks.items()
    }
    rows: dict[tuple[str, str], list[PageScore]] = {}
    for page in pages:
        for name, form in page.forms.items():
            rows.setdefault((page.data, name), []).append(_score(cleaners[page.fold], page, form, name))
    return table(
        ("data", "form", "pages", "F1", "95% interval"),
        (
            (data, name, str(len(scores)), share(set_score(scores).f1), " to ".join(map(share, bootstrap(scores))))
            for (data, name), scores in rows.items()
        ),
    )


def _score(cleaner: Cleaner, page: Example, form: Form, name: str) -> PageScore:
    article = cleaner.clean("\n".join(form.texts), kind="text")
    found = article.text
    if page.page.title_first and name != "gold":
        found = f"{article.metadata.title or ''}\n{found}"
        return page_score(page.page.body, found)
    return page_score("\n".join(page.page.gold_lines), found)


def _network(file: bytes) -> Network:
    return from_file(io.BytesIO(file))

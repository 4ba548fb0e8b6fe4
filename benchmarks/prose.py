"""Fit ``newsclean.measure.ProseWeights`` again: a logistic regression over the lines of pages with gold bodies.

A line is article text where the gold has most of it. Each page weighs the same, a line within its page by the root of its
words. Folds are cut between sites, so no site is both learned from and scored on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

from benchmarks.flatten import FLATTENERS, Flatten
from benchmarks.optional import need
from benchmarks.overlap import Gold
from benchmarks.pages import Page, load
from benchmarks.tables import share, table
from newsclean.measure import WEIGHTS, Line, ProseWeights, measure, prose_log_odds
from newsclean.model import Block
from newsclean.read.text import read
from newsclean.segment import segment
from newsclean.vocabulary import load as load_vocabulary

FOLDS = 5
_NAMES = [field.name for field in fields(ProseWeights)][1:]
_UNIT_WEIGHTS = [ProseWeights(**{name: float(name == unit) for name in ("intercept", *_NAMES)}) for unit in _NAMES]


@dataclass(frozen=True)
class Example:
    """One line: its features without the constant, whether it is article text, its weight and its page's site."""

    features: tuple[float, ...]
    label: bool
    weight: float
    site: str


def prose(data: Sequence[Path], *, limit: int | None) -> None:
    """Print the cross-validation, then the fields to paste."""
    linear = need("sklearn.linear_model", "scikit-learn")
    numpy = need("numpy", "numpy")
    flatten = FLATTENERS["resiliparse"]()
    examples = [example for path in data for page in load(path, limit) for example in lines(page, flatten)]
    features = numpy.array([example.features for example in examples], dtype=float)
    labels = numpy.array([example.label for example in examples])
    weights = numpy.array([example.weight for example in examples])
    weights *= len(weights) / weights.sum()
    sites = numpy.array([example.site for example in examples])

    def fit(rows: Any) -> Any:
        return linear.LogisticRegression(max_iter=5000).fit(features[rows], labels[rows], sample_weight=weights[rows])

    print(f"### {len(examples)} lines, {FOLDS} folds by site\n\n{_cross_validation(fit, features, labels, weights, sites)}\n")
    print("### Fields\n\n```python")
    model = fit(slice(None))
    for entry, value in zip(fields(ProseWeights), (model.intercept_[0], *model.coef_[0]), strict=True):
        print(f"    {entry.name}: float = {value:.2f}")
    print("```")


def lines(page: Page, flatten: Flatten) -> Iterator[Example]:
    """The lines of a page as examples; a page without a gold body teaches nothing."""
    gold_lines = page.gold_lines
    blocks = segment(read(flatten(page.html)).source)
    if not gold_lines or not blocks:
        return
    gold, measured = Gold(gold_lines), measure(blocks, load_vocabulary())
    total = sum(line.words**0.5 for line in measured)
    for block, line in zip(blocks, measured, strict=True):
        yield Example(_features(block, line), gold.share(block.text) > 0.5, line.words**0.5 / total, page.site)


def _features(block: Block, line: Line) -> tuple[float, ...]:
    """What each weight but the intercept is multiplied with: the log-odds under that weight alone."""
    repeated = line.twin is not None
    return tuple(
        prose_log_odds(block.text, line.words, closed=line.closed, repeated=repeated, weights=weights)
        for weights in _UNIT_WEIGHTS
    )


def _cross_validation(fit: Any, features: Any, labels: Any, weights: Any, sites: Any) -> str:
    metrics, selection = need("sklearn.metrics", "scikit-learn"), need("sklearn.model_selection", "scikit-learn")
    numpy = need("numpy", "numpy")
    rows = []
    for train, test in selection.GroupKFold(FOLDS).split(features, labels, sites):
        fitted = fit(train).predict_proba(features[test])[:, 1]
        current = 1.0 / (1.0 + numpy.exp(-(features[test] @ numpy.array(astuple(WEIGHTS)[1:]) + WEIGHTS.intercept)))
        row = []
        for guess in (fitted, current):
            row += [
                metrics.log_loss(labels[test], guess, sample_weight=weights[test]),
                metrics.roc_auc_score(labels[test], guess, sample_weight=weights[test]),
                metrics.accuracy_score(labels[test], guess > 0.5, sample_weight=weights[test]),
            ]
        rows.append(row)
    means = [sum(column) / len(rows) for column in zip(*rows, strict=True)]
    named = [(str(number), row) for number, row in enumerate(rows, 1)] + [("mean", means)]
    head = ("fold", "log loss", "AUC", "accuracy", "today's log loss", "AUC", "accuracy")
    return table(head, ((name, *map(share, row)) for name, row in named))

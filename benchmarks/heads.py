"""Fit ``newsclean.head_weights`` again: what tells standfirsts, captions and the page's own lines apart under a headline.

Learned from pages with gold bodies, which say what is a standfirst, and from newsclean's own fixtures, which tell captions from
the rest as well: whole pages, and in ``fixtures/heads`` the tops of others, as JSON lines with the role of each line. Folds are
cut between sites and between invented pages.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.checkouts.fixtures import ANSWER, page_of, roles
from benchmarks.checkouts.truth import read_json
from benchmarks.flatten import FLATTENERS
from benchmarks.folds import FOLDS, fold
from benchmarks.optional import need
from benchmarks.ours import Ours
from benchmarks.overlap import Gold
from benchmarks.pages import Page, load, set_name
from benchmarks.tables import share, table
from newsclean.document import Document
from newsclean.filters import Scored
from newsclean.head_weights import TOGETHER, WEIGHTS
from newsclean.heads import Head
from newsclean.language import Identifier, LangdetectDetector
from newsclean.pipeline import PRESETS, Pipeline, filter_name
from newsclean.segment import segment
from newsclean.settle import Page as Run
from newsclean.vocabulary import load as load_vocabulary

_INVENTED_WEIGHT = 4.0
"""What a line of an invented page weighs: the pages of real sites have many more lines, most of them no article's head."""

_INVENTED = ("fixtures", "heads")
_MOST_WEIGHT = 4.0
_LEAST_WORDS = 50.0
_PENALTY = 0.1
"""Inverse strength of the L2 penalty, on values of unit variance."""


@dataclass(frozen=True)
class Example:
    """One line: what is known of it, its role as far as the gold tells, its weight, its data set and its fold."""

    values: tuple[float, ...]
    role: str
    weight: float
    data: str
    fold: int

    @property
    def is_invented(self) -> bool:
        """Whether the gold tells captions from the page's own lines."""
        return self.data in _INVENTED


def heads(data: Sequence[Path], ours: Ours, *, limit: int | None) -> None:
    """Print the cross-validation, then the module to paste."""
    examples = [example for path in data for example in _examples(path, ours, limit)]
    values = np.array([example.values for example in examples])
    standfirsts = _Regression(values, [e.role == "body" for e in examples], examples, every=True)
    captions = _Regression(values[:, : len(WEIGHTS)], [e.role == "caption" for e in examples], examples, every=False)
    print(f"### {len(examples)} lines, {FOLDS} folds\n\n{_report(examples, standfirsts, captions)}\n")
    print("### newsclean/head_weights.py\n\n```python")
    (bias, first), (other_bias, second) = standfirsts.fields(), captions.fields()
    print(f"BIAS = ({bias:.2f}, {other_bias:.2f})\n\nWEIGHTS = {{")
    for number, name in enumerate(WEIGHTS):
        print(f'    "{name}": ({first[number]:.2f}, {second[number]:.2f}),')
    print("}\n\nTOGETHER = (")
    for (one, other, _), weight in zip(TOGETHER, first[len(WEIGHTS) :], strict=True):
        print(f'    ("{one}", "{other}", {weight:.2f}),')
    print(")\n```")


def _examples(path: Path, ours: Ours, limit: int | None) -> Iterator[Example]:
    if (path / "heads").is_dir():
        yield from (example for top in _invented(path) for example in top)
        return
    pipelines, flatten = ours.pipelines("text"), FLATTENERS["resiliparse"]()
    for page in load(path, limit):
        if page.gold_lines:
            yield from _of_page(page, flatten(page.html), pipelines(page), set_name(path))


def _of_page(page: Page, text: str, pipeline: Pipeline, data: str) -> Iterator[Example]:
    """The lines of a page whose gold has the body only; the more of the body such a line makes, the more it weighs."""
    gold, words = Gold(page.gold_lines), sum(len(line.split()) for line in page.gold_lines)
    document = _document(text, pipeline)
    if document is None or document.title is None:
        return
    head = Head(document, document.title)
    taught = {number: gold.share(document.blocks[number].text) > 0.5 for number in head.open}
    for number, is_body in taught.items():
        weight = (document.lines[number].words / max(words, _LEAST_WORDS)) ** 0.5
        values = _values(head, number, frozenset())
        yield Example(values, "body" if is_body else "other than body", weight, data, fold(page.site))


def _invented(path: Path) -> Iterator[Iterator[Example]]:
    """The lines of the fixtures, whole pages and tops of pages."""
    for answer in sorted(path.glob(f"*/*{ANSWER}")):
        if page_of(answer).is_file():
            yield _of_invented(page_of(answer).read_text(encoding="utf-8"), roles(read_json(answer)), "fixtures", answer.stem)
    for file in sorted((path / "heads").glob("*.jsonl")):
        for number, row in enumerate(map(json.loads, file.read_text(encoding="utf-8").splitlines())):
            stated = {at: role for at, (role, _) in enumerate(row["lines"], 1)}
            yield _of_invented("\n".join(text for _, text in row["lines"]), stated, "heads", f"{file.stem}/{number}")


def _of_invented(source: str, stated: Mapping[int, str], data: str, name: str) -> Iterator[Example]:
    """The lines of a page whose gold has the role of each line, if its headline is found."""
    document = _document(source, PRESETS["balanced"])
    if document is None or document.title is None:
        return
    ends = [at for at, character in enumerate(source) if character == "\n"]
    found = [stated.get(bisect_right(ends, block.span.start) + 1, "") for block in document.blocks]
    if found[document.title] != "title":
        return
    head = Head(document, document.title)
    captions = frozenset(number for number in head.open if found[number] == "caption")
    for number in head.open:
        role = found[number] if found[number] in ("body", "caption") else "other"
        yield Example(_values(head, number, captions), role, _INVENTED_WEIGHT, data, fold(name))


def _document(source: str, pipeline: Pipeline) -> Document | None:
    """A page as the filter for heads meets it."""
    blocks = segment(source)
    vocabulary = load_vocabulary()
    before = pipeline.filters[: [filter_name(filter) for filter in pipeline].index("heads")]
    scorer = next(filter for filter in pipeline if isinstance(filter, Scored))
    run = Run(source, pipeline, vocabulary, Identifier(vocabulary, LangdetectDetector()), None)
    return Pipeline(before).run(run.scored(blocks, scorer.score(blocks))) if blocks else None


def _values(head: Head, number: int, captions: frozenset[int]) -> tuple[float, ...]:
    values = head.values(number, captions)
    return (*(float(values[name]) for name in WEIGHTS), *(float(values[one] * values[other]) for one, other, _ in TOGETHER))


class _Regression:
    """One of the two: of all examples, or of those lines of invented pages that are no standfirsts."""

    def __init__(self, values: NDArray[np.float64], labels: Sequence[bool], examples: Sequence[Example], *, every: bool) -> None:
        self._values, self._labels = values, np.array(labels)
        self._folds = np.array([example.fold for example in examples])
        self._used = np.array([every or (example.is_invented and example.role != "body") for example in examples])
        weights = np.array([example.weight for example in examples])
        real = np.array([not example.is_invented for example in examples])
        if real.any():
            weights[real] = np.minimum(weights[real] / weights[real].mean(), _MOST_WEIGHT)
        self._weights = weights if every else np.ones(len(examples))

    def out_of_fold(self) -> NDArray[np.float64]:
        """The log-odds of each line by a regression that has not seen its site."""
        odds = np.zeros(len(self._labels))
        for number in range(FOLDS):
            mine = self._folds == number
            model, scale = self._model(self._used & ~mine)
            odds[mine] = model.decision_function(scale.transform(self._values[mine]))
        return odds

    def fields(self) -> tuple[float, NDArray[np.float64]]:
        """The intercept and the weights of a regression of all lines."""
        model, scale = self._model(self._used)
        weights = model.coef_[0] / scale.scale_
        return float(model.intercept_[0] - (weights * scale.mean_).sum()), weights

    def _model(self, rows: NDArray[np.bool_]) -> tuple[Any, Any]:
        """The regression of some lines, and what brings values to its scale."""
        linear, preprocessing = need("sklearn.linear_model", "scikit-learn"), need("sklearn.preprocessing", "scikit-learn")
        scale = preprocessing.StandardScaler().fit(self._values[rows])
        model = linear.LogisticRegression(C=_PENALTY, max_iter=5000)
        return model.fit(scale.transform(self._values[rows]), self._labels[rows], sample_weight=self._weights[rows]), scale


def _report(examples: Sequence[Example], standfirsts: _Regression, captions: _Regression) -> str:
    """By data set, how many lines are told rightly as body or not, and, where the gold says it, as body, caption or other."""
    odds, others = standfirsts.out_of_fold(), captions.out_of_fold()
    said = ["body" if first > 0 else "caption" if second > 0 else "other" for first, second in zip(odds, others, strict=True)]
    rows = []
    for name in dict.fromkeys(example.data for example in examples):
        mine = [(example, role) for example, role in zip(examples, said, strict=True) if example.data == name]
        bodies = sum((example.role == "body") == (role == "body") for example, role in mine)
        exact = [example.role == role for example, role in mine if example.is_invented]
        rows.append((name, str(len(mine)), share(bodies / len(mine)), share(sum(exact) / len(exact)) if exact else ""))
    return table(("set", "lines", "body or not", "role"), rows)

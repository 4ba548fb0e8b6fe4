"""How good the whole pipeline is on pages of sites that its network has not seen."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from benchmarks.intervals import Resamples, interval
from benchmarks.metrics import PageScore, page_score, set_score
from benchmarks.tables import share, table
from benchmarks.train.examples import Example, Form
from newsclean import PRESETS, Cleaner
from newsclean.cleaner import Kind
from newsclean.filters import Scored
from newsclean.scorer.network import from_file


def report(pages: Sequence[Example], networks: Mapping[int, bytes]) -> str:
    """The F1 by data set and form, each page cleaned with the network of its fold."""
    cleaners = {
        fold: Cleaner(filters=PRESETS["balanced"].replacing("scored", Scored(network=from_file(io.BytesIO(file)))))
        for fold, file in networks.items()
    }
    rows: dict[tuple[str, str], list[PageScore]] = {}
    for page in pages:
        for name, form in page.forms.items():
            rows.setdefault((page.data, name), []).append(_score(cleaners[page.fold], page, form, name))
    return table(("data", "form", "pages", "F1", "95% interval"), (_row(data, name, of) for (data, name), of in rows.items()))


def _row(data: str, name: str, scores: Sequence[PageScore]) -> tuple[str, ...]:
    around = interval(Resamples(len(scores)).f1(scores))
    return (data, name, str(len(scores)), share(set_score(scores).f1), " to ".join(map(share, around)))


def _score(cleaner: Cleaner, page: Example, form: Form, name: str) -> PageScore:
    kind: Kind
    source, kind = (page.page.html, "html") if name == "html" else ("\n".join(form.texts), "text")
    article = cleaner.clean(source, kind=kind)
    if page.page.title_first and name != "gold":
        return page_score(page.page.body, f"{article.metadata.title or ''}\n{article.text}")
    return page_score("\n".join(page.page.gold_lines), article.text)

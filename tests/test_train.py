"""What the networks are shown in training: pages in the forms they come in, some sets more often than others."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from benchmarks.pages import Page
from benchmarks.train import _drawn
from benchmarks.train.examples import SHOWN, Example, examples, form_of
from newsclean.segment import segment

STORY = ("The ferry left Almvik at nine on Monday morning.", "It came back with forty passengers and two goats.")
PAGE = "\n".join(("Home", "World", *STORY, "Most read"))


def test_a_page_of_text_is_shown_as_it_is_and_to_the_network_of_text_alone(tmp_path: Path) -> None:
    path = tmp_path / "harbour.jsonl"
    path.write_text(json.dumps({"html": PAGE, "body": "\n".join(STORY)}) + "\n", encoding="utf-8")
    (shown,) = examples([path], "text", None)
    assert {name: form.body.tolist() for name, form in shown.forms.items()} == {"resiliparse": [0, 0, 1, 1, 0]}
    assert examples([path], "html", None) == []


def test_an_epoch_shows_the_pages_of_a_set_as_often_as_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(SHOWN, "text", {"often": 2.0, "now and then": 0.25})
    page = Example("once", Page("p", "harbour.example", "en", "", "", False), 0, {"resiliparse": form_of(segment(PAGE), "")})
    pages = [replace(page, data=name) for name in ("once", "often", "now and then")]
    random = np.random.default_rng(0)
    epochs = [[shown.data for shown in _drawn(pages, "text", random)] for _ in range(400)]
    assert all(epoch[:3] == ["once", "often", "often"] for epoch in epochs)
    assert 60 <= sum(epoch[3:] == ["now and then"] for epoch in epochs) <= 140
    assert [shown.data for shown in _drawn(pages, "html", random)] == ["once", "often", "now and then"]


def test_a_page_that_is_lost_altogether_counts_less_than_its_share() -> None:
    torch = pytest.importorskip("torch")
    from benchmarks.train.network import batch, loss

    pages = batch([form_of(segment(PAGE), "\n".join(STORY))])
    right, wrong = (sign * 9.0 * (2.0 * pages.body - 1.0) for sign in (1.0, -1.0))
    flat = torch.zeros(*pages.body.shape, 2)
    (good, bad), (good_html, bad_html) = (
        [float(loss(torch.cat([scores.unsqueeze(-1), flat], dim=-1), pages, model)) for scores in (right, wrong)]
        for model in ("text", "html")
    )
    assert good == pytest.approx(good_html, abs=0.01)
    assert good < bad < bad_html / 2

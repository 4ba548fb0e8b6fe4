"""Scores mean what their names say: known values, a reference written down plainly, and what must hold for any text."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.confidence import Point, bins, numbers
from benchmarks.intervals import Resamples, interval
from benchmarks.metrics import PageScore, page_score, set_score, shingles, tokens
from benchmarks.pages import Page
from benchmarks.rouge import rouge_lsum, word_f1
from benchmarks.scores import body_score, means, shingle_scores
from benchmarks.snippets import Snippets, snippet_counts, total

BODY = (
    "The harbour of Vellin opened again on Monday after a week of storms, the port authority said.\n"
    "Forty ships had waited outside the breakwater, and the first of them sailed in before dawn.\n"
    "Fishermen said that they had lost a third of the season, and asked the council for help."
)

words = st.lists(st.sampled_from("fog port ship tide crew dawn".split()), min_size=1, max_size=9).map(" ".join)
texts = st.lists(words, max_size=5).map("\n".join)


def page(body: str, wanted: tuple[str, ...] = (), unwanted: tuple[str, ...] = ()) -> Page:
    return Page("p", "s", "en", "", body, False, wanted=wanted, unwanted=unwanted)


def common_places(line: list[str], other: list[str]) -> set[int]:
    """The places of one longest common subsequence, by the table of the textbook."""
    lengths = [[0] * (len(other) + 1) for _ in range(len(line) + 1)]
    for i, one in enumerate(line):
        for j, two in enumerate(other):
            lengths[i + 1][j + 1] = lengths[i][j] + 1 if one == two else max(lengths[i][j + 1], lengths[i + 1][j])
    i, j, places = len(line), len(other), set()
    while i and j:
        if line[i - 1] == other[j - 1]:
            i, j = i - 1, j - 1
            places.add(i)
        elif lengths[i][j - 1] > lengths[i - 1][j]:
            j -= 1
        else:
            i -= 1
    return places


def plain_hits(gold: str, found: str) -> int:
    """The tokens that ROUGE-LSum counts, without any short cut."""
    lines, others = ([line.split() for line in text.splitlines()] for text in (gold, found))
    left = Counter(gold.split()), Counter(found.split())
    hits = 0
    for line in lines:
        union = set().union(*(common_places(line, other) for other in others)) if others else set()
        for place in sorted(union):
            if left[0][line[place]] and left[1][line[place]]:
                left[0][line[place]] -= 1
                left[1][line[place]] -= 1
                hits += 1
    return hits


@given(texts, texts)
def test_rouge_lsum_is_that_of_the_plain_table(gold: str, found: str) -> None:
    score, hits = rouge_lsum(gold, found), plain_hits(gold, found)
    if gold or found:
        assert score.recall == pytest.approx(hits / len(gold.split()) if gold else 0.0)
        assert score.precision == pytest.approx(hits / len(found.split()) if found else 0.0)


@given(texts, texts)
def test_rouge_lsum_is_that_of_the_reference_implementation(gold: str, found: str) -> None:
    scorer = pytest.importorskip("rouge_score.rouge_scorer", reason="rouge-score is no part of the test extra")
    if gold and found:
        reference = scorer.RougeScorer(["rougeLsum"]).score(gold, found)["rougeLsum"]
        assert rouge_lsum(gold, found) == pytest.approx(reference)


@given(texts)
def test_a_body_that_is_found_is_perfect(body: str) -> None:
    score = body_score(page(body or "Fog."), body or "Fog.")
    assert score.shingles == PageScore(1.0, 1.0)
    assert score.rouge is not None and score.rouge.f1 == score.words == 1.0


@given(texts, texts)
def test_scores_are_shares(gold: str, found: str) -> None:
    rouge, score = rouge_lsum(gold, found), page_score(gold, found)
    for value in (*rouge, word_f1(gold, found), score.precision, score.recall, score.f1):
        assert 0.0 <= value <= 1.0
    assert word_f1(gold, found) >= rouge.f1 - 1e-9


def test_the_order_of_lines_is_nothing_to_rouge_lsum_and_the_order_of_words_nothing_to_word_f1() -> None:
    turned = "\n".join(reversed(BODY.splitlines()))
    assert rouge_lsum(BODY, turned).f1 == 1.0
    shuffled = " ".join(reversed(BODY.split()))
    assert word_f1(BODY, shuffled) == 1.0
    assert rouge_lsum(BODY, shuffled).f1 < 0.5
    assert rouge_lsum(BODY, BODY.upper()).f1 == word_f1(BODY, BODY.upper()) == 1.0


def test_rouge_lsum_by_hand() -> None:
    """Six tokens of gold, six found; the union over both lines found is "fog closed the" and "ships"."""
    score = rouge_lsum("fog closed the port\nships wait", "ships sail\nfog closed the bay")
    assert (score.precision, score.recall) == pytest.approx((4 / 6, 4 / 6))
    assert rouge_lsum("", "").f1 == 1.0
    assert rouge_lsum("fog", "") == (0.0, 0.0, 0.0)


def test_tokens_are_words_or_characters_of_spaceless_scripts() -> None:
    assert tokens("Kyoto's 京都, 2024") == ["Kyoto", "s", "京", "都", "2024"]
    assert shingles("") == {}
    assert shingles("a b") == {("a", "b"): 1}
    assert shingles("a b c d e") == {("a", "b", "c", "d"): 1, ("b", "c", "d", "e"): 1}


def test_page_score() -> None:
    assert page_score(BODY, BODY) == PageScore(1.0, 1.0)
    assert page_score("", "") == PageScore(1.0, 1.0)
    assert page_score(BODY, "") == PageScore(0.0, 0.0)
    assert page_score("a b c d e", "a b c d x") == PageScore(0.5, 0.5)
    assert page_score("a b c d", "a b c d a b c d").precision == pytest.approx(0.2)


def test_a_set_is_scored_by_means_over_pages() -> None:
    score = set_score([PageScore(1.0, 0.5), PageScore(0.5, 0.5)])
    assert (score.precision, score.recall) == (0.75, 0.5)
    assert score.f1 == pytest.approx(0.6)
    assert set_score([PageScore(0.0, 0.0)]).f1 == 0.0


def test_intervals_are_the_same_each_time_and_hold_the_score() -> None:
    ours = [PageScore(n / 20, n / 20) for n in range(21)]
    theirs = [PageScore(page.precision * 0.8, page.recall * 0.8) for page in ours]
    low, high = interval(Resamples(21).f1(ours))
    assert low < set_score(ours).f1 < high
    assert interval(Resamples(21).f1(ours)) == (low, high)
    resamples = Resamples(21)
    differences = [one - two for one, two in zip(resamples.f1(ours), resamples.f1(theirs), strict=True)]
    low, high = interval(differences)
    assert 0 < low < set_score(ours).f1 - set_score(theirs).f1 < high


def test_snippets_are_looked_for_whatever_the_white_space() -> None:
    counts = snippet_counts("Fog  closed\nthe port.", ["closed the port", "Ships"], ["the\tport", "Log in"])
    assert counts == Snippets(found=1, wanted=2, leaked=1, unwanted=2)
    assert (counts.recall, counts.rejection, counts.f1) == (0.5, 0.5, 0.5)
    assert total([counts, Snippets(1, 1, 0, 0)]) == Snippets(2, 3, 1, 2)
    assert total([]).f1 == 1.0


def test_means_are_over_the_pages_that_have_a_body() -> None:
    scores = [
        body_score(page("fog port ship tide"), "fog port ship tide"),
        body_score(page("fog port ship tide"), "", "ValueError: no"),
        body_score(page("", wanted=("fog",), unwanted=("log in",)), "fog, log in"),
    ]
    found = means(scores)
    assert (found.f1, found.rouge_lsum, found.words, found.failures) == (0.5, 0.5, 0.5, 1)
    assert found.snippets == Snippets(1, 1, 1, 1)
    assert len(shingle_scores(scores)) == 2
    assert found.to_dict()["without"] == 0.0
    assert scores[2].to_dict() == {"snippets": [1, 1, 1, 1]}
    assert "snippets" not in scores[0].to_dict()
    assert scores[1].to_dict()["failure"] == "ValueError: no"


def test_the_reliability_curve() -> None:
    articles = [Point(0.0, 0.1), Point(0.79, 0.2), Point(0.8, 0.9), Point(1.0, 1.0)]
    assert [(part.low, part.pages) for part in bins(articles)] == [(0.0, 1), (0.7, 1), (0.8, 1), (0.9, 1)]
    found = numbers(articles)
    assert (found["confident_pages"], found["confident_share"], found["confident_f1"]) == (2, 0.5, 0.95)
    assert found["calibration_error"] == pytest.approx((0.1 + 0.59 + 0.1 + 0.0) / 4)
    assert numbers([])["confident_f1"] is None


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=30))
def test_every_article_is_in_one_bin(values: list[tuple[float, float]]) -> None:
    curve = bins([Point(*value) for value in values])
    assert sum(part.pages for part in curve) == len(values)
    assert all(part.low - 1e-6 <= part.confidence <= part.low + 0.1 + 1e-6 for part in curve)

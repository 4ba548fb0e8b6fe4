"""The scorer's numbers, its network against a plain one, and what the filter does with the scores."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import ENGLISH

from newsclean import PRESETS, Cleaner, Document, Pipeline
from newsclean.document import Filter
from newsclean.filters import Scored
from newsclean.language import Identifier, LangdetectDetector
from newsclean.model import Block, BlockKind, Claim, Markup, Role, Span
from newsclean.scorer import load, score
from newsclean.scorer.features import NAMES, PageFeatures, page_features
from newsclean.scorer.lines import Floats, read_lines
from newsclean.scorer.markup import MarkupFeatures
from newsclean.scorer.network import Block as Convolution
from newsclean.scorer.network import Embedding
from newsclean.settle import Page
from newsclean.vocabulary import load as load_vocabulary

STORY = tuple(sentence.format(name="Tove Lindgren", place="Almvik", n=12) for sentence in ENGLISH.sentences[:5])
LINES = st.lists(
    st.sampled_from((*STORY, "Home", "Share", "…", "12:40", "Von unserer Redaktion", "記事を読む", "!!!")), min_size=1
)


@dataclass(frozen=True)
class Scripted:
    """A network that says of each block of one page what it is told to."""

    log_odds: Sequence[float]
    kind: Literal["text", "html"] = "text"

    def __call__(self, features: PageFeatures, markup: MarkupFeatures | None) -> Floats:
        assert len(features.dense) == len(self.log_odds)
        return np.array(self.log_odds, dtype=np.float32)

    def __getattr__(self, name: str) -> object:
        return getattr(load(self.kind), name)


def run(blocks: Sequence[Block], network: Scripted, *before: Filter, **settings: float) -> Document:
    """A page that nothing but the scorer looks at, and the filters that come before it."""
    scored = Scored(network=network, **{"clean": 0.0, "full": 0.0, "most": 1.0, **settings})  # type: ignore[arg-type]
    pipeline = Pipeline((*before, scored))
    vocabulary = load_vocabulary()
    document, _ = Page("", pipeline, vocabulary, Identifier(vocabulary, LangdetectDetector()), None).run(tuple(blocks))
    return document


def kept(blocks: Sequence[Block], network: Scripted, **settings: float) -> list[str]:
    """The texts of what stays on such a page."""
    document = run(blocks, network, **settings)
    return [document.blocks[number].text for number in document.body]


def lines(*texts: str) -> list[Block]:
    """Blocks of a page without markup."""
    return [Block(Span(0, len(text)), text) for text in texts]


def test_lines_that_are_unlikely_go_with_a_reason() -> None:
    document = run(lines(*STORY[:2], "Offers from our partners"), Scripted([3.0, 3.0, -4.0]))
    (claim,) = filter(None, document.claims)
    assert claim.block == 2 and claim.rule == "scored/line"
    assert claim.evidence.startswith("probability 0.02: ")


def test_a_sentence_in_doubt_stays_beside_one_that_stays() -> None:
    assert kept(lines(*STORY[:3]), Scripted([3.0, -1.0, 3.0])) == list(STORY[:3])
    assert kept(lines(*STORY[:3]), Scripted([3.0, -1.0, -1.0])) == list(STORY[:3]), "one after the other"
    assert kept(lines(*STORY[:3]), Scripted([3.0, -2.8, -1.0])) == [STORY[0]], "not over a line without doubt"
    assert kept(lines(*STORY[:2], "Offers from partners"), Scripted([3.0, 3.0, -1.0])) == list(STORY[:2]), "it is no sentence"
    assert kept(lines(*STORY[:3]), Scripted([3.0, -1.0, -1.0]), min_words=99.0) == [STORY[0]]


def test_a_paragraph_in_doubt_stays_if_it_has_the_dateline() -> None:
    opening = "The ferry office in Almvik opens again on Monday, two winters after it was closed."

    def stays(text: str, doubt: float) -> bool:
        page = lines("Ferry office of Almvik opens again", text, "Offers from our partners", *STORY[:2])
        network = Scripted([1.0, doubt, -6.0, 3.0, 3.0])
        return run(page, network, lambda _: [Claim(0, Role.TITLE, "test/headline", "asked to")]).kept(1)

    assert stays(f"ALMVIK (Reuters) - {opening}", -2.0)
    assert not stays(f"ALMVIK (Reuters) - {opening}", -2.6)
    assert not stays(opening, -2.0)


def test_a_line_in_doubt_stays_between_two_that_stay_in_a_dense_story() -> None:
    page = lines(*STORY[:4], "What the harbour said", *STORY[4:], *STORY[:2])
    assert "What the harbour said" in kept(page, Scripted([3.0] * 4 + [-1.0] + [3.0] * 3))
    assert "What the harbour said:" not in kept(
        lines(*STORY[:4], "What the harbour said:", *STORY[4:], *STORY[:2]), Scripted([3.0] * 4 + [-2.8] + [3.0] * 3)
    )
    long = "What the harbour said when the whole town asked about its ships"
    sparse = lines(STORY[0], long, STORY[1], "Offers from partners")
    assert kept(sparse, Scripted([3.0, -1.0, 3.0, -1.0])) == list(STORY[:2])


def test_a_heading_in_doubt_stays_between_two_paragraphs_of_any_story() -> None:
    page = lines(STORY[0], "What the harbour said", STORY[1], *["Offers from our partners"] * 9)
    assert kept(page, Scripted([3.0, -2.0, 3.0, *[-6.0] * 9])) == [STORY[0], "What the harbour said", STORY[1]]
    assert kept(page, Scripted([3.0, -2.0, -6.0, *[-6.0] * 9])) == [STORY[0]], "nothing below it stays"


def test_a_line_with_the_form_of_a_heading_stays_in_more_doubt() -> None:
    def stays(text: str, doubt: float = -4.4, more: str = "Offers from our partners") -> bool:
        page = lines(STORY[0], text, STORY[1], *[more] * 9)
        return text in kept(page, Scripted([3.0, doubt, 3.0, *[-6.0] * 9]))

    assert stays("What the harbour said") and not stays("What the harbour said", doubt=-4.6)
    assert stays("港の声を聞く会") and not stays("Advertisement"), "a phrase, or a single word"
    assert not stays("What the harbour said", more="What the harbour said"), "it is said more than once"
    for text in (
        "Petra Lindqvist",
        "the harbour said so",
        "OFFERS FOR YOU",
        "Watch: the harbour",
        "Holt / Vellin News",
        "Next page »",
    ):
        assert not stays(text), text


def test_a_heading_in_doubt_stays_right_below_a_teaser() -> None:
    def stays(*teaser: str, gaps: tuple[int, int] = (0, 0), doubt: float = -2.0, heading: str = "What the harbour said") -> bool:
        page = lines(STORY[0], *teaser, heading, STORY[1], *["Offers from our partners"] * 9)
        page[len(teaser) + 1] = page[len(teaser) + 1]._replace(gap_before=gaps[0])
        page[len(teaser) + 2] = page[len(teaser) + 2]._replace(gap_before=gaps[1])
        network = Scripted([3.0, *[-6.0] * len(teaser), doubt, 3.0, *[-6.0] * 9])
        document = run(page, network, lambda page: [*page.phrased(Role.TEASER), *page.phrased(Role.PROMO)])
        return document.kept(len(teaser) + 1)

    headline = "Storm takes the roof off the old cannery"
    assert stays(f"Also read: {headline}")
    assert stays("Also read:", headline)
    assert stays(f"Also read: {headline}", gaps=(1, 1))
    assert not stays(f"Also read: {headline}", gaps=(0, 1)), "it stands with the teaser"
    assert not stays("Also read:"), "it is the headline that is teased"
    assert not stays(f"Also read: {headline}", "Bakery on Quay Street changes hands")
    teased = ("Also read:", headline, "Bakery on Quay Street changes hands again")
    assert stays("Te puede interesar", headline), "a label that may go on"
    assert stays(*teased) and stays(*teased, heading="◇ What the office of the old harbour said")
    assert not stays(*teased, heading="What the office of the old harbour said"), "it is as long as those that are teased"
    assert stays("Advertisement", doubt=-3.4) and not stays("Advertisement", doubt=-3.6)
    assert stays("Sign up for the harbour letter", "It comes on Mondays", "Advertisement")
    assert stays(f"Also read: {headline}", doubt=-5.4) and not stays(f"Also read: {headline}", doubt=-5.6)


@pytest.mark.parametrize(("below", "stays"), [("What the harbour office said", True), ("Jonas Berg", False)])
def test_a_heading_in_doubt_stays_below_a_caption_and_a_name_does_not(below: str, stays: bool) -> None:
    page = lines(STORY[0], "The pier after the storm", below, STORY[1], *["Offers from our partners"] * 9)
    network = Scripted([3.0, -6.0, -3.0, 3.0, *[-6.0] * 9])
    document = run(page, network, lambda page: [Claim(1, Role.CAPTION, "test", ""), Claim(5, Role.NAVIGATION, "test", "")])
    assert document.kept(2) is stays


def test_a_summary_in_doubt_stays_under_the_headline() -> None:
    summary = "The ferry office in Almvik is back. Passengers had waited for it since spring."
    page = "\n".join(
        ("Ferry office of Almvik opens again", summary, "Advertisement", "Share this", "Follow us", *STORY, "Most read")
    )

    def stays(log_odds: float) -> bool:
        network = Scripted([1.0, log_odds, -6.0, -6.0, -6.0, *[4.0] * len(STORY), -6.0])
        filters = PRESETS["balanced"].replacing("scored", Scored(network=network, doubt=5.0))  # type: ignore[arg-type]
        return summary in Cleaner(filters=filters).clean(page, kind="text").paragraphs

    assert stays(-2.4) and not stays(-2.6)


def test_what_a_line_announces_stays() -> None:
    items = ["• Two ships", "• Four boats", "• A crane"]
    page = lines(STORY[0], "The harbour office has asked for these:", *items, "Offers from our partners", STORY[1])
    assert kept(page, Scripted([3.0, -1.0, -1.4, -1.4, -1.4, -1.4, 3.0]))[1:5] == [page[1].text, *items]
    assert kept(page, Scripted([3.0, -1.0, -1.4, -1.6, -1.4, -6.0, 3.0]))[1:3] == [page[1].text, items[0]], "the list ends"
    assert kept(page, Scripted([3.0, -3.0, -1.4, -1.4, -1.4, -6.0, 3.0])) == [STORY[0], STORY[1]], "nothing announces them"


@pytest.mark.parametrize(
    ("first", "second", "item", "stays"),
    [
        (-6.0, 2.0, "Storm takes the roof off the old cannery", False),
        (-6.0, 4.0, "Storm takes the roof off the old cannery", True),
        (2.0, 2.0, "Storm takes the roof off the old cannery", True),
        (-6.0, 2.0, "The storm took the roof off the old cannery.", True),
    ],
)
def test_headlines_under_bullets_go_as_a_list(first: float, second: float, item: str, stays: bool) -> None:
    page = lines(STORY[0], "On the same subject", "-", "Bakery on Quay Street changes hands", "-", item, *STORY[1:4])
    assert (item in kept(page, Scripted([3.0, -6.0, -6.0, first, -6.0, second, 3.0, 3.0, 3.0]))) is stays


def test_a_paragraph_in_doubt_stays_among_others_for_the_words_it_shares() -> None:
    about = "Passengers of the ferry office in Almvik told the paper that they had been waiting since early morning."
    other = "Bakers from twelve countries showed their rye bread at the yearly fair and sold all of it by noon."
    advertisement = "Offers from our partners"

    def stays(text: str, doubt: float = -2.0) -> bool:
        page = lines(STORY[0], advertisement, text, advertisement, STORY[1])
        return text in kept(page, Scripted([3.0, -6.0, doubt, -6.0, 3.0]))

    assert stays(about) and not stays(other) and not stays(about, -2.6)
    assert about not in kept(lines(STORY[0], advertisement, about), Scripted([3.0, -6.0, -2.0])), "below the story"


def test_a_list_in_little_doubt_stays_in_a_dense_story() -> None:
    items = ("• Two ships", "• Four boats", "What the harbour said")
    page = lines(*STORY[:4], *items, *STORY * 4, *["Offers from partners of the harbour, all day and every day"] * 60)

    def stays(*doubts: float) -> bool:
        network = Scripted([3.0] * 4 + list(doubts) + [3.0] * 4 * len(STORY) + [-6.0] * 60)
        return set(items) <= set(kept(page, network, full=-1.0))

    assert stays(-0.9, -0.9, -0.9) and not stays(-0.9, -1.1, -0.9)


def test_most_of_a_page_being_its_article_speaks_for_the_rest() -> None:
    def home(document: Document) -> list[Claim]:
        return [Claim(0, Role.NAVIGATION, "test/home", "a link")]

    def stays(*log_odds: float, notes: str = "Notes from the harbour.", **settings: float) -> bool:
        page = lines("Home", *STORY[:4], notes, STORY[4])
        return run(page, Scripted([-5.0, *log_odds]), home, **{"doubt": 0.0, "full": -1.0, **settings}).kept(5)

    assert stays(3.0, 3.0, 3.0, 3.0, -0.5, -4.0) and not stays(3.0, 3.0, 3.0, 3.0, -1.5, -4.0)
    assert not stays(3.0, 3.0, -4.0, -4.0, -0.5, -4.0), "half of the page is something else"
    assert not stays(3.0, 3.0, 3.0, 3.0, -0.5, -4.0, full=0.0)
    assert not stays(3.0, 3.0, 3.0, 3.0, -0.5, -4.0, notes="Notes from the harbour"), "a headline below the story"
    assert stays(3.0, 3.0, 3.0, 3.0, -0.5, 3.0, notes="Notes from the harbour"), "a subheading in it"


def test_the_extraction_moves_the_threshold() -> None:
    def block(text: str, *, core: bool, links: float = 0.0) -> Block:
        markup = Markup("p", BlockKind.PARAGRAPH, core=core, links=links)
        return Block(Span(0, len(text)), text, 0, markup)

    page = [
        block(STORY[0], core=True),
        block(STORY[1], core=True),
        block("It kept this one", core=True, links=1.0),
        block("It left this one out", core=False),
        block(STORY[2], core=False),
        block("It left this link out", core=False, links=1.0),
    ]
    network = Scripted([3.0, -0.5, -0.5, 0.5, 1.5, 5.0], "html")
    assert kept(page, network) == [STORY[0], STORY[1], "It kept this one", STORY[2]]
    assert kept(page, network, margin=0.0) == [STORY[0], "It left this one out", STORY[2]]


def test_a_page_without_furniture_loses_only_what_cannot_be_its_text() -> None:
    text = "\n\n".join(STORY)
    unsure = Scripted([-2.0] * len(STORY))
    assert Cleaner(filters=Pipeline((Scored(network=unsure, doubt=0.0),))).clean(text, kind="text").text == text  # type: ignore[arg-type]


def test_a_text_of_an_unknown_kind_stays_as_it_is() -> None:
    catalogue = (STORY[0], *(f"Room {number}, floor {number % 3}: boats and charts" for number in range(12)))
    network = Scripted([3.0, *[-5.0] * 12])
    pipeline = Pipeline((Scored(network=network),))  # type: ignore[arg-type]
    assert Cleaner(filters=pipeline).clean("\n".join(catalogue), kind="text").paragraphs == catalogue
    assert kept(lines(*catalogue), network, most=0.5) == list(catalogue), "most of it is unlikely"
    assert kept(lines(*catalogue), network, most=0.9) == [STORY[0]], "not as much as that"
    page = run(lines(*catalogue), network, lambda document: [Claim(1, Role.NAVIGATION, "test", "")], most=0.1)
    assert list(page.body) == [0], "another filter has found something of a page around it"


def test_a_story_without_full_stops_is_believed() -> None:
    story = [f"{sentence.rstrip('.')} and the boats of the harbour came back" for sentence in STORY]
    question = "Who built the first electric ferry, and when did it sail?"
    assert kept(lines(*story, question), Scripted([*[3.0] * len(story), -5.0])) == story


@given(LINES, st.data())
def test_some_lines_say_what_they_say_among_others(texts: list[str], data: st.DataObject) -> None:
    chosen = sorted(data.draw(st.sets(st.sampled_from(range(len(texts))), min_size=1)))
    taken, alone = read_lines(texts).take(chosen), read_lines([texts[number] for number in chosen])
    for one, other in zip(taken, alone, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-5, atol=1e-5)


def test_repeated_lines_and_blank_lines_are_seen() -> None:
    dense = page_features(["Share", STORY[0], "Share", STORY[1]], [0, 1, 2, 0]).dense
    names = ["repeated on the page", "repeats a line above", "blank lines above", "blank lines below"]
    columns = dense[:, [NAMES.index(name) for name in names]]
    twin = np.log1p(1.0)
    np.testing.assert_allclose(columns, [[twin, 0, 0, 1], [0, 0, 1, 2], [twin, 1, 2, 0], [0, 0, 0, 0]])


@given(
    st.sets(st.integers(0, 40).map(lambda n: n * 3) | st.integers(0, 2**32 - 1), min_size=1),
    st.lists(st.integers(0, 130) | st.integers(0, 2**32 - 1)),
)
def test_each_known_word_has_a_vector_and_all_others_share_one(known: set[int], others: list[int]) -> None:
    ordered = np.array(sorted(known), dtype=np.uint32)
    embedding = Embedding.of(ordered, np.arange(len(ordered) + 1, dtype=np.float32)[:, None])
    asked = [*known, *others, 0, 2**32 - 1]
    rows = {word: row for row, word in enumerate(sorted(known), 1)}
    assert embedding(np.array(asked, dtype=np.uint32))[:, 0].tolist() == [rows.get(word, 0) for word in asked]


def test_a_word_is_the_same_at_the_end_of_a_long_page() -> None:
    hashes = read_lines(["Vellin", *["a" * 400] * 1200, "Vellin"]).hashes
    assert hashes[0] == hashes[-1] != hashes[1]


@pytest.mark.parametrize("dilation", [1, 4, 32])
def test_a_convolution_looks_as_far_as_its_dilation(dilation: int) -> None:
    random = np.random.default_rng(dilation)
    count, width = 11, 3
    hidden, kernel, back = (random.standard_normal(shape).astype(np.float32) for shape in ((count, width), (9, 3), (3, 3)))
    biases = random.standard_normal((2, width)).astype(np.float32)
    expected = np.empty_like(hidden)
    for line in range(count):
        found = biases[0].copy()
        for tap, other in enumerate((line - dilation, line, line + dilation)):
            if 0 <= other < count:
                found += hidden[other] @ kernel[tap * width : (tap + 1) * width]
        expected[line] = hidden[line] + np.maximum(found, 0.0) @ back + biases[1]
    result = Convolution(dilation, kernel, biases[0], back, biases[1])(hidden)
    np.testing.assert_allclose(result, expected, rtol=1e-5, atol=1e-5)


def test_a_story_is_likely_and_a_menu_is_not() -> None:
    menu = ["Home", "World", "Sport", "Subscribe", "Sign in"]
    scores = score(lines(*menu, *STORY, "Share", "Most read"), load("text"))
    likely = [value > 0 for value in scores.log_odds]
    assert likely == [False] * 5 + [True] * 5 + [False] * 2
    assert scores.body == range(5, 10)


def test_expected_f1_is_that_of_the_probabilities() -> None:
    blocks = lines("one two three four.", "five six seven eight.")
    scores = score(blocks, Scripted([0.0, 100.0]))  # type: ignore[arg-type]
    assert scores.expected_f1([0, 1]) == pytest.approx(2 * 1.5 / (2 + 1.5))
    assert scores.expected_f1([1]) == pytest.approx(2 * 1.0 / (1 + 1.5))


@dataclass(frozen=True)
class Silent:
    """A network that must not be asked."""

    def __getattr__(self, name: str) -> object:
        raise AssertionError("asked about a text that is clean already")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("\n\n".join(STORY), False),
        ("\n".join(STORY), True),
        ("\n\n".join((*STORY, "Read more")), True),
        ("\n\n".join(word for sentence in STORY for word in sentence.rstrip(".").split()), True),
    ],
    ids=["clean", "no blank lines", "a line of pages", "no sentences"],
)
def test_text_in_the_form_of_a_clean_one_is_not_scored(text: str, asked: bool) -> None:
    cleaner = Cleaner(filters=Pipeline((Scored(network=Silent()),)))  # type: ignore[arg-type]
    if asked:
        with pytest.raises(AssertionError, match="clean already"):
            cleaner.clean(text, kind="text")
    else:
        assert cleaner.clean(text, kind="text").paragraphs == STORY


RULES_OF_THE_HOUSE = (
    "Readers are asked to write under their own names, to be polite to each other and to stay with the matter at hand.",
    "Comments that insult, threaten or advertise are taken down by our moderators, who read all of them before they appear.",
    "Whoever breaks these rules again and again, in spite of our warnings, will not be able to write here for a month.",
    "We keep your address for as long as your account is open, and we pass it on to nobody, as the law asks of us.",
    "If you think that a comment of yours was taken down by mistake, write to the editors, who will look at it again.",
)


def test_where_the_network_is_sure_of_no_line_the_likeliest_stay() -> None:
    texts = ("Home", *STORY[:3], "Comments", *RULES_OF_THE_HOUSE, "Contact")
    blocks = [Block(Span(number, number + 1), text) for number, text in enumerate(texts)]
    document = run(blocks, Scripted([-9.0, -3.1, -3.0, -3.2, -9.0, *[-8.0] * len(RULES_OF_THE_HOUSE), -9.0]))
    assert [blocks[number].text for number in document.body] == list(STORY[:3])


def test_raised_scores_keep_their_order() -> None:
    blocks = [Block(Span(0, 1), text) for text in ("Home", "Share", *STORY)]
    scores = score(blocks, load())
    raised = scores.raised().log_odds
    assert np.argsort(raised).tolist() == np.argsort(scores.log_odds).tolist()
    assert np.mean(sorted(raised)[-3:]) == pytest.approx(2.0)

"""A pipeline is an immutable list of filters, read from top to bottom; the first claim on a block stands."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from strategies import ENGLISH, document

from newsclean import PRESETS, Claim, Cleaner, ConfigError, Document, FilterError, Pipeline, Role, Status
from newsclean.pipeline import filter_name

STORY = tuple(sentence.format(name="Tove Lindgren", place="Almvik", n=12) for sentence in ENGLISH.sentences[:5])
SOURCE = "\n\n".join(STORY)


def mark(block: int, role: Role, rule: str = "test/mark") -> object:
    """A filter that claims one block."""

    def marker(document: Document) -> Iterable[Claim]:
        return [Claim(block, role, rule, "asked to")]

    return marker


def alpha(document: Document) -> Iterable[Claim]:
    """Claim nothing."""
    return ()


def beta(document: Document) -> Iterable[Claim]:
    """Claim nothing either."""
    return []


def gamma(document: Document) -> Iterable[Claim]:
    """Nor this one."""
    yield from ()


def names(pipeline: Pipeline) -> list[str]:
    """The names of a pipeline's filters, in order."""
    return [filter_name(filter) for filter in pipeline]


ABC = Pipeline((alpha, beta, gamma))


def test_without_replacing_before_and_after() -> None:
    assert names(ABC.without("beta")) == ["alpha", "gamma"]
    assert names(ABC.replacing("beta", alpha)) == ["alpha", "alpha", "gamma"]
    assert names(ABC.before("alpha", gamma)) == ["gamma", "alpha", "beta", "gamma"]
    assert names(ABC.before("gamma", alpha)) == ["alpha", "beta", "alpha", "gamma"]
    assert names(ABC.after("alpha", gamma)) == ["alpha", "gamma", "beta", "gamma"]
    assert names(ABC.after("gamma", alpha)) == ["alpha", "beta", "gamma", "alpha"]
    assert names(ABC) == ["alpha", "beta", "gamma"], "a pipeline never changes"


@pytest.mark.parametrize("change", ["without", "replacing", "before", "after"])
def test_a_name_that_is_not_there(change: str) -> None:
    arguments = ("delta",) if change == "without" else ("delta", alpha)
    with pytest.raises(ConfigError, match=r"'delta'.*alpha, beta, gamma"):
        getattr(ABC, change)(*arguments)


def test_a_pipeline_cannot_be_changed() -> None:
    with pytest.raises(AttributeError):
        ABC.filters = ()  # type: ignore[misc]


@pytest.mark.parametrize("preset", PRESETS)
def test_filter_names_in_a_preset_are_unique(preset: str) -> None:
    assert len(set(names(PRESETS[preset]))) == len(PRESETS[preset].filters)


@pytest.mark.parametrize("preset", PRESETS)
def test_every_filter_of_a_preset_can_be_left_out(preset: str) -> None:
    for name in names(PRESETS[preset]):
        article = Cleaner(filters=PRESETS[preset].without(name)).clean(SOURCE)
        assert article.paragraphs == STORY


def test_no_filters_keep_everything() -> None:
    article = Cleaner(filters=()).clean("Skip to content\n\nHome\n\n" + SOURCE)
    assert article.removed == ()
    assert article.paragraphs == ("Skip to content", "Home", *STORY)


def test_a_cleaner_takes_filters_a_pipeline_or_a_preset() -> None:
    assert Cleaner().pipeline == PRESETS["balanced"]
    assert Cleaner(preset="recall").pipeline == PRESETS["recall"]
    assert Cleaner(filters=[alpha, beta]).pipeline == Pipeline((alpha, beta))
    assert Cleaner(filters=iter([alpha, beta])).pipeline == Pipeline((alpha, beta))
    assert Cleaner(filters=ABC).pipeline == ABC


def test_the_first_claim_stands() -> None:
    done = Pipeline((mark(1, Role.PROMO, "first"), mark(1, Role.LEGAL, "second"))).run(document(SOURCE))  # type: ignore[arg-type]
    assert done.claims[1] == Claim(1, Role.PROMO, "first", "asked to")
    assert [number for number in range(len(done)) if not done.kept(number)] == [1]


def test_the_first_claim_of_one_filter_stands_too() -> None:
    done = document(SOURCE).with_claims([Claim(0, Role.BODY, "first", "a"), Claim(0, Role.PROMO, "second", "b")])
    assert done.role(0) is Role.BODY and done.kept(0)


def test_an_early_body_claim_protects_a_block() -> None:
    page = "Most read\n\n" + SOURCE + "\n\nMost read"
    assert Cleaner().clean(page).paragraphs == STORY
    last = len(STORY) + 1
    protecting = PRESETS["balanced"].before(names(PRESETS["balanced"])[0], mark(last, Role.BODY))  # type: ignore[arg-type]
    kept = protecting.run(document(page))
    assert kept.kept(last) and not kept.kept(0)


def test_running_leaves_the_document_alone() -> None:
    before = document(SOURCE)
    after = Pipeline((mark(0, Role.PROMO),)).run(before)  # type: ignore[arg-type]
    assert before.claims == (None,) * len(before)
    assert after.claims[0] is not None


def test_a_filter_sees_the_claims_of_those_before_it() -> None:
    seen: list[Role | None] = []

    def look(document: Document) -> Iterable[Claim]:
        seen.append(document.role(2))
        return ()

    Pipeline((look, mark(2, Role.TAGS), look)).run(document(SOURCE))  # type: ignore[arg-type]
    assert seen == [None, Role.TAGS]


def test_a_raising_filter_is_named_and_its_cause_kept() -> None:
    def brittle(document: Document) -> Iterable[Claim]:
        raise KeyError("tide")

    with pytest.raises(FilterError, match=r"'brittle'.*KeyError.*tide") as caught:
        Cleaner(filters=[brittle]).clean(SOURCE)
    assert caught.value.filter == "brittle"
    assert isinstance(caught.value.__cause__, KeyError)


def test_a_filter_that_raises_halfway_is_named() -> None:
    def halfway(document: Document) -> Iterable[Claim]:
        yield Claim(0, Role.PROMO, "test/halfway", "the first half")
        raise RuntimeError("tide")

    with pytest.raises(FilterError, match="'halfway'"):
        Cleaner(filters=[halfway]).clean(SOURCE)


@pytest.mark.parametrize(
    "claim",
    [
        Claim(-1, Role.PROMO, "test/low", "before the first"),
        Claim(len(STORY), Role.PROMO, "test/high", "after the last"),
        Claim(0, "promo", "test/role", "a str"),  # type: ignore[arg-type]
        Claim(0, None, "test/role", "nothing"),  # type: ignore[arg-type]
        (0, Role.PROMO, "test/tuple", "no claim"),
        None,
        "promo",
    ],
)
def test_a_claim_that_is_none(claim: object) -> None:
    def careless(document: Document) -> Iterable[Claim]:
        return [claim]  # type: ignore[list-item]

    with pytest.raises(FilterError, match=f"'careless'.*blocks 0 to {len(STORY) - 1}"):
        Cleaner(filters=[careless]).clean(SOURCE)


def test_a_filter_that_returns_nothing_at_all() -> None:
    def forgetful(document: Document) -> Iterable[Claim]:
        return None  # type: ignore[return-value]

    with pytest.raises(FilterError, match="'forgetful'"):
        Cleaner(filters=[forgetful]).clean(SOURCE)


def test_filters_that_eat_an_article_are_stopped() -> None:
    def glutton(document: Document) -> Iterable[Claim]:
        return [Claim(number, Role.PROMO, "test/glutton", "hungry") for number in range(len(document))]

    article = Cleaner(filters=[glutton]).clean("Home\n\n" + SOURCE)
    assert article.status is Status.DOUBTFUL
    assert article.reason
    assert article.paragraphs == STORY


def test_below_the_story_a_promo_may_offer_many_channels() -> None:
    story = (
        "The wooden ferry pier of Mikasa will be rebuilt in stone, the harbour office said on Monday after years of debate.",
        "Ferry crews had asked for it since the storm of last autumn tore eleven planks out of it and closed it for a week.",
    )
    promo = "Follow our harbour desk on WhatsApp, Telegram, Facebook and Instagram, and get your tide news from us first."
    article = Cleaner(preset="rules").clean("\n".join(("Home", "Stone pier for Mikasa", *story, promo, "Most read")), kind="text")
    assert article.paragraphs == story
    assert [removed.rule for removed in article.removed if removed.text == promo] == ["promos/appeal"]

"""What a cleaner does with profiles."""

from __future__ import annotations

import copy
import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import PRESETS, Article, Cleaner, ConfigError, ProfileError, Profiles
from newsclean.cleaner import Preset
from newsclean.pipeline import Pipeline, filter_name
from newsclean.profiles.counts import Counts
from newsclean.segment import segment
from tests.profiles.pages import EMBEDDED, FURNITURE_BELOW, SITE, STORIES, page

URL = f"https://www.{SITE}/story"


def learned(*sources: str, site: str = SITE) -> Profiles:
    """The profile of a site with these pages, as a directory would give it."""
    from newsclean.profiles.profile import from_rows

    with Counts() as counts:
        for source in sources:
            counts.add(site, (block.text for block in segment(source)))
        return Profiles({rows.site: from_rows(rows) for rows in counts.profiles()})


def by_site(article: Article) -> dict[str, str]:
    """The lines that went because the site repeats them, with the evidence."""
    return {line.text: line.evidence for line in article.removed if line.rule.startswith("site_lines/")}


def test_repeated_prose_goes_with_its_evidence() -> None:
    assert FURNITURE_BELOW in Cleaner().clean(page(0), url=URL).text, "the test needs a line that only the profile knows"
    article = Cleaner(profiles=learned(page(1), page(2), page(3))).clean(page(0), url=URL)
    assert by_site(article)[FURNITURE_BELOW] == "on 3 of 3 pages of this site"
    assert FURNITURE_BELOW not in article.text
    assert [text for text in article.paragraphs if text != EMBEDDED] == list(STORIES[0][1:])


def test_one_other_page_is_enough() -> None:
    article = Cleaner(profiles=learned(page(1))).clean(page(0), url=URL)
    assert by_site(article)[FURNITURE_BELOW] == "on 1 of 1 pages of this site"


def test_a_line_between_paragraphs_needs_three_pages() -> None:
    kept = Cleaner(profiles=learned(page(1), page(2))).clean(page(0), url=URL)
    gone = Cleaner(profiles=learned(page(1), page(2), page(3))).clean(page(0), url=URL)
    assert EMBEDDED in kept.paragraphs
    assert by_site(gone)[EMBEDDED] == "on 3 of 3 pages of this site"


def test_a_label_over_a_list_needs_three_pages() -> None:
    sources = [page(n).replace(EMBEDDED, f"What we like\nThe bell, cast in 18{n}0.") for n in range(4)]
    kept = Cleaner(preset="rules", profiles=learned(*sources[1:3])).clean(sources[0], url=URL)
    gone = Cleaner(preset="rules", profiles=learned(*sources[1:])).clean(sources[0], url=URL)
    assert "What we like" in kept.paragraphs
    assert "What we like" in by_site(gone)


def test_background_that_stories_share_stays() -> None:
    background = "The island has had no ferry since the old one was sold to a collector, who keeps it in a meadow."
    with_background = [page(n).replace(EMBEDDED, background) for n in (0, 2, 3)]
    others = [page(n).replace(EMBEDDED, f"Nothing of note, number {n}") for n in (1, 2, 3, 1, 2, 3, 1)]
    article = Cleaner(profiles=learned(*with_background, *others)).clean(with_background[0], url=URL)
    assert background in article.paragraphs
    assert FURNITURE_BELOW not in article.text


@pytest.mark.parametrize("preset", ["balanced", "rules"])
def test_a_headline_that_another_page_teases_is_the_headline(preset: Preset) -> None:
    headline = STORIES[0][0]
    other = f"{page(1)}\n{headline}"
    article = Cleaner(preset=preset, profiles=learned(other)).clean(page(0), url=URL)
    assert headline not in by_site(article)
    assert article.metadata.title == headline


@pytest.mark.parametrize("preset", ["balanced", "rules"])
def test_a_teased_headline_may_say_more_than_the_story(preset: Preset) -> None:
    headline = "Council pays for the ferry: after two winters islands rejoice, dogs bark, children wave handkerchiefs everywhere"
    with_headline = page(0).replace(STORIES[0][0], headline)
    article = Cleaner(preset=preset, profiles=learned(f"{page(1)}\n{headline}")).clean(with_headline, url=URL)
    assert article.metadata.title == headline


def test_a_teased_headline_is_the_headline_above_its_summary() -> None:
    headline = "The ferry is back, and the islands rejoice"
    summary = (
        "The council has found money for a repair that nobody on the mainland wanted to pay, and sailors who looked for other "
        "work come home"
    )
    with_summary = "Skip to main content\nHome\nNews\nSport\n" + page(0).replace(STORIES[0][0], f"{headline}\n{summary}")
    article = Cleaner(profiles=learned(f"{page(1)}\n{headline}")).clean(with_summary, url=URL)
    assert article.metadata.title == headline
    assert summary in article.paragraphs


@given(learn=st.lists(st.integers(0, 3), min_size=1, max_size=5), number=st.integers(0, 3))
def test_a_profile_takes_lines_and_does_nothing_else(learn: list[int], number: int) -> None:
    without = Cleaner().clean(page(number), url=URL)
    article = Cleaner(profiles=learned(*(page(n) for n in learn))).clean(page(number), url=URL)
    gone = by_site(article)
    assert list(article.paragraphs) == [text for text in without.paragraphs if text not in gone]


@pytest.mark.parametrize("preset", ["balanced", "precision", "recall"])
def test_the_scorer_decides_before_the_profile_is_asked(preset: Preset) -> None:
    """Else it would weigh lines by what is left around them: on real pages that put captions and bylines into stories."""
    names = [filter_name(filter) for filter in PRESETS[preset]]
    assert names.index("scored") < names.index("site_lines")


def test_corrections_stay() -> None:
    correction = "Correction: An earlier version of this story gave the wrong name of the ferry."
    sources = [f"{page(n)}\n{correction}" for n in range(4)]
    article = Cleaner(profiles=learned(*sources[1:])).clean(sources[0], url=URL)
    assert correction in article.paragraphs


@pytest.mark.parametrize("number", range(4))
def test_a_page_does_not_testify_against_itself(number: int) -> None:
    """Learning from the very page that is cleaned changes nothing but the evidence."""
    alone = Cleaner(profiles=learned(page(number))).clean(page(number), url=URL)
    assert by_site(alone) == {}
    others = [page(n) for n in range(4) if n != number]
    without, within = learned(*others), learned(*others, page(number))
    body = Cleaner(profiles=without).clean(page(number), url=URL).text
    assert Cleaner(profiles=within).clean(page(number), url=URL).text == body
    assert FURNITURE_BELOW not in body


@given(learn=st.lists(st.integers(0, 3), min_size=1, max_size=5), number=st.integers(0, 3))
def test_cleaning_twice_equals_cleaning_once(learn: list[int], number: int) -> None:
    cleaner = Cleaner(profiles=learned(*(page(n) for n in learn)))
    once = cleaner.clean(page(number), url=URL).text
    assert cleaner.clean(once, url=URL).text == once


def test_other_sites_are_left_alone() -> None:
    profiles = learned(page(1), page(2))
    for address in (None, "https://quay.example/story", "not an address", f"https://sport.{SITE}/"):
        assert Cleaner(profiles=profiles).clean(page(0), url=address) == Cleaner().clean(page(0), url=address)


def test_the_site_can_be_named() -> None:
    profiles = learned(page(1), page(2), site="Vellin Post")
    assert by_site(Cleaner(profiles=profiles, site="Vellin Post").clean(page(0), url="https://quay.example/"))
    assert not by_site(Cleaner(profiles=profiles).clean(page(0), url=URL))


def test_a_batch_brings_its_addresses() -> None:
    cleaner = Cleaner(profiles=learned(page(1), page(2)))
    batch = cleaner.map_batch({"text": [page(0), page(0)], "url": [URL, None]})
    assert [FURNITURE_BELOW in text for text in batch["text"]] == [False, True]
    assert [metadata["url"] for metadata in batch["metadata"]] == [URL, None]


def test_the_filter_can_be_left_out() -> None:
    profiles = learned(page(1), page(2))
    pipeline: Pipeline = PRESETS["balanced"].without("site_lines")
    assert not by_site(Cleaner(filters=pipeline, profiles=profiles).clean(page(0), url=URL))


def test_cleaners_with_profiles_travel() -> None:
    profiles = learned(page(1), page(2))
    assert pickle.loads(pickle.dumps(profiles))[SITE] == profiles[SITE]
    assert copy.deepcopy(profiles)[SITE] == profiles[SITE]


def test_profiles_are_loaded_from_a_directory(tmp_path: Path) -> None:
    with Counts() as counts:
        for number in (1, 2, 3):
            counts.add(SITE, page(number).splitlines())
        counts.write(tmp_path)
    assert dict(Profiles.load(tmp_path)) == dict(learned(page(1), page(2), page(3)))
    assert by_site(Cleaner(profiles=tmp_path).clean(page(0), url=URL))
    assert by_site(Cleaner(profiles=str(tmp_path)).clean(page(0), url=URL))


def test_a_row_that_is_deleted_no_longer_counts(tmp_path: Path) -> None:
    with Counts() as counts:
        for number in (1, 2, 3):
            counts.add(SITE, page(number).splitlines())
        counts.write(tmp_path)
    (path,) = tmp_path.iterdir()
    rows = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join(row for row in rows if FURNITURE_BELOW not in row), encoding="utf-8")
    assert FURNITURE_BELOW not in by_site(Cleaner(profiles=tmp_path).clean(page(0), url=URL))


def test_a_directory_without_profiles_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="holds no profile"):
        Cleaner(profiles=tmp_path)
    with pytest.raises(ConfigError, match="is no directory"):
        Cleaner(profiles=tmp_path / "nowhere")
    (tmp_path / "notes.tsv").write_text("notes\n", encoding="utf-8")
    with pytest.raises(ProfileError, match=r"notes\.tsv, line 1: expected"):
        Cleaner(profiles=tmp_path)


def test_plain_counts_are_no_profiles(tmp_path: Path) -> None:
    with Counts() as counts:
        counts.add(SITE, page(1).splitlines())
        counts.write(tmp_path, min_docs=1, min_share=0)
    with pytest.raises(ConfigError, match="learn --merge"):
        Cleaner(profiles=tmp_path)


def test_one_site_has_one_profile(tmp_path: Path) -> None:
    with Counts() as counts:
        counts.add(SITE, page(1).splitlines())
        counts.write(tmp_path)
    (path,) = tmp_path.iterdir()
    (tmp_path / "copy.tsv").write_bytes(path.read_bytes())
    with pytest.raises(ConfigError, match="second profile"):
        Cleaner(profiles=tmp_path)

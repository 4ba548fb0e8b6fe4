"""A language is a file: every file keeps its promises, and a broken one says what is wrong with it."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Role, VocabularyError
from newsclean.vocabulary import Tokenizer, WordSet, check, fold, load, load_language, word_set, words_of
from newsclean.vocabulary.load import Vocabulary
from newsclean.vocabulary.phrase import ROLES

LANGUAGES = {entry.language: entry for entry in load().languages}


def test_no_problems() -> None:
    assert list(check(load())) == []


def test_there_are_many_languages() -> None:
    assert len(LANGUAGES) >= 30
    assert {"en", "de", "es", "fr", "id", "ms", "ru", "ar", "zh", "ja", "ko", "hi", "th", "vi", "tr", "pt"} <= LANGUAGES.keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_worth_its_file(language: str) -> None:
    entry = LANGUAGES[language]
    given = [phrase for phrase in entry.phrases if phrase.removes]
    assert len(given) >= (80 if language == "en" else 25)
    assert all(phrase.keeps for phrase in given)
    assert entry.name and len(entry.script) == 4
    assert len(entry.months) in (0, 12)
    assert {phrase.role for phrase in given} <= set(ROLES)
    assert {"teaser", "promo", "navigation", "share"} <= {phrase.role for phrase in given}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_example_holds(language: str) -> None:
    vocabulary = load()
    for phrase in LANGUAGES[language].phrases:
        for line in phrase.removes:
            found = vocabulary.match(line)
            assert found is not None and found.role == phrase.role, (phrase.rule, line)
        for line in phrase.keeps:
            assert vocabulary.match(line) is None, (phrase.rule, line)


def test_every_role_of_a_phrase_is_a_role() -> None:
    assert set(ROLES) <= set(Role)


@pytest.mark.parametrize("language", LANGUAGES)
def test_close_languages_are_named_as_the_detector_names_them(language: str) -> None:
    close = LANGUAGES[language].close_to
    assert language not in close
    for old, new in (("no", "nb"), ("zh-cn", "zh"), ("zh-tw", "zh")):
        assert old not in close or new in (language, *close), f"the detector says {new!r} for {old!r}"


PHRASE = {
    "text": '"read on"',
    "role": '"teaser"',
    "where": '"start"',
    "removes": '["Read on: Ships"]',
    "keeps": '["They read on."]',
}
HEAD = {"language": '"xx"', "name": '"Test"', "script": '"Latn"'}


def toml(head: dict[str, str | None] | None = None, phrase: dict[str, str | None] | None = None) -> str:
    """A language file with some of its values replaced, or left out where they are None."""
    lines = [f"{key} = {value}" for key, value in {**HEAD, **(head or {})}.items() if value is not None]
    lines.append("[[phrase]]")
    lines += [f"{key} = {value}" for key, value in {**PHRASE, **(phrase or {})}.items() if value is not None]
    return "\n".join(lines)


def write(directory: Path, text: str | bytes, name: str = "xx.toml") -> Path:
    """A language file."""
    path = directory / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_file_that_is_right(tmp_path: Path) -> None:
    language = load_language(write(tmp_path, toml({"months": "[" + '["jan"],' * 12 + "]", "weekdays": '["mon"]'})))
    assert language.language == "xx" and len(language.phrases) == 1
    vocabulary = Vocabulary((language,))
    assert list(check(vocabulary)) == []
    match = vocabulary.match("Read on: Harbour reopens")
    assert match is not None and match.rule == "phrases/xx/read-on"
    assert vocabulary.match("They read on.") is None
    assert vocabulary.by_code("xx") is language and vocabulary.by_code("yy") is None


@pytest.mark.parametrize(
    ("text", "entry", "expected"),
    [
        ("language = ", "file", "valid TOML"),
        (b'language = "\xff\xfe"', "file", "UTF-8"),
        (toml({"language": None}), "key 'language'", "a string"),
        (toml({"name": None}), "key 'name'", "a string"),
        (toml({"script": "5"}), "key 'script'", "a string"),
        (toml({"language": '"yy"'}), "key 'language'", "'xx', the name of the file"),
        (toml({"weekday": '["mon"]'}), "key 'weekday'", "weekdays"),
        (toml({"weekdays": '"mon"'}), "key 'weekdays'", "a list of non-empty strings"),
        (toml({"weekdays": "[1]"}), "key 'weekdays'", "a list of non-empty strings"),
        (toml({"weekdays": '["mon", " "]'}), "key 'weekdays'", "a list of non-empty strings"),
        (toml({"months": '[["jan"]]'}), "key 'months'", "twelve lists"),
        (toml({"months": '["jan"]'}), "key 'months'", "a list of non-empty strings"),
        (toml({"months": "5"}), "key 'months'", "list"),
        (toml({"months": '"january"'}), "key 'months'", "list"),
        (toml({"phrase": '"read on"'}).split("[[")[0], "phrase", "list"),
        (toml({"phrase": '["read on"]'}).split("[[")[0], "phrase", "table"),
        (toml(phrase={"text": None}), "phrase 1 ('no text')", "a text"),
        (toml(phrase={"text": "5"}), "phrase 1 (5)", "a text"),
        (toml(phrase={"text": '"…"'}), "phrase 1 ('…')", "at least one letter or digit"),
        (toml(phrase={"role": None}), "phrase 1 ('read on'), key 'role'", "teaser"),
        (toml(phrase={"role": '"advert"'}), "phrase 1 ('read on'), key 'role'", "teaser"),
        (toml(phrase={"where": None}), "phrase 1 ('read on'), key 'where'", "whole, start, end"),
        (toml(phrase={"where": '"middle"'}), "phrase 1 ('read on'), key 'where'", "whole, start, end"),
        (toml(phrase={"scope": '"page"'}), "phrase 1 ('read on'), key 'scope'", "line, list"),
        (toml(phrase={"removes": None}), "phrase 1 ('read on')", "at least one example"),
        (toml(phrase={"removes": "[]"}), "phrase 1 ('read on')", "at least one example"),
        (toml(phrase={"keeps": None}), "phrase 1 ('read on')", "at least one example"),
        (toml(phrase={"keeps": '"They read on."'}), "keeps", "a list of non-empty strings"),
        (toml(phrase={"regex": '"read.*"'}), "phrase 1 ('read on'), key 'regex'", "removes"),
        (toml(phrase={"note": "5"}), "phrase 1 ('read on'), key 'note'", "string"),
    ],
)
def test_a_file_that_breaks_the_format(tmp_path: Path, text: str | bytes, entry: str, expected: str) -> None:
    path = write(tmp_path, text)
    with pytest.raises(VocabularyError) as caught:
        load_language(path)
    assert caught.value.file == "xx.toml"
    assert entry in caught.value.entry
    assert expected in caught.value.expected


def test_a_directory_without_languages(tmp_path: Path) -> None:
    assert load(tmp_path).languages == ()


@pytest.mark.parametrize(
    ("phrase", "problem"),
    [
        ({"removes": '["Reading on the beach"]'}, "should remove 'Reading on the beach'"),
        ({"keeps": '["Read on, they told us"]'}, "should keep 'Read on, they told us'"),
        ({"where": '"whole"'}, "should remove 'Read on: Ships'"),
        ({"where": '"end"'}, "should keep 'They read on.'"),
    ],
)
def test_examples_that_do_not_hold(tmp_path: Path, phrase: dict[str, str | None], problem: str) -> None:
    language = load_language(write(tmp_path, toml(phrase=phrase)))
    assert any(problem in found for found in check(Vocabulary((language,))))


def test_a_phrase_given_twice(tmp_path: Path) -> None:
    again = toml().split("[[phrase]]")[1]
    language = load_language(write(tmp_path, toml() + "\n[[phrase]]" + again))
    assert any("the same as phrases/xx/read-on" in found for found in check(Vocabulary((language,))))


def test_an_example_that_another_phrase_takes(tmp_path: Path) -> None:
    other = toml(phrase={"text": '"read on: ships"', "role": '"promo"'}).split("[[phrase]]")[1]
    language = load_language(write(tmp_path, toml() + "\n[[phrase]]" + other))
    assert any("goes to phrases/xx/read-on-ships as promo first" in found for found in check(Vocabulary((language,))))


@pytest.mark.parametrize(
    ("line", "folded"),
    [
        ("  » À LIRE AUSSI : ", "a lire aussi"),
        ("READ\u00a0MORE…", "read more"),
        ("\u200fRead\u200b more\u200e", "read more"),
        ("Read more | Ships", "read more: ships"),
        ("【関連記事】", "関連記事"),
        ("İLGİLİ HABERLER", "ilgili haberler"),
        ("‘Ships’", "'ships'"),
        ("…", ""),
        ("", ""),
    ],
)
def test_folding(line: str, folded: str) -> None:
    assert fold(line) == folded
    assert fold(fold(line)) == folded


def test_a_long_line_is_prose_and_matches_nothing() -> None:
    assert load().match("Read more: " + "ships sail " * 40) is None


@given(st.text() | st.text(st.characters(max_codepoint=255)) | st.text(st.sampled_from("aéßÿŸ1ª²µ_-' –—’„“”…‿€")))
def test_words_are_the_same_whichever_way_they_are_found(text: str) -> None:
    assert words_of(text) == regex.findall(r"\w+", text)
    assert Tokenizer(r"\p{L}++", r"\p{L}")(text) == regex.findall(r"\p{L}+", text)


def test_an_entry_without_spaces_is_found_beside_one_with_words() -> None:
    assert WordSet.of(["affiliate links", "联盟链接"]).found_in("本文含有联盟链接 - affiliate links") == [
        "affiliate links",
        "联盟链接",
    ]


@pytest.mark.parametrize("text", ["a sign to resign up there", "sign upon it", "sign ups"])
def test_a_phrase_cuts_no_word_in_two(text: str) -> None:
    assert WordSet.of(["sign up"]).found_in(text) == []
    assert WordSet.of(["sign up"]).found_in(f"{text} - sign up") == ["sign up"]


@given(st.data(), st.sampled_from(sorted(LANGUAGES)))
def test_every_entry_of_a_set_is_found_beside_others(data: st.DataObject, language: str) -> None:
    kept = word_set(load(), language, "affiliate_words")
    entries = [*sorted(kept.words), *kept.phrases]
    put = data.draw(st.lists(st.sampled_from(entries), min_size=1, max_size=4))
    found = kept.found_in(data.draw(st.sampled_from([" - ", ". ", "; the harbour, "])).join(put))
    assert set(put) <= set(found)
    assert len(found) == len(set(found))

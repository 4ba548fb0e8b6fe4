"""The writers, on articles made by hand: pure functions, so no page is cleaned here."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsclean import Article, Fate, Metadata, Role
from newsclean.model import HEADLINE
from newsclean.write import ANSI, to_explanation, to_json, to_json_line, to_markdown, to_text
from newsclean.write.atomic import replacing
from newsclean.write.markdown import escape


def article(*fates: tuple[Role, str, str, str], **metadata: object) -> Article:
    """An article with these blocks, each a role, a text, a rule and evidence."""
    source, blocks = "", []
    for role, text, rule, evidence in fates:
        blocks.append(Fate(len(source), len(source) + len(text), text, role, rule, evidence))
        source += f"{text}\n"
    return Article(source, tuple(blocks), Metadata(**metadata))  # type: ignore[arg-type]


FERRY = (Role.BODY, "The ferry sails again.", "kept/unclaimed", "no filter claimed it")
TICKETS = (Role.BODY, "Tickets stay valid.", "protected/tickets", "named in the vocabulary")
TEASER = (Role.TEASER, "Read also: ten quiet beaches", "phrases/en/read-also", "start of the line: 'read also:'")


def test_text_is_the_body_and_a_newline() -> None:
    assert to_text(article(FERRY, TEASER, TICKETS)) == "The ferry sails again.\n\nTickets stay valid.\n"


@pytest.mark.parametrize("write", [to_text, to_markdown, to_explanation])
def test_nothing_is_written_for_nothing(write) -> None:
    assert write(Article("")) == ""


def test_json_is_to_dict_and_keeps_letters() -> None:
    port = article((Role.BODY, "Le café du port rouvre — enfin.", "kept/unclaimed", ""), TEASER)
    assert json.loads(to_json(port)) == port.to_dict()
    assert "café du port rouvre — enfin" in to_json(port)
    assert json.loads(to_json_line(port, "port.txt")) == {"file": "port.txt", **port.to_dict()}
    assert to_json_line(port, "port.txt").count("\n") == 1


def test_markdown_has_title_credits_and_paragraphs() -> None:
    port = article(FERRY, TEASER, TICKETS, title="Ferry back", published="2024-03-12", authors=("Ann Lee", "Bo Ek"), agency="AFP")
    assert to_markdown(port) == (
        "# Ferry back\n\n*2024-03-12 · Ann Lee, Bo Ek · AFP*\n\nThe ferry sails again.\n\nTickets stay valid.\n"
    )


def test_markdown_escapes_title_credits_and_paragraphs() -> None:
    port = article((Role.BODY, "A *week*", "kept/unclaimed", ""), title="The *port*", authors=("A*Star",))
    assert to_markdown(port) == "# The \\*port\\*\n\n*A\\*Star*\n\nA \\*week\\*\n"


def test_markdown_links_an_address_and_escapes_what_is_none() -> None:
    assert "*<https://port.example/a_b>*" in to_markdown(article(FERRY, url="https://port.example/a_b"))
    assert r"*port.example/\<b>*" in to_markdown(article(FERRY, url="port.example/<b>"))


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("# 1 in the charts", r"\# 1 in the charts"),
        ("2024. A good year", r"2024\. A good year"),
        ("- No, he said.", r"\- No, he said."),
        ("> Reply", r"\> Reply"),
        ("a *loud* <b>cheer</b>", r"a \*loud\* \<b>cheer\</b>"),
        ("__init__ and snake_case", r"\_\_init\_\_ and snake_case"),
        ("[sic] AT&amp;T", r"\[sic\] AT\&amp;T"),
        ("Lessons in C #", r"Lessons in C \#"),
    ],
)
def test_markdown_escapes_what_would_be_markup(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize("text", ["-5 degrees, #harbour, 3.5 million", "Q&A: R&D at 9.30", "„Ja“, sagte sie – und ging."])
def test_markdown_leaves_the_rest_alone(text: str) -> None:
    assert escape(text) == text


def test_explanation_has_a_line_a_block_with_role_rule_and_evidence() -> None:
    assert to_explanation(article(FERRY, TEASER, TICKETS)).splitlines() == [
        "keep  body         The ferry sails again.",
        "drop  teaser       Read also: ten quiet beaches  [phrases/en/read-also] start of the line: 'read also:'",
        "keep  body         Tickets stay valid.  [protected/tickets] named in the vocabulary",
    ]


def test_explanation_is_whole_without_a_width() -> None:
    long = "The ferry sails again. " * 40 + "The end."
    assert long in to_explanation(article((Role.BODY, long, "kept/unclaimed", "")))


@pytest.mark.parametrize(("sentence", "columns"), [("The ferry sails again. ", 1), ("港口重新开放", 2)])
@pytest.mark.parametrize("width", [60, 80, 133])
def test_explanation_fits_the_width(sentence: str, columns: int, width: int) -> None:
    shown = to_explanation(article((Role.TEASER, sentence * 40, "phrases/en/read-also", "seen " * 40)), width=width)
    (line,) = shown.splitlines()
    wide = sum(ord(character) > 0x2E80 for character in line)
    assert width - 3 <= len(line) + wide <= width
    assert line.count("…") == 2
    assert f"  {sentence[:4]}" in line and "[phrases/en/" in line
    assert (columns == 2) == bool(wide)


def test_explanation_shortens_no_line_that_fits() -> None:
    port = article(FERRY, TEASER)
    width = max(map(len, to_explanation(port).splitlines()))
    assert to_explanation(port, width=width) == to_explanation(port)
    assert to_explanation(port, width=width - 1) != to_explanation(port)


def test_explanation_colours_fates_and_resets() -> None:
    kept, dropped = to_explanation(article(FERRY, TEASER), ANSI).splitlines()
    assert kept == f"{ANSI.keep}keep  body         {ANSI.reset}The ferry sails again."
    assert dropped.startswith(f"{ANSI.drop}drop  teaser       {ANSI.reset}Read also")
    assert dropped.endswith(ANSI.reset)


def test_explanation_passes_no_control_to_the_terminal() -> None:
    shown = to_explanation(article((Role.BODY, "Ferry\t\x9b31mback\x1b]0;x\x07", "kept/unclaimed", "")))
    assert shown == "keep  body         Ferry  31mback ]0;x \n"


def test_replacing_leaves_the_file_alone_when_the_block_fails(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    with pytest.raises(RuntimeError), replacing(target) as stream:
        stream.write(b"half")
        raise RuntimeError
    assert [path.name for path in tmp_path.iterdir()] == ["out.txt"]
    assert target.read_text() == "old"


def test_replacing_shows_nothing_before_the_end_and_keeps_mode_and_links(tmp_path: Path) -> None:
    target, link = tmp_path / "out.txt", tmp_path / "link"
    target.write_text("old")
    target.chmod(0o640)
    link.symlink_to(target)
    with replacing(link) as stream:
        stream.write(b"new")
        stream.flush()
        assert target.read_text() == "old"
    assert (target.read_text(), target.stat().st_mode & 0o777, link.is_symlink()) == ("new", 0o640, True)


def test_a_headline_in_the_body_is_written_once() -> None:
    headline = (Role.BODY, "Ferry sails again", HEADLINE, "the headline of a text that is clean already")
    assert to_markdown(article(headline, FERRY, title="Ferry sails again")) == "# Ferry sails again\n\nThe ferry sails again.\n"

"""Whatever comes in, an article with a status comes out, and nothing of the source is lost in silence."""

from __future__ import annotations

import gzip
import random
import time

import pytest
from strategies import ENGLISH, JAPANESE, NEWSROOMS, RUSSIAN, Newsroom

from newsclean import Article, Cleaner, Role, Status

CLEANER = Cleaner()
STORY = tuple(sentence.format(name="Tove Lindgren", place="Almvik", n=12) for sentence in ENGLISH.sentences[:6])


def accounted(article: Article) -> bool:
    """Whether every character of the source that is neither white space nor a control stands in exactly one block."""
    blocks = "".join(fate.text for fate in article.blocks)
    content = "".join(c for c in article.source if not c.isspace() and c >= " " and c != "\x7f")
    return "".join(blocks.split()) == content


def story_of(room: Newsroom) -> tuple[str, ...]:
    """The first sentences of a language, one a paragraph."""
    return tuple(sentence.format(name=room.names[0], place=room.places[0], n=12) for sentence in room.sentences[:6])


@pytest.mark.parametrize("source", ["", " ", "\n\n\n", "\t\r\n ", "\x00", "\x00\x01\x02", "\u2028", b"", b" \n", b"\xef\xbb\xbf"])
def test_nothing_is_empty(source: str | bytes) -> None:
    article = CLEANER.clean(source)
    assert article.status is Status.EMPTY and article.reason
    assert article.blocks == () and article.text == ""


@pytest.mark.parametrize(
    "character", ["a", "1", ".", "?", "•", "船", "ф", "🚢", "\u200b", "\u200f", "\u0301", "\ufffd", "\ud800", "&", "<", "|"]
)
def test_one_character(character: str) -> None:
    article = CLEANER.clean(character)
    assert isinstance(article.status, Status)
    assert len(article.blocks) == 1 and accounted(article)


@pytest.mark.parametrize("control", [chr(code) for code in (*range(9), *range(10, 32), 0x7F, 0x85)] + ["\u2028", "\u2029"])
def test_a_control_separates_and_never_glues(control: str) -> None:
    article = CLEANER.clean(control.join(STORY))
    assert article.paragraphs == STORY
    assert accounted(article)


def test_a_tab_is_white_space_inside_a_line() -> None:
    line = STORY[0].replace(" ", "\t")
    assert CLEANER.clean("\n".join((line, *STORY[1:]))).paragraphs[0] == line


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\n\r", "\x85", "\u2028", "\u2029", "\x0c", "\r\r\n"])
def test_every_line_ending_ends_a_line(ending: str) -> None:
    assert CLEANER.clean(ending.join(STORY)).paragraphs == STORY


@pytest.mark.parametrize("surrogate", ["\ud800", "\udbff", "\udc00", "\udfff", "\udc80\udc81", "\ud800\ud800"])
def test_a_lone_surrogate_becomes_the_replacement_character(surrogate: str) -> None:
    first = STORY[0].replace("ferry", f"fer{surrogate}ry")
    article = CLEANER.clean("\n".join((first, *STORY[1:])))
    assert article.paragraphs[0] == STORY[0].replace("ferry", "fer" + "\ufffd" * len(surrogate) + "ry")
    assert article.source.encode("utf-8")


def test_a_pair_of_surrogates_becomes_its_character() -> None:
    assert CLEANER.clean("A \ud83d\udea2 sails").source == "A 🚢 sails"


@pytest.mark.parametrize("mark", ["\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\u061c", "\ufeff"])
def test_direction_marks_stay_and_do_no_harm(mark: str) -> None:
    story = tuple(f"{mark}{sentence}{mark}" for sentence in STORY)
    article = CLEANER.clean("\n\n".join((f"{mark}Skip to content{mark}", *story)))
    assert article.paragraphs == story
    assert [fate.role for fate in article.removed] == [Role.NAVIGATION]


@pytest.mark.parametrize(
    "unit", ["a", "a ", "Ships sailed again. ", "船が港を出た。", "1 ", ". ", "|", "\u200f", "e\u0301", "(", "- "]
)
def test_a_line_of_ten_megabytes_is_one_block(unit: str) -> None:
    source = unit * (10_000_000 // len(unit.encode()))
    start = time.process_time()
    article = CLEANER.clean(source)
    assert time.process_time() - start < 20
    assert len(article.blocks) == 1
    assert article.blocks[0].text == source.strip()


def test_a_long_line_in_a_story_is_kept_whole() -> None:
    line = " ".join(STORY * 10_000)
    assert CLEANER.clean("\n\n".join((*STORY, line, *STORY[:0]))).paragraphs == (*STORY, line)


def test_a_hundred_thousand_short_lines() -> None:
    source = "\n".join(f"line {number}" for number in range(100_000))
    article = CLEANER.clean(source)
    assert len(article.blocks) == 100_000
    assert accounted(article)


ENCODED = [
    *((room, encoding) for room in NEWSROOMS for encoding in ("utf-8", "utf-8-sig", "utf-16", "utf-32")),
    *((room, "cp1252") for room in NEWSROOMS if room.language in ("en", "de", "es", "fr", "id")),
    (RUSSIAN, "windows-1251"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc_jp"),
]


@pytest.mark.parametrize(("room", "encoding"), ENCODED, ids=lambda value: getattr(value, "language", value))
def test_bytes_in_any_encoding(room: Newsroom, encoding: str) -> None:
    story = story_of(room)
    article = CLEANER.clean("\n\n".join(story).encode(encoding))
    assert article.paragraphs == story
    assert article.status is Status.OK
    assert article.metadata.language == room.language


CHINESE = (
    "霧港市議會星期四以十二票對三票通過舊市場的修繕預算，工程將在秋天以前完成，費用由縣政府負擔一半。",
    "經營圖書館的高小姐說，今年借出的書比去年多了許多，冬天雖然屋頂漏水，仍然有很多讀者每天前來。",
    "報告指出，水管已經使用超過三十年，輸送的水大約有三分之一在途中流失，必須儘快更換新的管線。",
)
KOREAN = (
    "안개시의회는 목요일 낡은 시장의 지붕을 고치는 예산안을 찬성 열두 표, 반대 세 표로 통과시켰다.",
    "도서관을 운영하는 고은채 씨는 올해 빌려 간 책이 지난해보다 훨씬 많았다고 말했다.",
    "보고서에 따르면 수도관은 설치한 지 삼십 년이 넘었고 보내는 물의 삼 분의 일을 잃고 있다.",
)


@pytest.mark.parametrize(
    ("story", "encoding"),
    [(CHINESE, "gb18030"), (CHINESE, "big5"), (KOREAN, "euc_kr"), (KOREAN, "cp949")],
    ids=lambda v: str(v)[:8],
)
def test_bytes_in_chinese_and_korean_encodings(story: tuple[str, ...], encoding: str) -> None:
    assert CLEANER.clean("\n\n".join(story).encode(encoding)).paragraphs == story


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_is_read_or_named(encoding: str) -> None:
    article = CLEANER.clean("\n\n".join(STORY).encode(encoding))
    assert article.paragraphs == STORY or (article.status is Status.UNDECODABLE and article.reason)


@pytest.mark.parametrize(
    "line",
    [
        "The ferry’s engine is old.",
        "The café is closed until Monday, the owner said.",
        "Los bomberos tardaron 12 minutos, pero el fuego ya había alcanzado el tejado.",
        "El año que viene habrá más barcos en la ría, dijo la señora Núñez.",
        "À Montrevel, les élèves mangent désormais des légumes cultivés à moins d’une heure de leur école.",
    ],
)
def test_western_text_in_a_single_byte_encoding_keeps_its_letters(line: str) -> None:
    assert CLEANER.clean(line.encode("cp1252")).source == line


def test_utf_8_with_a_few_broken_bytes_stays_utf_8() -> None:
    data = "\n\n".join(story_of(RUSSIAN)).encode().replace("год".encode(), "го".encode() + b"\xd0", 1)
    article = CLEANER.clean(data)
    assert article.paragraphs[1:] == story_of(RUSSIAN)[1:]
    assert "\ufffd" in article.paragraphs[0]


def test_utf_8_cut_in_the_middle_of_a_character_loses_that_character_only() -> None:
    data = "\n\n".join(story_of(JAPANESE)).encode()[:-1]
    article = CLEANER.clean(data)
    assert article.source == "\n\n".join(story_of(JAPANESE))[:-1] + "\ufffd"


@pytest.mark.parametrize(
    ("data", "names"),
    [
        (gzip.compress(b"Ships sailed again.", mtime=0), "gzip"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "PDF"),
        (b"PK\x03\x04\x14\x00\x00\x00", "zip"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "PNG"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG"),
        (bytes(range(32)) * 40, "binary"),
        (random.Random(7).randbytes(5_000), "binary"),
    ],
)
def test_what_is_no_text_is_undecodable_and_says_why(data: bytes, names: str) -> None:
    article = CLEANER.clean(data)
    assert article.status is Status.UNDECODABLE
    assert names in article.reason
    assert article.text == "" and article.source


@pytest.mark.parametrize("seed", range(40))
def test_random_bytes(seed: int) -> None:
    dice = random.Random(seed)
    data = dice.randbytes(dice.choice([1, 2, 3, 17, 400, 3_000]))
    article = CLEANER.clean(data, kind="text")
    assert article.status in Status
    assert article.status is Status.UNDECODABLE or accounted(article)


@pytest.mark.parametrize("wrap", [bytes, bytearray, memoryview])
def test_any_bytes_like_object(wrap: type) -> None:
    assert CLEANER.clean(wrap("\n\n".join(STORY).encode())).paragraphs == STORY

"""The section that the lines around a story name."""

from __future__ import annotations

import pytest

from newsclean import Cleaner

TITLE = "Old ferry pier of Mikasa is to be rebuilt in stone"
STORY = (
    "The wooden ferry pier of Mikasa will be rebuilt in stone, the harbour office said on Monday after years of debate.",
    "Ferry crews had asked for it since the storm of last autumn tore eleven planks out of the pier and closed it for a week.",
    "Work on the pier begins in May, and the ferry will land at the fish market until the following spring, the office said.",
)
HEADLINES = [
    "Bakery in the old customs house wins a national prize for its rye bread",
    "Council votes to plant four hundred lime trees along the ring road",
    "Swimming pool stays closed until the pumps have been replaced",
]
CLEANER = Cleaner()


def section(*below: str, above: tuple[str, ...] = ()) -> str | None:
    return CLEANER.clean("\n".join([*above, TITLE, "", *STORY, *below]), kind="text").metadata.section


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Next in Southern Islands", "Southern Islands"),
        ("Als Nächstes in Wirtschaft", "Wirtschaft"),
        ("À suivre dans Environnement", "Environnement"),
        ("Mest läst i Ekonomi", "Ekonomi"),
        ('MOST VIEWED IN "Science"', "Science"),
        ("Lo más visto en «Economía»", "Economía"),
        ("‘정치’ 많이 본 기사", "정치"),
        ("Most popular in Business", "Business"),
        ("Nästa i Miljö & klimat", "Miljö & klimat"),
        ("전국 많이 본 뉴스", "전국"),
        ("”Kotimaa” luetuimmat", "Kotimaa"),
        ("LATEST IN COASTAL TOWNS", "Coastal Towns"),
        ("More In Vellin", "Vellin"),
        ("Next in US News", "US News"),
    ],
)
def test_the_heading_of_a_list_names_it(heading: str, name: str) -> None:
    assert section(heading, *HEADLINES) == name


def test_further_down_too() -> None:
    assert section("Most read", *HEADLINES * 12, "Top stories in Business", *HEADLINES) == "Business"
    assert section("Most read", *HEADLINES * 12, "Next in Southern Islands", *HEADLINES) == "Southern Islands"


def test_a_link_back_names_it() -> None:
    assert section("Back to News Releases", above=("News Releases", "")) == "News Releases"


@pytest.mark.parametrize(
    "heading",
    [
        "Read more from Mira Holt",
        "Most read",
        "Next in our series:",
        "마라홀트 많이 본 뉴스",
        "Mira Holt most read",
        "He lives in Science Park",
        '• National project "Health"',
        'More "Lunch" recipes',
    ],
)
def test_other_lines_name_none(heading: str) -> None:
    assert section(heading, *HEADLINES) is None


def test_a_path_above_the_headline_names_it() -> None:
    assert section(above=("Home > News > Business",)) == "Business"


def test_an_entry_of_a_menu_goes_behind_the_heading_of_a_list() -> None:
    menu = ("Politics", "World", "Opinion", "Sports")
    assert section("Next in Business", *HEADLINES, above=menu) == "Business"
    assert section("Next in Business", *HEADLINES, above=menu[:1]) == "Politics"


def test_of_two_above_the_headline_it_is_the_one_that_a_list_names() -> None:
    above = ("Politics", "World")
    assert section(above=above) == section("Next in Business", *HEADLINES, above=above) == "World"
    assert section("Next in Politics", *HEADLINES, above=above) == "Politics"


def test_of_a_path_it_is_what_a_list_is_headed_with() -> None:
    assert section("Next in Vellin", *HEADLINES, above=("Home / World / Vellin",)) == "Vellin"
    assert section("Next in Almvik", *HEADLINES, above=("Home / World / Vellin",)) == "World"


def test_a_path_may_begin_with_the_section() -> None:
    assert section(above=("Politics | Old piers",)) == "Politics"


def test_the_bullet_of_a_section_is_no_part_of_it() -> None:
    assert section(above=("• Politics",)) == "Politics"


def test_far_below_a_section_may_stand_before_its_heading() -> None:
    ranked = [f"{number}. {headline}" for number in range(12) for headline in HEADLINES]
    assert section("Most read", *ranked, "Business Popular Article", *HEADLINES) == "Business"


def test_a_section_may_stand_before_its_heading_without_a_space() -> None:
    lines = (
        "旧校舎に海の学校　来春開設へ",
        "2025年3月4日 14時48分",
        "県と市は4日、閉校した水産高校の校舎を改修し、船員を育てる研修拠点を来春開設すると発表した。",
        "講師は近くの造船所から派遣される14人が務め、3年間で300人の修了を目指すという。",
        "アクセスランキング",
        *(line for number in range(1, 31) for line in (str(number), "港の倉庫で火事…けが人なし")),
        "国際の新着記事",
    )
    assert CLEANER.clean("\n".join(lines), kind="text").metadata.section == "国際"


def test_a_heading_that_is_not_known_may_end_in_the_section() -> None:
    assert section("Fresh Catches from Politics", *HEADLINES * 2) == "Politics"
    assert section("Fresh Catches from Politics", "Sports", "Arts", "Science") is None
    assert section("3 Politics", *HEADLINES * 2) is None


def test_the_last_name_of_a_path_need_not_be_known_where_a_list_has_it() -> None:
    assert section("More news from Vellin", *HEADLINES * 2, above=("Home / World / Vellin",)) == "Vellin"
    assert section("More news from Almvik", *HEADLINES * 2, above=("Home / World / Vellin",)) == "World"


def test_in_a_script_without_spaces_a_section_may_end_its_heading() -> None:
    lines = (
        "เรือข้ามฟากมิคาสะกลับมาวิ่งอีกครั้งหลังซ่อมท่าเรือสองปี",
        "15 มี.ค. 2569 17:20 น.",
        "เรือข้ามฟากของเมืองมิคาสะกลับมาให้บริการเมื่อวันจันทร์ หลังจากปิดซ่อมท่าเรือไม้มานานเกือบสองปีเพราะพายุใหญ่พัดแผ่นไม้หลุดไปสิบเอ็ดแผ่น",
        "สำนักงานท่าเรือระบุว่า ค่าโดยสารยังเท่าเดิม และคาดว่าจะมีผู้โดยสารเดือนละสี่พันคน ส่วนลูกเรือทั้งหมดยังเป็นชุดเดิมจากก่อนพายุ",
        "เรื่องเด่นในหมวดภูมิภาค",
        "เชียงรายเตรียมจัดงานชาครั้งที่ห้า",
        "พะเยาเปิดทางจักรยานรอบกว๊าน",
    )
    assert CLEANER.clean("\n".join(lines), kind="text").metadata.section == "ภูมิภาค"


@pytest.mark.parametrize(
    ("heading", "name"), [("生活最新消息", "生活"), ("生活在海邊的人家說最新的消息", None), ("海邊最新消息", None)]
)
def test_a_heading_without_spaces_may_begin_with_the_section(heading: str, name: str | None) -> None:
    lines = (
        "舊碼頭改以石材重建",
        "2025/03/04 17:20",
        "三笠的木造渡輪碼頭將以石材重建，港務局星期一表示，居民討論多年，去年秋天的暴風吹走了十一塊木板。",
        "工程五月開始，渡輪到明年春天為止都將停靠魚市場旁的岸邊，票價不變，船員也是暴風前的那一批人。",
        "在碼頭賣票三十年的林姓婦人說：「從父親那一代就等到現在，希望以後浪大的日子也能準時開船。」",
        "點閱排行榜",
        heading,
        "老海關裡的麵包店以黑麥麵包獲全國大獎",
        "市議會通過在環狀道路種四百棵菩提樹",
        "游泳池在抽水機換好之前將繼續關閉",
        "版權所有 不得轉載",
    )
    assert CLEANER.clean("\n".join(lines), kind="text").metadata.section == name


def test_the_one_line_on_top_names_it() -> None:
    """A press office prints the name of its list there; a paper prints its own, a menu more than one."""
    assert section("All rights reserved", above=("Harbour Notes", "")) == "Harbour Notes"
    assert section("All rights reserved", above=("The Mikasa Post", "")) is None
    assert section("All rights reserved", above=("Harbour Notes",)) is None
    assert section("All rights reserved", above=("Skip to main content", "Harbour Notes", "")) is None


def test_a_heading_that_is_known_as_a_whole_names_it_too() -> None:
    story = (
        "Der alte Fährsteg von Mikasa wird nach Jahren der Debatte in Stein neu gebaut, teilte das Hafenamt am Montag mit.",
        "Die Besatzungen der Fähre hatten darum gebeten, seit der Sturm im Herbst elf Planken aus dem Steg gerissen hat.",
        "Die Arbeiten beginnen im Mai, und die Fähre wird bis zum nächsten Frühjahr am Fischmarkt anlegen, so das Amt.",
    )
    lines = ("Alter Fährsteg von Mikasa wird in Stein gebaut", "", *story, "Mehr aus Wirtschaft", *HEADLINES)
    assert CLEANER.clean("\n".join(lines), kind="text").metadata.section == "Wirtschaft"
    assert section("Popular articles", *HEADLINES) is None

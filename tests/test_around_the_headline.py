"""What stands around a headline: its summary, captions, the author's name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import pytest

from newsclean import Article, Claim, Cleaner, Document, Role
from newsclean.filters import Scored, Titles, dates, heads

TITLE = "Old ferry pier of Mikasa is to be rebuilt in stone"
SUMMARY = (
    "Crews had asked for a stone pier since the storm of last autumn tore eleven planks out of the old one; work on it "
    "begins in May"
)
STORY = (
    "The wooden ferry pier of Mikasa will be rebuilt in stone, the harbour office said on Monday after years of debate.",
    "Ferry crews had asked for it since the storm of last autumn tore eleven planks out of the pier and closed it for a week.",
    "Work on the pier begins in May, and the ferry will land at the fish market until the following spring, the office said.",
    "“We have waited for this since my father's days,” said Petra Lindqvist, who has sold tickets on the pier for thirty years.",
)
DATE = "4 March 2025, 17:20"
ESTRADA = (
    "Estrada do porto de Aldemar vai reabrir em maio com duas faixas a mais",
    "4 de março de 2025",
    "A estrada do porto de Aldemar vai reabrir em maio, depois de dois anos de obras, informou a prefeitura na segunda-feira.",
    "Segundo os moradores, os caminhões passaram esse tempo pelas ruas do centro, onde o asfalto cedeu em vários lugares.",
    "A obra custou 41 milhões de reais, quase o dobro do que previa o projeto que a câmara aprovou há três anos.",
)
CLEANER = Cleaner()


def headline(document: Document) -> list[Claim]:
    """A filter that claims the headline."""
    places = (number for number, block in enumerate(document.blocks) if block.text == TITLE)
    return [Claim(number, Role.TITLE, "test/headline", "asked to") for number in places]


def page(*head: str, below: tuple[str, ...] = ()) -> Article:
    """A page with a line of its menu on top, some lines above its story, and some below."""
    return CLEANER.clean("\n".join(["Skip to main content", *head, "", *STORY, *below, "All rights reserved"]), kind="text")


def rules(article: Article, text: str) -> list[str]:
    return [block.rule for block in article.blocks if block.text == text]


def test_the_line_above_a_summary_is_the_headline() -> None:
    short = "Crews had asked for a stone pier since the storm of last autumn"
    assert page(TITLE, short, DATE).metadata.title == TITLE


def test_an_item_of_a_numbered_list_is_no_headline() -> None:
    contents = (
        "1. Why crews had asked for the ferry pier of Mikasa",
        "2. What the stone pier will cost",
        "3. Where ferries land",
    )
    assert page("Pier news", *contents, DATE).metadata.title not in contents[:2]
    numbered = "1. Old ferry pier of Mikasa is to be rebuilt"
    assert page(numbered, DATE).metadata.title == numbered


def test_between_buttons_and_a_caption_stands_no_headline() -> None:
    headline, shown = (
        "Council of Mikasa decides on its pier",
        "Ferry crews of Mikasa at the wooden pier after the storm of last autumn",
    )
    assert page(headline, "Share", "Print", shown, "The pier. Photo: Jonas Berg").metadata.title == headline


def test_what_a_sentence_announces_is_no_headline() -> None:
    """But a kicker in a colon stands right above a headline."""
    announcing = "This page is about the ferry pier and:"
    assert page(TITLE, announcing, "Ferry crews and the storm of last autumn", DATE).metadata.title == TITLE
    assert page("Opinion:", TITLE, DATE).metadata.title == TITLE


def test_what_ends_as_captions_do_is_no_headline() -> None:
    headline = "Mikasa decides after years of debate"
    caption = "Ferry crews at the wooden pier of Mikasa after the storm of last autumn, pictured"
    assert page(caption, "Share", headline, DATE).metadata.title == headline


def test_a_long_summary_without_a_full_stop_stays() -> None:
    article = page(TITLE, SUMMARY, DATE)
    assert article.metadata.title == TITLE
    assert article.paragraphs == (SUMMARY, *STORY)


def test_it_stays_without_the_scorer_too() -> None:
    lines = ("Skip to main content", TITLE, SUMMARY, "Share", "Print", "Save", *STORY)
    article = Cleaner(filters=[headline, heads]).clean("\n".join(lines), kind="text")
    assert rules(article, SUMMARY) == ["heads/standfirst"]


def test_it_stays_on_top_of_a_clean_text() -> None:
    text = "\n\n".join((SUMMARY, *STORY))
    assert CLEANER.clean(text, kind="text").text == text


def test_a_headline_on_top_of_a_clean_text_stays() -> None:
    """It may be the subtitle that a first run kept; what it says is the title all the same."""
    article = CLEANER.clean("\n\n".join((TITLE, *STORY)), kind="text")
    assert (article.metadata.title, article.paragraphs) == (TITLE, (TITLE, *STORY))


def test_it_goes_with_the_page_around_it() -> None:
    article = CLEANER.clean("\n\n".join((TITLE, DATE, *STORY)), kind="text")
    assert (article.metadata.title, article.paragraphs) == (TITLE, STORY)


def test_a_subtitle_without_a_full_stop_stays() -> None:
    subtitle = "Eleven planks went in the storm of last autumn; ferry crews still wait"
    article = page(TITLE, subtitle, "By Anna Lindqvist", DATE, "Ferry crews at the old pier, pictured on Monday")
    assert (article.metadata.title, article.paragraphs) == (TITLE, (subtitle, *STORY))


def test_lines_of_the_story_behind_a_caption_are_captions() -> None:
    captions = ("The old pier on Monday. Photo: Jonas Ek", "The ferry at the pier of Mikasa, seen from the market")
    standfirst = (
        "The harbour office decides after years of debate, and the ferry crews are glad that they will have a pier again."
    )
    article = page(TITLE, DATE, standfirst, *captions)
    assert article.metadata.captions == captions
    assert article.paragraphs == (standfirst, *STORY)


def test_a_name_that_the_story_does_not_have_is_the_authors() -> None:
    article = page(TITLE, STORY[0], "Share", "• Tove Almqvist")
    assert article.metadata.authors == ("Tove Almqvist",)
    assert rules(article, "• Tove Almqvist") == ["bylines/outsider"]


@pytest.mark.parametrize("line", ["Petra Lindqvist", "Ferry, Pier", "Harbour Times", "Press contact:\nTove Almqvist"])
def test_other_lines_are_not(line: str) -> None:
    article = page(TITLE, below=(line,))
    assert article.metadata.authors == ()
    assert "bylines/outsider" not in [block.rule for block in article.removed]


def test_a_name_right_below_the_story_signs_it() -> None:
    assert page(TITLE, below=("Tove Almqvist",)).metadata.authors == ("Tove Almqvist",)


def test_the_place_behind_a_name_is_no_author() -> None:
    assert page(TITLE, "By Tove Almqvist, Mikasa", DATE).metadata.authors == ("Tove Almqvist",)


def test_an_agency_and_a_name_are_told_apart() -> None:
    metadata = page(TITLE, "Reuters, Tove Almqvist", DATE).metadata
    assert (metadata.agency, metadata.authors) == ("Reuters", ("Tove Almqvist",))


def test_a_publisher_beside_the_date_is_the_source() -> None:
    metadata = page(TITLE, f"THE HARBOUR TIMES  |  {DATE}").metadata
    assert (metadata.source, metadata.published) == ("THE HARBOUR TIMES", "2025-03-04T17:20:00")


@pytest.mark.parametrize("line", ["Plan of the pier (PDF, 2.1 MB)", "pier-mikasa.docx", "Drawings 14 kB"])
def test_files_to_load_go(line: str) -> None:
    article = page(TITLE, DATE, below=(line,))
    assert [(block.role, block.rule) for block in article.removed if block.text == line] == [(Role.NAVIGATION, "navigation/file")]


def test_the_time_of_day_may_stand_under_the_day() -> None:
    article = page(TITLE, "Tuesday, 4 March 2025", "5:20 PM MYT")
    assert article.metadata.published == "2025-03-04T17:20:00+08:00"
    assert article.metadata.date_text == "Tuesday, 4 March 2025"
    assert rules(article, "5:20 PM MYT") == ["dates/time"]


@pytest.mark.parametrize("row", ["Share | Print | A+ A-", "PRINT   SHARE   A A A", "Follow • Share • Comment"])
def test_a_row_of_buttons_names_nobody(row: str) -> None:
    article = page(TITLE, "By Tove Almqvist", row, DATE)
    assert rules(article, row) == ["share/buttons"]
    assert article.metadata.authors == ("Tove Almqvist",)


@pytest.mark.parametrize("row", ["Harbour | Storm | Share", "4 March 2025 • Share"])
def test_a_row_with_something_else_in_it_is_none(row: str) -> None:
    assert rules(page(TITLE, row), row) != ["share/buttons"]


def test_a_caption_may_stand_in_one_block_above_another() -> None:
    captions = ("Ferry crews and the harbour office sign the plan", "The old pier of Mikasa on Monday. Photo: Jonas Ek")
    assert page(TITLE, DATE, "", *captions).metadata.captions == captions


def test_a_name_in_brackets_signs_the_story() -> None:
    article = page(TITLE, below=("(Tove Almqvist)",))
    assert article.metadata.authors == ("Tove Almqvist",)
    assert rules(article, "(Tove Almqvist)") == ["bylines/signed"]


def test_brackets_alone_make_no_author() -> None:
    article = page(TITLE, below=("(Harbour Times)",))
    assert article.metadata.authors == ()
    assert rules(article, "(Harbour Times)") != ["bylines/signed"]


def test_a_story_may_come_from_an_agency() -> None:
    text = "\n".join(("Página inicial", *ESTRADA, "*Com informações da Agência Brasil"))
    assert CLEANER.clean(text, kind="text").metadata.agency == "Agência Brasil"


def test_the_place_may_stand_behind_the_zone_of_the_date() -> None:
    metadata = page(TITLE, "Published - March 4, 2025 09:48 pm IST - MIKASA").metadata
    assert (metadata.published, metadata.dateline, metadata.source) == ("2025-03-04T21:48:00+05:30", "MIKASA", None)


def test_a_masthead_that_readers_are_to_follow_is_no_author() -> None:
    below = ("Subscribe to the “Tove Gazelle” channel on WhatsApp and never miss our news",)
    metadata = page(TITLE, "Tove Gazelle", "Anna Lindqvist-Berg", DATE, below=below).metadata
    assert (metadata.source, metadata.authors) == ("Tove Gazelle", ("Anna Lindqvist-Berg",))


@pytest.mark.parametrize("credit", ["Photo: Jonas Ek", "(Photo by Jonas Ek)"])
def test_the_credit_below_a_caption_is_no_caption(credit: str) -> None:
    caption = "Ferry crews at the old pier of Mikasa, pictured on Monday"
    assert page(TITLE, caption, credit, DATE).metadata.captions == (caption,)


def test_what_stands_above_a_caption_in_one_block_is_no_headline_and_names_nobody() -> None:
    captions = ("Harbour office of Mikasa and ferry crews at the old pier", "The pier of Mikasa. Photo: Jonas Ek")
    metadata = page("Ferry pier is rebuilt", "", DATE, "", *captions).metadata
    assert (metadata.title, metadata.captions) == ("Ferry pier is rebuilt", captions)
    names = ("Anna Lindqvist and Tove Almqvist", "The pier of Mikasa. Photo: Jonas Ek")
    assert page(TITLE, "", DATE, "", *names).metadata.authors == ()


def test_a_name_and_a_publisher_may_share_a_line() -> None:
    metadata = page(TITLE, "Tove Almqvist, Harbour Times", DATE).metadata
    assert (metadata.authors, metadata.source) == (("Tove Almqvist",), "Harbour Times")


@pytest.mark.parametrize("line", [f"{DATE} Source: Harbour Times", f"{DATE} / Source: Harbour Times"])
def test_a_publisher_with_a_label_may_stand_behind_the_date(line: str) -> None:
    metadata = page(TITLE, line).metadata
    assert (metadata.published, metadata.date_text, metadata.source) == ("2025-03-04T17:20:00", DATE, "Harbour Times")


def test_a_single_headline_below_a_label_ends_before_a_subheading() -> None:
    headline, subheading = "Storm takes the roof off the old cannery of Almvik", "What the crews want"
    text = "\n".join(("Home", TITLE, DATE, *STORY[:2], "Read also", headline, subheading, *STORY[2:], "All rights reserved"))
    assert CLEANER.clean(text, kind="text").paragraphs == (*STORY[:2], subheading, *STORY[2:])


def test_two_headlines_below_a_label_both_go() -> None:
    headlines = ("Storm takes the roof off the old cannery", "Bakery on Quay Street changes hands again")
    text = "\n".join(("Home", TITLE, DATE, *STORY[:2], "Read also", *headlines, *STORY[2:], "All rights reserved"))
    assert CLEANER.clean(text, kind="text").paragraphs == STORY


def test_an_agency_may_have_helped() -> None:
    assert page(TITLE, below=("(With PTI inputs)",)).metadata.agency == "PTI"


def test_a_name_and_an_agency_may_share_a_line_below_the_story() -> None:
    metadata = page(TITLE, below=("Tove Almqvist/TT",)).metadata
    assert (metadata.authors, metadata.agency) == (("Tove Almqvist",), "TT")


def test_only_one_line_of_terms_is_tags() -> None:
    metadata = page(TITLE, below=("Mikasa , ferry , harbour", "Next in Sport", "Mikasa girl, 13, wins sailing cup")).metadata
    assert metadata.tags == ("Mikasa", "ferry", "harbour")


def test_the_first_line_of_a_page_is_the_headline_though_the_summary_below_has_more_of_the_story() -> None:
    headline = "Mikasa council ends twelve years of quarrel over its landing place; builders to begin as soon as winter retreats"
    summary = "Ferry crews had asked for a stone pier since the storm tore eleven planks out of it"
    text = "\n".join((headline, summary, "By Tove Almqvist", DATE, *STORY, "All rights reserved"))
    assert CLEANER.clean(text, kind="text").metadata.title == headline


@pytest.mark.parametrize(
    ("above", "headline"),
    [("離島の定期船 運賃引き下げ 潮路新聞", "離島の定期船、四月から値下げ"), ("水産海洋省", "定期船の運賃")],
)
def test_what_names_a_publisher_is_no_headline(above: str, headline: str) -> None:
    lines = (
        above,
        headline,
        "2025年1月7日",
        "海洋省は7日、離島を結ぶ定期船の運賃を四月から引き下げると発表した。対象は十二の航路で、島民の負担は年に一万円ほど軽くなる。",
        "運賃の差額は国が補助する。省の担当者は「島の暮らしを支える足を守りたい」と話した。",
        "船会社は新しい時刻表を二月に公表する予定だ。",
    )
    assert CLEANER.clean("\n\n".join(lines), kind="text").metadata.title == headline


def test_a_thai_headline_may_be_longer() -> None:
    lines = (
        "กระทรวงคมนาคมไฟเขียวเรือข้ามฟากไฟฟ้าเกาะเวลลิน 3,200 ล้านบาท ค่าโดยสารเที่ยวละ 45 บาท เริ่มเดือนมีนาคมนี้",
        "วันที่ 14 พฤศจิกายน 2568 เวลา 14:48 น.",
        "แชร์",
        "กระทรวงคมนาคมเห็นชอบให้จัดหาเรือข้ามฟากไฟฟ้าสำหรับเกาะเวลลิน วงเงิน 3,200 ล้านบาท ให้ชาวเกาะเดินทางไปโรงเรียนได้ในราคาครึ่งหนึ่ง",
        "เรือใหม่บรรทุกผู้โดยสารได้สามร้อยคนและรถยนต์ยี่สิบคัน วิ่งวันละสี่เที่ยวแทนเรือลำเก่า เจ้าหน้าที่ท่าเรือกล่าวเมื่อวันจันทร์",
        "“เรารอเรือลำนี้มาสิบปี ตอนนี้ลูกจะได้กลับบ้านทุกสัปดาห์ ไม่ต้องรอให้คลื่นลมสงบเหมือนเมื่อก่อน” แม่ค้าขายตั๋วที่ท่าเรือเกาะเวลลินกล่าวกับผู้สื่อข่าว",
        "อ่านมากที่สุด",
        "ทองไทยเปิดตลาดปรับขึ้น 250 บาท",
        "ลิฟต์สถานีรถไฟฟ้าค้างกลางคัน ผู้โดยสารติดนาน 40 นาที",
    )
    article = CLEANER.clean("\n".join(lines), kind="text")
    assert (article.metadata.title, article.metadata.published) == (lines[0], "2025-11-14T14:48:00")
    assert article.paragraphs == lines[3:6]


def test_a_japanese_caption_says_when_and_where() -> None:
    caption = "新しい定期船の契約書を交わす港湾局長（右）と船会社の社長（１７日、ハノイで）"
    lines = (
        "離島航路の新船が三月に就航へ",
        caption,
        "2025/03/03 05:00",
        "離島を結ぶ新しい定期船が三月に就航すると、港湾局が3日発表した。一日四往復し、三十年使われた船に代わる。",
        "新船は旅客三百人と車二十台を運べる。局長は「島の人たちは十年待っていた」と話した。",
        "古い船は五月に引退し、水上の図書館として使われる予定だ。近くの学校の生徒にも開放する。",
        "あわせて読みたい",
    )
    article = CLEANER.clean("\n".join(lines), kind="text")
    assert (article.metadata.captions, article.paragraphs) == ((caption,), lines[3:6])


def test_a_summary_of_one_line_stays() -> None:
    summary = "Crews had asked for a stone pier since the storm of last autumn tore eleven planks out of it"
    article = page(TITLE, summary, DATE)
    assert (article.metadata.title, article.paragraphs[0]) == (TITLE, summary)
    assert CLEANER.clean(article.text).paragraphs[0] == summary


def test_what_stands_between_dashes_is_no_headline() -> None:
    lines = (
        "제4차 한-알드마르 어업 협의 개최",
        "2025-06-12",
        "- 공동 조사선 운항, 조업 정보 공유 등 5개 과제 합의 -",
        "해양부는 12일 부산에서 제4차 한-알드마르 어업 협의를 열고 공동 조사선을 운항하기로 합의했다고 밝혔다.",
        "양측은 조업선 간 경쟁을 막기 위해 선박별 조업 정보를 12시간마다 공유하는 사업을 12월부터 실시한다.",
        "제5차 협의는 내년 하반기 알드마르에서 열리며, 구체적인 일정은 양측이 다시 협의하기로 하였다.",
    )
    article = CLEANER.clean("\n".join((*lines, "이전글", "다음글")), kind="text")
    assert article.paragraphs == lines[2:]
    assert article.metadata.title == lines[0]


def test_a_desk_with_its_number_is_no_caption() -> None:
    assert "Pier office, Almvik (044-000-5360)" not in page(TITLE, DATE, "Pier office, Almvik (044-000-5360)").metadata.captions


def test_what_the_scorer_is_sure_of_is_no_caption() -> None:
    line = "Ferry crews at the old pier of Mikasa."

    def sure(document: Document) -> Iterable[Claim]:
        measured = zip(document.blocks, document.lines, strict=True)
        lines = (known._replace(prose=2.1) if block.text == line else known for block, known in measured)
        return heads(replace(document, lines=tuple(lines)))

    text = "\n".join(("Skip to main content", TITLE, "", DATE, line, "", *STORY, "All rights reserved"))
    for run, claimed in ((heads, True), (sure, False)):
        article = Cleaner(filters=[Titles(), dates, run, Scored()]).clean(text, kind="text")
        assert (rules(article, line)[0] == "heads/caption") is claimed


def test_a_list_of_nothing_but_dividers_breaks_no_filter() -> None:
    assert page(TITLE, below=(": , / , / , / ,",)).status == "ok"


def test_a_promo_above_hashtags_is_no_tag() -> None:
    article = page(TITLE, DATE, below=("Ferry, pier, app: all of it on one page", "#Mikasa #Ferry #Harbour"))
    assert article.metadata.tags == ("Mikasa", "Ferry", "Harbour")


def test_a_headline_over_its_date_goes_before_a_caption_with_more_of_the_story() -> None:
    headline = "Neighbours to watch the Delta by ferry"
    caption = "Petra Lindqvist and the harbour crews meet in Almvik"
    lines = ("Newsroom", "", headline, "", "14 May 2025 16:20", "Version for print", caption, "", *STORY, "", "Press releases")
    article = CLEANER.clean("\n".join(lines), kind="text")
    assert article.metadata.title == headline
    assert article.metadata.captions == (caption,)


def test_names_in_capitals_sign_a_story_whose_picture_one_took() -> None:
    shown = "The old ferry pier of Mikasa on Monday. Photo: MIRA HOLT"
    assert page(TITLE, shown, DATE, below=("MIRA HOLT - JAN DE BOER",)).metadata.authors == ("MIRA HOLT", "JAN DE BOER")
    assert page(TITLE, shown, DATE, below=("ANNA LIND - JAN DE BOER",)).metadata.authors == ()


def test_between_the_date_and_a_caption_stands_another() -> None:
    shown, credited = "Petra Lindqvist with the harbour crews at the old pier", "The new pier of Mikasa © Harbour office, 2025"
    lines = ("Newsroom", "", TITLE, "", DATE, shown, credited, "", *STORY, "", "Press releases")
    assert CLEANER.clean("\n".join(lines), kind="text").metadata.captions == (shown, credited)


def test_a_long_headline_on_top_of_a_page_without_a_menu_is_no_summary() -> None:
    headline = (
        "Mikasa: Old ferry pier to be rebuilt in stone; harbour office aims to open it again before the storms of next autumn"
    )
    article = CLEANER.clean("\n".join((headline, "By Mira Holt", DATE, *STORY)), kind="text")
    assert article.metadata.title == headline


def test_a_headline_stands_above_the_date_where_the_story_seems_to_begin_above_it() -> None:
    def begins(document: Document) -> list[Claim]:
        return [Claim(number, Role.BODY, "test/body", "asked to") for number in (0, 3, 4)]

    lines = ("Council work", TITLE, DATE, "Crews at the new pier", "Harbour of Mikasa", *STORY)
    cleaner = Cleaner(filters=[begins, Titles(), dates])
    assert cleaner.clean("\n".join(lines), kind="text").metadata.title == TITLE


def test_a_sentence_between_a_caption_and_the_story_is_one_too() -> None:
    shown, second = "The old ferry pier is seen from the harbour. Photo: Jonas Ek", "Crews of the ferry on the old pier"
    assert page(TITLE, DATE, "", shown, second, "").metadata.captions == (shown, second)


def test_captions_that_name_nobody_are_told_by_their_place() -> None:
    captions = ("Ferry crews and the harbour office sign the plan", "The mayor of Mikasa at the old pier")
    assert page("Press releases", "", TITLE, "", DATE, *captions, "").metadata.captions == captions


def test_several_sentences_under_the_headline_sum_the_story_up() -> None:
    summary = "Crews of the ferry have asked for it for years. Some of them fear another storm."
    article = page(TITLE, summary, "By Anna Lindqvist", DATE)
    assert rules(article, summary) == ["heads/summary"]
    assert article.paragraphs == (summary, *STORY)


def test_many_lines_under_a_headline_are_no_head() -> None:
    lines = [f"What the crews of ferry {letter} say about the pier" for letter in "ABCDEFGHIJKL"]
    article = page(TITLE, *lines, DATE)
    assert not any(rule.startswith("heads/") for line in lines for rule in rules(article, line))


def test_a_line_in_another_script_is_neither() -> None:
    line = "この記事を日本語に翻訳して読む"
    assert not any(rule.startswith("heads/") for rule in rules(page(TITLE, line, DATE), line))


def test_a_headline_may_be_two_sentences() -> None:
    title = "The old pier is gone. Ferry crews of Mikasa want stone."
    found = page("", title, DATE)
    assert (found.metadata.title, found.paragraphs) == (title, STORY)


def test_a_caption_of_one_sentence_is_no_headline() -> None:
    found = page("", TITLE, DATE, "", "The old ferry pier of Mikasa in autumn.")
    assert found.metadata.title == TITLE
    assert page("", "The ferry crews of Mikasa want a stone pier.", DATE).metadata.title is None


def test_two_sentences_under_a_headline_are_none() -> None:
    lead = "The old pier is gone. Ferry crews of Mikasa want stone."
    assert page("", TITLE, "", lead, DATE).metadata.title == TITLE
    short = "A new pier of stone"
    assert page("", short, "", "The ferry pier is gone. Harbour crews of Mikasa want stone.", DATE).metadata.title == short


def test_a_note_below_the_story_names_its_author() -> None:
    note = "Mira Holt is a boat builder and writes about harbours."
    found = page("Mira Holt", "", TITLE, DATE, below=(note,))
    assert (found.metadata.authors, found.paragraphs) == (("Mira Holt",), STORY)
    assert page(TITLE, DATE, below=(note,)).metadata.authors == ()


def test_a_note_about_somebody_in_the_story_does_not() -> None:
    note = "Petra Lindqvist is on holiday until the pier opens again."
    assert page(TITLE, DATE, below=("Petra Lindqvist", note)).metadata.authors == ()


def test_who_took_the_picture_below_the_date_is_no_author() -> None:
    assert page(TITLE, "Mira Holt", DATE, "Harbour Pictures", "").metadata.authors == ("Mira Holt",)


def test_a_gap_may_divide_a_name_and_a_publisher() -> None:
    found = page(TITLE, "Mira Holt \xa0 Vellin Telegram & Gazette")
    assert (found.metadata.authors, found.metadata.source) == (("Mira Holt",), "Vellin Telegram & Gazette")


def test_a_bullet_without_spaces_divides_a_name_and_the_date() -> None:
    found = page(TITLE, "Mira Holt•Mar 4, 2025").metadata
    assert (found.authors, found.published) == (("Mira Holt",), "2025-03-04")


@pytest.mark.parametrize("line", ["Social Links for Mira Holt", "Headshot of Mira Holt", "Author: Mira Holt", "Mira Holt, PhD"])
def test_words_of_buttons_and_degrees_are_no_part_of_a_name(line: str) -> None:
    assert page(TITLE, line, DATE).metadata.authors == ("Mira Holt",)

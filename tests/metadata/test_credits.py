"""Who wrote it and when, as the lines of a text around its headline say."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsclean import Cleaner, Metadata
from newsclean.filters import tags
from newsclean.recognise.credits import split_credit
from newsclean.vocabulary import load

TITLE = "Old ferry pier of Mikasa is to be rebuilt in stone"
STANDFIRST = "The wooden pier has served ferries since 1911. Now the harbour office has the money for a new one."
STORY = (
    "The wooden ferry pier of Mikasa will be rebuilt in stone, the harbour office said on Monday after years of debate.",
    "Ferry crews had asked for it since the storm of last autumn tore eleven planks out of the pier and closed it for a week.",
    "Work on the pier begins in May, and the ferry will land at the fish market until the following spring, the office said.",
)
CLEANER = Cleaner()
NAMES = ("Mira Santoso", "Anna Lind-Berg", "Tomas de Ruyter", "Jo M. Harker", "Ines Åkerlund")


def metadata(*lines: str, above: tuple[str, ...] = (), below: tuple[str, ...] = ()) -> Metadata:
    article = CLEANER.clean("\n".join([*above, TITLE, *lines, "", *STORY, *below]), kind="text")
    assert article.paragraphs == STORY
    return article.metadata


@st.composite
def credit_lines(draw: st.DrawFn) -> tuple[str, tuple[str, ...], date]:
    """A line as sites print it, often with its parts run together, and what it says."""
    names = tuple(draw(st.lists(st.sampled_from(NAMES), min_size=1, max_size=2, unique=True)))
    day = draw(st.dates(date(2001, 1, 1), date(2029, 12, 31)))
    said = " and ".join(names)
    printed = draw(st.sampled_from((f"{day:%B} {day.day}, {day.year}", f"{day.day} {day:%b} {day.year}", day.isoformat())))
    month = f"{day:%b} {day.day}, {day.year}"
    line = draw(
        st.sampled_from(
            (
                f"By {said} {printed}",
                f"By {said} on {printed}",
                f"By {said} | {printed}",
                f"{said} - {printed}",
                f"• {said}, {printed}",
                f"{printed} by {said}",
                f"Published {printed} by {said}",
                f"By {said}Published: {month}",
                f"By {said}Updated {month}",
            )
        )
    )
    return line, names, day


@given(credit_lines())
def test_names_beside_a_date_are_the_authors(credit: tuple[str, tuple[str, ...], date]) -> None:
    line, names, day = credit
    found = metadata(line)
    assert found.authors == names
    assert found.published == day.isoformat()


@pytest.mark.parametrize(
    ("lines", "authors"),
    [
        (("ByMira Santoso",), ("Mira Santoso",)),
        (("By MIRA SANTOSO",), ("MIRA SANTOSO",)),
        (("• By Mira Santoso",), ("Mira Santoso",)),
        (("Mira Santoso",), ("Mira Santoso",)),
        (("By", "Mira Santoso"), ("Mira Santoso",)),
        (("By", "• Mira Santoso", "• Tomas de Ruyter"), ("Mira Santoso", "Tomas de Ruyter")),
        (("By", "Mira SantosoHarbour Correspondent", "Jo M. HarkerReporter"), ("Mira Santoso", "Jo M. Harker")),
        (("By Mira Santoso Harbour News", "3 March 2025"), ("Mira Santoso",)),
        (("By Jo M. Harker III", "3 March 2025"), ("Jo M. Harker III",)),
        (("By Mira Santoso The Associated Press",), ("Mira Santoso",)),
        (("Mira Santoso By Mira Santoso Harbour News",), ("Mira Santoso",)),
        (("By Mira Santoso • 4 min read",), ("Mira Santoso",)),
        (("By Mira Santoso, Chief Officer and Head of Sea Labs",), ("Mira Santoso",)),
        (("Mira Santoso, Harbour News", "3 March 2025"), ("Mira Santoso",)),
        (("Mira Santoso and Tomas de Ruyter in Vellin", "3 March 2025"), ("Mira Santoso", "Tomas de Ruyter")),
        (("By Mira Santoso", "3 March 2025", "A pier at low tide", "By Tomas de Ruyter"), ("Mira Santoso",)),
        (("By Mira Santoso", "3 March 2025", "By Tomas de Ruyter"), ("Mira Santoso", "Tomas de Ruyter")),
        (("Mira Santoso Harbour Correspondent",), ("Mira Santoso",)),
        (("Mira SantosoSenior Reporter",), ("Mira Santoso",)),
        (("By Mira Santoso, Chief Reporter",), ("Mira Santoso",)),
        (("By Mira Santoso for The Mikasa Post",), ("Mira Santoso",)),
        (("Mira Santoso@mirasantoso",), ("Mira Santoso",)),
        (("By Mira Santoso Follow",), ("Mira Santoso",)),
        (("Portrait of Mira Santoso", "By Jan Holt"), ("Jan Holt",)),
        (("Mira Santoso3 hours ago",), ("Mira Santoso",)),
        (("Mira Santoso \xa0 Mikasa Enquirer",), ("Mira Santoso",)),
        (("Photo Gallery",), ()),
    ],
)
def test_bylines_under_a_headline(lines: tuple[str, ...], authors: tuple[str, ...]) -> None:
    assert metadata(*lines).authors == authors


@pytest.mark.parametrize("line", ["Why It Matters", "• Ferry Services"])
def test_headings_under_a_headline_are_no_bylines(line: str) -> None:
    assert CLEANER.clean("\n".join((TITLE, line, "", *STORY)), kind="text").metadata.authors == ()


def test_a_byline_stands_under_a_standfirst_or_above_the_headline() -> None:
    page = "\n".join((TITLE, STANDFIRST, "By Mira Santoso", *STORY))
    assert CLEANER.clean(page, kind="text").metadata.authors == ("Mira Santoso",)
    assert metadata(above=("By Mira Santoso",)).authors == ("Mira Santoso",)


def test_a_byline_above_the_story_goes_before_names_below_it() -> None:
    assert metadata("By Mira Santoso", below=("By Jan Holt",)).authors == ("Mira Santoso",)
    assert metadata(below=("By Jan Holt",)).authors == ("Jan Holt",)


def test_the_date_under_the_headline_goes_before_the_one_in_the_masthead() -> None:
    found = metadata("3 March 2025", above=("Thursday, 6 March 2025", "The Mikasa Post"))
    assert found.published == "2025-03-03"
    assert metadata(above=("4 March 2025",)).published == "2025-03-04"


def test_the_publisher_is_the_one_that_legal_lines_name() -> None:
    legal = "© 2025 Mikasa Strand. All rights reserved."
    found = metadata("Mikasa Strand", "3 March 2025", below=(legal,))
    assert (found.source, found.authors) == ("Mikasa Strand", ())
    assert metadata("Mikasa Strand", "3 March 2025").authors == ("Mikasa Strand",)


def test_an_agency_that_helped_is_no_part_of_the_name() -> None:
    found = metadata("By Mira Santoso (with AFP)", "3 March 2025")
    assert (found.authors, found.agency) == (("Mira Santoso",), "AFP")


def test_beside_an_agency_stands_the_place() -> None:
    found = metadata("Ines Åkerlund", "Mikasa | Reuters", "3 March 2025")
    assert (found.authors, found.dateline, found.agency) == (("Ines Åkerlund",), "Mikasa", "Reuters")


def test_who_owns_a_blog_is_its_author() -> None:
    legal = "© 2025 Mira Santoso. All rights reserved."
    found = metadata("Mira Santoso's avatar", "Mira Santoso", "Mar 3, 2025", below=(legal,))
    assert (found.source, found.authors) == (None, ("Mira Santoso",))


def test_a_publisher_may_stand_before_a_comma_and_the_date() -> None:
    found = metadata("Ministry of River Transport, published 22 September 2025 at 16:20")
    assert (found.source, found.published) == ("Ministry of River Transport", "2025-09-22T16:20:00")


@pytest.mark.parametrize(
    ("line", "language", "published"),
    [
        ("چهارشنبه ۱۶ مهر ۱۴۰۴ - ساعت ۱۴:۲۰", "fa", "2025-10-08T14:20:00"),
        ("۱۴۰۴/۰۷/۱۶", "fa", "2025-10-08"),
        ("الأحد 09 رمضان 1446 هـ الموافق 09 مارس 2025 م", "ar", "2025-03-09"),
        ("2025. augusztus 26. 14:48", "hu", "2025-08-26T14:48:00"),
    ],
)
def test_days_of_other_calendars_and_orders(line: str, language: str, published: str) -> None:
    credit = split_credit(line, load(), language)
    assert credit is not None
    assert credit.published == published


@pytest.mark.parametrize("line", ["By Mira Santoso with AFP", "Mikasa Post with AFP"])
def test_an_agency_may_close_a_byline(line: str) -> None:
    assert metadata(line, "3 March 2025").agency == "AFP"


@pytest.mark.parametrize(
    ("lines", "tags"),
    [
        (("Tags:", "• Ferry", "• Mikasa"), ("Ferry", "Mikasa")),
        (("Tags: FerryMikasaHarbour",), ("Ferry", "Mikasa", "Harbour")),
        (("Follow our channel", "ferry , stone pier , Mikasa"), ("ferry", "stone pier", "Mikasa")),
        (("Filed under", "Old harbours · Ferries · Stone piers · Mikasa"), ("Old harbours", "Ferries", "Stone piers", "Mikasa")),
        (("About us | Advertise | Jobs",), ()),
    ],
)
def test_tags_below_the_story(lines: tuple[str, ...], tags: tuple[str, ...]) -> None:
    assert metadata(below=lines).tags == tags


ARABIC = (
    "افتتح وزير النقل رصيفا جديدا للعبارات في الرملية بعد سنوات من النقاش بين السكان والبلدية حول كلفة المشروع.",
    "وقال رئيس البلدية إن الرصيف القديم في الرملية أغلق مرات كثيرة بسبب العواصف، وإن الصيادين ينتظرون هذا اليوم منذ عقد.",
    "وتبدأ العبارات رحلاتها إلى الجزيرة المقابلة صباح الأحد، على أن يكون السفر مجانيا خلال الأسبوع الأول من التشغيل.",
)


@pytest.mark.parametrize(("opening", "place"), [("الرملية", "الرملية"), ("عاجل", None)])
def test_a_place_before_a_colon_is_one_that_the_story_names_again(opening: str, place: str | None) -> None:
    page = "\n\n".join(("رصيف جديد للعبارات بعد سنوات من النقاش", f"{opening}: {ARABIC[0]}", *ARABIC[1:]))
    assert CLEANER.clean(page, kind="text").metadata.dateline == place


def test_of_two_times_it_is_the_one_beside_the_first_day() -> None:
    found = metadata("Published 06:02 GMT, 4 March 2025 | Updated 09:47 GMT, 4 March 2025")
    assert found.published == "2025-03-04T06:02:00+00:00"


def test_a_publisher_in_quotes_has_none() -> None:
    assert metadata("«Mikasa Post»", "3 March 2025").source == "Mikasa Post"


def test_terms_below_a_label_may_be_divided_by_slashes() -> None:
    assert metadata(below=("Related tags", "Ferries / Mikasa / Harbour", "All rights reserved")).tags == (
        "Ferries",
        "Mikasa",
        "Harbour",
    )


def test_a_headline_behind_a_bullet_is_no_list_of_tags() -> None:
    def found(*below: str) -> tuple[str, ...]:
        return Cleaner(filters=[tags]).clean("\n".join([*STORY, *below]), kind="text").metadata.tags

    headline = "Port of Mikasa, traffic up four percent; grain well, containers slow"
    assert len(found(headline)) == 4 and found("•", headline) == ()


def test_the_editor_below_the_writer_is_no_author() -> None:
    assert metadata("Penulis: Mira Holt", "Editor: Jan de Boer", "3 March 2025").authors == ("Mira Holt",)
    assert metadata("By Mira Holt", "By Jan de Boer", "3 March 2025").authors == ("Mira Holt", "Jan de Boer")


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("Publicado em 14/03/2025 às 18h27 (horário de Brasília) | Atualizado às 20h05", "2025-03-14T18:27:00-03:00"),
        ("نشر في: الأربعاء 15 أكتوبر 2025 - 6:32 م | آخر تحديث: الأربعاء 15 أكتوبر 2025 - 8:10 م", "2025-10-15T18:32:00"),
        ("4:18 PM CST, February 11, 2026", "2026-02-11T16:18:00-06:00"),
        ("प्रकाशित: 22 मई 2025, शाम 05:45 बजे IST", "2025-05-22T17:45:00+05:30"),
        ("12 de marzo de 2025, 07:45 a. m. COT", "2025-03-12T07:45:00-05:00"),
    ],
)
def test_times_have_zones_and_halves_of_the_day(line: str, published: str) -> None:
    assert metadata(line).published == published


def test_bullets_between_tags_are_none() -> None:
    assert metadata(below=("Related tags", "-", "Ferries", "-", "Mikasa", "All rights reserved")).tags == ("Ferries", "Mikasa")


def test_a_byline_may_name_the_publisher_too() -> None:
    found = metadata("By Mira Holt | mira.holt@mikasapost.example | Mikasa Post", "3 March 2025")
    assert (found.authors, found.source) == (("Mira Holt",), "Mikasa Post")
    assert metadata("By Mira Holt / Mikasa Post Staff Writer", "The Mikasa Post", "3 March 2025").source == "The Mikasa Post"


def test_a_label_may_be_in_the_language_of_the_page_around_the_story() -> None:
    assert metadata("Penulis : Marita Delos Reyes").authors == ("Marita Delos Reyes",)


@pytest.mark.parametrize(
    ("below", "source"),
    [
        (("MINISTRY OF FERRIES", "9 SEPTEMBER 2025"), "MINISTRY OF FERRIES"),
        ((". . . . .", "MINISTRY OF FERRIES", "9 SEPTEMBER 2025"), "MINISTRY OF FERRIES"),
        (("The Mikasa Post", "Support independent journalism by subscribing to The Mikasa Post."), "The Mikasa Post"),
        (("The Mikasa Stakes", "Most read"), None),
    ],
)
def test_a_publisher_may_sign_below_the_story(below: tuple[str, ...], source: str | None) -> None:
    assert metadata("3 March 2025", below=below).source == source


def test_a_list_of_terms_further_down_is_a_headline() -> None:
    below = ("Ferries, Mikasa, Harbour", "Follow us on Facebook", "Storm, hail, snow")
    assert metadata(below=below).tags == ("Ferries", "Mikasa", "Harbour")


@pytest.mark.parametrize(
    ("opening", "place", "source"),
    [
        ("MIKASA, MikasaPost.com - ", "MIKASA", "MikasaPost.com"),
        ("Mikasa, Koran Pelabuhan - ", "Mikasa", "Koran Pelabuhan"),
        ("MIKASA, Hokkaido — ", "MIKASA, Hokkaido", None),
        ("MIKASA, PA (Folhapress) - ", "MIKASA, PA", None),
        ("MIKASA (HOKKAIDO). ", "MIKASA (HOKKAIDO)", None),
    ],
)
def test_a_dateline_names_a_place_its_region_and_the_publisher(opening: str, place: str, source: str | None) -> None:
    found = CLEANER.clean("\n\n".join((TITLE, "3 March 2025", opening + STORY[0], *STORY[1:])), kind="text").metadata
    assert (found.dateline, found.source) == (place, source)


ISLAND = (
    "離島航路的新渡輪三月開航",
    "港務局3日宣布,往返離島的新渡輪將於三月開航,每天行駛四班,取代已經使用三十年的舊船。",
    "「居民等這艘船等了十年。」港務局長說,新船可以載運三百名旅客和二十輛汽車。",
    "舊船將在五月退役,港務局計畫把它改成水上圖書館,開放給附近的學生使用。",
)


@pytest.mark.parametrize("reporter", ["聯島日報 記者蔡承恩/澎湖即時報導", "聯島日報／記者蔡承恩／澎湖報導"])
def test_a_reporter_stands_between_publisher_and_place(reporter: str) -> None:
    found = CLEANER.clean("\n".join((ISLAND[0], reporter, "2025-03-03 14:20", *ISLAND[1:])), kind="text").metadata
    assert (found.authors, found.source, found.dateline) == (("蔡承恩",), "聯島日報", "澎湖")


def test_japanese_papers_sign_in_lenticular_brackets() -> None:
    lines = (
        "離島航路の新船が三月に就航へ",
        "2025年3月3日 05時00分",
        "離島を結ぶ新しい定期船が三月に就航すると、港湾局が3日発表した。一日四往復し、三十年使われた船に代わる。",
        "新船は旅客三百人と車二十台を運べる。局長は「島の人たちは十年待っていた」と話した。",
        "古い船は五月に引退し、水上の図書館として使われる予定だ。近くの学校の生徒にも開放する。",
        "【浜辺千春】",
        "あわせて読みたい",
    )
    assert CLEANER.clean("\n".join(lines), kind="text").metadata.authors == ("浜辺千春",)


def test_an_agency_in_brackets_may_have_a_word_before_it() -> None:
    lines = (
        "Phà Vellin chạy trở lại từ tháng ba",
        "Thứ tư, 12/11/2025, 15:20 (GMT+7)",
        "Phà nối đảo Vellin với đất liền sẽ chạy trở lại từ tháng ba, cơ quan cảng cho biết hôm thứ hai.",
        "Con phà mới chở được ba trăm khách và hai mươi ô tô, mỗi ngày chạy bốn chuyến thay con phà cũ.",
        "Người dân trên đảo đã chờ con phà này mười năm, một người bán vé ở bến cảng nói.",
        "Thu Hằng (Theo TTXVN)",
        "Bình luận (0)",
    )
    found = CLEANER.clean("\n".join(lines), kind="text").metadata
    assert (found.authors, found.agency) == (("Thu Hằng",), "TTXVN")


def test_an_agency_may_sign_where_authors_do() -> None:
    found = CLEANER.clean("\n".join((ISLAND[0], "2025-03-03 14:20", *ISLAND[1:], "（新華社）", "熱門新聞")), kind="text").metadata
    assert (found.authors, found.agency) == ((), "新華社")


def test_a_place_behind_a_name_is_no_author_in_a_script_without_capitals() -> None:
    lines = (
        "मिकासा का पुराना घाट अब पत्थर से बनेगा",
        "अनुराग सिन्हा, भागलपुर",
        "प्रकाशित: 22 मई 2025, शाम 05:45 बजे IST",
        "मिकासा का लकड़ी का घाट अब पत्थर से बनाया जाएगा, बंदरगाह कार्यालय ने सोमवार को यह जानकारी दी।",
        "पिछले साल के तूफान में घाट के ग्यारह तख्ते उखड़ गए थे और नाव सेवा एक हफ्ते तक बंद रही थी।",
        "घाट का काम मई में शुरू होगा और अगले वसंत तक नाव मछली बाजार के पास रुकेगी, कार्यालय ने कहा।",
        "यह भी पढ़ें: मुंगेर में गंगा का जलस्तर घटा",
    )
    assert CLEANER.clean("\n".join(lines), kind="text").metadata.authors == ("अनुराग सिन्हा",)


def test_a_name_under_a_press_contact_is_no_author() -> None:
    contact = ("Press contact", "Tove Hallgren", "Press officer of the harbour office", "Phone: 08-405 00 00")
    assert metadata(below=contact).authors == ()


@pytest.mark.parametrize(
    ("line", "source"),
    [("Source: Harbour Today/mt(gl)", "Harbour Today"), ("Source: Harbour Today/mh", "Harbour Today")],
)
def test_initials_behind_a_publisher_are_no_part_of_it(line: str, source: str) -> None:
    assert metadata(below=(line,)).source == source


def test_a_line_that_names_an_agency_as_its_source_states_the_agency() -> None:
    assert metadata(below=("Kaynak: İHA",)).agency == "İHA"


def test_a_section_among_tags_is_one() -> None:
    assert metadata(below=("Tags", "Ferries", "Business", "Harbour")).tags == ("Ferries", "Business", "Harbour")
    assert metadata(below=("Tags", "Politics", "Business", "World")).tags == ()


def test_a_day_with_spaces_is_no_row_of_numbers() -> None:
    assert metadata("12. 3. 2025").published == "2025-03-12"


def test_names_in_brackets_behind_the_last_sentence_sign_it() -> None:
    lines = ("Skip to content", TITLE, *STORY[:-1], f"{STORY[-1]} (Mira Holt, APA, 4.3.2025)", "Most read")
    found = CLEANER.clean("\n".join(lines), kind="text").metadata
    assert (found.authors, found.agency) == (("Mira Holt",), "APA")


PIER = (
    "港の事務所は11日、木造の桟橋を石造りに建て替えると発表した。渡し船の乗組員が求めていた。",
    "昨年の秋の嵐で桟橋から十一枚の板が流され、船は一週間にわたり欠航した。",
    "工事は五月に始まり、船は翌年の春まで魚市場の前に着くという。",
)


def test_a_japanese_headline_may_end_in_a_quotation() -> None:
    lines = (
        "美笠の木造桟橋、石造りに建て替えへ　渡し船の乗組員ら「長い間この日を待っていた」",
        "2025年3月11日 14時48分",
        *PIER,
        "アクセスランキング",
    )
    assert CLEANER.clean("\n".join(lines), kind="text").metadata.title == lines[0]


@pytest.mark.parametrize(
    ("line", "authors", "agency"),
    [
        ("AGERPRES/(AS - autor: Mira Holt, editor: Jan Boer)", ("Mira Holt",), "AGERPRES"),
        ("Με πληροφορίες από ΑΠΕ-ΜΠΕ", (), "ΑΠΕ-ΜΠΕ"),
    ],
)
def test_who_worked_on_a_wire_story_stands_below_it(line: str, authors: tuple[str, ...], agency: str) -> None:
    found = metadata(below=(line,))
    assert (found.authors, found.agency) == (authors, agency)


def test_an_agency_may_have_a_name_of_four_letters() -> None:
    lines = ("Barca de Almvik volta em março", "Inês Valadares e Lusa", "4 de Março de 2025, 9:30", *CROSSING, "Mais lidas")
    found = CLEANER.clean("\n".join(lines), kind="text").metadata
    assert (found.authors, found.agency) == (("Inês Valadares",), "Lusa")


CROSSING = (
    "A barca que liga Almvik à ilha volta a navegar em março, disse a autoridade portuária na segunda-feira.",
    "As obras no cais de madeira duraram onze meses e custaram menos do que se esperava, segundo a autoridade.",
    "Os moradores da ilha esperavam pela barca desde a tempestade do outono passado, que arrancou as tábuas do cais.",
)


def test_a_thai_date_line_is_one_however_many_words_it_may_have() -> None:
    lines = (
        "ท่าเรือไม้ของมิคาสะจะสร้างใหม่ด้วยหิน",
        "เผยแพร่: 4 มี.ค. 2568 14:35 น.   ปรับปรุง: 4 มี.ค. 2568 15:10 น.",
        "สำนักงานท่าเรือกล่าวเมื่อวันจันทร์ว่าท่าเรือไม้เก่าของมิคาสะจะสร้างใหม่ด้วยหินหลังจากถกเถียงกันมาหลายปี",
        "ลูกเรือเรียกร้องมาตั้งแต่พายุเมื่อฤดูใบไม้ร่วงปีที่แล้วพัดแผ่นไม้หลุดไปสิบเอ็ดแผ่นและทำให้ต้องปิดท่าเรือหนึ่งสัปดาห์",
        "งานจะเริ่มในเดือนพฤษภาคม และเรือจะจอดที่ตลาดปลาไปจนถึงฤดูใบไม้ผลิปีหน้า สำนักงานกล่าว",
        "มิคาสะ, ท่าเรือ, วิสาหกิจชุมชน",
        "ข่าวที่เกี่ยวข้อง",
    )
    found = CLEANER.clean("\n".join(lines), kind="text").metadata
    assert found.published == "2025-03-04T14:35:00"
    assert found.tags == ("มิคาสะ", "ท่าเรือ", "วิสาหกิจชุมชน")


def test_a_hindi_dateline_may_name_a_bureau_before_the_place() -> None:
    story = (
        "राज्य ब्यूरो, पटना। गंगा पर नाव सेवा मार्च से फिर शुरू होगी, बंदरगाह कार्यालय ने सोमवार को यह जानकारी दी।",
        "पिछले साल के तूफान में घाट के ग्यारह तख्ते उखड़ गए थे और पटना की नाव सेवा एक हफ्ते तक बंद रही थी।",
        "घाट का काम मई में पूरा हुआ और अब नाव मछली बाजार के पास रुकेगी, कार्यालय ने कहा।",
    )
    page = ("गंगा पर नाव सेवा फिर शुरू होगी", "4 मार्च 2025", *story, "यह भी पढ़ें: मुंगेर में गंगा का जलस्तर घटा")
    assert CLEANER.clean("\n".join(page), kind="text").metadata.dateline == "पटना"


def test_a_ministry_may_sign_with_the_place_and_the_day() -> None:
    assert metadata(below=("MINISTRY OF PORTS", "VELLIN", "14 NOVEMBER 2025")).source == "MINISTRY OF PORTS"


def test_an_aggregator_may_count_hours_in_another_language() -> None:
    found = metadata("HARBOUR POST   | 5 小时前")
    assert (found.date_text, found.source) == ("5 小时前", "HARBOUR POST")


def test_names_in_lenticular_brackets_sign_a_last_paragraph() -> None:
    lines = (
        "美笠の木造桟橋、石造りに建て替えへ",
        "2025年3月11日 14時48分",
        *PIER[:-1],
        f"{PIER[-1]}【浜辺千春】",
        "アクセスランキング",
    )
    assert CLEANER.clean("\n".join(lines), kind="text").metadata.authors == ("浜辺千春",)


def test_a_paragraph_may_say_that_an_agency_helped() -> None:
    lines = ("Skip to content", TITLE, *STORY[:-1], f"{STORY[-1]} (with AFP)", "Most read")
    assert CLEANER.clean("\n".join(lines), kind="text").metadata.agency == "AFP"


@pytest.mark.parametrize(("place", "authors"), [("Mikasa", ("Mira Holt",)), ("Almvik", ())])
def test_a_reporter_may_name_the_place_of_the_story(place: str, authors: tuple[str, ...]) -> None:
    page = ("Old ferry pier is to be rebuilt in stone", f"Mira Holt, {place}", "4 March 2025", *STORY, "Most read")
    assert CLEANER.clean("\n".join(page), kind="text").metadata.authors == authors


@pytest.mark.parametrize(
    ("address", "authors"), [("mira.holt@vellinpost.example", ("Mira Holt",)), ("news@vellinpost.example", ())]
)
def test_a_name_right_above_its_address_is_the_author(address: str, authors: tuple[str, ...]) -> None:
    facts = ("Facts: the pier of Mikasa", "Length: 40 metres of planks.", "Built: in the year that Mira Holt was born.")
    lines = ("Skip to content", TITLE, *STORY, *facts, "Mira Holt", address, "Most read")
    assert CLEANER.clean("\n".join(lines), kind="text").metadata.authors == authors


def test_an_agency_may_be_all_that_a_label_says() -> None:
    assert metadata(below=("Πηγή: ΑΠΕ-ΜΠΕ",)).agency == "ΑΠΕ-ΜΠΕ"


def test_a_chinese_reporter_may_stand_behind_a_space() -> None:
    lead = f"中新社昆明3月5日电 (记者 陆远舟){ISLAND[1]}"
    found = CLEANER.clean("\n".join((ISLAND[0], "2025-03-05 14:20", lead, *ISLAND[2:], "熱門新聞")), kind="text").metadata
    assert (found.dateline, found.authors) == ("昆明", ("陆远舟",))


def test_the_hour_of_an_update_is_not_the_publication_s() -> None:
    assert metadata("Published March 5, 2025 Updated March 6, 2025 10:14am").published == "2025-03-05"


def test_a_later_version_s_date_is_not_the_publication_s_where_that_is_printed() -> None:
    updated = "Updated: March 6, 2025 17:05"
    assert metadata(updated, below=("Published: March 5, 2025 14:22",)).published == "2025-03-05T14:22:00"
    assert metadata(updated, below=("Read on: March 5, 2025",)).published == metadata(updated).published == "2025-03-06T17:05:00"


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("Almvik, 4 March 2025", "Almvik"),
        ("Tuesday, 4 March 2025", None),
        ("Business, 4 March 2025", None),
        ("Almvik, 4 March 2025 17:20", None),
    ],
)
def test_an_institution_writes_from_the_place_before_the_day(line: str, place: str | None) -> None:
    found = metadata(line)
    assert (found.dateline, found.published is not None) == (place, True)


@pytest.mark.parametrize(
    ("lead", "other", "place"),
    [
        (
            "Almvik",
            "The pier in Almvik served ferries of three companies until the storm of last autumn closed it for a week.",
            "Almvik",
        ),
        (
            "Almvik",
            "Holt, an engineer of Almvik, drew the pier that ferries of three companies used until the storm of autumn.",
            None,
        ),
    ],
)
def test_a_place_may_stand_before_a_colon(lead: str, other: str, place: str | None) -> None:
    lines = (TITLE, "4 March 2025", f"{lead}: {STORY[0]}", other, *STORY[1:])
    assert CLEANER.clean("\n".join(lines), kind="text").metadata.dateline == place


def test_a_known_city_needs_no_second_mention() -> None:
    story = (
        "أعلنت هيئة الموانئ يوم الاثنين أن الرصيف الخشبي القديم سيُعاد بناؤه بالحجر بعد سنوات من النقاش مع السكان.",
        "وقالت الهيئة إن الأعمال تبدأ في مايو وتستمر حتى الربيع المقبل، وإن العبّارات سترسو قرب سوق السمك خلال تلك المدة.",
        "ورحّب البحارة بالقرار، وقالوا إن العاصفة الأخيرة انتزعت أحد عشر لوحاً من الرصيف وأغلقته أسبوعاً كاملاً.",
    )
    for lead, place in (("مسقط", "مسقط"), ("عاجل", None)):
        lines = ("رصيف العبّارات القديم يُعاد بناؤه بالحجر", "4 مارس 2025", f"{lead}: {story[0]}", *story[1:])
        assert CLEANER.clean("\n".join(lines), kind="text").metadata.dateline == place


def test_who_added_to_a_report_wrote_it_too() -> None:
    below = ("(Reporting by Mira Santoso; Additional reporting by Jan de Boer in Vellin)",)
    assert metadata(below=below).authors == ("Mira Santoso", "Jan de Boer")


def test_a_job_title_and_a_slash_stand_behind_a_name_in_capitals() -> None:
    assert metadata("By MIRA SANTOSO/ Staff Writer", "4 March 2025").authors == ("MIRA SANTOSO",)


def test_a_chinese_line_of_five_characters_is_no_name() -> None:
    found = CLEANER.clean("\n".join((ISLAND[0], "2025-03-05 14:20", "签约的现场", *ISLAND[1:], "熱門新聞")), kind="text").metadata
    assert found.authors == ()


def test_a_japanese_desk_may_stand_before_the_name_that_signs() -> None:
    lines = (
        "流された桟橋、石造りで再建へ　三笠",
        "2025年3月4日 14時48分",
        "三笠市は4日、昨秋の台風で流された木造の桟橋を石造りで建て直すと発表した。工事は5月に始まる。",
        "渡し船は来春まで魚市場の岸壁を使う。市によると、利用者は月に4千人ほどで、運賃は変わらない。",
        "乗組員の一人は「父の代から待っていた。波をかぶる日も減るだろう」と話した。",
        "（地域報道部・浜辺千春）",
        "アクセスランキング",
    )
    assert CLEANER.clean("\n".join(lines), kind="text").metadata.authors == ("浜辺千春",)


@pytest.mark.parametrize(
    ("name", "source", "authors"),
    [("Северный край", "Северный край", ()), ("Мира Холт", None, ("Мира Холт",))],
)
def test_a_footer_tells_the_publisher_beside_the_date(name: str, source: str | None, authors: tuple[str, ...]) -> None:
    lines = (
        "Старый паромный причал Микасы построят заново из камня",
        name,
        "4 марта 2025, 17:20",
        "Деревянный причал Микасы построят заново из камня, сообщила в понедельник администрация порта после долгих споров.",
        "Экипажи паромов просили об этом с осени, когда шторм вырвал из настила одиннадцать досок и закрыл причал на неделю.",
        "Работы начнутся в мае, а паромы до следующей весны будут приставать у рыбного рынка, говорится в сообщении.",
        "Самое читаемое",
        f"© {name}, 2003–2025. 12+",
    )
    found = CLEANER.clean("\n".join(lines), kind="text").metadata
    assert (found.source, found.authors) == (source, authors)


def test_the_thai_year_may_have_its_era_s_name() -> None:
    assert split_credit("วันพุธที่ 11 มีนาคม พ.ศ. 2569 เวลา 08.15 น.", load(), "th").published == "2026-03-11T08:15:00"


def test_a_name_and_a_place_may_stand_before_the_agency_of_a_dateline() -> None:
    lead = "Mira HOLT/ALMVİK, (DHA) - Almvik'in eski ahşap iskelesi taş olarak yeniden yapılacak, dedi belediye pazartesi günü."
    lines = (
        "Almvik'in eski iskelesi taştan yapılacak",
        "4 Mart 2025 17:20",
        lead,
        "Feribot çalışanları bunu geçen sonbahardaki fırtına iskeleden on bir kalas söktüğünden beri istiyordu.",
        "Çalışmalar mayısta başlayacak ve feribotlar gelecek bahara kadar balık halinin yanına yanaşacak.",
        "En çok okunanlar",
    )
    found = CLEANER.clean("\n".join(lines), kind="text").metadata
    assert (found.dateline, found.agency, found.authors) == ("ALMVİK", "DHA", ("Mira HOLT",))


@pytest.mark.parametrize(
    ("line", "authors", "source"),
    [
        ("(Mira Santoso/PNA)", ("Mira Santoso",), None),
        ("(Next to the harbour)", (), None),
        ("(Harbour Office of Almvik Press)", (), "Harbour Office of Almvik Press"),
    ],
)
def test_brackets_below_a_story_hold_who_signs_it(line: str, authors: tuple[str, ...], source: str | None) -> None:
    found = metadata(below=(line, "Most read"))
    assert (found.authors, found.source) == (authors, source)
    assert found.captions == ()


def test_a_button_in_another_script_is_no_author() -> None:
    lines = (TITLE, "查看译文", "THE ALMVIK POST | 5小时前", *STORY, "网友评论")
    assert CLEANER.clean("\n".join(lines), kind="text").metadata.authors == ()


def test_a_compound_may_name_a_publisher() -> None:
    lines = (
        "Saariston yhteysalusliikenne uudistuu keväällä",
        "Liikenne- ja satamaministeriö",
        "18.3.2025 klo 13.40",
        "Liikenneministeri otti tiistaina Nauvossa vastaan yhteysalusliikennettä selvittäneen työryhmän loppuraportin.",
        "Talvikauden vuoroja lisätään ulkosaariston reiteillä kahdesta neljään viikossa, ja lisäys katetaan lisätalousarviosta.",
        "Saaristolaisten mukaan muutos tulee viime hetkellä, sillä kaksi kolmesta aluksesta on ollut rikki syksystä asti.",
        "Luetuimmat",
    )
    assert CLEANER.clean("\n".join(lines), kind="text").metadata.source == "Liikenne- ja satamaministeriö"

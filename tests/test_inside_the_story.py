"""What stands between the paragraphs of a story: its pictures' credits, lists, advertisements."""

from __future__ import annotations

import pytest

from newsclean import Article, Cleaner

STORY = (
    "The wooden ferry pier of Mikasa will be rebuilt in stone, the harbour office said on Monday after years of debate.",
    "Ferry crews had asked for it since the storm of last autumn tore eleven planks out of the pier and closed it for a week.",
    "Work on the pier begins in May, and the ferry will land at the fish market until the following spring, the office said.",
    "“We have waited for this since my father's days,” said Petra Lindqvist, who has sold tickets on the pier for thirty years.",
)
CLEANER = Cleaner()


def inside(*lines: str) -> Article:
    """A story with some lines after its second paragraph."""
    page = (
        "Skip to main content",
        "Old ferry pier of Mikasa is to be rebuilt in stone",
        "4 March 2025",
        *STORY[:2],
        *lines,
        *STORY[2:],
    )
    return CLEANER.clean("\n".join(page), kind="text")


def test_a_short_sentence_above_a_credit_is_a_caption() -> None:
    shown = "Ferry crews stand on the pier."
    article = inside(shown, "Photo: Jonas Berg")
    assert article.paragraphs == STORY
    assert shown in article.metadata.captions


@pytest.mark.parametrize(
    "above",
    [
        "Who is to pay for the pier?",
        "Nobody knew how long the planks would last, which is why the crews tied up " + "far out " * 6 + "at sea.",
    ],
)
def test_questions_and_paragraphs_above_a_credit_stay(above: str) -> None:
    assert inside(above, "Photo: Jonas Berg").paragraphs == (*STORY[:2], above, *STORY[2:])


def test_a_picture_may_have_a_source() -> None:
    article = inside("Ferry crews wait on the pier.", "Source: Jonas Berg/dpa")
    assert article.paragraphs == STORY
    assert article.metadata.captions == ("Ferry crews wait on the pier.", "Source: Jonas Berg/dpa")


def test_a_photographer_may_have_a_day_and_an_agency() -> None:
    caption = (
        "The harbour office says that the storm of last autumn broke the old pier for good - Jonas Berg - 30.jun.25/Press Pool"
    )
    assert inside(caption).metadata.captions == (caption,)


def test_a_byline_with_an_agency_is_no_credit() -> None:
    byline = "By Mira Santoso (with AFP)"
    assert byline not in inside(byline).metadata.captions


def test_a_credit_in_french_needs_no_colon() -> None:
    assert inside("The crews in front of the pier, on Monday. Photo Jonas Berg").paragraphs == STORY


def test_a_rating_is_no_credit() -> None:
    rated = "Of its tea room guests say the best (4.9/5 stars)"
    assert rated in inside(rated).paragraphs


def test_the_third_item_with_a_letter_is_no_copyright() -> None:
    items = (
        "(a) Foot passengers: two crowns a crossing;",
        "(b) Cars and vans: nine crowns; and",
        "(c) Lorries: twenty crowns a crossing.",
    )
    assert inside("The fares, approved by the office, are as follows:", *items).paragraphs[3:6] == items


def test_a_story_goes_on_below_a_caption_and_an_advertisement() -> None:
    lines = (
        "離島航路的新渡輪三月開航",
        "2025-03-03 14:20",
        "港務局3日宣布,往返離島的新渡輪將於三月開航,每天行駛四班,取代已經使用三十年的舊船。",
        "「居民等這艘船等了十年。」港務局長說,新船可以載運三百名旅客和二十輛汽車。",
        "停在碼頭的舊渡輪。記者蔡承恩/攝影",
        "[廣告] 請繼續往下閱讀...",
        "島上商家盼旅客回流",
        "停航期間,碼頭邊的商家生意一落千丈。賣魚湯的老闆說,以前假日一天可以賣出二百碗,現在不到二十碗。",
        "舊船將在五月退役,港務局計畫把它改成水上圖書館,開放給附近的學生使用。",
        "熱門新聞",
    )
    assert CLEANER.clean("\n".join(lines), kind="text").paragraphs == (lines[2], lines[3], *lines[6:9])


@pytest.mark.parametrize(
    "teased",
    [
        ("Related:", "Squid boats stay in port as fuel costs rise", "Buoys log the warmest July since the war"),
        ("READ MORE", "-", "Squid boats stay in port as fuel costs rise", "-", "Buoys log the warmest July since the war"),
    ],
)
def test_a_subheading_below_two_teased_headlines_stays(teased: tuple[str, ...]) -> None:
    heading = "Who pays the stone"
    assert inside(*teased, heading).paragraphs == (*STORY[:2], heading, *STORY[2:])


def test_a_headline_below_a_label_goes() -> None:
    lines = (
        "Il vecchio molo di Mikasa sarà ricostruito in pietra",
        "4 marzo 2025",
        "Il molo di legno di Mikasa sarà ricostruito in pietra, ha detto lunedì l'ufficio del porto dopo anni di discussioni.",
        "Gli equipaggi lo chiedevano dalla tempesta dello scorso autunno, che ha strappato undici assi al molo.",
        "LEGGI ANCHE",
        "Caro gasolio, nelle isole una barca su cinque resta ferma in porto",
        "I lavori cominciano a maggio, e il traghetto attraccherà al mercato del pesce fino alla primavera seguente.",
        "«Lo aspettavamo dai tempi di mio padre», ha detto Petra Lindqvist, che vende biglietti sul molo da trent'anni.",
        "Il nuovo molo sarà largo nove metri e costerà due milioni di corone, la metà pagata dallo Stato.",
        "Più letti",
    )
    assert CLEANER.clean("\n".join(lines), kind="text").paragraphs == (lines[2], lines[3], *lines[6:9])


def test_a_press_release_ends_at_its_mark() -> None:
    lines = (
        "Old ferry pier of Mikasa is to be rebuilt in stone",
        "4 March 2025",
        *STORY,
        "– 30 –",
        "Office of the Minister of Ferries",
    )
    assert CLEANER.clean("\n".join(lines), kind="text").paragraphs == STORY


def test_items_below_an_announcement_stay_where_the_story_goes_on_below_them() -> None:
    items = ("• PIER B", "• C2", "• 14-16")
    assert inside("The office lists:", *items, "All others stay open, the office said.").paragraphs[3:6] == items


QUAKE = (
    "宮崎県で震度5弱　津波の心配なし",
    "2025年3月4日 21時37分",
    "気象庁によると、4日午後9時19分ごろ、日向灘を震源とする地震があり、宮崎県で震度5弱を観測した。",
    "この地震による津波の心配はない。各地の震度は次のとおり。",
)
READINGS = ("＜震度5弱＞", "宮崎県：三門町、浜尾市", "＜震度4＞", "大分県：佐賀見市、津保町、豊ノ浦市", "熊本県：水無瀬村")


def test_rows_that_a_japanese_line_announces_stay() -> None:
    assert CLEANER.clean("\n".join((*QUAKE, *READINGS, "関連ニュース")), kind="text").paragraphs == (*QUAKE[2:], *READINGS)


def test_other_lines_below_such_rows_go() -> None:
    below = ("有料会員：記事読み放題", "関連ニュース", "印刷する")
    page = (*QUAKE[:3], "この地震による津波の心配はない。", *below)
    assert CLEANER.clean("\n".join(page), kind="text").paragraphs == (QUAKE[2], page[3])


def test_a_heading_with_a_sign_of_its_own_stays() -> None:
    lines = (
        "旧校舎に海の学校　来春開設へ",
        "2025年3月4日 14時48分",
        "県と市は4日、閉校した水産高校の校舎を改修し、船員を育てる研修拠点を来春開設すると発表した。",
        "講師は近くの造船所から派遣される14人が務め、3年間で300人の修了を目指すという。",
        "◆廃校舎を改修",
        "高さ22メートルの訓練塔と、荒天時の乗り移りを再現する模擬プールを備える。総事業費は38億円。",
        "市は12月上旬にも市内3か所で住民説明会を開き、漁協とも話し合いを続けるとしている。",
        "アクセスランキング",
    )
    assert CLEANER.clean("\n".join(lines), kind="text").paragraphs == lines[2:-1]


def test_a_subheading_below_a_newsletter_box_stays() -> None:
    box = ("Newsletter", "The ferry letter: news of the islands in your inbox every Thursday", "Count me in")
    heading = "Ferry news"
    assert inside(*box, heading).paragraphs == (*STORY[:2], heading, *STORY[2:])


def test_a_short_sentence_of_the_story_does_not_end_it() -> None:
    story = (
        "Анна Верховцева, которая руководит библиотекой в Каменногорске, рассказала, что за год читатели взяли на 4 книг больше. "
        "Никто не пострадал, но вода успела залить подвалы 4 домов, прежде чем приехали насосы.",
        "Совет депутатов в Каменногорске проголосовал за ремонт школьной столовой, хотя денег на крышу пока не нашли.",
        "Никто не пострадал.",
        "Учёные насчитали на озере 10 гнёзд, что вдвое больше, чем в начале наблюдений. Для жителей это не стало неожиданностью, "
        "потому что о трещинах они писали ещё 11 лет назад.",
    )
    page = (*story, "Читайте также", "", "Паром вернулся на линию")
    assert CLEANER.clean("\n".join(page), kind="text").paragraphs == story


def test_the_name_of_a_section_in_a_table_makes_no_menu() -> None:
    """What another tool has extracted has no menu; that the scorer finds the rows unlikely is no reason to drop them."""
    rows = ("Sport", "Almvik", "18 Jun", "Vellin, the south pier", "Sport", "Mikasa", "22 Jun", "Holtsund, the old yard")
    text = "\n\n".join(("Four boats for the summer", *rows, "Each boat takes part in one race only.", "Crews row on their own."))
    assert {"Almvik", "Mikasa", "Vellin, the south pier", "Holtsund, the old yard"} <= {*CLEANER.clean(text).paragraphs}


@pytest.mark.parametrize("taken", ["11日、岩手県美笠市", "岩手県美笠市で2025年3月11日"])
def test_the_day_and_the_place_behind_a_japanese_line_make_it_a_caption(taken: str) -> None:
    story = (
        "港の事務所は11日、老朽化した木造の桟橋を石造りに建て替えると発表した。総事業費は四億円で、半分を県が負担する。",
        "昨年の秋の嵐で十一枚の板が流され、船は一週間にわたり欠航した。",
        "工事は五月に始まり、船は翌年の春まで魚市場の前に着くという。",
    )
    shown = f"石造りに建て替えられる桟橋＝{taken}"
    article = CLEANER.clean(
        "\n".join(("桟橋を石造りに建て替えへ", "2025年3月11日 14時48分", story[0], shown, *story[1:])), kind="text"
    )
    assert article.paragraphs == story
    assert [removal.rule for removal in article.removed if removal.text == shown] == ["photo_credits/day"]


def test_a_chinese_credit_may_have_its_day_behind_it() -> None:
    story = (
        "港務處3日表示，美笠的舊木碼頭將改建為石造碼頭，工程從5月開始。",
        "去年秋天的風暴沖走碼頭的11塊木板，渡輪因此停駛1週，居民只能繞道出入。",
        "渡輪到明年春天以前改停魚市場，港務處說，往返的班次維持不變。",
    )
    shown = "舊木碼頭將改建為石造碼頭。（港務處提供）中央社記者林書豪傳真 114年3月3日"
    page = ("美笠舊碼頭5月起改建", "2025/3/3 14:20", shown, *story, "熱門新聞")
    article = CLEANER.clean("\n".join(page), kind="text")
    assert article.paragraphs == story
    assert article.metadata.captions == (shown,)


def test_a_heading_of_teasers_may_be_the_label_of_one() -> None:
    article = inside("Related reading: Fish market of Mikasa gets a new roof")
    assert article.paragraphs == STORY
    assert "phrases/en/related-reading" in {removal.rule for removal in article.removed}


def test_a_short_headline_stands_with_the_list_that_no_blank_line_divides_it_from() -> None:
    assert inside("", "Also read:", "Fish market of Mikasa gets a new roof after years", "Who pays?", "").paragraphs == STORY


def test_who_stands_where_is_said_of_pictures() -> None:
    shown = "Petra Lindqvist (right) showing reporters the planks that the storm tore out of the pier last autumn."
    article = inside(shown)
    assert article.paragraphs == STORY
    assert [removal.rule for removal in article.removed if removal.text == shown] == ["photo_credits/side"]
    letter = "An (r) stands for a boat that is rowed across, the harbour office wrote below its list of boats."
    assert letter in inside(letter).paragraphs


def test_a_french_paper_names_for_whom_a_picture_was_taken() -> None:
    story = (
        "Le vieux quai de bois de Mikasa sera reconstruit en pierre, a annoncé lundi le bureau du port.",
        "Les équipages le demandaient depuis la tempête de l’automne, qui avait arraché onze planches et fermé le quai.",
        "Les travaux commencent en mai et le bac accostera devant la halle aux poissons jusqu’au printemps.",
    )
    shown = "Le quai de bois, à Mikasa, le 3 mars 2025. PETRA LINDQVIST POUR « LE COURRIER DU PORT »"
    page = ("Un quai de pierre pour Mikasa", "Publié le 4 mars 2025", *story[:2], shown, story[2], "Les plus lus")
    assert CLEANER.clean("\n".join(page), kind="text").paragraphs == story


def test_a_picture_may_be_a_courtesy_in_spanish() -> None:
    story = (
        "El viejo muelle de madera de Mikasa se reconstruirá en piedra, dijo el lunes la oficina del puerto.",
        "Las tripulaciones lo pedían desde la tormenta del otoño pasado, que arrancó once tablas y cerró el muelle una semana.",
        "Las obras empiezan en mayo y el barco atracará junto al mercado de pescado hasta la primavera siguiente.",
    )
    shown = "El muelle de madera de Mikasa visto desde el barco - Gentileza Oficina del Puerto"
    article = CLEANER.clean("\n".join(("Un muelle de piedra para Mikasa", "4 de marzo de 2025", shown, *story, "Lo más leído")))
    assert article.paragraphs == story
    assert article.metadata.captions == (shown,)


def test_a_heading_and_a_name_in_capitals_make_a_caption() -> None:
    shown = "COLD COMFORT Crews load ice into a boat at the wooden pier of Mikasa at dawn on Monday. —JONAS BERG"
    article = inside(shown)
    assert article.paragraphs == STORY
    assert [removal.rule for removal in article.removed if removal.text == shown] == ["photo_credits/headed"]


def test_read_more_heads_a_list_of_bullets() -> None:
    teased = ("-", "Lifeboat crew honoured for a rescue of eleven hours", "-", "Grant for empty island homes finds nine takers")
    article = inside("READ MORE", *teased)
    assert article.paragraphs == STORY
    assert "lists/en/read-more" in {removal.rule for removal in article.removed}


def test_what_stands_above_a_heading_makes_no_page_of_a_guide() -> None:
    guide = (
        "The current in a river harbour never stops, so a boat is turned into the stream before the first line goes ashore.",
        "Lines for a boat of six metres",
        "A bow line of eight metres",
        "A stern line of eight metres",
        "A spring of ten metres",
        "Throw the bow line to somebody on the quay and let the engine run slowly ahead until the boat lies still there.",
        "A word about knots",
        "A cleat hitch holds best on a pontoon",
        "A bowline is tied to rings in the wall",
        "A round turn takes the weight of the boat",
        "When both lines are fast, the engine is stopped and the fenders are hung where the boat touches the wall.",
    )
    above = ("What to take along", "Two fenders and a bucket", "How to moor a small boat in a river harbour")
    assert CLEANER.clean("\n".join(above + guide), kind="text").paragraphs == guide

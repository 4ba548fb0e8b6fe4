"""Which language a page is in, and which blocks are in another."""

from __future__ import annotations

import pytest
from strategies import ENGLISH, INDONESIAN, NEWSROOMS, SPANISH, Newsroom

from newsclean import Cleaner, Role
from newsclean.language import UNDETERMINED, Identifier, LangdetectDetector, script_of, vote
from newsclean.vocabulary import load

CLEANER = Cleaner()
MALAY = (
    "Majlis daerah itu memutuskan untuk membaiki pasar ikan kerana bumbungnya bocor sejak musim hujan tahun lalu.",
    "Menurut laporan berkenaan, paip air di kampung itu sudah berusia lebih 30 tahun dan perlu segera diganti.",
    "Beliau berkata, kira-kira 40 buah rumah ditenggelami air sebelum bomba tiba di lokasi kejadian pada awal pagi.",
    "Jadual baharu yang berkuat kuasa mulai bulan depan akan menambah 12 perkhidmatan kereta api setiap hari.",
    "Pada sebelah petang hujan berhenti dan kumpulan muzik yang dijemput membuat persembahan di padang berhampiran stesen.",
)
PORTUGUESE = (
    "A câmara municipal aprovou por 12 votos a favor e dois contra as obras do mercado, fechado desde o inverno passado.",
    "Segundo o relatório, as condutas têm mais de 30 anos e perdem quase um terço da água que transportam.",
    "A padaria abre às cinco da manhã e vende todos os dias cerca de 400 pães, a maioria a moradores do bairro.",
    "As obras vão custar 12 milhões de euros e devem terminar antes do verão, disse o vereador à rádio local.",
    "Ao fim da tarde parou de chover e a banda tocou na praça até a noite cair sobre o rio.",
)
SWAHILI = (
    "Baraza la mji lilipiga kura kuifungua maktaba wakati wote wa mvua ingawa paa lake bado linavuja maji kila siku.",
    "Kwa mujibu wa ripoti hiyo, mabomba ya maji yana umri wa zaidi ya miaka thelathini na yanapaswa kubadilishwa haraka.",
    "Hakuna aliyeumia, lakini maji yaliingia katika nyumba arobaini kabla ya pampu kufika katika eneo hilo usiku.",
    "Jioni mvua ilikatika, na bendi iliyoalikwa kwenye maonyesho ilicheza chini ya hema karibu na kituo cha treni.",
)
WELSH = (
    "Pleidleisiodd cyngor y dref dros gadw'r llyfrgell ar agor drwy'r gaeaf, er bod y to yn dal i ollwng dŵr.",
    "Yn ôl yr adroddiad mae'r pibellau dros ddeng mlynedd ar hugain oed ac mae angen eu newid cyn bo hir.",
    "Ni chafodd neb ei anafu, ond cyrhaeddodd y dŵr ddeugain o dai cyn i'r pympiau ddod o'r diwedd.",
)
GEORGIAN = (
    "საბჭომ გადაწყვიტა, რომ ბიბლიოთეკა მთელი ზამთრის განმავლობაში ღია დარჩეს, თუმცა სახურავიდან წყალი ჩამოდის.",
    "ანგარიშის თანახმად, წყლის მილები ოცდაათ წელზე მეტი ხნისაა და ისინი მალე უნდა შეიცვალოს.",
    "არავინ დაშავებულა, მაგრამ წყალმა ორმოც სახლამდე მიაღწია, სანამ ტუმბოები ადგილზე მივიდოდა.",
)
TAMIL = (
    "கூரையில் இன்னும் நீர் கசிந்தாலும் குளிர்காலம் முழுவதும் நூலகத்தைத் திறந்து வைக்க நகர மன்றம் முடிவு செய்தது.",
    "அறிக்கையின்படி நீர்க் குழாய்கள் முப்பது ஆண்டுகளுக்கும் மேலானவை, அவற்றை விரைவில் மாற்ற வேண்டும்.",
    "யாருக்கும் காயம் இல்லை, ஆனால் இயந்திரங்கள் வருவதற்குள் நாற்பது வீடுகளில் நீர் புகுந்தது.",
)


def story_of(room: Newsroom, count: int = 6) -> tuple[str, ...]:
    """Sentences of a language, one a paragraph."""
    return tuple(sentence.format(name=room.names[0], place=room.places[0], n=12) for sentence in room.sentences[:count])


@pytest.mark.parametrize("text", [sentence for room in NEWSROOMS for sentence in story_of(room, 2)])
def test_the_detector_repeats_itself(text: str) -> None:
    first = LangdetectDetector().detect(text)
    assert all(LangdetectDetector().detect(text) == first for _ in range(5))
    assert first.language != UNDETERMINED and 0.5 < first.probability <= 1.0


def test_the_detector_is_apart_from_the_global_state_of_langdetect() -> None:
    from langdetect import DetectorFactory

    text = story_of(INDONESIAN)[0]
    first = LangdetectDetector().detect(text)
    seed = DetectorFactory.seed
    try:
        DetectorFactory.seed = 99
        assert LangdetectDetector().detect(text) == first
    finally:
        DetectorFactory.seed = seed


@pytest.mark.parametrize(
    "text", ["", " ", "12:30 – 14:00", "• • •", "…", "2 0 0", "🚢🚢🚢", "\u200f" * 40, "()", "@#%", "a" + "\u200f" * 200, "at"]
)
def test_text_without_words_has_no_language_or_raises_nothing(text: str) -> None:
    guess = LangdetectDetector().detect(text)
    if not any(map(str.isalpha, text)):
        assert guess.language == UNDETERMINED and guess.probability == 0.0
    assert 0.0 <= guess.probability <= 1.0


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Ships sailed", "Latn"), ("Суда вышли", "Cyrl"), ("السفن أبحرت", "Arab"), ("船が出た", "Jpan"), ("船只出港", "Hani"),
        ("배가 떠났다", "Hang"), ("เรือออกจากท่า", "Thai"), ("ספינות הפליגו", "Hebr"), ("जहाज़ रवाना", "Deva"),
        ("12:30", None), ("", None),
    ],
)  # fmt: skip
def test_scripts(text: str, script: str | None) -> None:
    assert script_of(text) == script


@pytest.mark.parametrize("room", NEWSROOMS, ids=lambda room: room.language)
def test_the_language_of_a_page(room: Newsroom) -> None:
    assert CLEANER.clean("\n\n".join(story_of(room))).metadata.language == room.language


@pytest.mark.parametrize(("story", "language"), [(MALAY, "ms"), (PORTUGUESE, "pt")])
def test_the_language_of_a_page_close_to_another(story: tuple[str, ...], language: str) -> None:
    article = CLEANER.clean("\n\n".join(story))
    assert article.metadata.language == language
    assert article.paragraphs == story


def test_a_text_of_few_small_words_is_what_they_say_where_the_detector_hears_a_close_language() -> None:
    text = (
        "Kerajaan negeri lulus peruntukan lima juta ringgit membaiki jeti lama kampung nelayan. "
        "Kerja pembinaan mula bulan hadapan manakala perkhidmatan feri kekal seperti biasa."
    )
    assert LangdetectDetector().detect(text).language == "id"
    assert Identifier(load(), LangdetectDetector()).page([text]) == "ms"


def test_where_the_words_of_two_languages_say_the_same_the_detector_decides() -> None:
    text = (
        "Паром вошёл в порт Вельска утром четверга, сообщила пресс-служба порта. "
        "Пассажиры провели на борту сутки: шторм начался вечером в среду, "
        "волны заливали палубы, экипаж ждал разрешения диспетчера."
    )
    votes = vote(text, load())
    assert votes.of("ru") == votes.of("uk") > 0.0
    assert Identifier(load(), LangdetectDetector()).page([text]) == "ru"


def test_a_row_of_a_table_is_in_no_other_language() -> None:
    row = "\t".join(
        ("Rest", "6 km", "9 km (m)", "Rest", "6-7 km (m)", "Rest", "16-19 km (s)", "km (s)", "Rest", "6 km (m)", "9 km")
    )
    assert LangdetectDetector().detect(row).language not in ("en", UNDETERMINED)
    article = CLEANER.clean("\n".join((*story_of(ENGLISH), row, *story_of(ENGLISH, 8)[6:])))
    assert all(removal.role is not Role.FOREIGN for removal in article.removed)


@pytest.mark.parametrize(
    "line",
    [
        "Rest, row 6 miles (s), row 9 miles (s), rest, row 6-7 miles (s)",
        "U.S. port fees: U.S. tonnage, U.S. pilots",
        "Fjordline Pro 5S – Best ferry seat overall: Pro cushion",
        "mooring_cost = 0.01 (default) tug_cost = 0.025 (default) pilotage_cost = 0.005 (default) berth_cost = 1",
        "Rental gear (bicycle gear, canoe covers, cushion equipment, trailer equipment)",
    ],
    ids=["units", "initials", "name", "program", "list"],
)
def test_what_is_no_running_text_is_in_no_other_language(line: str) -> None:
    """Each was taken for Slovak, Czech, Romanian or Catalan: by single letters, one word said twice, or the detector alone."""
    story = story_of(ENGLISH, 8)
    article = CLEANER.clean("\n\n".join((*story[:4], line, *story[4:])))
    assert article.paragraphs == (*story[:4], line, *story[4:])


@pytest.mark.parametrize("language", [entry.language for entry in load().languages])
def test_function_words_alone_name_their_language_or_nothing(language: str) -> None:
    entry = load().by_code(language)
    assert entry is not None
    words = " ".join(entry.function_words)
    if words:
        assert Identifier(load(), LangdetectDetector()).page([words] * 3) in (language, UNDETERMINED, *entry.close_to)


@pytest.mark.parametrize("story", [SWAHILI, WELSH, GEORGIAN, TAMIL], ids=["sw", "cy", "ka", "ta"])
def test_nothing_is_removed_in_a_language_that_the_vocabulary_lacks(story: tuple[str, ...]) -> None:
    article = CLEANER.clean("\n\n".join(story))
    assert article.paragraphs == story
    assert article.metadata.language == UNDETERMINED


@pytest.mark.parametrize(("gap", "around"), [("\n", 1), ("\n\n", 2)])
def test_indonesian_sentences_around_an_english_story(gap: str, around: int) -> None:
    widget = (
        "Dapatkan kabar terbaru dari kami setiap pagi langsung di ponsel Anda dengan aplikasi yang bisa diunduh secara gratis.",
    )
    story = story_of(ENGLISH, 8)
    article = CLEANER.clean(gap.join((*widget[:around], *story[:4], *story_of(INDONESIAN, 1), *story[4:], *widget)))
    assert article.metadata.language == "en"
    assert article.paragraphs == story
    assert {fate.text for fate in article.removed} == {*widget, *story_of(INDONESIAN, 1)}


def test_english_sentences_in_a_malay_story() -> None:
    foreign = (
        "Readers who would like to know more about this story can write to us and we will get back to them within the day.",
    )
    article = CLEANER.clean("\n\n".join((*MALAY[:3], *foreign, *MALAY[3:])))
    assert article.paragraphs == MALAY
    assert [(fate.text, fate.role) for fate in article.removed] == [(foreign[0], Role.FOREIGN)]
    assert article.removed[0].evidence


def test_spanish_sentences_in_a_portuguese_story() -> None:
    foreign = story_of(SPANISH, 4)[3]
    article = CLEANER.clean("\n\n".join((*PORTUGUESE[:3], foreign, *PORTUGUESE[3:])))
    assert article.paragraphs == PORTUGUESE
    assert [(fate.text, fate.role) for fate in article.removed] == [(foreign, Role.FOREIGN)]


def test_a_language_that_only_the_detector_knows_in_an_english_story() -> None:
    story = story_of(ENGLISH, 6)
    article = CLEANER.clean("\n\n".join((*story[:3], SWAHILI[1], *story[3:])))
    assert article.paragraphs == story
    assert [(fate.text, fate.role) for fate in article.removed] == [(SWAHILI[1], Role.FOREIGN)]
    assert "detected as sw" in article.removed[0].evidence


def test_another_script_in_a_story() -> None:
    story = story_of(ENGLISH, 6)
    foreign = "研究者たちは湖で十二個の巣を数え、調査を始めたころの二倍になったことを確かめたと報告している。"
    article = CLEANER.clean("\n\n".join((*story[:3], foreign, *story[3:])))
    assert article.paragraphs == story
    assert [(fate.text, fate.role) for fate in article.removed] == [(foreign, Role.FOREIGN)]


@pytest.mark.parametrize("story", [SWAHILI, WELSH, GEORGIAN, TAMIL], ids=["sw", "cy", "ka", "ta"])
def test_another_script_in_a_language_that_the_vocabulary_lacks(story: tuple[str, ...]) -> None:
    foreign = "研究者たちは湖で十二個の巣を数え、調査を始めたころの二倍になったことを確かめたと報告している。"
    article = CLEANER.clean("\n\n".join((*story[:2], foreign, *story[2:])))
    assert article.paragraphs == story
    assert [(fate.text, fate.rule) for fate in article.removed] == [(foreign, "foreign/script")]


def test_a_sentence_that_shares_some_function_words_with_the_story() -> None:
    story = story_of(ENGLISH, 6)
    foreign = "For at komme frem i tide tog Ditte i den gamle bus til Almvik, hvor hun har en butik med brugte cykler og mere."
    article = CLEANER.clean("\n\n".join((*story[:3], foreign, *story[3:])))
    assert article.paragraphs == story
    assert [(fate.text, fate.rule) for fate in article.removed] == [(foreign, "foreign/language")]


@pytest.mark.parametrize(
    "quotation",
    [
        "“Schade”, she said.",
        "He called it “la dolce vita” and went home to his garden in the hills.",
        "The play, Wer hat Angst vor dem Winter, opens in Almvik on Friday with a cast of twelve amateurs from the mill.",
        "Tove Lindgren, Åsa Öberg, Jürgen Groß, François Lefèvre, José Ibáñez",
        "Saint-Aubrin 3-1 Montrevel, Grünau 0-0 Wesendorf",
    ],
)
def test_foreign_words_and_names_stay(quotation: str) -> None:
    story = story_of(ENGLISH, 6)
    whole = (*story[:3], quotation, *story[3:])
    assert CLEANER.clean("\n\n".join(whole)).paragraphs == whole

"""Pages with known answers, and text with none: what the property tests draw from. Every name and event is invented."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

from hypothesis import strategies as st

from newsclean import Claim, Cleaner, Document, Role
from newsclean.vocabulary import load


@dataclass(frozen=True)
class Newsroom:
    """How one language writes: sentences with the slots ``{name}``, ``{place}`` and ``{n}``, headlines of other stories, and
    the short paragraphs (quotes, questions, subheadings, list items) that stand between long ones."""

    language: str
    names: tuple[str, ...]
    places: tuple[str, ...]
    sentences: tuple[str, ...]
    teasers: tuple[str, ...]
    asides: tuple[str, ...]
    glue: str = " "


@dataclass(frozen=True)
class Story:
    """The paragraphs of one clean article."""

    language: str
    paragraphs: tuple[str, ...]

    @property
    def source(self) -> str:
        """The article as plain text."""
        return "\n\n".join(self.paragraphs)


@dataclass(frozen=True)
class Widget:
    """Lines that a site prints around an article, all from one phrase of the vocabulary."""

    rule: str
    role: Role
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Page:
    """A page and the paragraphs that are its right body."""

    source: str
    body: tuple[str, ...]
    title: str


ENGLISH = Newsroom(
    "en",
    ("Tove Lindgren", "Owen Hale", "Mira Santoso", "Ruth Adeyemi", "Callum Brecht"),
    ("Almvik", "Port Carrow", "Eastmere", "Northwold", "Sandhaven"),
    (
        "{name}, who runs the ferry office in {place}, said that {n} passengers had been told to wait for the next boat.",
        "“We have waited {n} years for this bridge, and we can wait a little longer,” said {name}, a retired welder.",
        "The council of {place} voted by {n} to 3 to keep the library open through the winter, although its roof still leaks.",
        "Engineers found {n} cracks in the old pier, and the harbour master closed it to lorries until the steel is replaced.",
        "The school kitchen in {place} now buys its vegetables from {n} growers who live less than an hour away.",
        "Nobody was hurt, but the water reached the cellars of {n} houses before the pumps arrived.",
        "According to the report, the mill has lost money every year since it was sold, and most of that loss went on heating.",
        "{name} told the hearing that she had written to the company {n} times and had never been given an answer.",
        "The orchard was planted by her grandfather, who came to {place} with a cart, two goats and {n} young trees.",
        "A spokesman for the water board said the repairs would cost about {n} million and would be finished before the autumn.",
        "In the afternoon the rain stopped, and the band that had been hired for the fair played under a tent near the station.",
        "That is less than the town spends on salt for its roads, {name} pointed out, and nobody calls the salt a luxury.",
        "The new timetable, which takes effect in May, adds {n} trains a day between {place} and the coast.",
        "Researchers who counted the seals this spring saw {n} of them, more than in any year since the lighthouse was built.",
        "She has since moved to {place}, where she repairs clocks and teaches {n} apprentices how to cut a gear by hand.",
        "The judges praised the bakers for their rye loaf, which takes {n} hours to rise and contains no yeast at all.",
    ),
    (
        "Bus drivers accept new rota", "Why the old mill still turns", "Three walks along the northern shore",
        "Fire crew saves a cat and a cello", "Market hall to close for repairs", "How one street beat the flood",
    ),
    (
        "Nobody was hurt.", "“It was cold,” she said.", "Not everyone agrees.", "What happens next?", "“Why now?” asked Hale.",
        "The library has other plans", "Tickets cost 12 pounds.", "- Two cups of rye flour", "1. Fill the bath",
        "10 a.m.: The pumps arrive.", "Harbour Rovers 3-1 Mill Town",
    ),
)  # fmt: skip
GERMAN = Newsroom(
    "de",
    ("Anke Wedemann", "Jost Frielinghaus", "Petra Nolde", "Emre Aksoy"),
    ("Grünau", "Wesendorf", "Altheim", "Kaltenbrück"),
    (
        "{name} leitet das Stadtarchiv von {place} und hat in den vergangenen {n} Jahren mehr als tausend Briefe geordnet.",
        "„Wir haben den Antrag schon im März gestellt, aber bis heute hat niemand geantwortet“, sagte {name} nach der Sitzung.",
        "Der Gemeinderat von {place} stimmte mit {n} zu 4 Stimmen für die neue Brücke, die seit dem Hochwasser gesperrt ist.",
        "Nach Angaben der Polizei wurde niemand verletzt, doch die Straße blieb bis zum frühen Morgen gesperrt.",
        "Die Bäckerei beschäftigt {n} Menschen und will im Herbst eine zweite Filiale am Bahnhof eröffnen.",
        "Das Gutachten kommt zu dem Schluss, dass die alten Rohre noch etwa {n} Jahre halten und dann ersetzt werden müssen.",
        "Wer in {place} mit dem Zug fährt, muss sich ab Sonntag auf längere Wartezeiten einstellen, weil Weichen fehlen.",
        "Für {name} ist das keine Überraschung, denn sie hatte schon vor {n} Jahren vor den Folgen gewarnt.",
        "Die Kosten werden auf {n} Millionen Euro geschätzt, von denen das Land etwa die Hälfte übernehmen soll.",
        "Am Abend spielte die Kapelle auf dem Markt, und viele Besucher blieben trotz des Regens bis zum Schluss.",
        "Im Museum sind nun {n} Uhren zu sehen, die ein Lehrer aus {place} sein Leben lang gesammelt hat.",
        "Ob der Wald sich erholt, hängt nach Ansicht der Försterin davon ab, wie trocken die nächsten Sommer werden.",
    ),
    ("Neue Fähre für die Insel", "Warum der Turm schief steht", "Stadtlauf mit Rekord", "Was der Winter für Gärten bedeutet"),
    (
        "Verletzt wurde niemand.", "„Es war kalt“, sagte sie.", "Was passiert jetzt?", "Eine zweite Meinung",
        "Die Abstimmung war knapp.",
    ),
)  # fmt: skip
SPANISH = Newsroom(
    "es",
    ("Lucía Bermejo", "Tomás Arriaga", "Inés Quiroga", "Álvaro Montiel"),
    ("Villaseca", "Puerto Hondo", "Almenar", "Río Claro"),
    (
        "{name}, que dirige la biblioteca de {place}, explicó que este año se han prestado {n} libros más que el anterior.",
        "«Llevamos {n} años pidiendo una ambulancia y nadie nos ha dado una respuesta», lamentó {name} durante la asamblea.",
        "El ayuntamiento de {place} aprobó por {n} votos a favor y dos en contra la reforma del mercado de abastos.",
        "Según el informe, las tuberías tienen más de {n} años y pierden casi un tercio del agua que transportan.",
        "La panadería abre a las cinco de la mañana y vende cada día unas {n} barras, la mayoría a vecinos del barrio.",
        "Los bomberos tardaron {n} minutos en llegar, pero el fuego ya había alcanzado el tejado de la nave.",
        "En el puerto de {place} esperan ahora que los nuevos barcos permitan recuperar la ruta que se cerró hace una década.",
        "Las obras costarán {n} millones de euros y terminarán antes del verano, según dijo el consejero en la radio.",
        "La profesora recordó que en su escuela hay {n} alumnos y una sola sala con calefacción durante el invierno.",
        "Por la tarde dejó de llover y la banda tocó en la plaza hasta que se hizo de noche.",
        "{name} aprendió el oficio con su abuela y hoy enseña a {n} jóvenes a tejer redes como se hacía antes.",
        "Los investigadores contaron {n} nidos en la laguna, el doble de los que había cuando empezó el estudio.",
    ),
    ("El tren vuelve al valle", "Cómo ahorrar agua en casa", "Tres recetas con castañas", "Un faro que busca dueño"),
    (
        "Nadie resultó herido.", "—Hacía frío —recordó ella.", "¿Quién lo paga?", "Una segunda opinión",
    ),
)  # fmt: skip
FRENCH = Newsroom(
    "fr",
    ("Maëlle Corbin", "Yannick Thévenot", "Odile Sarrazin", "Karim Belloul"),
    ("Saint-Aubrin", "Montrevel", "Port-Landry", "Vauxelles"),
    (
        "{name}, qui dirige la caserne de {place}, a expliqué que {n} pompiers avaient été appelés pendant la nuit.",
        "« Nous attendons ce pont depuis {n} ans et personne ne nous a répondu », regrette {name}, qui habite de l’autre côté.",
        "Le conseil municipal de {place} a voté par {n} voix contre 5 la rénovation de la halle, fermée depuis l’hiver dernier.",
        "D’après le rapport, les canalisations ont plus de {n} ans et perdent près d’un tiers de l’eau qu’elles transportent.",
        "La boulangerie emploie {n} personnes et compte ouvrir une seconde boutique près de la gare avant la fin de l’année.",
        "Les travaux coûteront {n} millions d’euros, dont la moitié sera payée par la région et le reste par la commune.",
        "Dans l’après-midi, la pluie a cessé et l’orchestre a joué sous les arbres jusqu’à la tombée de la nuit.",
        "Pour {name}, ce n’est pas une surprise, car elle avait alerté les élus il y a déjà {n} ans.",
        "Les chercheurs ont compté {n} nids sur la falaise, soit deux fois plus que lors de la première étude.",
        "À {place}, les élèves mangent désormais des légumes cultivés à moins d’une heure de leur école.",
        "Le musée expose {n} horloges qu’un instituteur du village a réparées pendant toute sa vie.",
        "Les voyageurs devront patienter plus longtemps à partir de dimanche, parce que les aiguillages vont être remplacés.",
    ),
    ("Le bac reprend du service", "Comment le moulin a survécu", "Trois idées de balade en forêt", "Une rue contre la crue"),
    (
        "Personne n’a été blessé.", "— Il faisait froid, dit-elle.", "Qui va payer ?", "Un autre avis",
    ),
)  # fmt: skip
INDONESIAN = Newsroom(
    "id",
    ("Sari Wulandari", "Bagus Pramono", "Dewi Kartika", "Rangga Saputra"),
    ("Tanjung Lestari", "Sukamaju", "Kampung Laut", "Cibening"),
    (
        "{name}, yang mengelola perpustakaan di {place}, mengatakan bahwa {n} buku baru telah dibeli dengan dana desa.",
        "“Kami sudah menunggu jembatan ini selama {n} tahun dan belum ada jawaban dari pemerintah,” kata {name} di balai desa.",
        "Dewan {place} memutuskan untuk memperbaiki pasar ikan karena atapnya bocor sejak musim hujan tahun lalu.",
        "Menurut laporan itu, pipa air sudah berumur lebih dari {n} tahun dan harus segera diganti dengan yang baru.",
        "Para petani di {place} kini menjual sayuran langsung ke {n} sekolah yang berada tidak jauh dari kebun mereka.",
        "Tidak ada korban dalam kejadian tersebut, tetapi {n} rumah terendam sebelum pompa air tiba di lokasi.",
        "Biaya pembangunan dermaga itu diperkirakan mencapai {n} miliar rupiah dan akan selesai sebelum akhir tahun.",
        "Pada sore hari hujan berhenti, dan kelompok musik yang diundang tampil di lapangan dekat stasiun.",
        "{name} belajar membuat perahu dari kakeknya dan sekarang mengajar {n} anak muda yang ingin meneruskan pekerjaan itu.",
        "Para peneliti menghitung {n} sarang burung di rawa itu, dua kali lebih banyak daripada ketika penelitian dimulai.",
        "Jadwal baru yang berlaku mulai bulan depan akan menambah {n} kereta setiap hari antara {place} dan kota pelabuhan.",
        "Sekolah itu hanya memiliki satu ruang laboratorium yang dipakai bersama oleh {n} siswa dari tiga desa.",
    ),
    ("Harga cabai turun lagi", "Cara menanam tomat di pot", "Kapal baru untuk nelayan", "Warga gotong royong bersihkan sungai"),
    (
        "Tidak ada korban.", "“Airnya dingin,” katanya.", "Lalu siapa yang membayar?", "Pendapat lain",
    ),
)  # fmt: skip
RUSSIAN = Newsroom(
    "ru",
    ("Анна Верховцева", "Игорь Лопатин", "Марина Сёмина", "Олег Дубравин"),
    ("Каменногорске", "Заречном", "Сосновке", "Белой Гавани"),
    (
        "{name}, которая руководит библиотекой в {place}, рассказала, что за год читатели взяли на {n} книг больше.",
        "«Мы ждали этот мост {n} лет и можем подождать ещё немного», — сказал на собрании бывший сварщик завода.",
        "Совет депутатов в {place} проголосовал за ремонт школьной столовой, хотя денег на крышу пока не нашли.",
        "По данным отчёта, трубам уже больше {n} лет, и они теряют почти треть воды, которую по ним подают.",
        "Никто не пострадал, но вода успела залить подвалы {n} домов, прежде чем приехали насосы.",
        "Пекарня открывается в пять утра и продаёт около {n} буханок в день, в основном жителям соседних улиц.",
        "Работы обойдутся в {n} миллионов рублей и должны закончиться до осени, сообщили в мэрии.",
        "После обеда дождь прекратился, и оркестр, который пригласили на ярмарку, играл под навесом у вокзала.",
        "Новое расписание добавит {n} поездов в день, однако билеты на них начнут продавать только в мае.",
        "Учёные насчитали на озере {n} гнёзд, что вдвое больше, чем в начале наблюдений.",
        "В музее теперь выставлены {n} часов, которые всю жизнь собирал и чинил учитель из соседней деревни.",
        "Для жителей это не стало неожиданностью, потому что о трещинах они писали ещё {n} лет назад.",
    ),
    ("Паром вернулся на линию", "Как старая мельница пережила зиму", "Рынок закроют на ремонт", "Три прогулки вдоль берега"),
    (
        "Никто не пострадал.", "— Было холодно, — сказала она.", "Кто за это заплатит?", "Другое мнение",
    ),
)  # fmt: skip
JAPANESE = Newsroom(
    "ja",
    ("高瀬美和", "三沢拓真", "白石梢", "御子柴仁"),
    ("霧浜市", "東野町", "潮見村", "北沢市"),
    (
        "{place}で図書館を運営する{name}さんは、今年は昨年より{n}冊多く本が貸し出されたと話した。",
        "「この橋を{n}年も待ったのだから、もう少し待つことはできる」と、引退した溶接工の{name}さんは語った。",
        "{place}の議会は、雨漏りが続く市場の屋根を直すため、{n}億円の予算を認めた。",
        "報告書によると、水道管は敷設から{n}年以上がたち、運ぶ水の三分の一近くを失っているという。",
        "けが人はいなかったが、ポンプが届くまでに{n}軒の家の地下に水が入った。",
        "パン屋は朝五時に開き、近所の人たちに一日およそ{n}本のパンを売っている。",
        "工事は秋までに終わる予定で、費用の半分は県が負担すると担当者は説明した。",
        "午後になって雨がやみ、祭りに招かれた楽団が駅前の広場で日が暮れるまで演奏した。",
        "新しい時刻表では、{place}と海岸を結ぶ列車が一日に{n}本増えることになる。",
        "研究者たちは湖で{n}個の巣を数え、調査を始めたころの二倍になったことを確かめた。",
        "博物館には、村の教師が生涯をかけて修理した{n}台の時計が並べられている。",
        "学校の給食では、車で一時間もかからない畑で育った野菜が使われるようになった。",
    ),
    ("古い水車はなぜ回り続けるのか", "市場が改修のため休業へ", "島へ渡る新しい船", "雪の日の駅で起きたこと"),
    (
        "けが人はなかった。", "「寒かった」と彼女は話した。", "誰が払うのか。", "もう一つの意見",
    ),
    glue="",
)  # fmt: skip
ARABIC = Newsroom(
    "ar",
    ("سلمى الحداد", "كريم الزيات", "نورة الشامي", "ياسر العطار"),
    ("مدينة الرملة الجديدة", "بلدة وادي الزيتون", "قرية عين الصفا"),
    (
        "قالت {name} التي تدير المكتبة في {place} إن عدد الكتب المعارة هذا العام زاد بمقدار {n} كتابا على العام الماضي.",
        "وافق المجلس في {place} على إصلاح سقف السوق القديم بعد أن تسربت إليه مياه الأمطار طوال الشتاء.",
        "وبحسب التقرير فإن عمر الأنابيب يزيد على {n} عاما وهي تفقد نحو ثلث المياه التي تنقلها كل يوم.",
        "ولم يصب أحد بأذى لكن المياه وصلت إلى {n} منزلا قبل أن تصل المضخات إلى المكان.",
        "وأضافت أن تكلفة الأعمال تبلغ نحو {n} مليونا وأنها ستنتهي قبل حلول فصل الخريف.",
        "ويعمل في المخبز {n} شخصا يبدأون عملهم في الخامسة صباحا ويبيعون الخبز لسكان الحي.",
        "وفي المساء توقف المطر وعزفت الفرقة التي دعيت إلى المهرجان في الساحة القريبة من المحطة.",
        "وقال {name} إنه تعلم صناعة القوارب من جده وإنه يدرب اليوم {n} شابا يريدون مواصلة هذا العمل.",
        "وأحصى الباحثون {n} عشا في البحيرة وهو ضعف العدد الذي سجل عندما بدأت الدراسة.",
        "ويضيف الجدول الجديد {n} قطارات في اليوم بين {place} والساحل ابتداء من الشهر المقبل.",
    ),
    ("العبارة تعود إلى العمل", "كيف نجت الطاحونة القديمة", "إغلاق السوق للصيانة"),
    (
        "لم يصب أحد بأذى.",
        "فمن يدفع الثمن؟",
        "رأي آخر",
    ),
)
NEWSROOMS = (ENGLISH, GERMAN, SPANISH, FRENCH, INDONESIAN, RUSSIAN, JAPANESE, ARABIC)


def newsrooms() -> st.SearchStrategy[Newsroom]:
    """One language's newsroom; English is the simplest."""
    return st.sampled_from(NEWSROOMS)


@st.composite
def stories(draw: st.DrawFn, newsroom: Newsroom | None = None, *, least: int = 2, most: int = 6, edges: int = 1) -> Story:
    """A clean article of ``least`` to ``most`` paragraphs of one or two sentences, no sentence twice, with asides between.

    ``edges`` is how many sentences the first and the last paragraph have at least.
    """
    room = draw(newsrooms()) if newsroom is None else newsroom
    count = draw(st.integers(least, most))
    order = draw(st.permutations(range(len(room.sentences))))
    sentences = iter([draw(_filled(room, number)) for number in order])
    lengths = [draw(st.integers(1, len(order) // most)) for _ in range(count)]
    lengths[0], lengths[-1] = max(lengths[0], edges), max(lengths[-1], edges)
    paragraphs = [room.glue.join([next(sentences) for _ in range(length)]) for length in lengths]
    for aside in draw(st.lists(st.sampled_from(room.asides), max_size=2, unique=True)):
        paragraphs.insert(draw(st.integers(1, len(paragraphs) - 1)), aside)
    return Story(room.language, tuple(paragraphs))


@st.composite
def _filled(draw: st.DrawFn, room: Newsroom, number: int) -> str:
    name, place = draw(st.sampled_from(room.names)), draw(st.sampled_from(room.places))
    return room.sentences[number].format(name=name, place=place, n=draw(st.integers(4, 96)))


FURNITURE = frozenset(
    {Role.NAVIGATION, Role.TEASER, Role.PROMO, Role.SHARE, Role.COMMENT, Role.COUNTER, Role.LEGAL},
)
"""Roles of phrases that are never part of an article, wherever they stand."""


@cache
def lone_lines() -> tuple[Widget, ...]:
    """Every line that the vocabulary promises to remove, one widget each."""
    return tuple(
        Widget(phrase.rule, Role(phrase.role), (line,))
        for language in load().languages
        for phrase in language.phrases
        if phrase.role in FURNITURE
        for line in phrase.removes
    )


@cache
def list_headings() -> tuple[Widget, ...]:
    """Those of them that head a list of teasers."""
    vocabulary = load()
    matched = ((widget, vocabulary.match(widget.lines[0])) for widget in lone_lines())
    return tuple(widget for widget, phrase in matched if phrase and phrase.scope == "list" and phrase.role == Role.TEASER)


_MARKS: tuple[Callable[[int, str], tuple[str, ...]], ...] = (
    lambda number, item: (item,),
    lambda number, item: (f"• {item}",),
    lambda number, item: (f"- {item}",),
    lambda number, item: (f"{number}. {item}",),
    lambda number, item: (f"{item}...",),
    lambda number, item: (f"{number}", item),
)
"""How sites print the items of a list: bare, bulleted, numbered, cut with an ellipsis, under a number of their own."""


@st.composite
def lists(draw: st.DrawFn, newsroom: Newsroom | None = None) -> Widget:
    """A list heading of any language with items in the article's language."""
    room = draw(newsrooms()) if newsroom is None else newsroom
    heading, mark = draw(st.sampled_from(list_headings())), draw(st.sampled_from(_MARKS))
    items = draw(st.lists(st.sampled_from(room.teasers), min_size=1, max_size=5, unique=True))
    lines = tuple(line for number, item in enumerate(items, 1) for line in mark(number, item))
    return Widget(heading.rule, heading.role, heading.lines + lines)


def widgets(newsroom: Newsroom | None = None) -> st.SearchStrategy[Widget]:
    """A line that stands alone, or a list."""
    return st.one_of(st.sampled_from(lone_lines()), lists(newsroom))


@cache
def _between() -> tuple[Widget, ...]:
    """Lines that may interrupt a story: a heading there would make a list item that belongs to the story its own."""
    heads = frozenset(list_headings())
    return tuple(widget for widget in lone_lines() if widget not in heads)


_MENU = ("Skip to content", "Home", "World", "Politics", "Business", "Sport", "Search")
_BYLINES = ("By Ida Moreau", "By Ida Moreau and Karel Voss", "Ida Moreau")
_DATES = (
    "12 March 2024",
    "Published: 3 May 2023, 08:15",
    "Updated 7 October 2024 at 5:32 p.m.",
    "2024-03-12 09:30",
    "4 hours ago",
)
_HEADLINES = (
    "Ferry passengers of {place} told to wait for the next boat",
    "Council of {place} keeps library open through winter",
    "{place} school kitchen buys vegetables from growers nearby",
)
_CAPTIONS = (
    "A file photo shows the pier at {place}. Photo: Harbour Pictures",
    "The harbour of {place}, pictured last spring (Photo: Ida Moreau)",
)
_TAGS = ("Tags: Harbour, Ferries, {place}", "Topics: Libraries, Winter, {place} Council")
_FOOTER = ("Most read", "Follow us", "Facebook", "Privacy Policy", "© 2024 Harbour Times Ltd. All rights reserved.")


@st.composite
def pages(draw: st.DrawFn) -> Page:
    """A full English page: menu, headline, byline, date, caption, story with lines between paragraphs, tags, list, footer."""
    story = draw(stories(ENGLISH, least=4, edges=2))
    place = draw(st.sampled_from(ENGLISH.places))
    title = draw(st.sampled_from(_HEADLINES)).format(place=place)
    byline = draw(st.sampled_from(_BYLINES))
    above = [title, byline, draw(st.sampled_from(_DATES))]
    if draw(st.booleans()):
        above.append(draw(st.sampled_from(_CAPTIONS)).format(place=place))
    if draw(st.booleans()):
        above = [*_MENU, *above]
    body = list(story.paragraphs)
    if draw(st.booleans()):
        body[0] = f"{place.upper()} – {body[0]}"
    between = draw(st.lists(st.sampled_from(_between()), max_size=len(body) - 1))
    inside = list(body)
    for place_in_body, widget in reversed(list(enumerate(between, 1))):
        inside[place_in_body:place_in_body] = widget.lines
    below = [draw(st.sampled_from(_TAGS)).format(place=place), *draw(lists(ENGLISH)).lines, *_FOOTER]
    gap = draw(st.sampled_from(("\n", "\n\n")))
    return Page(gap.join([*above, *inside, *below]), tuple(body), title)


_FLAGSHIPS = tuple(sentence.format(name="Ida Moreau", place="Almvik", n=12) for room in NEWSROOMS for sentence in room.sentences)


_ODDITIES: tuple[Callable[[str], str], ...] = (
    *(str, str, str, str.upper),
    lambda line: line.replace(" ", "  "),
    lambda line: line.replace(" ", "\t"),
    lambda line: line.replace(" ", "\u00a0"),
    lambda line: f" \t {line} \u3000",
    lambda line: f"\u200f{line}\u200b",
)
"""How pages spoil their lines; most of them do not."""


@st.composite
def jumbles(draw: st.DrawFn) -> str:
    """Lines of real pages in an order that no page has, some of them twice."""
    room = draw(newsrooms())
    own = [*draw(stories(room)).paragraphs, *room.teasers, *room.asides]
    around = [*_MENU, *_BYLINES, *_DATES, *_CAPTIONS, *_TAGS, *_FOOTER, "118", "2 0 0", "* * *", "|", *_FLAGSHIPS[::9]]
    line = st.one_of(st.sampled_from(own), st.sampled_from(around), st.sampled_from(_examples()))
    lines = draw(st.lists(st.tuples(line, st.sampled_from(_ODDITIES)).map(lambda pair: pair[1](pair[0])), max_size=40))
    gaps = draw(st.lists(st.sampled_from(("\n", "\n\n", "\n\n\n")), min_size=len(lines), max_size=len(lines)))
    return "".join(part for pair in zip(lines, gaps, strict=True) for part in pair)


@cache
def _examples() -> tuple[str, ...]:
    """Every example of the vocabulary, of lines to remove and of lines to keep."""
    phrases = [phrase for language in load().languages for phrase in language.phrases]
    return tuple(line for phrase in phrases for line in (*phrase.removes, *phrase.keeps))


_PIECES = (
    "\x00", "\x01", "\x0b", "\x0c", "\x1b", "\x1c", "\x1f", "\x7f", "\x80", "\x85", "\x9f", "\r", "\r\n", "\n", "\n\n", "\t", " ",
    "\u00a0", "\u00ad", "\u200b", "\u200e", "\u200f", "\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff",
    "\ufffd", "\ufffe", "\u3000", "\ud800", "\udc00", "\udfff", "\U0010ffff", "\u0301", "\u0e33", "ﬃ", "ß", "İ", "ı", "Σ", "🚢",
    "👩‍👩‍👧",
    "<", "</p>", "&nbsp;", "•", "…", "1", "2 3", "|", "»", "“", "”", ".", "。", "؟", ":", "-", "—", "@", "#", "%", "\\", "'", "(",
)  # fmt: skip


def hostile_text() -> st.SearchStrategy[str]:
    """Text that no editor wrote: controls, lone surrogates, bidi marks, every line separator, huge runs, bits of real pages."""
    line = st.sampled_from([widget.lines[0] for widget in lone_lines()])
    anything = st.text(st.characters(), max_size=40)
    run = st.tuples(st.sampled_from(_PIECES), st.integers(1, 600)).map(lambda pair: pair[0] * pair[1])
    piece = st.one_of(st.sampled_from(_PIECES), st.sampled_from(_FLAGSHIPS), line, anything, run, st.just("\n"), st.just("\n\n"))
    return st.lists(piece, max_size=30).map("".join)


def hostile_bytes() -> st.SearchStrategy[bytes]:
    """Random bytes, and text in some encoding with a piece knocked out."""
    codecs = ("utf-8", "utf-16", "utf-16-be", "utf-32", "cp1252", "gb18030", "shift_jis", "euc-kr", "windows-1251", "big5")
    encoded = st.tuples(hostile_text(), st.sampled_from(codecs)).map(lambda pair: pair[0].encode(pair[1], "ignore"))
    cut = st.tuples(encoded, st.integers(0, 40), st.binary(max_size=4)).map(lambda t: t[0][: t[1]] + t[2] + t[0][t[1] + 1 :])
    return st.one_of(st.binary(max_size=400), encoded, cut)


def document(source: str) -> Document:
    """The document of a source before any filter has spoken."""
    seen: list[Document] = []

    def look(document: Document) -> Iterable[Claim]:
        seen.append(document)
        return ()

    Cleaner(filters=[look]).clean(source, kind="text")
    return seen[0]

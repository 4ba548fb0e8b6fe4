"""Datelines: the place, and often the agency, that a story's first paragraph begins with."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import regex

from newsclean.recognise.agencies import find_agency
from newsclean.recognise.dates import find_date
from newsclean.recognise.names import looks_like_name
from newsclean.recognise.publishers import looks_like_source
from newsclean.vocabulary import Vocabulary
from newsclean.vocabulary.facts import facts

_HEAD_CHARS = 110
_BRACKET = re.compile(r"[(（\[]([^()（）\[\]]{2,50})[)）\]]")
_LEAD = re.compile(
    r"^(?P<head>[^\n]{2,90}?)(?P<mark>\s?\.?\s?(?:--|—|–|-)\s|:\s|\s?[—–]{1,2}(?=\S)|--(?=\S)|\s?=\s?)(?P<next>\S)"
)
_MARKS = ("-", "–", "—", ":", "=")
"""One of them is what stands between such a head and the story."""

_HAN_WIRE = re.compile(
    r"^[（(【]?(?P<agency>新华社|新華社|中新社|中新网|中新網|中央社|本报|本報|本网|本網|本刊)(?:(?:记者|記者)(?P<author>[\u3400-\u9fff]{3}(?=[\u3400-\u9fff]{2,}\d))?)?(?P<place>[\u3400-\u9fff]{2,8}?)?(?=\d|[日电電讯訊])"
)
_HAN_AUTHORS = re.compile(r"[电電讯訊]\s?[（(](?:记者|記者)\s?([\u3400-\u9fff]{2,4}(?:[、\s][\u3400-\u9fff]{2,4}){0,4})[)）]")
_LENTICULAR = re.compile(r"^【(?P<head>[^】]{2,40})】")
_KOREAN = re.compile(
    r"^[(\[【](?P<place>[가-힣·]{2,10})=(?:(?P<author>[가-힣]{2,4})\s?(?:기자|특파원)|(?P<agency>[가-힣A-Za-z0-9]{2,10}))[)\]】]"
)
_HAN_BRACKET = re.compile(
    r"^[（(](?P<place>[\u3400-\u9fff]{2,8}?)(?:\d{1,2}|[一二三四五六七八九十廿]{1,3})日(?:讯|訊|电|電|综合讯|綜合訊)?[）)]"
)
REPORTED_FROM = r"(?P<place>[\u3400-\u9fff]{2,6}?)(?:即時|連線|綜合|综合|現場)?(?:報導|報道|报导|报道)"
"""The pattern of the place that a Chinese paper's reporter writes from, and the kind of the report."""

_TAIWAN = re.compile(rf"^[〔【（(\[]?記者(?P<author>[\u3400-\u9fff]{{2,4}})[／/]{REPORTED_FROM}")
_AGENCY_BRACKET = re.compile(
    r"^(?P<head>[^()/\n]{2,40}?(?:\s\([^()\n]{2,20}\),[^()/\n]{0,30}?|[^()/\n]{1,20}?))\s(?:\((?P<agency>[^()]{2,20})\)|/(?P<between>[^()/]{2,20})/)\s?[.:]?\s?(?=[^\s,])"
)
_WIRED = re.compile(r"(?<=\D)\d{1,2}日[电電讯訊]?$")
"""The day behind a place, as Chinese papers print it: ``雅加達12日電``."""

_STOPPED = regex.compile(r"(\p{Lu}{3,30}(?:[ /-]\p{Lu}{2,30}){0,2}(?:\s\(\p{Lu}{3,20}\))?)\.\s(?=[\p{Lu}„“\"])")
_COLON_LEAD = re.compile(r"([^\W\d_][^\s\d:]{1,15}(?:\s[^\s\d:]{2,15})?):\s(?=\S)")
_STOP_LEAD = regex.compile(
    r"(\p{Lu}\p{Ll}{2,24}(?:[ -]\p{Lu}\p{Ll}{1,24}){0,2}(?:\s\(\p{Lu}\p{Ll}{1,20}\))?)\.\s(?=[\p{Lu}„“\"])"
    r"|(?:[\u0900-\u097f]{2,15}(?:\s[\u0900-\u097f]{2,15}){0,2},\s)?([\u0900-\u097f]{3,15}(?:\s[\u0900-\u097f]{2,15})?)।\s(?=\S)"
)
_AUTHOR_AFTER = re.compile(r"^\s?(?P<author>[가-힣]{2,4}) ?(?:기자|특파원)")
_SITE = re.compile(r"\w[\w-]{2,30}\.[A-Za-z]{2,4}(?:\.[a-z]{2})?")
"""A publisher by its address, as Indonesian datelines name it: ``ALMVIK, VellinPost.com -``."""

_PLACE = re.compile(r"[^\W\d_][^\d_:;!?\"“”]{0,40}")
_MAX_PLACE_WORDS = 5
_STATE_CHARS = 2
"""Letters of a state's abbreviation: PA is Pará in ``BELÉM, PA (Folhapress)``, and an agency elsewhere."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """The place as printed, with the region that follows it, and the agency or the publisher named beside it."""

    place: str | None
    agency: str | None
    authors: tuple[str, ...] = ()
    source: str | None = None


def find_dateline(text: str, vocabulary: Vocabulary, language: str) -> Dateline | None:
    """The dateline that a paragraph begins with, or None.

    >>> from newsclean.vocabulary import load
    >>> find_dateline("LISBON, March 4 (Reuters) - Ships sailed.", load(), "en")
    Dateline(place='LISBON', agency='Reuters', authors=(), source=None)
    >>> find_dateline("新华社武汉4月18日电（记者 周慕辰、方可欣）渡轮重开。", load(), "zh")
    Dateline(place='武汉', agency='新华社', authors=('周慕辰', '方可欣'), source=None)
    >>> find_dateline("МОСКВА, 5 марта. /ТАСС/. Порт открыли.", load(), "ru")
    Dateline(place='МОСКВА', agency='ТАСС', authors=(), source=None)
    >>> find_dateline("VELLINPOST.co, Almvik - Ships sailed.", load(), "en")
    Dateline(place='Almvik', agency=None, authors=(), source='VELLINPOST.co')
    >>> find_dateline("রাজশাহী, ১২ অক্টোবর, ২০২৫ (বাসস) : জাহাজ ছেড়েছে।", load(), "bn")
    Dateline(place='রাজশাহী', agency='বাসস', authors=(), source=None)
    >>> find_dateline("ACN Almvik.- Els vaixells van salpar.", load(), "ca")
    Dateline(place='Almvik', agency='ACN', authors=(), source=None)
    >>> find_dateline("Vellin (MP), Nov 14 (PTI) Auctions began.", load(), "en")
    Dateline(place='Vellin', agency='PTI', authors=(), source=None)
    >>> find_dateline("Mira HOLT/ALMVİK, (DHA) - Gemiler yola çıktı.", load(), "tr")
    Dateline(place='ALMVİK', agency='DHA', authors=('Mira HOLT',), source=None)
    >>> find_dateline("[운달=서하진 기자] 배가 떠났다.", load(), "ko")
    Dateline(place='운달', agency=None, authors=('서하진',), source=None)
    >>> find_dateline("Yes - but not yet, she said.", load(), "en") is None
    True
    """
    text = text[:_HEAD_CHARS].replace("\xa0", " ")
    plain = _east_asian(text) or _stopped(text)
    if plain:
        return plain
    lead = _LEAD.match(text) if any(map(text.__contains__, _MARKS)) else None
    if lead is None:
        return _without_dash(text, vocabulary, language)
    head, mark = lead["head"].strip(" ."), lead["mark"].strip()
    after = _agency_after(text[lead.start("next") :]) if mark not in (":", "=") else None
    agency, source, has_date, places = after, None, False, list[str]()
    for bracket in _BRACKET.finditer(head):
        agency = agency or find_agency(bracket[1])
    for part in _parts(_BRACKET.sub(" ", head)):
        named = find_agency(part)
        first, _, behind = part.partition(" ")
        if not agency and not named and behind and first.isupper() and find_agency(first):
            agency = first
            places.append(behind)
        elif named and not (agency and places and len(part) <= _STATE_CHARS):
            agency = agency or named
        elif find_date(part, vocabulary, language) or (part[-1].isdigit() and len(part) <= 12):
            has_date = True
        elif _SITE.fullmatch(part) or (places and " " in part and not part.isupper() and looks_like_source(part)):
            source = part
        else:
            places.append(part)
    if agency and len(places) == 2 and "/".join(places) in head and " " in places[0] and places[0] != places[0].upper():
        return Dateline(places[1], agency, (places[0],)) if looks_like_name(places[0]) else None
    place = places[0] if places else None
    if agency and not places and mark != ":":
        rest = find_dateline(text[lead.start("next") :], vocabulary, language)
        return Dateline(rest.place if rest else None, agency)
    if len(places) > 2 or not _is_place(place, places):
        return None
    if not _convinces(place, agency or source, has_date, mark, lead["next"]):
        return None
    return Dateline(_with_region(text[: lead.start("next")], places), agency, source=source)


def _with_region(head: str, places: Sequence[str]) -> str | None:
    """The place, as printed with the state, country or province that it is in, or with the second place behind a slash.

    >>> _with_region("VELLIN, Kan. (AP)", ["VELLIN", "Kan"]), _with_region("VELLIN, Crete", ["VELLIN", "Crete"])
    ('VELLIN, Kan.', 'VELLIN, Crete')
    >>> _with_region("VELLIN, SLP.— ", ["VELLIN", "SLP"]), _with_region("VELLIN, PA (Lusa) - ", ["VELLIN", "PA"])
    ('VELLIN, SLP.', 'VELLIN, PA')
    >>> _with_region("VELLIN, HUILA — ", ["VELLIN", "HUILA"])
    'VELLIN, HUILA'
    >>> _with_region("Vellin, Kagawa Pref., March 12", ["Vellin", "Kagawa Pref"])
    'Vellin, Kagawa Pref.'
    >>> _with_region("VELLIN/ALMVIK", ["VELLIN", "ALMVIK"]), _with_region("Vellin, VTV News", ["Vellin", "VTV News"])
    ('VELLIN/ALMVIK', 'Vellin')
    """
    if len(places) < 2:
        return places[0] if places else None
    if (two := "/".join(places)) in head:
        return two
    both = f"{places[0]}, {places[1]}"
    is_known = places[1].rpartition(" ")[2] in facts().states
    is_short = f"{both}." in head and (is_known or places[1].isupper())
    is_state = is_known or (places[1].isupper() and len(places[1]) <= _STATE_CHARS)
    is_region = is_short or is_state or all(map(str.istitle, places[1].split())) or both.isupper()
    return f"{both}." if is_short else both if both in head and is_region else places[0]


def _without_dash(text: str, vocabulary: Vocabulary, language: str) -> Dateline | None:
    """``Khedpur, Mar 16 (PTI) Auctions …`` or ``МОСКВА, 5 марта. /ТАСС/. …``: place, date and agency, and no dash."""
    found = _AGENCY_BRACKET.match(text) if "(" in text or "/" in text else None
    agency = find_agency(found["agency"] or found["between"]) if found else None
    if found is None or agency is None:
        return None
    parts = _parts(_BRACKET.sub(" ", found["head"]))
    places = [part for part in parts if not find_date(part, vocabulary, language)]
    if len(places) == len(parts) or len(places) > 2 or not places or not _is_place(places[0], places):
        return None
    return Dateline(places[0], agency)


def _stopped(text: str) -> Dateline | None:
    """``KIEL. Das Land …``: a place in capitals and a full stop."""
    found = _STOPPED.match(text)
    return Dateline(found[1], None) if found and not find_agency(found[1]) else None


def find_lead_place(text: str) -> str | None:
    """What may be a place at the start of a text, or a word such as "urgent".

    These are one or two words before a colon, in scripts with capitals capitalised ones, or before a danda or a full stop.

    >>> find_lead_place("القاهرة: افتتح الوزير الميناء."), find_lead_place("Cairo: The minister opened the port.")
    ('القاهرة', 'Cairo')
    >>> find_lead_place("The minister: a portrait")
    >>> find_lead_place("Holzweiler. Das Hallenbad öffnet wieder."), find_lead_place("पटना। जहाज रवाना हुए।")
    ('Holzweiler', 'पटना')
    >>> find_lead_place("राज्य ब्यूरो, पटना। जहाज रवाना हुए।")
    'पटना'
    """
    found = _COLON_LEAD.match(text)
    if found and (_caseless(found[1][0]) or found[1].istitle()):
        return found[1]
    stopped = _STOP_LEAD.match(text[:_HEAD_CHARS])
    return (stopped[1] or stopped[2]) if stopped else None


def _convinces(place: str | None, agency: str | None, has_date: bool, mark: str, following: str) -> bool:
    """A place alone must be in capitals; beside an agency, a date or a dash before a new sentence, a capitalised one will do."""
    if place is None:
        return agency is not None
    if place.isupper() and len(place) > 2:
        return True
    if mark == ":":
        return agency is not None and _caseless(place[0])
    starts_sentence = not following.islower()
    return agency is not None or has_date or (starts_sentence and len(place.split()) <= 3 and mark in ("-", "–", "—", "--"))


def _is_place(place: str | None, places: Iterable[str]) -> bool:
    if place is None:
        return False
    for name in places:
        words = name.split()
        if len(words) > _MAX_PLACE_WORDS or not _PLACE.fullmatch(name):
            return False
        if not all(word[0].isupper() or not word[0].isalpha() or _is_small(word) or _caseless(word[0]) for word in words):
            return False
    return True


def _is_small(word: str) -> bool:
    return len(word) <= 3 and word.islower()


def _caseless(character: str) -> bool:
    return character.isalpha() and character.lower() == character.upper()


def _signed(place: str) -> tuple[str, ...]:
    """A place, and apart from it the agency that Japanese papers write right behind it.

    >>> _signed("ハノイ共同"), _signed("共同")
    (('ハノイ', '共同'), ('共同',))
    """
    at = next((at for at in range(1, len(place) - 1) if find_agency(place[at:])), 0)
    return (place[:at], place[at:]) if at and not find_agency(place) else (place,)


def _parts(head: str) -> list[str]:
    return [part for piece in re.split(r"[,،、/|]", head) if (part := piece.strip(" .-–—"))]


def _agency_after(text: str) -> str | None:
    """The agency of "MOSCOW, 5 March — TASS." or "Berlin - (dpa) …": it stands after the dash."""
    name = re.match(r"[(\[]?([^\W\d_][\w-]{1,20})[)\]]?(?:[.\-–—:]|\s[-–—])", text)
    return find_agency(name[1]) if name else None


def _east_asian(text: str) -> Dateline | None:
    found = _HAN_WIRE.match(text)
    if found:
        named = _HAN_AUTHORS.search(text)
        authors = tuple(re.split(r"[、\s]", named[1])) if named else (found["author"],) if found["author"] else ()
        return Dateline(found["place"], find_agency(found["agency"]), authors)
    found = _HAN_BRACKET.match(text)
    if found:
        return Dateline(found["place"], None)
    found = _TAIWAN.match(text)
    if found:
        return Dateline(found["place"], None, (found["author"],))
    found = _KOREAN.match(text)
    if found:
        author = _AUTHOR_AFTER.match(text[found.end() :])
        name = found["author"] or (author["author"] if author else None)
        return Dateline(found["place"], find_agency(found["agency"]) if found["agency"] else None, (name,) if name else ())
    found = _LENTICULAR.match(text)
    if found:
        parts = re.split(r"[=＝/／・\s]", _WIRED.sub("", found["head"]))
        place, *others = _signed(parts[0])
        agencies = [agency for part in (place, *others, *parts[1:]) if (agency := find_agency(part))]
        authors = tuple(part for part in parts[1:] if not find_agency(part) and looks_like_name(part))
        return Dateline(None if find_agency(place) else place, agencies[0] if agencies else None, authors)
    return None

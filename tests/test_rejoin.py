"""Paragraphs that were broken within a sentence come back as one; nothing else is put together."""

from __future__ import annotations

import pytest

from newsclean import clean
from newsclean.segment import segment


def texts(source: str) -> list[str]:
    return [block.text for block in segment(source)]


@pytest.mark.parametrize(
    "pieces",
    [
        ("The harbour will open again on Monday,", "said", "Marina Holt", ", the port’s master."),
        ("The report by the", "Institute for Coastal Studies", "was printed in May and read by nobody."),
        ("Der Hafen wird am Montag wieder geöffnet, sagte die", "Leiterin der Behörde", "nach der Sitzung des Rates."),
        ("Гавань снова откроют в понедельник, сообщила", "газета", "со ссылкой на начальника порта."),
        ("委员会星期一宣布 the old harbour of the town will", "open", "，渔民表示欢迎。"),
        ("Her brother called it “the longest winter", "of our lives", "” and went back to his boats."),
        ("The council wrapped its letter at eighty columns, as councils did when letters", "were typed, and", "posted it."),
    ],
)
def test_a_paragraph_broken_at_links_is_one_block(pieces: tuple[str, ...]) -> None:
    assert texts("\n".join(("Port reopens", *pieces, "Crowds cheered."))) == ["Port reopens", " ".join(pieces), "Crowds cheered."]


@pytest.mark.parametrize(
    "lines",
    [
        ("Council votes to open the old harbour bridge", "by Marina Holt"),
        ("Council votes to open the old harbour bridge", "in Politics"),
        ("Almvik zavřel krytý bazén, statik našel praskliny ve vaznících", "středa 12. března 2025 16:48"),
        ("Reabren el puente viejo de Almvik tras catorce meses de obras", "miércoles, 12 de marzo de 2025"),
        ("home", "news", "sport", "everything else that we could think of today"),
        ("Home", "news", "sport", "weather"),
        ("Mira Holt reports from the old harbour of Vellin", "ⓒ Harbour Post, all rights reserved"),
        ("The harbour opened again on Monday.", "iPhone owners can watch it live."),
        ("The harbour opened again on Monday:", "ships sailed", "crowds cheered"),
        ("Ships left the harbour early on Monday", "Crowds cheered on the quay for an hour"),
        ("News from the harbour and the town |", "weather and tides for all of the coast"),
        ("the harbour opened again on monday", "crowds cheered on the quay", "ships sailed at once."),
        ("Cookie of the harbour\tDuration\tWhat it is good for", "tide\t1 day\tStores how high the water stood in the harbour"),
    ],
)
def test_lines_that_only_look_alike_stay_apart(lines: tuple[str, ...]) -> None:
    assert texts("\n".join(lines)) == list(lines)


@pytest.mark.parametrize("between", ["\n\n", "\r\n\r\n", "\x00", "\n\x01\n"])
def test_what_stands_between_pieces_divides_them(between: str) -> None:
    pieces = ["The harbour will open again on Monday, said the", "master of the port."]
    assert texts(between.join(pieces)) == pieces


def test_the_body_has_its_line_ends_and_what_filters_read_has_none() -> None:
    broken = "The harbour of Almvik will open again on Monday, said\r\nMarina Holt\r\n, its master, after a week of gales."
    source = f"Home\n\n{broken}\n\nShips had waited for a week in the lee of the island, and one had run aground in the night."
    article = clean(source)
    assert article.paragraphs[0] == broken
    assert segment(source)[1].text == broken.replace("\r\n", "  ")

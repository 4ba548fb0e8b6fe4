"""Pages of two invented sites, whose furniture no rule of the vocabulary knows."""

from __future__ import annotations

import json
from pathlib import Path

SITE = "vellin-post.example"
FURNITURE_ABOVE = "Harbour gazette, on paper every Saturday"
FURNITURE_BELOW = (
    "Every Thursday the editors put the best of the week into one envelope, and you only have to leave them your address."
)
EMBEDDED = "Ferries in figures"
NOTHING = "Home\nShare this article\nAll rights reserved\n"
STORIES = (
    (
        "Ferry sails again after two winters",
        "The ferry to the outer islands sailed again on Monday, two winters after its engine failed off the northern pier.",
        "The council had voted nine to four to pay for the repair, which took three shipyards and two million crowns.",
        "Tove Lindgren, the ferry's master, said that the crossing was rough and that nobody on board had minded at all.",
    ),
    (
        "Lighthouse keeper retires at seventy",
        "After forty years on the rock, the keeper of the northern light handed over the keys on Sunday and rowed home alone.",
        "He had written down every ship that passed, in eighty-one ledgers, which the museum would like to have, it said.",
        "His successor is a machine the size of a suitcase, and the harbour master doubts that it will ever learn to whistle.",
    ),
    (
        "Bakery on Quay Street changes hands",
        "The bakery that has opened at four in the morning since the war was sold on Friday to two sisters from the mainland.",
        "They promised to keep the rye bread and the bell over the door, but not the hours, which they called inhuman.",
        "Regulars who came at four on Saturday found a note in the window, and most of them, neighbours said, came back at six.",
    ),
    (
        "Storm takes the roof off the old cannery",
        "A gale lifted the roof of the disused cannery on Tuesday night and set it down, nearly whole, in the football ground.",
        "Nobody was hurt, the fire brigade said, though the goalkeeper's bicycle has not been seen since the roof came down.",
        "The council must now decide whether the roof is rubbish, a monument or, as one member proposed, the new grandstand.",
    ),
)


def page(number: int) -> str:
    """A page as it is scraped: furniture, headline, three paragraphs with a line between them, furniture."""
    title, first, second, third = STORIES[number]
    return "\n".join((FURNITURE_ABOVE, title, first, EMBEDDED, second, third, FURNITURE_BELOW))


def rows(*numbers: int) -> str:
    """JSON lines of pages."""
    return "".join(json.dumps({"url": f"https://www.{SITE}/{n}", "text": page(n)}) + "\n" for n in numbers)


def write_rows(path: Path, *numbers: int) -> Path:
    """A file of JSON lines."""
    path.write_text(rows(*numbers), encoding="utf-8")
    return path

"""Lines that a site repeats across its pages."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.profiles.line import key_of_fold, line_key


@dataclass(frozen=True)
class SiteLines:
    """Claim the lines that the profile of the page's site counts as repeated; without a profile, nothing.

    A line between two paragraphs of the story may be repeated by its authors: a subheading, a passage of background that
    several stories share. It must be on ``embedded_docs`` pages, and a paragraph also on ``embedded_share`` of all.
    Where ``copy_share`` of the page's words are known, the page itself was among those learned, and does not count.
    """

    embedded_docs: int = 3
    embedded_share: float = 0.5
    copy_share: float = 0.9

    def __call__(self, document: Document) -> Iterable[Claim]:
        """Claims on open blocks."""
        profile = document.profile
        if profile is None:
            return
        counts = _counts(document)
        itself = 1 if self._is_copy(document, counts) else 0
        pages = profile.pages - itself
        repeated = {n: on - itself for n, on in counts.items() if profile.is_repeated(on - itself, pages)}
        for number in document.open():
            on = repeated.get(number)
            if on is None:
                continue
            if _is_embedded(document, number, repeated):
                if on < self.embedded_docs or (document.is_prose(number) and on < self.embedded_share * pages):
                    continue
            other = "other " if itself else ""
            yield Claim(number, Role.BOILERPLATE, "site_lines/repeated", f"on {on} of {pages} {other}pages of this site")

    def _is_copy(self, document: Document, counts: dict[int, int]) -> bool:
        words = sum(line.words for line in document.lines)
        return sum(document.lines[number].words for number in counts) > self.copy_share * words


def _counts(document: Document) -> dict[int, int]:
    """On how many pages each block stands that the profile knows."""
    assert document.profile is not None
    counts = {}
    for number, (block, line) in enumerate(zip(document.blocks, document.lines, strict=True)):
        key = key_of_fold(line.fold) if line.fold else line_key(block.text)
        on = document.profile.lines.get(key) if key is not None else None
        if on is not None:
            counts[number] = on
    return counts


def _is_embedded(document: Document, number: int, repeated: dict[int, int]) -> bool:
    """Whether a block stands between two paragraphs of the story that the site does not repeat."""
    if number not in document.region:
        return False
    return all(
        0 <= n < len(document) and document.kept(n) and document.is_prose(n) and n not in repeated
        for n in (number - 1, number + 1)
    )

"""Lines that a site repeats across its pages."""

from __future__ import annotations

from collections.abc import Iterable

from newsclean.document import Document
from newsclean.model import Claim, Role
from newsclean.profiles.repeated import repeated


def site_lines(document: Document) -> Iterable[Claim]:
    """Claim the lines that the profile of the page's site counts as repeated; without a profile, nothing."""
    found = repeated(document)
    for number in document.open():
        if number in found and document.profile is not None:
            evidence = f"on {found[number]} of {document.profile.pages} pages of this site"
            yield Claim(number, Role.BOILERPLATE, "site_lines/repeated", evidence)

"""Pages to learn from: whatever a batch can read, with the lines as a cleaner sees them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from newsclean.batch.inputs import Census, find
from newsclean.batch.items import Item
from newsclean.batch.job import Job
from newsclean.batch.pages import Page as Stored
from newsclean.batch.pages import parse
from newsclean.batch.sources import read_all
from newsclean.batch.unreadable import Unreadable
from newsclean.profiles.page_lines import page_lines
from newsclean.profiles.site import site_of

_NO_SITE = "the site is not known: say --site, or where records have their address with --url-key"


class Page(NamedTuple):
    """A page's lines and its site; ``problem`` is empty, or says why nothing can be learned from it. ``where`` names it."""

    where: str
    site: str
    lines: tuple[str, ...] = ()
    problem: str = ""


def pages(job: Job, site: str | None = None) -> Iterator[Page]:
    """Every page of a job's inputs, in order.

    :param site: the site of all pages; by default that of each page's address
    :raises BatchError: an input that is not there, or has no known format
    """
    inputs = find(job.inputs, job.source_format, (job.output,))
    for item, _ in read_all(inputs, Census(1, 0, ""), job.limits):
        try:
            yield _page(_where(item), parse(item, job), site)
        except Unreadable as error:
            yield Page(_where(item), "", problem=str(error))


def _page(where: str, page: Stored, site: str | None) -> Page:
    of = site or site_of(page.url or "")
    if not of:
        return Page(where, "", problem=_NO_SITE)
    lines, problem = page_lines(page.content, page.kind)
    return Page(where, of, lines, problem)


def _where(item: Item) -> str:
    return " ".join((item.source, *(f"{name.replace('_', ' ')} {number}" for name, number in item.where.items())))

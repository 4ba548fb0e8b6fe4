"""What profiles of sites do for the body, learned for each page on the other pages of its site alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.flatten import FLATTENERS, Flatten
from benchmarks.metrics import PageScore, page_score, set_score
from benchmarks.ours import Kind, Ours
from benchmarks.pages import Page, load, set_name
from benchmarks.peers.newsclean_text import found
from benchmarks.tables import share, signed, table
from newsclean import Cleaner, Pipeline, Profiles
from newsclean.profiles import Profile
from newsclean.profiles.counts import Counts
from newsclean.profiles.page_lines import page_lines
from newsclean.profiles.profile import from_rows

_HEAD = ("", "sites", "pages", "F1 without", "F1 with", "gain", "worst site", "sites that rise", "sites that fall")
Source = Callable[[Page], str]

_NOTABLE = 0.001
"""Change of a site's F1 from which it counts as a rise or a fall."""


@dataclass(frozen=True)
class Site:
    """A site's pages: their scores without profiles and with them."""

    name: str
    without: Sequence[PageScore]
    with_profile: Sequence[PageScore]

    @property
    def gain(self) -> float:
        """The change of the site's F1."""
        return set_score(self.with_profile).f1 - set_score(self.without).f1


def profiles(data: Sequence[Path], *, kind: Kind, flatten: str, ours: Ours, limit: int | None) -> None:
    """Print a row for each data set and one for all, then the sites that fall.

    :param kind: what is cleaned and learned from: the pages' HTML, or their text
    """
    source = (lambda page: page.html) if kind == "html" else _flattened(FLATTENERS[flatten]())
    rows, everything = [], list[Site]()
    for path in data:
        sites = list(_sites(load(path, limit), kind, source, ours))
        rows.append(_row(set_name(path), sites))
        everything += sites
    pages = "HTML" if kind == "html" else f"flattened by {flatten}"
    print(f"### Sites with two pages or more, {pages}, {ours}\n")
    print(table(_HEAD, [*rows, _row("all", everything)]))
    falls = sorted((site for site in everything if site.gain < -_NOTABLE), key=lambda site: site.gain)
    print("\n" + "\n".join(f"- {site.name} falls by {share(-site.gain)}" for site in falls))


def _flattened(flatten: Flatten) -> Source:
    return lambda page: flatten(page.html)


def _sites(pages: Sequence[Page], kind: Kind, source: Source, ours: Ours) -> Iterator[Site]:
    by_site = defaultdict(list)
    for page in pages:
        by_site[page.site].append(page)
    pipelines = ours.pipelines(kind)
    for name, of_site in by_site.items():
        if len(of_site) > 1:
            yield _score(name, of_site, [source(page) for page in of_site], kind, pipelines(of_site[0]))


def _score(name: str, pages: Sequence[Page], sources: Sequence[str], kind: Kind, pipeline: Pipeline) -> Site:
    plain = Cleaner(filters=pipeline)
    lines = [page_lines(source, kind)[0] for source in sources]
    without, with_profile = [], []
    for number, (page, source) in enumerate(zip(pages, sources, strict=True)):
        learned = Profiles({name: _learn(name, [*lines[:number], *lines[number + 1 :]])})
        cleaner = Cleaner(filters=pipeline, profiles=learned, site=name)
        without.append(page_score(page.body, found(plain.clean(source, kind=kind), page)))
        with_profile.append(page_score(page.body, found(cleaner.clean(source, kind=kind), page)))
    return Site(name, without, with_profile)


def _learn(name: str, pages: Sequence[Iterable[str]]) -> Profile:
    with Counts() as counts:
        for lines in pages:
            counts.add(name, lines)
        (rows,) = counts.profiles()
    return from_rows(rows)


def _row(name: str, sites: Sequence[Site]) -> tuple[str, ...]:
    if not sites:
        return (name, "0", "0", *("",) * 6)
    without = [score for site in sites for score in site.without]
    with_profile = [score for site in sites for score in site.with_profile]
    before, after = set_score(without).f1, set_score(with_profile).f1
    return (
        name, str(len(sites)), str(len(without)), share(before), share(after), f"{after - before:+.4f}".replace("0.", ".", 1),
        signed(min(site.gain for site in sites)),
        str(sum(site.gain > _NOTABLE for site in sites)), str(sum(site.gain < -_NOTABLE for site in sites)),
    )  # fmt: skip

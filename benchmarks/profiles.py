"""What profiles of sites do for the body, learned for each page on the other pages of its site alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.flatten import FLATTENERS, Flatten
from benchmarks.metrics import PageScore, page_score, set_score
from benchmarks.pages import Page, load, set_name
from benchmarks.peers.newsclean_text import found
from benchmarks.tables import share, signed, table
from newsclean import Cleaner, Profiles
from newsclean.cleaner import Preset
from newsclean.profiles import Profile
from newsclean.profiles.counts import Counts
from newsclean.profiles.profile import from_rows
from newsclean.segment import segment

_HEAD = ("", "sites", "pages", "F1 without", "F1 with", "gain", "worst site", "sites that rise", "sites that fall")
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


def profiles(data: Sequence[Path], *, flatten: str, preset: Preset, limit: int | None) -> None:
    """Print a row for each data set and one for all, then the sites that fall."""
    flattened, rows, everything = FLATTENERS[flatten](), [], list[Site]()
    for path in data:
        sites = list(_sites(load(path, limit), flattened, preset))
        rows.append(_row(set_name(path), sites))
        everything += sites
    print(f"### Sites with two pages or more, flattened by {flatten}, preset {preset}\n")
    print(table(_HEAD, [*rows, _row("all", everything)]))
    falls = sorted((site for site in everything if site.gain < -_NOTABLE), key=lambda site: site.gain)
    print("\n" + "\n".join(f"- {site.name} falls by {share(-site.gain)}" for site in falls))


def _sites(pages: Sequence[Page], flatten: Flatten, preset: Preset) -> Iterator[Site]:
    by_site = defaultdict(list)
    for page in pages:
        by_site[page.site].append(page)
    for name, of_site in by_site.items():
        if len(of_site) > 1:
            yield _score(name, of_site, [flatten(page.html) for page in of_site], preset)


def _score(name: str, pages: Sequence[Page], texts: Sequence[str], preset: Preset) -> Site:
    plain = Cleaner(preset=preset)
    without, with_profile = [], []
    for number, (page, text) in enumerate(zip(pages, texts, strict=True)):
        learned = Profiles({name: _learn(name, [*texts[:number], *texts[number + 1 :]])})
        cleaner = Cleaner(preset=preset, profiles=learned, site=name)
        without.append(page_score(page.body, found(plain.clean(text, kind="text"), page)))
        with_profile.append(page_score(page.body, found(cleaner.clean(text, kind="text"), page)))
    return Site(name, without, with_profile)


def _learn(name: str, texts: Sequence[str]) -> Profile:
    with Counts() as counts:
        for text in texts:
            counts.add(name, (block.text for block in segment(text)))
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

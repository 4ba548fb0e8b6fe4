"""What is known about the lines of sites, read-only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from newsclean.errors import ConfigError
from newsclean.profiles.files import ENDING, Rows, read
from newsclean.profiles.line import line_key

MIN_DOCS = 2
"""Pages that must have a line; every page, where a site has fewer."""

MIN_SHARE = 0.1
"""Share of a site's pages that must have a line.

Measured on sites with up to 84 pages: from .05 to .5 the body's F1 moves by .0003, .1 is best.
"""


@dataclass(frozen=True, slots=True)
class Profile:
    """The lines that a site repeats.

    ``pages`` is the number of pages learned, ``lines`` how many of them have each line (by its key, see
    :func:`~newsclean.profiles.line.line_key`), ``min_docs`` and ``min_share`` what the file was cut to.
    """

    site: str
    pages: int
    lines: Mapping[int, int]
    min_docs: int = MIN_DOCS
    min_share: float = MIN_SHARE

    def is_repeated(self, on: int, of: int) -> bool:
        """Whether a line on so many of so many pages is the site's.

        >>> profile = Profile("vellin-post.example", 44, {}, min_docs=2, min_share=0.1)
        >>> profile.is_repeated(5, 44), profile.is_repeated(4, 44), profile.is_repeated(1, 2), profile.is_repeated(1, 1)
        (True, False, False, True)
        """
        return is_repeated(on, of, self.min_docs, self.min_share)


class Profiles(Mapping[str, Profile]):
    """The profiles of many sites by name: immutable, and safe to share or pickle."""

    def __init__(self, profiles: Mapping[str, Profile]) -> None:
        self._profiles = dict(profiles)

    @classmethod
    def load(cls, directory: str | PathLike[str]) -> Profiles:
        """The profiles that ``newsclean learn`` wrote to a directory.

        :raises ConfigError: it is no directory, or holds no profile or two of one site
        :raises ProfileError: a file is not a profile, or one of plain counts
        """
        folder = Path(directory)
        if not folder.is_dir():
            raise ConfigError(f"profiles {str(directory)!r} is no directory; expected what newsclean learn -o DIR wrote")
        profiles: dict[str, Profile] = {}
        for path in sorted(folder.glob(f"*{ENDING}")):
            rows = read(path)
            if rows.site in profiles:
                raise ConfigError(f"{path}: a second profile of {rows.site!r}; merge them with newsclean learn --merge")
            if rows.is_complete:
                raise ConfigError(
                    f"{path} counts every line; make profiles of such counts: newsclean learn --merge {folder} -o DIR"
                )
            profiles[rows.site] = from_rows(rows)
        if not profiles:
            raise ConfigError(f"{folder} holds no profile (*{ENDING}); run newsclean learn -o {folder}")
        return cls(profiles)

    def __getitem__(self, site: str) -> Profile:
        return self._profiles[site]

    def __iter__(self) -> Iterator[str]:
        return iter(self._profiles)

    def __len__(self) -> int:
        return len(self._profiles)


def is_repeated(on: int, of: int, min_docs: int, min_share: float) -> bool:
    """Whether ``on`` pages of ``of`` are at least ``min_docs``, or all, and at least the share."""
    return on >= min(min_docs, of) and on >= min_share * of and on > 0


def from_rows(rows: Rows) -> Profile:
    """The profile in a file's rows."""
    lines: dict[int, int] = {}
    for on, text in rows.lines:
        key = line_key(text)
        if key is not None:
            lines[key] = max(on, lines.get(key, 0))
    return Profile(rows.site, rows.pages, lines, rows.min_docs, rows.min_share)

"""newsclean as the benchmarks run it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from benchmarks.errors import DataError
from benchmarks.folds import FOLDS, fold, network_file
from benchmarks.pages import Page
from newsclean import PRESETS, Cleaner, Pipeline
from newsclean.cleaner import Preset
from newsclean.filters import Scored
from newsclean.scorer.network import from_file

Kind = Literal["text", "html"]


@dataclass(frozen=True)
class Ours:
    """A preset, and ``folds``: a folder of networks that ``train --folds`` wrote.

    With it, each page is cleaned with a network that has not seen its site: the honest way to score newsclean on pages that
    the networks in the package were trained on.
    """

    preset: Preset = "balanced"
    folds: Path | None = None

    def cleaners(self, kind: Kind) -> Callable[[Page], Cleaner]:
        """The cleaner for a page.

        :raises DataError: a network is missing
        """
        cleaners = [Cleaner(filters=pipeline) for pipeline in self._pipelines(kind)]
        return lambda page: cleaners[fold(page.site) % len(cleaners)]

    def pipelines(self, kind: Kind) -> Callable[[Page], Pipeline]:
        """The filters for a page.

        :raises DataError: a network is missing
        """
        pipelines = self._pipelines(kind)
        return lambda page: pipelines[fold(page.site) % len(pipelines)]

    def _pipelines(self, kind: Kind) -> Sequence[Pipeline]:
        """One for all pages, or one for each fold."""
        preset = PRESETS[self.preset]
        if self.folds is None:
            return [preset]
        return [_with_network(preset, network_file(self.folds, kind, number)) for number in range(FOLDS)]

    def __str__(self) -> str:
        """In words, for headings.

        >>> str(Ours()), str(Ours("recall", Path("folds")))
        ('preset balanced', 'preset recall, by networks that have not seen the site')
        """
        return f"preset {self.preset}" + (", by networks that have not seen the site" if self.folds else "")


def _with_network(pipeline: Pipeline, path: Path) -> Pipeline:
    """A pipeline whose scorer runs another network."""
    try:
        with path.open("rb") as file:
            network = from_file(file)
    except FileNotFoundError as error:
        raise DataError(
            f"{path}: no such network; write it with: python -m benchmarks train DATA --model MODEL --folds FOLDER"
        ) from error
    return Pipeline(tuple(replace(filter, network=network) if isinstance(filter, Scored) else filter for filter in pipeline))

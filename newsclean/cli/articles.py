"""From the files that a command names to articles."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from newsclean.cleaner import Cleaner
from newsclean.cli.report import Report
from newsclean.errors import NewscleanError
from newsclean.model import Article

STDIN = "-"


def articles(files: Sequence[str], options: argparse.Namespace, report: Report) -> Iterator[tuple[str, Article]]:
    """Each input that can be read, cleaned; the others are reported and passed over."""
    cleaner = Cleaner(preset=options.preset, profiles=options.profiles, site=options.site)
    for file in files:
        try:
            source = sys.stdin.buffer.read() if file == STDIN else Path(file).read_bytes()
            article = cleaner.clean(source, url=options.url, kind=options.kind)
        except OSError as error:
            report.failure(file, f"cannot be read: {error.strerror}; check the path and its permissions")
        except NewscleanError as error:
            report.failure(file, str(error))
        else:
            report.status(file, article)
            yield file, article

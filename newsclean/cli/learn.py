"""``newsclean learn``: count the lines that sites repeat, and write a profile of each site."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.cli.exits import DONE, FAILED
from newsclean.cli.options import SOURCES
from newsclean.cli.report import Report, say
from newsclean.errors import ConfigError
from newsclean.profiles.profile import MIN_DOCS, MIN_SHARE

if TYPE_CHECKING:
    from newsclean.profiles.counts import Counts


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("learn", help="learn the lines that sites repeat on their pages")
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="what batch reads; with --merge, folders of counts to add up")
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="DIR", help="where to write a file for each site")
    parser.add_argument(
        "--min-docs", type=int, default=MIN_DOCS, metavar="N", help=f"pages that must have a line, or all (default: {MIN_DOCS})"
    )
    parser.add_argument(
        "--min-share", type=float, default=MIN_SHARE, metavar="S", help=f"share of the pages, 0 to 1 (default: {MIN_SHARE})"
    )
    parser.add_argument("--merge", action="store_true", help="add counts that were learned with --min-docs 1 --min-share 0")
    parser.add_argument("--site", metavar="NAME", help="the site of all pages (default: the host of each page's address)")
    parser.add_argument("--from", dest="source", choices=SOURCES, help="what the inputs are (default: as their suffixes say)")
    parser.add_argument("--text-key", metavar="KEY", help="where records have their text (default: text)")
    parser.add_argument("--html-key", metavar="KEY", help="where records have their HTML (default: html)")
    parser.add_argument("--url-key", metavar="KEY", default="url", help="where records have their address (default: url)")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Learn or merge, and write; returns the exit code.

    :raises ConfigError: thresholds that no line can meet, counts that cannot be merged, or an output that cannot be written
    :raises ProfileError: a file to merge holds no counts
    :raises BatchError: an input that is not there, or has no known format
    """
    from newsclean.profiles.counts import Counts

    report = Report()
    with Counts() as counts:
        if options.merge:
            for folder in options.inputs:
                counts.merge(folder)
        else:
            _learn(counts, options, report)
        try:
            written = counts.write(options.output, min_docs=options.min_docs, min_share=options.min_share)
        except OSError as error:
            raise ConfigError(f"{options.output} cannot be written: {error.strerror}; write elsewhere") from error
    say(f"{written} site{'' if written == 1 else 's'} in {options.output}")
    return FAILED if report.failed else DONE


def _learn(counts: Counts, options: argparse.Namespace, report: Report) -> None:
    from newsclean.batch import Job, Keys
    from newsclean.profiles.pages import pages

    keys = Keys(options.text_key, options.html_key, url=options.url_key)
    for page in pages(Job(tuple(options.inputs), options.output, options.source, keys=keys), options.site):
        if page.problem:
            report.failure(page.where, page.problem)
        else:
            counts.add(page.site, page.lines)

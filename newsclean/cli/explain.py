"""``newsclean explain``: every block of one source with its fate."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterator

from newsclean.cli.articles import STDIN, articles
from newsclean.cli.options import preset_options, profile_options, source_options
from newsclean.cli.output import deliver
from newsclean.cli.report import Report
from newsclean.write import ANSI, PLAIN, to_explanation


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    about = "show every line with its fate and the reason"
    parser = commands.add_parser("explain", parents=[source_options(), preset_options(), profile_options()], help=about)
    parser.add_argument("file", nargs="?", default=STDIN, metavar="FILE", help="file to explain; - or none is stdin")
    parser.set_defaults(run=run, url=None)


def run(options: argparse.Namespace) -> int:
    """Explain one file; returns the exit code."""
    report = Report()
    return deliver(_parts(options, report), None, report)


def _parts(options: argparse.Namespace, report: Report) -> Iterator[str]:
    """Coloured and shortened on a terminal, plain and whole elsewhere."""
    on_terminal = sys.stdout.isatty()
    colour = on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size().columns if on_terminal else None
    for _, article in articles([options.file], options, report):
        yield to_explanation(article, ANSI if colour else PLAIN, width)

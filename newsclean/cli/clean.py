"""``newsclean clean``: the clean articles in the format asked for."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from newsclean.cli.articles import STDIN, articles
from newsclean.cli.options import preset_options, profile_options, source_options
from newsclean.cli.output import deliver
from newsclean.cli.report import Report
from newsclean.errors import ConfigError
from newsclean.write import to_json, to_json_line, to_markdown, to_text

_WRITERS = {"text": to_text, "md": to_markdown, "json": to_json}
_SEPARATORS = {"text": "\n", "md": "\n---\n\n", "json": ""}


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    shared = [source_options(), preset_options(), profile_options()]
    parser = commands.add_parser("clean", parents=shared, help="write the clean article")
    parser.add_argument("files", nargs="*", default=[STDIN], metavar="FILE", help="files to clean; - or none is stdin")
    parser.add_argument("--url", help="the page's address, handed through to the metadata")
    parser.add_argument("--format", choices=_WRITERS, default="text", help="text (default), md for Markdown, or json")
    parser.add_argument("-o", "--output", metavar="FILE", help="write here, all at once, instead of to stdout")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Clean each file; returns the exit code.

    :raises ConfigError: an address for several files
    """
    if options.url is not None and len(options.files) > 1:
        raise ConfigError(f"--url is the address of one page, but {len(options.files)} files were given: clean that page alone")
    report = Report()
    return deliver(_parts(options, report), options.output, report)


def _parts(options: argparse.Namespace, report: Report) -> Iterator[str]:
    """The articles, with what stands between them."""
    lines = len(options.files) > 1 and options.format == "json"
    between = ""
    for file, article in articles(options.files, options, report):
        part = to_json_line(article, file) if lines else _WRITERS[options.format](article)
        yield between + part if part else ""
        between = _SEPARATORS[options.format] if part else between

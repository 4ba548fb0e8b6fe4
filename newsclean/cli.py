"""The command ``newsclean``: arguments in, exit code out. Data goes to stdout as UTF-8, everything else to stderr."""

from __future__ import annotations

import argparse
import dataclasses
import inspect
import os
import re
import shutil
import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from itertools import chain
from pathlib import Path
from typing import TextIO

from newsclean import __version__
from newsclean.cleaner import Cleaner
from newsclean.document import Filter
from newsclean.errors import ConfigError, NewscleanError
from newsclean.model import Article, Status
from newsclean.pipeline import PRESETS, filter_name
from newsclean.write import ANSI, PLAIN, to_explanation, to_json, to_json_line, to_markdown, to_text
from newsclean.write.atomic import replacing

DONE, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: all done, some input or the output failed, wrong usage, stopped with Ctrl-C."""

_STDIN = "-"
_WRITERS = {"text": to_text, "md": to_markdown, "json": to_json}
_SEPARATORS = {"text": "\n", "md": "\n---\n\n", "json": ""}
_FIRST_SENTENCE = re.compile(r".+?[.!?](?=\s|$)|.+")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    :raises SystemExit: from argparse, after ``--help`` or ``--version``, or with 2 for arguments it cannot read
    """
    arguments = _parser().parse_args(argv)
    report = _Report()
    try:
        _deliver(arguments.command(arguments, report), arguments.output)
    except NewscleanError as error:
        _say(str(error))
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:
        if arguments.output is None:
            _abandon(sys.stdout)
        if not isinstance(error, BrokenPipeError):
            report.failure(arguments.output or "standard output", f"cannot be written: {error.strerror}; write elsewhere")
    return FAILED if report.failed else DONE


class _Report:
    """Tells stderr how each input fared, and remembers whether one failed."""

    def __init__(self) -> None:
        self.failed = False

    def failure(self, file: str, problem: str) -> None:
        """An input that gives no article."""
        self.failed = True
        _say(f"{file}: {problem}")

    def status(self, file: str, article: Article) -> None:
        """The status of an article, unless all is well."""
        if article.status is Status.UNDECODABLE:
            self.failure(file, f"undecodable: {article.reason}; expected text, best in UTF-8")
        elif article.status is Status.UNSUPPORTED:
            self.failure(file, article.reason.replace("pass kind='text'", "pass --text"))
        elif article.status is not Status.OK:
            _say(f"{file}: {article.status}: {article.reason}")


def _say(message: str) -> None:
    """A line on stderr; whoever closed it gets none, and the work goes on."""
    try:
        print(f"newsclean: {message}", file=sys.stderr)
    except OSError:
        _abandon(sys.stderr)


def _clean(arguments: argparse.Namespace, report: _Report) -> Iterator[str]:
    """The clean articles in the format asked for, with what stands between them."""
    several = len(arguments.files) > 1
    if arguments.url is not None and several:
        raise ConfigError(f"--url is the address of one page, but {len(arguments.files)} files were given: clean that page alone")
    between = ""
    for file, article in _articles(arguments.files, arguments, report):
        part = to_json_line(article, file) if several and arguments.format == "json" else _WRITERS[arguments.format](article)
        yield between + part if part else ""
        between = _SEPARATORS[arguments.format] if part else between


def _explain(arguments: argparse.Namespace, report: _Report) -> Iterator[str]:
    """Every block of one source with its fate: coloured and shortened on a terminal, plain and whole elsewhere."""
    on_terminal = sys.stdout.isatty()
    colour = on_terminal and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = shutil.get_terminal_size().columns if on_terminal else None
    for _, article in _articles([arguments.file], arguments, report):
        yield to_explanation(article, ANSI if colour else PLAIN, width)


def _filters(arguments: argparse.Namespace, _: _Report) -> Iterator[str]:
    """The filters of a preset in the order they run, or all about one of them."""
    filters = {filter_name(filter): filter for filter in PRESETS[arguments.preset]}
    if arguments.name is None:
        column = max(map(len, filters))
        yield from (f"{name:<{column}}  {_purpose(filter)}\n" for name, filter in filters.items())
    elif arguments.name in filters:
        yield _description(arguments.name, filters[arguments.name])
    else:
        raise ConfigError(f"no filter {arguments.name!r} in preset {arguments.preset}; it has {', '.join(filters)}")


def _articles(files: Sequence[str], arguments: argparse.Namespace, report: _Report) -> Iterator[tuple[str, Article]]:
    """Each input that can be read, cleaned; the others are reported and passed over."""
    cleaner = Cleaner(preset=arguments.preset)
    for file in files:
        try:
            source = sys.stdin.buffer.read() if file == _STDIN else Path(file).read_bytes()
            article = cleaner.clean(source, url=arguments.url, kind=arguments.kind)
        except OSError as error:
            report.failure(file, f"cannot be read: {error.strerror}; check the path and its permissions")
        except NewscleanError as error:
            report.failure(file, str(error).replace("kind='text'", "--text"))
        else:
            report.status(file, article)
            yield file, article


def _purpose(filter: Filter) -> str:
    """The first sentence of a filter's docstring."""
    found = _FIRST_SENTENCE.match(" ".join((inspect.getdoc(filter) or "").split()))
    return found.group() if found else "(no docstring)"


def _description(name: str, filter: Filter) -> str:
    """A filter's docstring, and its options with their values."""
    text = f"{name}\n\n{inspect.getdoc(filter) or '(no docstring)'}\n"
    if not dataclasses.is_dataclass(filter):
        return text
    options = [f"  {option.name} = {_value(getattr(filter, option.name))}\n" for option in dataclasses.fields(filter)]
    return f"{text}\nOptions:\n{''.join(options)}" if options else text


def _value(value: object) -> str:
    """A value as it is written in code; an object without a form of its own by its type, not by its place in memory."""
    return repr(value) if type(value).__repr__ is not object.__repr__ else f"{type(value).__name__}()"


def _deliver(parts: Iterator[str], file: str | None) -> None:
    """Write to a file, or to stdout; without a single part, a file is left as it was."""
    first = next(parts, None)
    if first is None:
        return
    with nullcontext(sys.stdout.buffer) if file is None else replacing(Path(file)) as stream:
        for part in chain((first,), parts):
            stream.write(part.encode("utf-8", "replace"))
        stream.flush()


def _abandon(stream: TextIO) -> None:
    """Point a stream at nothing: the interpreter would flush what is left on its way out, fail, and exit with 120."""
    with open(os.devnull, "wb") as nothing:
        os.dup2(nothing.fileno(), stream.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="newsclean", description="Clean scraped news text, and say why each line went.")
    parser.add_argument("--version", action="version", version=f"newsclean {__version__}")
    parser.set_defaults(output=None, url=None)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    preset, source = _preset_options(), _source_options()

    clean = commands.add_parser("clean", parents=[source, preset], help="write the clean article")
    clean.add_argument("files", nargs="*", default=[_STDIN], metavar="FILE", help="files to clean; - or none is stdin")
    clean.add_argument("--url", help="the page's address, handed through to the metadata")
    clean.add_argument("--format", choices=_WRITERS, default="text", help="text (default), md for Markdown, or json")
    clean.add_argument("-o", "--output", metavar="FILE", help="write here, all at once, instead of to stdout")
    clean.set_defaults(command=_clean)

    explain = commands.add_parser("explain", parents=[source, preset], help="show every line with its fate and the reason")
    explain.add_argument("file", nargs="?", default=_STDIN, metavar="FILE", help="file to explain; - or none is stdin")
    explain.set_defaults(command=_explain)

    filters = commands.add_parser("filters", parents=[preset], help="show which filters run, in order, and why")
    filters.add_argument("name", nargs="?", metavar="NAME", help="one filter, to read all about it")
    filters.set_defaults(command=_filters)
    return parser


def _preset_options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--preset", choices=PRESETS, default="balanced", help="which filters run (default: balanced)")
    return options


def _source_options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False)
    kind = options.add_mutually_exclusive_group()
    kind.add_argument("--text", dest="kind", action="store_const", const="text", default="auto", help="the input is plain text")
    kind.add_argument("--html", dest="kind", action="store_const", const="html", default="auto", help="the input is HTML")
    return options

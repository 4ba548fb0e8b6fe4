"""``newsclean batch``: many documents, from and to files of many formats."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from newsclean.cli.exits import DONE, FAILED, INTERRUPTED, USAGE
from newsclean.cli.options import SOURCES, preset_options, profile_options
from newsclean.cli.report import say
from newsclean.errors import StrictError

if TYPE_CHECKING:
    from newsclean.batch import Begin, Job
    from newsclean.cleaner import Cleaner

_SINKS = ("jsonl", "csv", "parquet", "text", "md", "dolma")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    shared = [preset_options(), profile_options()]
    parser = commands.add_parser("batch", parents=shared, help="clean many documents into one output")
    parser.add_argument("inputs", nargs="+", metavar="INPUT", help="files, folders, patterns; - is stdin")
    parser.add_argument("-o", "--output", required=True, type=Path, metavar="OUT", help="a file, or a folder for text files")
    parser.add_argument("-j", "--workers", type=int, default=1, metavar="N", help="processes that clean (default: 1)")
    parser.add_argument("--resume", action="store_true", help="go on with an unfinished batch; if it is finished, do nothing")
    parser.add_argument("--force", action="store_true", help="begin anew; with --resume, only if the configuration has changed")
    parser.add_argument("--errors", type=Path, metavar="FILE", help="write what failed here, a JSON object a line")
    parser.add_argument("--stats", type=Path, metavar="FILE", help="write the summary here as JSON")
    parser.add_argument("--strict", action="store_true", help="stop at the first document that fails")
    _add_forms(parser)
    _add_limits(parser)
    parser.set_defaults(run=run)


def _add_forms(parser: argparse.ArgumentParser) -> None:
    forms = parser.add_argument_group("what goes in and comes out")
    forms.add_argument("--from", dest="source", choices=SOURCES, help="what the inputs are (default: as their suffixes say)")
    forms.add_argument("--to", dest="sink", choices=_SINKS, help="what to write (default: as the suffix of OUT says)")
    forms.add_argument("--text-key", metavar="KEY", help="where records have their text (default: text)")
    forms.add_argument("--html-key", metavar="KEY", help="where records have their HTML (default: html)")
    forms.add_argument("--id-key", metavar="KEY", default="id", help="where records have their id (default: id)")
    forms.add_argument("--url-key", metavar="KEY", default="url", help="where records have their address (default: url)")
    forms.add_argument("--with-removed", action="store_true", help="write what was removed, too, and why")
    forms.add_argument("--with-source", action="store_true", help="write the page as it was read, too")


def _add_limits(parser: argparse.ArgumentParser) -> None:
    limits = parser.add_argument_group("how much one document may take")
    limits.add_argument("--timeout", type=float, default=60.0, metavar="SECONDS", help="time (default: 60)")
    limits.add_argument("--max-chars", type=int, default=5_000_000, metavar="N", help="characters (default: 5000000)")
    limits.add_argument("--memory", type=int, default=4_096, metavar="MB", help="address space of a worker (default: 4096)")
    limits.add_argument("--chunk", type=int, default=50, metavar="N", help="documents that are saved together (default: 50)")


def run(options: argparse.Namespace) -> int:
    """Clean the batch; returns the exit code."""
    from newsclean.batch import bar
    from newsclean.batch import run as run_batch

    try:
        job = _job(options)
        with bar() as note:
            summary = run_batch(job, workers=options.workers, begin=_begin(options), strict=options.strict, note=note)
    except StrictError as error:
        say(f"{error}; correct it and go on with --resume")
        return FAILED
    except KeyboardInterrupt:
        say("stopped; go on with --resume")
        return INTERRUPTED
    except OSError as error:
        say(f"{error.filename or options.output}: {error.strerror or error}; free some space or mend it, and go on with --resume")
        return USAGE
    if summary.nothing_done:
        say(f"{options.output} is finished, and its inputs have not changed: nothing to do")
    for line in summary.to_text().splitlines():
        say(line)
    if summary.failures and options.errors is None:
        say("to see what failed, name a file with --errors")
    return FAILED if summary.failures else DONE


def _begin(options: argparse.Namespace) -> Begin:
    if options.resume:
        return "resume or anew" if options.force else "resume"
    return "anew" if options.force else "new"


def _job(options: argparse.Namespace) -> Job:
    from newsclean.batch import Job, Keys, Limits

    extras = {name for name in ("removed", "source") if getattr(options, f"with_{name}")}
    return Job(
        inputs=tuple(options.inputs),
        output=options.output,
        source_format=options.source,
        sink_format=options.sink,
        keys=Keys(options.text_key, options.html_key, options.id_key, options.url_key),
        limits=Limits(options.timeout, options.max_chars, options.memory),
        extras=frozenset(extras),
        cleaner=_cleaner(options),
        chunk=options.chunk,
        errors=options.errors,
        stats=options.stats,
    )


def _cleaner(options: argparse.Namespace) -> Callable[[], Cleaner]:
    """What makes the cleaner of a worker: options that change how pages are cleaned go in here."""
    from newsclean.cleaner import Cleaner
    from newsclean.profiles import Profiles

    if options.profiles is None:
        return partial(Cleaner, preset=options.preset)
    profiles = Profiles.load(options.profiles)  # and not the directory: what the files say is part of the configuration
    return partial(Cleaner, preset=options.preset, profiles=profiles, site=options.site)

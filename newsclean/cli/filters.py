"""``newsclean filters``: the filters of a preset in the order they run, or all about one of them."""

from __future__ import annotations

import argparse
import dataclasses
import inspect
import re
from collections.abc import Iterator

from newsclean.cli.options import preset_options
from newsclean.cli.output import deliver
from newsclean.cli.report import Report
from newsclean.document import Filter
from newsclean.errors import ConfigError
from newsclean.pipeline import PRESETS, filter_name

_FIRST_SENTENCE = re.compile(r".+?[.!?](?=\s|$)|.+")


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("filters", parents=[preset_options()], help="show which filters run, in order, and why")
    parser.add_argument("name", nargs="?", metavar="NAME", help="one filter, to read all about it")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Show the filters; returns the exit code.

    :raises ConfigError: no filter of that name in the preset
    """
    return deliver(_parts(options), None, Report())


def _parts(options: argparse.Namespace) -> Iterator[str]:
    filters = {filter_name(filter): filter for filter in PRESETS[options.preset]}
    if options.name is None:
        column = max(map(len, filters))
        yield from (f"{name:<{column}}  {_purpose(filter)}\n" for name, filter in filters.items())
    elif options.name in filters:
        yield _description(options.name, filters[options.name])
    else:
        raise ConfigError(f"no filter {options.name!r} in preset {options.preset}; it has {', '.join(filters)}")


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

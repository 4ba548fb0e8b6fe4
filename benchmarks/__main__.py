"""``python -m benchmarks COMMAND DATA…``: arguments only."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import pages
from benchmarks.flatten import FLATTENERS
from benchmarks.optional import MissingPackage
from benchmarks.profiles import profiles
from benchmarks.prose import prose
from benchmarks.rules import rules
from benchmarks.speed import speed
from benchmarks.text import text
from newsclean import PRESETS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 1 if a package that it cannot do without is missing."""
    options = _parser().parse_args(arguments)
    try:
        match options.command:
            case "text":
                text(
                    options.data,
                    flatten=options.flatten,
                    preset=options.preset,
                    limit=options.limit,
                    json_file=options.json,
                )
            case "speed":
                speed(options.data, limit=options.limit)
            case "rules":
                rules(options.data, preset=options.preset, limit=options.limit)
            case "profiles":
                profiles(options.data, flatten=options.flatten, preset=options.preset, limit=options.limit)
            case "prose":
                prose(options.data, limit=options.limit)
    except MissingPackage as missing:
        print(missing, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        epilog=pages.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    text_command = _command(commands, "text", "quality of newsclean and its peers on flattened pages")
    text_command.add_argument("--json", type=Path, metavar="FILE", help="write all numbers, down to the pages")
    speed_command = _command(commands, "speed", "CPU time against trafilatura, cost of the import, growth with the input")
    rules_command = _command(commands, "rules", "hits and precision of every rule, the most harmful first")
    profiles_command = _command(commands, "profiles", "what profiles of sites do, learned on the other pages of the same site")
    prose_command = _command(commands, "prose", "fit the weights of newsclean.measure.ProseWeights again")
    for command in (text_command, profiles_command):
        command.add_argument("--flatten", choices=FLATTENERS, default="resiliparse", help="what turns HTML into text")
    for command in (text_command, rules_command, profiles_command):
        command.add_argument("--preset", choices=PRESETS, default="balanced")
    for command in (text_command, speed_command, rules_command, profiles_command, prose_command):
        command.add_argument("--limit", type=int, metavar="N", help="only the first N pages of each file")
    return parser


def _command(commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, help: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=help, description=help)
    command.add_argument("data", nargs="+", type=Path, metavar="DATA", help="a .jsonl or .jsonl.xz file")
    return command


if __name__ == "__main__":
    sys.exit(main())

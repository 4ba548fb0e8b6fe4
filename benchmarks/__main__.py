"""``python -m benchmarks COMMAND DATA…``: arguments only."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import pages
from benchmarks.flatten import FLATTENERS
from benchmarks.optional import MissingPackage
from benchmarks.prose import prose
from benchmarks.rules import rules
from benchmarks.speed import speed
from benchmarks.text import text
from benchmarks.throughput import throughput
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
            case "prose":
                prose(options.data, limit=options.limit)
            case "throughput":
                throughput(options.data, workers=options.workers, count=options.count)
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
    text_command.add_argument("--flatten", choices=FLATTENERS, default="resiliparse", help="what turns HTML into text")
    text_command.add_argument("--json", type=Path, metavar="FILE", help="write all numbers, down to the pages")
    speed_command = _command(commands, "speed", "CPU time against trafilatura, cost of the import, growth with the input")
    rules_command = _command(commands, "rules", "hits and precision of every rule, the most harmful first")
    prose_command = _command(commands, "prose", "fit the weights of newsclean.measure.ProseWeights again")
    throughput_command = _command(commands, "throughput", "pages per core-hour of a batch, and how it scales")
    throughput_command.add_argument("--workers", nargs="+", type=int, default=[1, 2], metavar="N", help="runs (default: 1 2)")
    throughput_command.add_argument("--count", type=int, default=2_000, metavar="N", help="pages of each run (default: 2000)")
    for command in (text_command, rules_command):
        command.add_argument("--preset", choices=PRESETS, default="balanced")
    for command in (text_command, speed_command, rules_command, prose_command):
        command.add_argument("--limit", type=int, metavar="N", help="only the first N pages of each file")
    return parser


def _command(commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, help: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=help, description=help)
    command.add_argument("data", nargs="+", type=Path, metavar="DATA", help="a .jsonl or .jsonl.xz file")
    return command


if __name__ == "__main__":
    sys.exit(main())

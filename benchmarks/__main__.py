"""``python -m benchmarks COMMAND DATA…``: arguments only."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from benchmarks import pages
from benchmarks.batches import batches
from benchmarks.commands import gate, print_confidence, print_languages, print_memory, print_quality, print_speed
from benchmarks.errors import BenchmarkError
from benchmarks.flatten import FLATTENERS
from benchmarks.heads import heads
from benchmarks.metadata import metadata
from benchmarks.ours import Ours
from benchmarks.passes import INPUTS, Input, Setup
from benchmarks.peers import html_builders, text_builders
from benchmarks.profiles import profiles
from benchmarks.prose import prose
from benchmarks.report import report
from benchmarks.rules import rules
from benchmarks.throughput import throughput
from benchmarks.train import train
from newsclean import PRESETS


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 1 if the data or a package that it cannot do without is missing, or the gate is shut."""
    options = _parser().parse_args(arguments)
    try:
        match options.command:
            case "report":
                report(options.data, _setup(options, INPUTS), options.output, limit=options.limit, jobs=options.jobs)
            case "text" | "html" | "residue":
                setup = _setup(options, (options.command,))
                print_quality(options.data, setup, limit=options.limit, jobs=options.jobs, json_file=options.json)
            case "languages":
                print_languages(options.data, _setup(options, ("text",)), limit=options.limit, jobs=options.jobs)
            case "confidence":
                setup = _setup(options, (options.input,))
                print_confidence(options.data, setup, kind=options.input, limit=options.limit, jobs=options.jobs)
            case "speed":
                print_speed(options.data, _setup(options, INPUTS), limit=options.limit)
            case "memory":
                print_memory(options.data, _setup(options, INPUTS), limit=options.limit)
            case "rules":
                settings = {"kind": options.input, "flatten": options.flatten, "ours": _ours(options)}
                print(rules(options.data, **settings, limit=options.limit))
            case "prose":
                prose(options.data, limit=options.limit)
            case "heads":
                heads(options.data, Ours(folds=options.folds), limit=options.limit)
            case "train":
                files = {"weights": options.output, "folds": options.folds}
                train(options.data, model=options.model, limit=options.limit, seed=options.seed, **files)
            case "metadata":
                flatten = options.flatten if options.input == "text" else None
                metadata(options.data, limit=options.limit, failures=options.failures, flatten=flatten)
            case "throughput":
                throughput(options.data, kinds=options.kinds, workers=options.workers, count=options.count)
            case "batches":
                batches(options.data, kinds=options.kinds, workers=options.workers, count=options.count)
            case "profiles":
                settings = {"kind": options.input, "flatten": options.flatten, "ours": _ours(options)}
                profiles(options.data, **settings, limit=options.limit)
            case "gate":
                return gate(options.raise_floors)
    except BenchmarkError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def _setup(options: argparse.Namespace, inputs: tuple[Input, ...]) -> Setup:
    return Setup(inputs, options.flatten, _ours(options), tuple(getattr(options, "peers", ())))


def _ours(options: argparse.Namespace) -> Ours:
    return Ours(options.preset, options.folds)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks",
        description=__doc__,
        epilog=pages.__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    everything = _command(commands, "report", "all below but prose, heads and gate, as Markdown, JSON and plots")
    everything.add_argument("-o", "--output", type=Path, required=True, metavar="FOLDER", help="where the report goes")
    qualities = [
        _command(commands, "text", "quality of newsclean and its peers on flattened pages"),
        _command(commands, "html", "quality on the pages' HTML"),
        _command(commands, "residue", "quality of other extractors' output before and after newsclean cleans it as text"),
    ]
    languages = _command(commands, "languages", "foreign blocks put into pages: how many newsclean finds, and what it loses")
    confidence = _command(commands, "confidence", "the reliability curve of newsclean's confidence")
    speed = _command(commands, "speed", "CPU time against trafilatura, cost of the import, growth with the input")
    memory = _command(commands, "memory", "peak memory of each program, in a process of its own")
    rules_command = _command(commands, "rules", "hits and precision of every rule, the most harmful first")
    metadata_command = _command(commands, "metadata", "title, authors and date read from the markup or the text")
    metadata_command.add_argument("--failures", action="store_true", help="list what differs from the gold")
    throughput_command = _command(commands, "throughput", "pages per core-hour of a batch, and how it scales")
    batches_command = _command(commands, "batches", "memory of long batches and streams, and their output with any workers")
    for command, workers, count in ((throughput_command, [1, 2], 2_000), (batches_command, [1, 2, 3], 10_000)):
        default = " ".join(map(str, workers))
        command.add_argument("--workers", nargs="+", type=_positive, default=workers, metavar="N", help=f"default: {default}")
        command.add_argument("--count", type=_positive, default=count, metavar="N", help=f"pages (default: {count})")
        command.add_argument("--kinds", nargs="+", choices=INPUTS[:2], default=INPUTS[:2], help="default: text html")
    profiles_command = _command(commands, "profiles", "what profiles of sites do, learned on the other pages of the same site")
    prose_command = _command(commands, "prose", "fit the weights of newsclean.measure.ProseWeights again")
    heads_help = "fit newsclean.head_weights again, from pages and the folder fixtures"
    heads_command = _command(commands, "heads", heads_help)
    train_command = _command(commands, "train", "train a network of newsclean.scorer again")
    train_command.add_argument("--model", choices=("text", "html"), required=True, help="for lines of text, or for markup")
    train_command.add_argument("-o", "--output", type=Path, metavar="FILE", help="write the weights of a network of all pages")
    train_command.add_argument("--folds", type=Path, metavar="FOLDER", help="write networks that each leave out some sites")
    train_command.add_argument("--seed", type=int, default=0, metavar="N", help="of all that is drawn (default: 0)")
    for command in qualities:
        command.add_argument("--json", type=Path, metavar="FILE", help="write all numbers, down to the pages")
    for command, default in (
        (confidence, "text"),
        (rules_command, "text"),
        (profiles_command, "text"),
        (metadata_command, "html"),
    ):
        command.add_argument(
            "--input", choices=("text", "html"), default=default, help=f"what newsclean gets (default: {default})"
        )
    for command in (everything, *qualities, languages, confidence):
        command.add_argument("-j", "--jobs", type=_positive, default=1, metavar="N", help="processes (default: 1)")
    peers = list(dict.fromkeys((*text_builders(Ours()), *html_builders(Ours()))))
    for command in (everything, *qualities, speed, memory):
        command.add_argument("--peers", nargs="+", metavar="NAME", choices=peers, default=(), help=f"only: {', '.join(peers)}")
    measured = (everything, *qualities, languages, confidence, speed, memory, rules_command, profiles_command)
    for command in (*measured, metadata_command):
        command.add_argument("--flatten", choices=FLATTENERS, default="resiliparse", help="what turns HTML into text")
    for command in (*measured, heads_command):
        folds_help = "clean each page with the network in FOLDER that has not seen its site; see train"
        command.add_argument("--folds", type=Path, metavar="FOLDER", help=folds_help)
    for command in measured:
        command.add_argument("--preset", choices=PRESETS, default="balanced")
    for command in (*measured, metadata_command, prose_command, heads_command, train_command):
        command.add_argument("--limit", type=_positive, metavar="N", help="only the first N pages of each set")
    gate_help = "newsclean on its own fixtures against pinned floors"
    gate_command = commands.add_parser("gate", help=gate_help, description=gate_help)
    gate_command.add_argument("--raise", dest="raise_floors", action="store_true", help="pin what is better now; lower nothing")
    return parser


def _command(commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, help: str) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=help, description=help)
    command.add_argument("data", nargs="+", type=Path, metavar="DATA", help=".jsonl or .jsonl.xz files, checkouts of sets")
    return command


def _positive(text: str) -> int:
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is no number from 1")
    return int(text)


if __name__ == "__main__":
    sys.exit(main())

"""The command ``newsclean``: arguments in, exit code out. Data goes to stdout as UTF-8, everything else to stderr.

Each command is a module with ``add``, which declares its arguments, and ``run``, which does the work.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from newsclean import __version__
from newsclean.cli import batch, clean, explain, filters, learn
from newsclean.cli.exits import INTERRUPTED, USAGE
from newsclean.cli.report import say
from newsclean.errors import NewscleanError

_COMMANDS = (
    clean,
    batch,
    explain,
    filters,
    learn,
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    :raises SystemExit: from argparse, after ``--help`` or ``--version``, or with 2 for arguments it cannot read
    """
    options = _parser().parse_args(argv)
    try:
        code: int = options.run(options)
    except NewscleanError as error:
        say(str(error))
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    return code


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="newsclean", description="Clean scraped news text, and say why each line went.")
    parser.add_argument("--version", action="version", version=f"newsclean {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for command in _COMMANDS:
        command.add(commands)
    return parser

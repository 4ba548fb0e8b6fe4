"""What goes to stderr."""

from __future__ import annotations

import os
import sys
from typing import TextIO

from newsclean.model import Article, Status


class Report:
    """Tells stderr how each input fared, and remembers whether one failed."""

    def __init__(self) -> None:
        self.failed = False

    def failure(self, file: str, problem: str) -> None:
        """An input that gives no article."""
        self.failed = True
        say(f"{file}: {problem}")

    def status(self, file: str, article: Article) -> None:
        """The status of an article, unless all is well."""
        if article.status is Status.UNDECODABLE:
            self.failure(file, f"undecodable: {article.reason}; expected text, best in UTF-8")
        elif article.status is not Status.OK:
            say(f"{file}: {article.status}: {article.reason}")


def say(message: str) -> None:
    """A line on stderr; whoever closed it gets none, and the work goes on."""
    try:
        print(f"newsclean: {message}", file=sys.stderr)
    except OSError:
        abandon(sys.stderr)


def abandon(stream: TextIO) -> None:
    """Point a stream at nothing: the interpreter would flush what is left on its way out, fail, and exit with 120."""
    with open(os.devnull, "wb") as nothing:
        os.dup2(nothing.fileno(), stream.fileno())

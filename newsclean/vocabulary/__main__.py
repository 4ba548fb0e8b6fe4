"""``python -m newsclean.vocabulary [LANGUAGE …]`` checks the language files; silence is a clean bill."""

from __future__ import annotations

import sys

from newsclean.vocabulary import check, load


def main(only: list[str]) -> int:
    """Print each problem on a line of its own; the number of problems decides the exit code."""
    problems = [p for p in check(load()) if not only or p.split("/")[1] in only]
    print(*problems, sep="\n" if problems else "", end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

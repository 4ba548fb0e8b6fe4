"""Exit codes of the command."""

DONE, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
"""All done, some input or the output failed, wrong usage, stopped with Ctrl-C."""

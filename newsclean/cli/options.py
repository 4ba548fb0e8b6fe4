"""Options that several commands share."""

from __future__ import annotations

import argparse

from newsclean.pipeline import PRESETS

SOURCES = ("text", "html", "jsonl", "csv", "parquet", "warc")
"""Formats of inputs, where their suffixes do not tell."""


def preset_options() -> argparse.ArgumentParser:
    """Which filters run."""
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--preset", choices=PRESETS, default="balanced", help="which filters run (default: balanced)")
    return options


def profile_options() -> argparse.ArgumentParser:
    """What is known about sites."""
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--profiles", metavar="DIR", help="use the lines of sites that newsclean learn wrote here")
    options.add_argument("--site", metavar="NAME", help="the site of all pages (default: the host of each page's address)")
    return options


def source_options() -> argparse.ArgumentParser:
    """What the input is."""
    options = argparse.ArgumentParser(add_help=False)
    kind = options.add_mutually_exclusive_group()
    kind.add_argument("--text", dest="kind", action="store_const", const="text", default="auto", help="the input is plain text")
    kind.add_argument("--html", dest="kind", action="store_const", const="html", default="auto", help="the input is HTML")
    return options

"""Tell HTML from text."""

from __future__ import annotations

import re

_SAMPLE_CHARS = 20_000
_DOCUMENT = re.compile(r"<!doctype html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_TAG = re.compile(
    r"</(?:p|div|a|span|li|ul|h[1-6]|article|section|td|table|script|style)>|<(?:br|p|div|img|meta|link|article|section|h[1-6])\b[^<>]{0,300}/?>",
    re.IGNORECASE,
)
_MIN_TAGS = 4
_CHARS_A_TAG = 400


def looks_like_html(source: str) -> bool:
    """Whether a source is markup: a document's own tags near its start, or tags throughout.

    >>> looks_like_html("<!DOCTYPE html><title>Ships</title>"), looks_like_html("Use <p> to open a paragraph.")
    (True, False)
    """
    sample = source[:_SAMPLE_CHARS]
    if "<" not in sample:
        return False
    opening = sample[:2_000].lstrip("\ufeff \t\r\n")
    if opening.startswith("<") and _DOCUMENT.search(opening):
        return True
    tags = len(_TAG.findall(sample))
    return tags >= _MIN_TAGS and tags * _CHARS_A_TAG >= len(sample)

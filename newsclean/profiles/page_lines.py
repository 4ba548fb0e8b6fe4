"""The lines of a page, as a cleaner sees them."""

from __future__ import annotations

from typing import Literal

from newsclean.read.detect import looks_like_html
from newsclean.read.text import read
from newsclean.segment import segment


def page_lines(source: str | bytes, kind: Literal["auto", "text", "html"] = "auto") -> tuple[tuple[str, ...], str]:
    """The lines of a page, and why there are none, if so.

    >>> page_lines("Subscribe\\n\\nFog closed the port.")
    (('Subscribe', 'Fog closed the port.'), '')
    >>> page_lines(b"%PDF-1.7")[1]
    'PDF data, not text: decompress or convert it first'
    """
    reading = read(source)
    if reading.problem:
        return (), reading.problem
    if kind == "html" or (kind == "auto" and looks_like_html(reading.source)):
        from newsclean.read.html import read_html

        return tuple(block.text for block in read_html(reading.source).blocks), ""
    return tuple(block.text for block in segment(reading.source)), ""

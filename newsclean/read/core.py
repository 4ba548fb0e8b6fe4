"""trafilatura's answer to a page: the lines it takes for the main text. The only import of trafilatura."""

from __future__ import annotations

from typing import Any


def core_lines(tree: Any) -> list[str]:
    """The lines of the main text that trafilatura finds in a parsed page; none where it finds nothing or fails.

    Its fast mode without comments and metadata: as good as its default on news pages, at half the time. It works on a copy
    of the tree.
    """
    import logging

    from trafilatura import bare_extraction

    logger = logging.getLogger("trafilatura")
    if not logger.handlers:  # else every page without a main text would be announced on stderr
        logger.addHandler(logging.NullHandler())
    try:
        found = bare_extraction(tree, fast=True, include_comments=False)
    except Exception:  # it raises whatever its many parts raise on odd markup; the page's own blocks remain
        return []
    text = getattr(found, "text", None) or ""
    return [line for line in map(_bare, text.splitlines()) if any(map(str.isalnum, line))]


def _bare(line: str) -> str:
    """A line without the marks that trafilatura puts on list items and table cells.

    >>> _bare("- Bring a coat"), _bare("| Vellin | 12 \\\\| 14 | ")
    ('Bring a coat', 'Vellin | 12 | 14')
    """
    return line.strip().removeprefix("- ").replace("\\|", "|").strip("| ").removeprefix("-   ")

"""Markup to a tree, and what to say where that cannot be done."""

from __future__ import annotations

from typing import Any

from newsclean.model import Status

PARSER_DEPTH = 2_048
"""Elements in elements that libxml2 holds; it drops what is deeper."""


def parse(html: str) -> tuple[Any, Status, str]:
    """The tree, or None with the reason: a parser that dropped part of a page gives no tree.

    Comments and processing instructions are not in it.
    """
    from lxml.etree import ElementDefaultClassLookup, LxmlError
    from lxml.html import HtmlElement, HTMLParser, document_fromstring

    parser = HTMLParser(
        encoding="utf-8", collect_ids=False, default_doctype=False, remove_comments=True, remove_pis=True, huge_tree=True
    )
    parser.set_element_class_lookup(ElementDefaultClassLookup(element=HtmlElement))  # asking for each tag's class is slow
    try:
        tree = document_fromstring(html.replace("\0", " ").encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError):
        return None, Status.OK, ""
    if any(error.type_name == "ERR_RESOURCE_LIMIT" for error in parser.error_log):
        return None, Status.TOO_DEEP, f"elements nested deeper than {PARSER_DEPTH:,}; the markup was taken off without parsing it"
    return tree, Status.OK, ""

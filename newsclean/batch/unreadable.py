"""The one thing that can be wrong with a document before it is cleaned."""

from __future__ import annotations


class Unreadable(Exception):
    """There is a document, or there should be one, but it cannot be read; the message says why and what to do."""

"""What an article states about itself: :mod:`text` reads its lines, :mod:`html` its markup, :mod:`merge` makes one of both."""

from newsclean.metadata.text import metadata

__all__ = ["metadata"]

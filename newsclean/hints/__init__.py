"""How likely a block of an HTML page is article text, by its words, its markup and its neighbours."""

from newsclean.hints.scores import sharpen

__all__ = ["sharpen"]

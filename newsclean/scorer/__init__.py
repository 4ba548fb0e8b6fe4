"""The learned scorer: how likely each line of a page is part of the body, from its features and those of the lines around."""

from newsclean.scorer.lines import Reading
from newsclean.scorer.network import Network, load
from newsclean.scorer.scores import Scores, score

__all__ = ["Network", "Reading", "Scores", "load", "score"]

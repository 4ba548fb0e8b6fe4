"""Batches: any number of documents from files of many formats, cleaned by several processes, and resumed where they stopped."""

from newsclean.batch.job import EXTRAS, Job, Keys, Limits
from newsclean.batch.progress import bar
from newsclean.batch.run import Begin, run
from newsclean.batch.summary import Summary

__all__ = ["EXTRAS", "Begin", "Job", "Keys", "Limits", "Summary", "bar", "run"]

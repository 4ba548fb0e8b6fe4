"""Clean pages with Spark's ``mapInPandas``: each task builds its cleaner once.

    pip install newsclean pyspark pandas pyarrow
    PYSPARK_PYTHON=$(which python) python recipes/spark_pandas.py pages.jsonl clean/

On a cluster, newsclean must be installed where the tasks run.
"""

import sys
from collections.abc import Iterator

import pandas as pd
from pyspark.sql import SparkSession

from newsclean import Cleaner

SCHEMA = "id string, url string, text string, title string, status string"


def clean(batches: Iterator[pd.DataFrame]) -> Iterator[pd.DataFrame]:
    """Frames of pages in, frames of articles out."""
    cleaner = Cleaner()
    for pages in batches:
        articles = [cleaner.clean(page.text, url=page.url) for page in pages.itertuples()]
        yield pages[["id", "url"]].assign(
            text=[article.text for article in articles],
            title=[article.metadata.title for article in articles],
            status=[str(article.status) for article in articles],
        )


def main(source: str, target: str) -> None:
    """Read JSON lines with ``id``, ``text`` and ``url``, and write a folder of them with the clean text."""
    spark = SparkSession.builder.appName("newsclean").getOrCreate()
    pages = spark.read.json(source).select("id", "url", "text")
    pages.mapInPandas(clean, SCHEMA).write.json(target)
    spark.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])

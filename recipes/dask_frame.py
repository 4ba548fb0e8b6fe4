"""Clean pages with Dask: each partition builds its cleaner once.

pip install newsclean "dask[dataframe]"
python recipes/dask_frame.py pages.jsonl clean/
"""

import sys

import dask.dataframe as dd
import pandas as pd

from newsclean import Cleaner


def clean(pages: pd.DataFrame) -> pd.DataFrame:
    """A partition of pages in, one of articles out."""
    cleaner = Cleaner()
    articles = [cleaner.clean(page.text, url=page.url) for page in pages.itertuples()]
    return pages.assign(
        text=[article.text for article in articles],
        title=[article.metadata.title or "" for article in articles],
        status=[str(article.status) for article in articles],
    )


def main(source: str, target: str) -> None:
    """Read JSON lines with ``text`` and ``url``, and write a folder of them with the clean text."""
    pages = dd.read_json(source, lines=True, blocksize=2**24)
    columns = pages._meta.assign(title=pd.Series(dtype="string"), status=pd.Series(dtype="string"))
    articles = pages.map_partitions(clean, meta=columns)
    articles.to_json(f"{target}/*.json", orient="records", lines=True, compute_kwargs={"scheduler": "processes"})


if __name__ == "__main__":
    main(*sys.argv[1:])

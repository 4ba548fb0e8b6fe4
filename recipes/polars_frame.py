"""Clean the pages in a polars frame.

pip install newsclean polars
python recipes/polars_frame.py pages.jsonl clean.jsonl
"""

import sys

import polars as pl

from newsclean import Cleaner

ARTICLE = pl.Struct({"text": pl.String, "title": pl.String, "status": pl.String})
"""What the cleaner adds; polars wants to know before it runs."""


def main(source: str, target: str) -> None:
    """Read JSON lines with ``text`` and ``url``, and write them with the clean text."""
    cleaner = Cleaner()

    def clean(page: dict[str, str]) -> dict[str, str | None]:
        article = cleaner.clean(page["text"], url=page["url"])
        return {"text": article.text, "title": article.metadata.title, "status": str(article.status)}

    pages = pl.scan_ndjson(source)
    article = pl.struct("text", "url").map_elements(clean, return_dtype=ARTICLE).alias("article")
    pages.select(pl.exclude("text"), article).unnest("article").collect().write_ndjson(target)


if __name__ == "__main__":
    main(*sys.argv[1:])

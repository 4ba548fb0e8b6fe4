"""Clean the pages in a pandas frame.

pip install newsclean pandas
python recipes/pandas_frame.py pages.jsonl clean.jsonl
"""

import sys

import pandas as pd

from newsclean import Cleaner


def main(source: str, target: str) -> None:
    """Read JSON lines with ``text`` and ``url``, and write them with the clean text."""
    cleaner = Cleaner()
    pages = pd.read_json(source, lines=True)
    articles = [cleaner.clean(page.text, url=page.url) for page in pages.itertuples()]
    pages["text"] = [article.text for article in articles]
    pages["title"] = [article.metadata.title for article in articles]
    pages["status"] = [str(article.status) for article in articles]
    pages.to_json(target, orient="records", lines=True, force_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:])

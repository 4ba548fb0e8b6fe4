"""Clean pages on their way into spaCy: the body's text with its metadata as context.

pip install newsclean spacy
python recipes/spacy_pipe.py pages.jsonl clean.jsonl
"""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import spacy

from newsclean import Cleaner


def articles(source: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each page's body, and what belongs to it."""
    cleaner = Cleaner()
    for line in Path(source).read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        article = cleaner.clean(row["text"], url=row["url"])
        yield article.text, {"id": row["id"], "title": article.metadata.title, "status": str(article.status)}


def main(source: str, target: str) -> None:
    """Read JSON lines with ``id``, ``text`` and ``url``, and write the clean text with its number of sentences."""
    pipeline = spacy.blank("xx")
    pipeline.add_pipe("sentencizer")
    with Path(target).open("w", encoding="utf-8") as file:
        for document, row in pipeline.pipe(articles(source), as_tuples=True):
            row |= {"text": document.text, "sentences": len(list(document.sents))}
            file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

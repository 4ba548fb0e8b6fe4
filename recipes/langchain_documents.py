"""Clean documents for LangChain: a transformer that stands before a text splitter.

pip install newsclean langchain-core langchain-text-splitters
python recipes/langchain_documents.py pages.jsonl clean.jsonl
"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from langchain_core.documents import BaseDocumentTransformer, Document
from langchain_text_splitters import RecursiveCharacterTextSplitter

from newsclean import Cleaner


class NewscleanTransformer(BaseDocumentTransformer):
    """Clean pages; those without an article are left out. ``source`` in a document's metadata is its address."""

    def __init__(self) -> None:
        self.cleaner = Cleaner()

    def transform_documents(self, documents: Sequence[Document], **_: Any) -> Sequence[Document]:
        """The articles, in order."""
        articles = [(page, self.cleaner.clean(page.page_content, url=page.metadata.get("source"))) for page in documents]
        return [
            Document(article.text, metadata={**page.metadata, "title": article.metadata.title, "status": str(article.status)})
            for page, article in articles
            if article.text
        ]


def main(source: str, target: str) -> None:
    """Read JSON lines with ``id``, ``text`` and ``url``, and write the passages of the clean articles, a line each."""
    rows = map(json.loads, Path(source).read_text(encoding="utf-8").splitlines())
    pages = [Document(row["text"], metadata={"id": row["id"], "source": row["url"]}) for row in rows]
    articles = NewscleanTransformer().transform_documents(pages)
    passages = RecursiveCharacterTextSplitter(chunk_size=10_000, chunk_overlap=0).split_documents(articles)
    lines = (json.dumps({**passage.metadata, "text": passage.page_content}, ensure_ascii=False) for passage in passages)
    Path(target).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])

"""The body and nothing else."""

from __future__ import annotations

from newsclean.model import Article


def to_text(article: Article) -> str:
    """The body and a newline; an empty body is an empty str."""
    return f"{article.text}\n" if article.text else ""

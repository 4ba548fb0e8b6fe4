"""JSON: one document for people, or one line for programs."""

from __future__ import annotations

import json

from newsclean.model import Article


def to_json(article: Article) -> str:
    """The article as an indented JSON object, as :meth:`Article.to_dict` has it."""
    return json.dumps(article.to_dict(), ensure_ascii=False, indent=2) + "\n"


def to_json_line(article: Article, file: str) -> str:
    """The article as a JSON object on one line, with the name of the ``file`` it came from."""
    return json.dumps({"file": file, **article.to_dict()}, ensure_ascii=False) + "\n"

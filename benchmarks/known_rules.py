"""The rules that newsclean could apply: phrases from the vocabulary, filters' rules from their source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import newsclean.filters
from newsclean.vocabulary import load

_RULE_ARGUMENT = 2


def known_rules() -> frozenset[str]:
    """Every rule; one whose name is put together as it runs stands as its fixed beginning and ``*``.

    >>> {"phrases/id/baca-juga", "legal/copyright", "outside/*"} <= known_rules()
    True
    """
    phrases = (phrase.rule for language in load().languages for phrase in language.phrases)
    return frozenset((*phrases, *_filter_rules()))


def _filter_rules() -> Iterator[str]:
    for directory in newsclean.filters.__path__:
        for file in sorted(Path(directory).glob("*.py")):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Claim":
                    yield from _literal(node.args[_RULE_ARGUMENT])


def _literal(argument: ast.expr) -> Iterator[str]:
    if isinstance(argument, ast.JoinedStr):
        start = argument.values[0]
        if isinstance(start, ast.Constant):
            yield str(start.value) + "*"
    elif isinstance(argument, ast.Constant):
        yield str(argument.value)

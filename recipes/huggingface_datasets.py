"""Clean a data set of Hugging Face.

pip install newsclean datasets
python recipes/huggingface_datasets.py pages.jsonl clean.jsonl
"""

import sys
from typing import Any

from datasets import Features, Value, load_dataset

from newsclean import Cleaner

ADDED = {"title": Value("string"), "status": Value("string"), "confidence": Value("float32")}
"""What the cleaner adds. Without types, a first batch where no page has a title would make a column of nothing but nulls."""


def main(source: str, target: str) -> None:
    """Read JSON lines with ``text`` and ``url``, and write them with the clean text."""
    cleaner = Cleaner()

    def clean(batch: dict[str, list[Any]]) -> dict[str, list[Any]]:
        cleaned = cleaner.map_batch(batch)
        titles = [metadata["title"] for metadata in cleaned.pop("metadata")]
        return {**cleaned, "title": titles}

    pages = load_dataset("json", data_files=source, split="train")
    features = Features({**pages.features, **ADDED})
    pages.map(clean, batched=True, batch_size=100, features=features).to_json(target, force_ascii=False)


if __name__ == "__main__":
    main(*sys.argv[1:])

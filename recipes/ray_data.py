"""Clean pages with Ray Data: each worker builds its cleaner once.

pip install newsclean "ray[data]"
python recipes/ray_data.py pages.jsonl clean/
"""

import sys
from typing import Any

import ray

from newsclean import Cleaner


class Clean:
    """A batch of columns in, and out with the clean text."""

    def __init__(self) -> None:
        self.cleaner = Cleaner()

    def __call__(self, batch: dict[str, Any]) -> dict[str, Any]:
        """The batch with the clean text and the title."""
        cleaned = self.cleaner.map_batch(batch)
        titles = [metadata["title"] or "" for metadata in cleaned.pop("metadata")]
        return {**cleaned, "title": titles}


def main(source: str, target: str) -> None:
    """Read JSON lines with ``text`` and ``url``, and write a folder of them with the clean text."""
    pages = ray.data.read_json(source)
    pages.map_batches(Clean, batch_size=100, compute=ray.data.ActorPoolStrategy(min_size=1)).write_json(target)


if __name__ == "__main__":
    main(*sys.argv[1:])

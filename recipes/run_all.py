"""Run every recipe with its real engine on a few invented pages, and compare with newsclean alone.

    python recipes/run_all.py [RECIPE …]

Each recipe runs in a process of its own. The exit code is 1 if one fails or differs; a recipe whose engine is not installed is
passed over, and named.
"""

import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from newsclean import Cleaner

ENGINES = {
    "pandas_frame": "pandas",
    "polars_frame": "polars",
    "huggingface_datasets": "datasets",
    "ray_data": "ray",
    "spark_pandas": "pyspark",
    "dask_frame": "dask",
    "langchain_documents": "langchain_core",
    "spacy_pipe": "spacy",
}
"""The engine that each recipe needs."""

PAGES = 40
LONGEST = 180
"""Seconds after which a recipe is given up."""

HERE = Path(__file__).parent
_PAGE = """Home
Ferry number {n} sails again
By Ida Moreau
VELLIN (Reuters) - Ferry number {n} will sail again on Monday, {n} winters after its engine failed off the northern pier.
Also read: Lighthouse keeper retires after forty years
The council voted nine to four to pay for the repair, which took {n} shipyards and more than two million crowns.
Share this article
"""


def main(names: list[str]) -> int:
    """Run some recipes, or all; 1 if one does not do what newsclean does."""
    failed = False
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "pages.jsonl"
        rows = [{"id": f"p{n}", "url": f"https://vellin-post.example/{n}", "text": _PAGE.format(n=n)} for n in range(PAGES)]
        source.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
        cleaner = Cleaner()
        expected = {row["id"]: cleaner.clean(row["text"], url=row["url"]).text for row in rows}
        for name in names or ENGINES:
            said = _run(name, source, Path(folder) / name, expected)
            failed |= said.startswith("FAILED")
            print(f"{name:<22} {said}", flush=True)
    return int(failed)


def _run(name: str, source: Path, target: Path, expected: dict[str, str]) -> str:
    if importlib.util.find_spec(ENGINES[name]) is None:
        return f"passed over: {ENGINES[name]} is not installed"
    start = time.monotonic()
    command = [sys.executable, str(HERE / f"{name}.py"), str(source), str(target)]
    environment = {**os.environ, "PYSPARK_PYTHON": sys.executable}
    try:
        ended = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST, env=environment)
    except subprocess.TimeoutExpired:
        return f"FAILED: not done after {LONGEST} s"
    seconds = time.monotonic() - start
    if ended.returncode:
        return f"FAILED: {ended.stderr[-2000:]}"
    found = {row["id"]: row["text"] for row in _rows(target)}
    different = {key for key in expected.keys() | found.keys() if expected.get(key) != found.get(key)}
    if different:
        return f"FAILED: {len(different)} of {len(expected)} pages differ from newsclean alone, such as {min(different)}"
    return f"ok, {len(found)} pages as newsclean alone cleans them, {seconds:.1f} s"


def _rows(target: Path) -> list[dict[str, str]]:
    """The rows of a file, or of all files in a folder."""
    files = [target] if target.is_file() else sorted(path for path in target.rglob("*") if path.suffix in (".json", ".jsonl"))
    return [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

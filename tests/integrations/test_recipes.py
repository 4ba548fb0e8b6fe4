"""Recipes run with their real engines, and give what newsclean alone gives."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
RECIPES = {"huggingface_datasets": "datasets", "pandas_frame": "pandas", "polars_frame": "polars"}
"""Those whose engines install quickly; ``python recipes/run_all.py`` runs all."""


@pytest.mark.parametrize("name", RECIPES)
def test_a_recipe_cleans_as_newsclean_does(name: str, tmp_path: Path) -> None:
    if importlib.util.find_spec(RECIPES[name]) is None:
        pytest.skip(f"{RECIPES[name]} is not installed: pip install 'newsclean[test]'")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "HF_HOME": str(tmp_path), "HF_HUB_OFFLINE": "1"}
    command = [sys.executable, str(ROOT / "recipes/run_all.py"), name]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    assert "ok, 40 pages as newsclean alone cleans them" in ended.stdout


def test_every_recipe_is_run() -> None:
    script = ROOT / "recipes/run_all.py"
    specification = importlib.util.spec_from_file_location("run_all", script)
    assert specification is not None and specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    assert set(module.ENGINES) == {path.stem for path in script.parent.glob("*.py")} - {"run_all"}
    assert set(RECIPES) <= set(module.ENGINES)

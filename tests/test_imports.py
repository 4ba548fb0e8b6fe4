"""What importing newsclean costs, and which way its imports point."""

from __future__ import annotations

import ast
import json
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

import newsclean

PACKAGE = Path(newsclean.__file__).parent
MODULES = {
    ".".join(("newsclean", *path.relative_to(PACKAGE).with_suffix("").parts)): path for path in sorted(PACKAGE.rglob("*.py"))
}
CPU_LIMIT = 0.05
SLOW_MACHINE = 3.0


def run(script: str) -> str:
    """The output of a script in a fresh interpreter that can import newsclean."""
    script = f"import sys; sys.path.insert(0, {str(PACKAGE.parent)!r})\n{script}"
    return subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout


def imports(name: str) -> set[str]:
    """The modules that a module imports anywhere, also inside functions and under ``TYPE_CHECKING``."""
    path = MODULES[name]
    package = name.removesuffix(".__init__") if path.name == "__init__.py" else name.rpartition(".")[0]
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = ".".join(package.split(".")[: len(package.split(".")) - node.level + 1]) if node.level else ""
            module = ".".join(filter(None, (base, node.module)))
            found.update(f"{module}.{alias.name}" for alias in node.names)
            found.add(module)
    return found


def within(*prefixes: str) -> list[str]:
    """The names of modules under some packages or modules."""
    return [name for name in MODULES if any(name == prefix or name.startswith(f"{prefix}.") for prefix in prefixes)]


def reaches(name: str, *prefixes: str) -> list[str]:
    """The imports of a module that lie under some prefixes."""
    return sorted(i for i in imports(name) if any(i == prefix or i.startswith(f"{prefix}.") for prefix in prefixes))


def test_importing_loads_no_heavy_dependency() -> None:
    loaded = set(json.loads(run("import newsclean, json; newsclean.Cleaner; print(json.dumps(sorted(sys.modules)))")))
    assert "newsclean.pipeline" in loaded
    heavy = {"trafilatura", "langdetect", "charset_normalizer", "numpy", "lxml", "datatrove", "scrapy", "hypothesis"}
    assert loaded.isdisjoint(heavy)


def test_importing_opens_no_socket_module() -> None:
    loaded = set(json.loads(run("import newsclean, json; print(json.dumps(sorted(sys.modules)))")))
    assert loaded.isdisjoint({"socket", "http.client", "urllib.request", "ssl", "requests"})


def test_importing_costs_little() -> None:
    measure = "import time; start = time.process_time(); import newsclean; print(time.process_time() - start)"
    run(measure)
    median = statistics.median(float(run(measure)) for _ in range(7))
    assert median < CPU_LIMIT * SLOW_MACHINE, f"import newsclean took {median * 1000:.0f} ms of CPU"


def test_the_model_and_the_errors_import_nothing_of_ours() -> None:
    for name in ("newsclean.model", "newsclean.errors"):
        assert reaches(name, "newsclean") == []


LATER = ("newsclean.filters", "newsclean.pipeline", "newsclean.cleaner", "newsclean.assemble", "newsclean.cli", "newsclean.write")


@pytest.mark.parametrize("name", within("newsclean.recognise", "newsclean.vocabulary", "newsclean.read", "newsclean.language"))
def test_an_early_step_imports_no_later_one(name: str) -> None:
    assert reaches(name, *LATER, "newsclean.document", "newsclean.metadata") == []


@pytest.mark.parametrize(
    "name", within("newsclean.model", "newsclean.segment", "newsclean.measure", "newsclean.region", "newsclean.document")
)
def test_the_data_imports_no_step_that_works_on_it(name: str) -> None:
    assert reaches(name, *LATER) == []


@pytest.mark.parametrize("name", within("newsclean.vocabulary"))
def test_the_vocabulary_stands_on_errors_alone(name: str) -> None:
    assert [i for i in reaches(name, "newsclean") if not i.startswith(("newsclean.vocabulary", "newsclean.errors"))] == []


@pytest.mark.parametrize("name", [name for name in within("newsclean.filters") if not name.endswith("__init__")])
def test_no_filter_imports_another_or_what_runs_it(name: str) -> None:
    assert reaches(name, "newsclean.filters", "newsclean.pipeline", "newsclean.cleaner", "newsclean.assemble") == []


@pytest.mark.parametrize("name", MODULES)
def test_each_dependency_has_one_door(name: str) -> None:
    if not name.startswith("newsclean.language."):
        assert reaches(name, "langdetect") == []
    if not name.startswith("newsclean.read."):
        assert reaches(name, "trafilatura", "charset_normalizer", "lxml") == []
    if not name.startswith("newsclean.integrations."):
        assert reaches(name, "datatrove", "scrapy") == []


def test_the_doors_exist() -> None:
    """Or the test above would watch nothing."""
    assert any(reaches(name, "langdetect") for name in within("newsclean.language"))
    assert reaches("newsclean.cleaner", "newsclean.pipeline") and reaches("newsclean.pipeline", "newsclean.filters")


def test_no_module_imports_in_a_circle() -> None:
    graph = {name: {i for i in imports(name) if i in MODULES and i != name} for name in MODULES}
    done: set[str] = set()

    def visit(name: str, path: tuple[str, ...]) -> None:
        assert name not in path, f"circle: {' -> '.join((*path[path.index(name) :], name))}"
        if name not in done:
            for other in sorted(graph[name]):
                visit(other, (*path, name))
            done.add(name)

    for name in graph:
        visit(name, ())


@pytest.mark.parametrize("name", newsclean.__all__)
def test_every_public_name_is_there(name: str) -> None:
    assert getattr(newsclean, name) is not None

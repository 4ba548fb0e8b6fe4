"""Clean a crawl with datatrove: WARC or WET files in, JSON lines out, with the lines that sites repeat learned first.

    pip install "newsclean[datatrove]"
    python examples/datatrove_news.py CRAWL OUTPUT --tasks 8 --workers 4

CRAWL is a folder of ``*.warc.gz`` or ``*.warc.wet.gz``. Three stages run one after the other, each with its own log, so that a
run that was stopped goes on where it was: ``learn`` counts lines, a shard a task; ``merge`` makes profiles of the counts;
``clean`` cleans. The articles are in ``OUTPUT/articles``, pages without one in ``OUTPUT/excluded``, and the statistics
(documents by status and language, lines by rule) in ``OUTPUT/logs/clean/stats.json``.

On a Slurm cluster, pass ``--executor slurm``, with OUTPUT on a disk that all nodes share; options of ``sbatch`` such as
``account`` go into ``_slurm``. On a Ray cluster, pass ``--executor ray`` and start the script on a machine that belongs to it.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from datatrove.executor.base import PipelineExecutor
from datatrove.executor.local import LocalPipelineExecutor
from datatrove.pipeline.base import PipelineStep
from datatrove.pipeline.readers import WarcReader
from datatrove.pipeline.writers import JsonlWriter

from newsclean.integrations.datatrove import Clean, Learn, Merge


def stages(crawl: str, output: Path) -> dict[str, list[PipelineStep]]:
    """The steps of each stage, in order."""
    counts, profiles = str(output / "counts"), str(output / "profiles")
    excluded = JsonlWriter(str(output / "excluded"), compression=None)
    return {
        "learn": [_reader(crawl), Learn(counts)],
        "merge": [Merge(counts, profiles)],
        "clean": [
            _reader(crawl),
            Clean(profiles=profiles, exclusion_writer=excluded),
            JsonlWriter(str(output / "articles"), compression=None),
        ],
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the stages one after the other, or hand them to the cluster."""
    options = _parser().parse_args(arguments)
    before: PipelineExecutor | None = None
    for stage, steps in stages(options.crawl, options.output).items():
        tasks = 1 if stage == "merge" else options.tasks
        before = _EXECUTORS[options.executor](stage, steps, tasks, options, before)
        before.run()


def _reader(crawl: str) -> WarcReader:
    return WarcReader(crawl, glob_pattern="*.warc*")


def _local(stage: str, steps: list[PipelineStep], tasks: int, options: Any, before: Any) -> PipelineExecutor:
    return LocalPipelineExecutor(
        steps, tasks=tasks, workers=min(options.workers, tasks), logging_dir=str(options.output / "logs" / stage), depends=before
    )


def _slurm(stage: str, steps: list[PipelineStep], tasks: int, options: Any, before: Any) -> PipelineExecutor:
    from datatrove.executor.slurm import SlurmPipelineExecutor

    return SlurmPipelineExecutor(
        steps,
        tasks=tasks,
        workers=options.workers,
        time="12:00:00",
        partition=options.partition,
        cpus_per_task=1,
        mem_per_cpu_gb=2,
        job_name=f"newsclean-{stage}",
        logging_dir=str(options.output / "logs" / stage),
        depends=before,
    )


def _ray(stage: str, steps: list[PipelineStep], tasks: int, options: Any, before: Any) -> PipelineExecutor:
    from datatrove.executor.ray import RayPipelineExecutor

    return RayPipelineExecutor(
        steps, tasks=tasks, workers=options.workers, logging_dir=str(options.output / "logs" / stage), depends=before
    )


_EXECUTORS = {"local": _local, "slurm": _slurm, "ray": _ray}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("crawl", help="a folder, or an address that fsspec can open, such as s3://bucket/crawl")
    parser.add_argument("output", type=lambda path: Path(path).absolute(), help="a folder, on a cluster one of all nodes")
    parser.add_argument("--tasks", type=int, default=2, help="parts that the files are dealt to (default: 2)")
    parser.add_argument("--workers", type=int, default=2, help="tasks that run at a time (default: 2)")
    parser.add_argument("--executor", choices=_EXECUTORS, default="local")
    parser.add_argument("--partition", default="cpu", help="the partition of a Slurm cluster (default: cpu)")
    return parser


if __name__ == "__main__":
    main()

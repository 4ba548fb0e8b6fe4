"""A function in an interpreter of its own, whose memory is then its own, too."""

from __future__ import annotations

import multiprocessing
from typing import Any


def in_own_process(name: str, function: Any, *arguments: Any) -> Any:
    """What a function sends: it gets the arguments, and a connection for its one answer.

    :param function: it must be importable
    :raises RuntimeError: the process ended before it sent anything; ``name`` says whose it was
    """
    context = multiprocessing.get_context("spawn")
    receiver, sender = context.Pipe(duplex=False)
    process = context.Process(target=function, args=(*arguments, sender))
    process.start()
    sender.close()
    try:
        return receiver.recv()
    except EOFError as error:
        raise RuntimeError(f"{name} ended with exit code {process.exitcode} before it could tell its memory") from error
    finally:
        process.join()

"""The same work on many values, over the cores there are."""

from __future__ import annotations

import gc
import os
import pickle
import tempfile
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from itertools import chain, zip_longest
from typing import IO, TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess

Job = TypeVar("Job")
Result = TypeVar("Result")
Steps = Callable[[int, int], None]
"""Called with how many jobs are done, about, and how many there are."""

_WORTH_A_FORK = 40
_NOTHING: Any = object()


class WorkerLostError(Exception):
    """A forked process ended without a word, as when memory ran out."""


def spread(work: Callable[[Job], Result], jobs: Sequence[Job], steps: Steps | None = None) -> list[Result]:
    """Return the results in the order of the jobs; few jobs are done here, many in forked processes too.

    What the work changes beside its result is lost where it was done elsewhere. An exception there is raised here.
    """
    cores = usable_cores() if len(jobs) >= _WORTH_A_FORK else 1
    # Each takes every n-th job: neighbours are alike, so the shares are about equal.
    with ExitStack() as stack:
        # Files take any answer at once, where pipes would make a child wait for its parent.
        answers = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(1, cores)]
        children = [_fork(work, jobs[number::cores], answer) for number, answer in enumerate(answers, 1)]
        here = []
        for number, job in enumerate(jobs[::cores], 1):
            here.append(work(job))
            if steps:
                steps(min(number * cores, len(jobs)), len(jobs))
        shares = [here, *map(_collect, children, answers)]
    return [one for one in chain.from_iterable(zip_longest(*shares, fillvalue=_NOTHING)) if one is not _NOTHING]


def usable_cores() -> int:
    """Return how many processes can run at once here; 1 where processes cannot be forked."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))


def _fork(work: Callable[[Job], Result], jobs: Sequence[Job], answer: IO[bytes]) -> ForkProcess:
    from multiprocessing import get_context

    child = get_context("fork").Process(target=_answer, args=(work, jobs, answer))
    child.start()
    return child


def _answer(work: Callable[[Job], Result], jobs: Sequence[Job], answer: IO[bytes]) -> None:
    # The collector would only copy the parent's pages.
    gc.freeze()
    try:
        told: tuple[bool, Any] = (True, [work(job) for job in jobs])
    except Exception as error:
        told = (False, error)
    pickle.dump(told, answer, pickle.HIGHEST_PROTOCOL)
    answer.flush()


def _collect(child: ForkProcess, answer: IO[bytes]) -> list[Any]:
    child.join()
    if child.exitcode:
        raise WorkerLostError(f"a worker process ended with {child.exitcode}")
    answer.seek(0)
    done, told = pickle.load(answer)
    if not done:
        raise told
    results: list[Any] = told
    return results

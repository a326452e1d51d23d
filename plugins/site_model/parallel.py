"""The same work on many values, over the cores there are."""

from __future__ import annotations

import gc
import os
import pickle
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from itertools import islice
from typing import IO, TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess

Job = TypeVar("Job")
Result = TypeVar("Result")
Steps = Callable[[int, int], None]
"""Called with how many jobs are done, about, and how many there are."""

_WORTH_A_FORK = 40
_MOST_SHARES = 4096
_FEWEST_SHARES = 64
_NEIGHBOURS = 8
"""Jobs that follow each other lie side by side in memory: who touches one has a copy of the others too."""
_BYTES = 4
_TOLD_AT_ONCE = 50
"""So many results go from one process to another together: enough that what they share is told once."""


class WorkerLostError(Exception):
    """A forked process ended without a word, as when memory ran out."""


def spread(work: Callable[[Job], Result], jobs: Sequence[Job], steps: Steps | None = None) -> list[Result]:
    """Return the results in the order of the jobs; few jobs are done here, many in forked processes too.

    What the work changes beside its result is lost where it was done elsewhere. An exception there is raised here.
    """
    results = dict(each(work, jobs, steps))
    return [results[number] for number in range(len(jobs))]


def each(
    work: Callable[[Job], Result],
    jobs: Sequence[Job],
    steps: Steps | None = None,
    *,
    elsewhere: bool = False,
    beside: bool = False,
) -> Iterator[tuple[int, Result]]:
    """Do the same, and yield each result with the number of its job as it comes: no process holds them all.

    Many jobs done `elsewhere` are all done in forked processes, so that the memory they take ends with these. `beside`
    others who use all cores, half of them are taken: further processes would be no quicker, and each takes memory.
    """
    cores = usable_cores() if len(jobs) >= _WORTH_A_FORK else 1
    cores = max(cores // 2, 1) if beside else cores
    here = cores == 1 or not elsewhere
    with ExitStack() as stack:
        # Whoever is free takes the next share from this pipe. Answers go to files, which take them at once.
        waiting = stack.enter_context(_queue(len(jobs)))
        answers = [stack.enter_context(tempfile.TemporaryFile()) for _ in range(cores - here)]
        hears, tells = (stack.enter_context(end) for end in _pipe())
        line = None if here else tells
        children = [stack.enter_context(_forked(work, jobs, waiting, answer, line)) for answer in answers]
        tells.close()
        if here:
            yield from _done(work, jobs, waiting, steps)
        while last := hears.read(_BYTES):
            if steps:
                steps(int.from_bytes(last, "big"), len(jobs))
        for child, answer in zip(children, answers, strict=True):
            yield from _collect(child, answer)
    if steps:
        steps(len(jobs), len(jobs))


def usable_cores() -> int:
    """Return how many processes can run at once here; 1 where processes cannot be forked."""
    if not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 1
    return len(os.sched_getaffinity(0))


def _queue(jobs: int) -> IO[bytes]:
    """Return a pipe that holds the number of the first job of each share; it takes them all without a reader."""
    waiting, numbers = _pipe()
    with numbers:
        numbers.write(b"".join(number.to_bytes(_BYTES, "big") for number in range(0, jobs, _share(jobs))))
    return waiting


def _pipe() -> tuple[IO[bytes], IO[bytes]]:
    end, start = os.pipe()
    return os.fdopen(end, "rb", buffering=0), os.fdopen(start, "wb", buffering=0)


def _share(jobs: int) -> int:
    return max(-(-jobs // _MOST_SHARES), min(jobs // _FEWEST_SHARES, _NEIGHBOURS), 1)


def _done(
    work: Callable[[Job], Result], jobs: Sequence[Job], waiting: IO[bytes], steps: Steps | None = None
) -> Iterator[tuple[int, Result]]:
    """Do one share after the other while there are any, and yield each result with its number."""
    while number := waiting.read(_BYTES):
        first = int.from_bytes(number, "big")
        last = min(first + _share(len(jobs)), len(jobs))
        yield from ((at, work(jobs[at])) for at in range(first, last))
        if steps:
            steps(last, len(jobs))


@contextmanager
def _forked(
    work: Callable[[Job], Result], jobs: Sequence[Job], waiting: IO[bytes], answer: IO[bytes], tells: IO[bytes] | None
) -> Iterator[ForkProcess]:
    from multiprocessing import get_context

    child = get_context("fork").Process(target=_answer, args=(work, jobs, waiting, answer, tells))
    child.start()
    try:
        yield child
    finally:
        # Where the work was stopped, what is written meanwhile would be in the way of what is taken away next.
        child.terminate()
        child.join()


def _answer(
    work: Callable[[Job], Result], jobs: Sequence[Job], waiting: IO[bytes], answer: IO[bytes], tells: IO[bytes] | None
) -> None:
    # The collector would only copy the parent's pages.
    gc.freeze()
    try:
        steps = partial(_tell, tells) if tells else None
        done = _done(work, jobs, waiting, steps)
        while told := [*islice(done, _TOLD_AT_ONCE)]:
            pickle.dump((told, None), answer, pickle.HIGHEST_PROTOCOL)
    except Exception as error:
        pickle.dump(([], error), answer, pickle.HIGHEST_PROTOCOL)
    answer.flush()


def _tell(tells: IO[bytes], done: int, jobs: int) -> None:
    tells.write(done.to_bytes(_BYTES, "big"))


def _collect(child: ForkProcess, answer: IO[bytes]) -> Iterator[tuple[int, Any]]:
    child.join()
    if child.exitcode:
        raise WorkerLostError(f"a worker process ended with {child.exitcode}")
    size = answer.seek(0, os.SEEK_END)
    answer.seek(0)
    while answer.tell() < size:
        told, error = pickle.load(answer)
        if error is not None:
            raise error
        yield from told

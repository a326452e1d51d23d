"""The same work on many values, over the cores there are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from typing import TypeVar

Job = TypeVar("Job")
Result = TypeVar("Result")

_WORTH_A_POOL = 60
_CHUNK = 16


def spread(work: Callable[[Job], Result], jobs: Sequence[Job]) -> Iterator[Result]:
    """Yield the results in the order of the jobs; few jobs are done here, many in forked processes."""
    if len(jobs) < _WORTH_A_POOL or (os.cpu_count() or 1) < 2 or not hasattr(os, "fork"):
        yield from map(work, jobs)
        return
    with ProcessPoolExecutor(mp_context=get_context("fork")) as pool:
        yield from pool.map(work, jobs, chunksize=_CHUNK)

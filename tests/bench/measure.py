"""Runs programs and says what they cost: wall time, processor time, and the memory of the whole family of processes."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

_LOOK_EVERY_SECONDS = 0.02
_REST_FOR_EACH_LOOK = 50
_LONGEST_RUN_SECONDS = 900


class ProgramFailedError(Exception):
    """A measured program did not end as it should; carries what it said."""


@dataclass(frozen=True)
class Cost:
    """What one run took: seconds, and the most KiB that it held at once where somebody looked."""

    wall: float
    processor: float
    peak: int | None = None


@dataclass(frozen=True)
class Task:
    """A program to measure, and what to put in place before each run of it; slow ones run in the first rounds only."""

    name: str
    folder: Path
    command: Sequence[str]
    prepare: Callable[[], None]
    rounds: int | None = None


@dataclass(frozen=True)
class Ran:
    """One run of a task, or why there is none."""

    task: str
    round: int
    cost: Cost | None
    reason: str = ""


def run(task: Task, environment: Mapping[str, str], *, look: bool = False) -> Cost:
    """Run the program once and, if asked to, look at its memory meanwhile. Raises ProgramFailedError."""
    peaks = [0]
    over = threading.Event()
    with (task.folder / "said.txt").open("w+b") as said:
        start = perf_counter()
        process = subprocess.Popen(task.command, cwd=task.folder, env=environment, stdout=said, stderr=said)
        watcher = threading.Thread(target=_watch, args=(process.pid, peaks, over))
        if look:
            watcher.start()
        limit = threading.Timer(_LONGEST_RUN_SECONDS, process.kill)
        limit.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        limit.cancel()
        over.set()
        process.returncode = os.waitstatus_to_exitcode(status)
        if look:
            watcher.join()
        if process.returncode:
            said.seek(0)
            words = said.read().decode("utf-8", "replace")[-1000:]
            raise ProgramFailedError(f"{task.name} ended with {process.returncode} after {wall:.0f} s: {words}")
    return Cost(wall, usage.ru_utime + usage.ru_stime, max(peaks) if look else None)


def interleaved(
    tasks: Sequence[Task], rounds: int, environment: Mapping[str, str], seconds: float = float("inf")
) -> Iterator[Ran]:
    """Run all tasks in turn, round after round, there and back, so that a slow minute hurts each of them alike.

    The first round also looks at memory. No round begins after so many seconds, and what failed is not tried again.
    """
    start = perf_counter()
    failed: set[str] = set()
    for number in range(1, rounds + 1):
        if number > 1 and perf_counter() - start > seconds:
            return
        for task in tasks if number % 2 else reversed(tasks):
            if task.name in failed or number > (task.rounds or rounds):
                continue
            try:
                task.prepare()
                yield Ran(task.name, number, run(task, environment, look=number == 1))
            except (OSError, ProgramFailedError) as error:
                failed.add(task.name)
                yield Ran(task.name, number, None, str(error))


def _watch(pid: int, peaks: list[int], over: threading.Event) -> None:
    rest = 0.0
    while not over.wait(rest):
        start = perf_counter()
        peaks.append(sum(map(_proportional_kib, _family(pid))))
        # Looking makes the program wait: the larger it is, the rarer.
        rest = max(_LOOK_EVERY_SECONDS, _REST_FOR_EACH_LOOK * (perf_counter() - start))


def _family(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    except OSError:
        return [pid]
    return [pid, *(one for child in children for one in _family(int(child)))]


def _proportional_kib(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))

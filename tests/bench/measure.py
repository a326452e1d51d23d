"""Runs programs and says what they cost: wall time, processor time, and the memory of the whole family of processes."""

from __future__ import annotations

import os
import subprocess
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

_LOOK_EVERY_SECONDS = 0.03


class ProgramFailedError(Exception):
    """A measured program did not end as it should; carries what it said."""


@dataclass(frozen=True)
class Cost:
    """What one run took."""

    wall: float
    processor: float


@dataclass(frozen=True)
class Task:
    """A program to measure, and what to put in place before each run of it; `codes` are the ways it may end."""

    name: str
    folder: Path
    command: Sequence[str]
    prepare: Callable[[], None]
    codes: tuple[int, ...] = (0,)


def run(task: Task, environment: Mapping[str, str]) -> Cost:
    """Run the program once. Raises ProgramFailedError."""
    with (task.folder / "said.txt").open("w+b") as said:
        start = perf_counter()
        process = subprocess.Popen(task.command, cwd=task.folder, env=environment, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in task.codes:
            said.seek(0)
            raise ProgramFailedError(f"{task.name} ended with {process.returncode}:\n{said.read().decode()[-2000:]}")
    return Cost(wall, usage.ru_utime + usage.ru_stime)


def interleaved(tasks: Sequence[Task], rounds: int, environment: Mapping[str, str]) -> dict[str, list[Cost]]:
    """Run all tasks in turn, round after round, there and back, so that a slow minute hurts each of them alike."""
    costs: dict[str, list[Cost]] = {task.name: [] for task in tasks}
    for number in range(rounds):
        for task in tasks if number % 2 == 0 else reversed(tasks):
            task.prepare()
            costs[task.name].append(run(task, environment))
    return costs


def peak_memory(task: Task, environment: Mapping[str, str]) -> int:
    """Run once more and return the most KiB that the program and its children held, shared pages counted once."""
    task.prepare()
    with (task.folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(task.command, cwd=task.folder, env=environment, stdout=said, stderr=said)
        peak = 0
        over = threading.Event()
        threading.Thread(target=lambda: (process.wait(), over.set()), daemon=True).start()
        while not over.wait(_LOOK_EVERY_SECONDS):
            peak = max(peak, sum(map(_proportional_kib, _family(process.pid))))
    return peak


def ratio(ones: Sequence[Cost], others: Sequence[Cost], kind: str = "wall") -> float:
    """Return the median of the ratios of wall or processor times, round by round."""
    return median(getattr(one, kind) / getattr(other, kind) for one, other in zip(ones, others, strict=True))


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

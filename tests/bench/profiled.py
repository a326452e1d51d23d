"""Where the time goes: one run under the profiler, on one core so that nothing happens out of its sight."""

from __future__ import annotations

import os
import pstats
import subprocess
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from measure import Task

STAGES = {
    "importing": (("<frozen importlib._bootstrap>", "_find_and_load"),),
    "reading posts": (("load_site.py", "load_site"), ("generators.py", "generate_context")),
    "checking": (("checker.py", "check"),),
    "values for templates": (("outgoing.py", "receive"),),
    "writing pages": (("generators.py", "generate_output"), ("language_pages.py", "generate_output")),
    "feeds, record, portraits": (("outgoing.py", "write"),),
    "texts for the networks": (("outgoing.py", "write_kit"),),
    "exchanging the folders": (("output_folder.py", "_keep_times"), ("output_folder.py", "_exchange")),
}
"""Functions, by the end of their file's name, that stand for a part of the work."""


def profile(task: Task, environment: Mapping[str, str]) -> pstats.Stats:
    """Run the task's program under cProfile and return what it saw."""
    task.prepare()
    kept = task.folder / "profile.bin"
    command = [sys.executable, "-m", "cProfile", "-o", str(kept), *task.command[1:]]
    with (task.folder / "said.txt").open("wb") as said:
        process = subprocess.Popen(command, cwd=task.folder, env=environment, stdout=said, stderr=said)
        os.sched_setaffinity(process.pid, {min(os.sched_getaffinity(0))})
        process.wait()
    return pstats.Stats(str(kept))


def by_package(stats: pstats.Stats) -> list[tuple[str, float]]:
    """Return each package's own share of the time, largest first."""
    spent: Counter[str] = Counter()
    for (file, _, _), (_, _, own, _, callers) in stats.stats.items():  # type: ignore[attr-defined]
        if file != "~" or not callers:
            spent[_package(file)] += own
            continue
        # What is written in C counts for the Python code that called it.
        for (caller, _, _), (_, _, part, _) in callers.items():
            spent[_package(caller)] += part
    whole = sum(spent.values())
    return [(name, own / whole) for name, own in spent.most_common(12)]


def by_stage(stats: pstats.Stats) -> list[tuple[str, float]]:
    """Return the share of each of STAGES that the program went through, everything called there included."""
    whole: float = stats.total_tt  # type: ignore[attr-defined]
    shares = []
    for stage, functions in STAGES.items():
        spent = max(
            (
                sum(
                    total
                    for (file, _, name), (_, _, _, total, _) in stats.stats.items()  # type: ignore[attr-defined]
                    if Path(file).name == place and name == function
                )
                for place, function in functions
            ),
            default=0.0,
        )
        if spent:
            shares.append((stage, spent / whole))
    return shares


def _package(file: str) -> str:
    parts = Path(file).parts
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1].removesuffix(".py")
    if "plugins" in parts:
        return f"ours: {parts[parts.index('plugins') + 1]}"
    return "Python itself" if file.startswith(("<", "~")) else f"Python: {_module(parts)}"


def _module(parts: tuple[str, ...]) -> str:
    library = [number for number, part in enumerate(parts) if part.startswith("python3.")]
    return parts[library[-1] + 1].removesuffix(".py") if library else parts[-1]

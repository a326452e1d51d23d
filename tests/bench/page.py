"""The page `docs/benchmarks.md` from what was measured."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from importlib.metadata import version
from pathlib import Path
from statistics import median

from measure import Cost, ratio

LIBRARIES = ("pelican", "markdown", "jinja2", "pygments", "lxml", "msgspec", "feedgen", "babel")


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a Markdown table whose columns but the first are numbers."""
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rows]
    return "\n".join("| " + " | ".join(map(str, line)) + " |" for line in lines) + "\n"


def cost_table(costs: Mapping[str, Sequence[Cost]], against: str) -> str:
    """Return medians of each task, and its ratio to one of them."""
    rows = [
        (
            name,
            f"{median(cost.wall for cost in runs):.2f}",
            f"{ratio(runs, costs[against]):.2f}",
            f"{median(cost.processor for cost in runs):.2f}",
            f"{ratio(runs, costs[against], 'processor'):.2f}",
        )
        for name, runs in costs.items()
    ]
    return table(("", "wall, s", f"ratio to {against}", "processor, s", "ratio"), rows)


def share_table(head: str, shares: Iterable[tuple[str, float]]) -> str:
    """Return shares of a whole as per cent."""
    return table((head, "%"), [(name, f"{share * 100:.1f}") for name, share in shares])


def machine() -> str:
    """Say what it was measured on, and how busy that was."""
    names = [
        line.partition(":")[2].strip()
        for line in Path("/proc/cpuinfo").read_text().splitlines()
        if "model name" in line
    ]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    return (
        f"{len(os.sched_getaffinity(0))} cores ({names[0] if names else platform.machine()}), {memory:.0f} GiB, "
        f"{platform.system()}, Python {platform.python_version()}; {libraries}. "
        f"When it began, {os.getloadavg()[0]:.1f} other processes wanted a core."
    )

"""What was measured on, in words."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version
from pathlib import Path

_LIBRARIES = ("pelican", "markdown", "jinja2", "pygments", "lxml", "msgspec", "feedgen", "babel", "pillow")


def machine(folder: Path) -> str:
    """Return cores, memory, the file system that the sites lie on, and versions."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return (
        f"{len(os.sched_getaffinity(0))} cores ({platform.machine()}), {memory:.0f} GiB of memory, "
        f"{platform.system()}, {file_system(folder)}, Python {platform.python_version()}; {libraries}"
    )


def file_system(folder: Path) -> str:
    """Return the kind of the mount that holds the folder: the one whose path is the longest beginning of its own."""
    mounts = [line.split()[1:3] for line in Path("/proc/mounts").read_text("utf-8").splitlines()]
    return max((len(place), kind) for place, kind in mounts if folder.is_relative_to(place))[1]


def busy() -> float:
    """Return how many other processes wanted a core in the last minute."""
    return round(os.getloadavg()[0], 1)

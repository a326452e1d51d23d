"""What was measured on, in words."""

from __future__ import annotations

import os
import platform
from importlib.metadata import version

_LIBRARIES = ("pelican", "markdown", "jinja2", "pygments", "lxml", "msgspec", "feedgen", "babel", "pillow")


def machine() -> str:
    """Return cores, memory and versions."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    libraries = ", ".join(f"{name} {version(name)}" for name in _LIBRARIES)
    return (
        f"{len(os.sched_getaffinity(0))} cores ({platform.machine()}), {memory:.0f} GiB of memory, "
        f"{platform.system()}, Python {platform.python_version()}; {libraries}"
    )


def busy() -> float:
    """Return how many other processes wanted a core in the last minute."""
    return round(os.getloadavg()[0], 1)

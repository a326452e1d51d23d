"""All files below a folder of our own code and data."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path


def load_folder(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the path below the folder and the bytes of each file, in order of path, but for what Python compiled."""
    top = str(folder)
    found = (f"{place}/{name}" for place, _, names in os.walk(top) for name in names)
    for path in sorted(path for path in found if not path.endswith(".pyc")):
        yield path[len(top) :], Path(path).read_bytes()

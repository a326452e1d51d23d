"""Writes what others made: many small files, below one folder."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from ..site_model import OutputFile


def write_files(files: Iterable[OutputFile], folder: Path) -> None:
    """Write each file, and the folders it needs."""
    made: set[str] = set()
    for file in files:
        # Paths are texts here: a big site has hundreds of thousands of files.
        place = f"{folder}/{file.path}"
        parent = os.path.dirname(place)
        if parent not in made:
            os.makedirs(parent, exist_ok=True)
            made.add(parent)
        with open(place, "wb") as opened:
            opened.write(file.body)

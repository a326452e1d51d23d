"""Writes what others made: many small files, below one folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ..site_model import OutputFile


def write_files(files: Iterable[OutputFile], folder: Path) -> None:
    """Write each file, and the folders it needs."""
    made: set[str] = set()
    for file in files:
        parent = file.path.rpartition("/")[0]
        if parent not in made:
            Path(folder, parent).mkdir(parents=True, exist_ok=True)
            made.add(parent)
        Path(folder, file.path).write_bytes(file.body)

"""Writing a file wholly or not at all."""

from __future__ import annotations

import os
from pathlib import Path


def write_file(place: Path, content: bytes) -> None:
    """Replace the file at once: whoever reads it sees the old text or the new. Raises OSError if the disk refuses."""
    place.parent.mkdir(parents=True, exist_ok=True)
    aside = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        aside.write_bytes(content)
        if place.exists():
            aside.chmod(place.stat().st_mode)
        aside.replace(place)
    finally:
        aside.unlink(missing_ok=True)

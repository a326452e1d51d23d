"""What a value that was read depends on beside the bytes of its file: the code that reads."""

from __future__ import annotations

import hashlib
import sys
from functools import cache
from pathlib import Path


@cache
def reading_digest() -> str:
    """Return a digest of this package's own code, and of the Python and the libraries that shape what it reads."""
    from importlib.metadata import version

    digest = hashlib.sha256(sys.version.encode())
    for place in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(place.read_bytes())
    for library in ("markdown", "pygments", "lxml", "nh3", "pyyaml", "msgspec"):
        digest.update(f"{library} {version(library)}".encode())
    return digest.hexdigest()

"""What a kept outcome depends on beside its input: the code that came to it."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path


@cache
def code_digest() -> str:
    """Return a digest of this package's code and of the libraries that do the mathematics."""
    from importlib.metadata import version

    digest = hashlib.sha256(f"{version('cryptography')} {version('pynacl')}".encode())
    for place in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(place.read_bytes())
    return digest.hexdigest()

"""What a judgement depends on beside the site: the code that comes to it."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from ..site_model.load_folder import load_folder
from ..site_model.load_reading_digest import reading_digest


@cache
def code_digest() -> str:
    """Return a digest of all our code that a judgement of one post depends on, and of the libraries that shape it."""
    from importlib.metadata import version

    digest = hashlib.sha256(f"{reading_digest()} regex {version('regex')}".encode())
    plugins = Path(__file__).parent.parent
    for name in ("policy", "share"):
        for path, content in load_folder(plugins / name):
            if path.endswith((".py", ".toml", ".txt")):
                digest.update(content)
    return digest.hexdigest()

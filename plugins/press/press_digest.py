"""The digest of all code that has a say in what is written."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ..policy.load_code_digest import code_digest

_PLUGINS = ("feeds", "press", "share", "signoff")
_LIBRARIES = ("pelican", "jinja2", "markupsafe", "babel", "feedgen", "pillow", "tzdata")


@cache
def press_digest() -> str:
    """Return a digest of the plugins' code and data, and of the libraries that pages and feeds are made with."""
    digest = hashlib.sha256(code_digest().encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}".encode())
    for name in _PLUGINS:
        for place in sorted((Path(__file__).parent.parent / name).rglob("*")):
            if place.is_file() and place.suffix != ".pyc":
                digest.update(f"{place.name}\0".encode() + place.read_bytes())
    return digest.hexdigest()

"""The digest of all code that has a say in what is written."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from ..policy.load_code_digest import code_digest
from ..site_model.load_folder import load_folder

_PLUGINS = ("feeds", "press", "share", "signoff")
_LIBRARIES = ("pelican", "jinja2", "markupsafe", "babel", "feedgen", "pillow", "tzdata")


@cache
def press_digest() -> str:
    """Return a digest of the plugins' code and data, and of the libraries that pages and feeds are made with."""
    digest = hashlib.sha256(code_digest().encode())
    for library in _LIBRARIES:
        digest.update(f"{library} {version(library)}".encode())
    for name in _PLUGINS:
        for path, content in load_folder(Path(__file__).parent.parent / name):
            digest.update(f"{path}\0".encode() + content)
    return digest.hexdigest()

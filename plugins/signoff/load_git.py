"""What git knows: a few calls for the whole site, never one per file, and never the network."""

from __future__ import annotations

import hashlib
import os
import subprocess
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

_QUIET = {
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",
    "LC_ALL": "C",
}


class GitError(Exception):
    """Git could not answer; the message says why, in lower case."""


class Git:
    """Asks the repository that `root` lies in; paths are relative to `root`, wherever the repository begins."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def ask(self, *words: str, told: bytes | None = None) -> bytes:
        """Run git and return what it says. Raises GitError."""
        command = ["git", "-c", "core.quotePath=false", "-c", "core.fsmonitor=false", *words]
        environment = {**os.environ, **_QUIET}
        try:
            done = subprocess.run(command, cwd=self.root, input=told, capture_output=True, check=False, env=environment)
        except OSError as error:
            raise GitError("git is not installed") from error
        if done.returncode:
            lines = done.stderr.decode(errors="replace").strip().splitlines() or ["no reason given"]
            raise GitError(f"git {words[0]}: {lines[0].removeprefix('fatal: ')}")
        return done.stdout

    def commits(self, *names: str) -> list[str | None]:
        """Return the full names of commits in one call, None where there is no such. Raises GitError outside git."""
        told = "".join(f"{name}^{{commit}}\n" for name in names).encode()
        answers = self.ask("cat-file", "--batch-check=%(objectname) %(objecttype)", told=told).decode().splitlines()
        return [line.split()[0] if line.endswith(" commit") else None for line in answers]

    def entries(self, commit: str, paths: Collection[str], wanted: Callable[[str], bool] = bool) -> dict[str, str]:
        """Return the files of a commit below some paths, those that are wanted, each with its blob."""
        listed: dict[str, str] = {}
        for line in self.ask("ls-tree", "-r", "-z", commit, "--", *paths).decode(errors="surrogateescape").split("\0"):
            about, _, path = line.partition("\t")
            if wanted(path):
                listed[path] = about.rpartition(" ")[2]
        return listed

    def blobs(self, names: Sequence[str]) -> Iterator[bytes]:
        """Yield the contents of blobs, in order. Raises GitError for one that is not there."""
        if not names:
            return
        answer = self.ask("cat-file", "--batch", told="".join(f"{name}\n" for name in names).encode())
        at = 0
        for name in names:
            end = answer.index(b"\n", at)
            head = answer[at:end].split(b" ")
            if len(head) != 3:
                raise GitError(f"the object {name} is missing: the history is shallow or damaged")
            size = int(head[2])
            yield answer[end + 1 : end + 1 + size]
            at = end + 2 + size

    def changed_since(self, commit: str, paths: Collection[str]) -> list[str]:
        """Return the files that differ between the commit and the folder as it is, untracked ones included."""
        tracked = self.ask("diff", "--name-only", "-z", "--no-renames", "--relative", commit, "--", *paths)
        untracked = self.ask("ls-files", "--others", "--exclude-standard", "-z", "--", *paths)
        names = (tracked + untracked).decode(errors="surrogateescape").split("\0")
        return sorted({name for name in names if name})


def blob_name(content: bytes, like: str) -> str:
    """Return git's name for the content, by the hash that `like` was made with."""
    head = b"blob %d\0" % len(content)
    return (hashlib.sha1 if len(like) == 40 else hashlib.sha256)(head + content).hexdigest()

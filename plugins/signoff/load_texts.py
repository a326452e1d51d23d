"""Earlier texts of a post: a statement holds only digests, the words are in git's history."""

from __future__ import annotations

import hashlib

from .load_git import Git, GitError

_FARTHEST = 500


def load_text(git: Git | None, path: str, digest: str) -> str | None:
    """Return the text with that sha256 from the history of the path; None where git never saw it."""
    if git is None:
        return None
    try:
        words = ("--all", "--format=", "--raw", "--no-abbrev", "--no-renames", f"--max-count={_FARTHEST}")
        log = git.ask("log", *words, "--", path).decode(errors="replace")
        names = {line.split(" ")[3] for line in log.splitlines() if line.startswith(":") and " D\t" not in line}
        for content in git.blobs(sorted(names)):
            if hashlib.sha256(content).hexdigest() == digest:
                return content.decode(errors="replace")
    except GitError:
        return None
    return None

"""When each post was last changed, in one pass over the history."""

from __future__ import annotations

from datetime import UTC, datetime

from .load_git import Git, GitError


def load_times(git: Git | None, content: str) -> dict[str, datetime]:
    """Return the time of the last commit of each file below `content`; files with uncommitted changes are left out."""
    if git is None:
        return {}
    last: dict[str, datetime] = {}
    try:
        words = ("--format=%x00%ct", "--name-only", "--no-renames", "--relative", "--diff-merges=first-parent")
        log = git.ask("log", *words, "--", content).decode(errors="surrogateescape")
        changed = set(git.changed_since("HEAD", (content,)))
    except GitError:
        return {}
    for record in log.split("\0")[1:]:
        seconds, _, paths = record.partition("\n")
        for path in paths.split("\n"):
            if path and path not in changed:
                last.setdefault(path, datetime.fromtimestamp(int(seconds), UTC))
    return last

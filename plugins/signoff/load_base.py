"""Which commit is believed: the protected branch, or, on it, the commit before the push."""

from __future__ import annotations

import os
from collections.abc import Collection
from datetime import UTC, datetime

from msgspec import Struct

from .load_git import Git, GitError

VARIABLE = "MASTHEAD_BASE"
BELIEVE_THE_TREE = "none"
_USUAL = ("origin/main", "origin/HEAD")


class Base(Struct, frozen=True):
    """The trusted commit. `landed` is when the tree that is judged came to the protected branch, if it has."""

    commit: str
    label: str
    landed: datetime | None = None


def load_base(git: Git, wanted: str | None, paths: Collection[str]) -> Base:
    """Find the base: what the caller or `MASTHEAD_BASE` names, else `origin/main`. Raises GitError without one."""
    wanted = wanted or os.environ.get(VARIABLE)
    if wanted == BELIEVE_THE_TREE:
        raise GitError("that is what was asked for")
    if wanted and not wanted.isprintable():
        raise GitError("the base is named by something unprintable")
    head, before, named, *usual = git.commits("HEAD", "HEAD^1", wanted or "HEAD", *_USUAL)
    if wanted:
        if not named:
            raise GitError(f"the base '{wanted}' is no commit here")
        return _base(git, named, wanted, head if head == usual[0] else None)
    if not head:
        raise GitError("there is no commit yet")
    for name, commit in zip(_USUAL, usual, strict=True):
        if commit and commit == head and not git.changed_since(head, paths):
            if not before:
                raise GitError(f"HEAD is {name} and has no commit before it")
            return _base(git, before, f"{name}^", head)
        if commit:
            return _base(git, commit, name, None)
    raise GitError(f"there is no {_USUAL[0]} to believe; name the trusted commit in {VARIABLE}")


def load_fork(git: Git, base: Base) -> str:
    """Return the commit from which the tree's own changes are counted."""
    try:
        return git.ask("merge-base", base.commit, "HEAD").decode().strip()
    except GitError:
        # A shallow clone may not hold it; counting from the base itself finds more changes, never fewer.
        return base.commit


def _base(git: Git, commit: str, name: str, landed: str | None) -> Base:
    label = f"{name} at {commit[:10]}"
    if not landed:
        return Base(commit, label)
    seconds = int(git.ask("show", "--no-patch", "--format=%ct", landed))
    return Base(commit, label, datetime.fromtimestamp(seconds, UTC))

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
    """The trusted commit. `landed` is when the tree that is judged came to the protected branch, if it has.

    `fork` is the commit that the tree's own changes are counted from.
    """

    commit: str
    label: str
    fork: str
    landed: datetime | None = None


def load_base(git: Git, wanted: str | None, paths: Collection[str]) -> Base:
    """Find the base: what the caller or `MASTHEAD_BASE` names, else `origin/main`. Raises GitError without one."""
    head = git.commit("HEAD")
    wanted = wanted or os.environ.get(VARIABLE)
    if wanted == BELIEVE_THE_TREE:
        raise GitError("that is what was asked for")
    if wanted:
        commit = git.commit(wanted)
        if not commit:
            raise GitError(f"the base '{wanted}' is no commit here")
        return _base(git, commit, wanted, head, landed=_is_on(git, head, "origin/main"))
    if head is None:
        git.ask("rev-parse", "--git-dir")
        raise GitError("there is no commit yet")
    for name in _USUAL:
        commit = git.commit(name)
        if commit and commit == head and not git.changed_since(head, paths):
            before = git.commit("HEAD^1")
            if not before:
                raise GitError(f"HEAD is {name} and has no commit before it")
            return _base(git, before, f"{name}^", head, landed=True)
        if commit:
            return _base(git, commit, name, head, landed=False)
    raise GitError(f"there is no {_USUAL[0]} to believe; name the trusted commit in {VARIABLE}")


def _base(git: Git, commit: str, name: str, head: str | None, *, landed: bool) -> Base:
    fork = commit
    if head:
        try:
            fork = git.ask("merge-base", commit, head).decode().strip()
        except GitError:
            # A shallow clone may not hold it; counting from the base itself finds more changes, never fewer.
            fork = commit
    return Base(commit, f"{name} at {commit[:10]}", fork, _when(git, head) if landed and head else None)


def _is_on(git: Git, head: str | None, branch: str) -> bool:
    return head is not None and head == git.commit(branch)


def _when(git: Git, commit: str) -> datetime:
    return datetime.fromtimestamp(int(git.ask("show", "--no-patch", "--format=%ct", commit)), UTC)

"""The last commits of the protected branch that touched each file, for the way `merge`."""

from __future__ import annotations

from datetime import UTC, datetime

from .judge_merge import Merge
from .trust import Trusted

_FORMAT = "%x00%H%x01%ce%x01%ct%x01%(trailers:key=Approved-by,valueonly,separator=%x02)%x01"


def load_merges(trusted: Trusted, content: str) -> tuple[dict[str, Merge], list[str]]:
    """Return the last commit of each file on the protected branch, in one pass, and the files that differ from it."""
    git, base = trusted.git, trusted.base
    if not (git and base):
        return {}, []
    tip = "HEAD" if base.landed else base.commit
    words = ("--first-parent", "--name-only", "--no-renames", "--relative", f"--format={_FORMAT}", tip, "--", content)
    last: dict[str, Merge] = {}
    for record in git.ask("log", *words).decode(errors="replace").split("\0")[1:]:
        commit, committer, seconds, trailers, paths = record.split("\x01", 4)
        approved_by = tuple(word.strip() for word in trailers.split("\x02") if word.strip())
        merge = Merge(commit, committer, datetime.fromtimestamp(int(seconds), UTC), approved_by)
        for path in paths.split("\n"):
            if path:
                last.setdefault(path, merge)
    return last, git.changed_since(tip, (content,))

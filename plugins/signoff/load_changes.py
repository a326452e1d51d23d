"""What this tree changes of the trusted side, and of the posts, counted from where it left the protected branch."""

from __future__ import annotations

from ..site_model.load_site import Places
from .filed import is_statement
from .load_base import load_fork
from .load_side import is_ours, trusted_paths
from .trust import Trusted


def load_changes(trusted: Trusted, places: Places) -> tuple[list[str], list[str]]:
    """Return the changed files of either side; git is asked only where the trusted side differs at all."""
    if not (trusted.changed and trusted.git and trusted.base):
        return [], []
    changed = trusted.git.changed_since(load_fork(trusted.git, trusted.base), (places.content, *trusted_paths(places)))
    posts = [path for path in changed if path.startswith(f"{places.content}/") and not is_statement(path)]
    return [path for path in changed if is_ours(path, places)], posts

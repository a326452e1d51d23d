"""From what somebody typed to the post they mean."""

from __future__ import annotations

from pathlib import Path

from ..site_model import Site
from ..site_model.did_you_mean import did_you_mean
from .ask import AnswerError


def find_post(typed: str, site: Site, root: Path) -> str:
    """Return the post's path: typed as a path from here or from the root, or as a file name. Raises AnswerError."""
    paths = {post.path for post in site.posts} | {problem.spot.file for problem in site.problems}
    place = Path(typed)
    candidates = [place, (place if place.is_absolute() else root / place).resolve()]
    for path in candidates:
        inside = path.relative_to(root) if path.is_relative_to(root) else path
        if inside.as_posix() in paths:
            return inside.as_posix()
    named = sorted(path for path in paths if Path(path).name in (typed, f"{typed}.md"))
    if len(named) == 1:
        return named[0]
    fix = f"Name one of {', '.join(named)}." if named else did_you_mean(typed, paths)
    message = f"'{typed}' fits {len(named)} posts" if named else f"there is no post '{typed}'"
    raise AnswerError(message, fix)

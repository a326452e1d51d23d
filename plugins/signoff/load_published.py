"""What the trusted base already let readers see, of posts that have no statement in it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from zoneinfo import ZoneInfo

from ..site_model import FrontMatter
from ..site_model.dialects import split_post
from ..site_model.load_text import UnreadableError, decode
from ..site_model.typed import TypedReader
from ..site_model.yaml_tree import YamlError
from .binding import digest_of
from .corrections import Before
from .load_git import GitError
from .trust import Trusted


def load_published(trusted: Trusted, posts: Collection[str], content: str) -> dict[str, Before]:
    """Return the earlier state of those posts that differ from the base: one difference of the folder, one reading."""
    if not (trusted.git and trusted.base and posts):
        return {}
    try:
        changed = [path for path in trusted.git.changed_since(trusted.base.commit, (content,)) if path in posts]
        listed = trusted.git.entries(trusted.base.commit, changed) if changed else {}
        contents = dict(zip(listed, trusted.git.blobs([*listed.values()]), strict=True))
    except GitError:
        return {}
    zone = ZoneInfo(trusted.trust.policy.company.timezone)
    found = {path: _before(path, contents[path], zone) for path in contents}
    return {path: before for path, before in found.items() if before}


def _before(path: str, content: bytes, zone: ZoneInfo) -> Before | None:
    try:
        front = TypedReader(path, zone).read(
            split_post(decode(content, path), path).front, FrontMatter, given=("date",)
        )
    except (YamlError, UnreadableError):
        return None
    dated = front.get("date")
    if not isinstance(dated, datetime):
        return None
    return Before(dated, dated, tuple(map(digest_of, front.get("corrections", ()))))

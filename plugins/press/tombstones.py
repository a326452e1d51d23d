"""Posts that were taken back, as their followers are told of them."""

from __future__ import annotations

from ..feeds import Tombstone
from ..site_model import Post
from ..site_model.address import post_url
from .judge import Judgement


def tombstones(judgement: Judgement) -> tuple[Tombstone, ...]:
    """Return a notice for each post that readers may have seen, in order of path."""
    return tuple(_tombstone(post, judgement) for post in judgement.withdrawn if not post.page)


def _tombstone(post: Post, judgement: Judgement) -> Tombstone:
    signoff = judgement.signoffs.posts[post.path]
    return Tombstone(
        id=post.id,
        lang=post.lang,
        date=post.date,
        title=post.title,
        url=post_url(post, judgement.site.house),
        withdrawn=signoff.signed_at or post.date,
        reason=signoff.reason,
        authors=post.authors,
        topic=post.topic,
        audience=post.audience,
    )

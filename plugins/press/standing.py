"""What two builds have in common: all that pages can find but texts of posts, and each text by itself."""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct, structs

from ..feeds import Tombstone

if TYPE_CHECKING:
    from .judge import Judgement

_OF_THE_TEXT: dict[str, Any] = {"key": "", "digest": "", "source": None, "inside": ()}
"""What an edit of its text changes about a post, as none has it."""

_SIZE = 16
_ENCODER = msgspec.json.Encoder(order="deterministic")


class Standing(Struct, frozen=True, array_like=True):
    """`frame` stands for the site without texts; `posts` maps paths to what stands for text and sign-off."""

    frame: bytes = b""
    posts: dict[str, bytes] = {}

    def edited(self, before: Standing) -> frozenset[str] | None:
        """Return the posts whose text or sign-off is another than before; None where more is another."""
        if self.frame != before.frame:
            return None
        return frozenset(path for path, one in self.posts.items() if before.posts.get(path) != one)


NO_STANDING = Standing()


def standing_of(judgement: Judgement, tombstones: Iterable[Tombstone]) -> Standing:
    """Return what stands for all of a judgement that a page can find, where nobody but us has a say.

    Texts count by themselves only where nothing else follows from them: not of pages, which stand in menus, nor of
    posts that move the files they attach.
    """
    house, verdicts = judgement.site.house, judgement.signoffs.posts
    files = judgement.site.files
    frame = blake2b(digest_size=_SIZE)
    told = (
        [(house.policy, dict(house.people), house.addresses, house.today), [*tombstones]],
        ((structs.replace(post, **_OF_THE_TEXT), post.key if post.attaches else "") for post in judgement.site.posts),
        *(
            ((post.path, post.key, post.authors) for post in posts)
            for posts in (judgement.pages, judgement.withdrawn, judgement.waiting)
        ),
        ((path, files[path]) for path in sorted(files)),
    )
    for several in told:
        # One by one: the whole of a large site need not lie in memory for this.
        for one in several:
            frame.update(_ENCODER.encode(one))
        frame.update(b"\n")
    posts = {path: _digest((post.key, verdicts.get(path))) for path, post in judgement.by_path.items()}
    return Standing(frame.digest(), posts)


def _digest(value: Any) -> bytes:
    return blake2b(_ENCODER.encode(value), digest_size=_SIZE).digest()

"""Each post's snippets, made once per change of post, house or code."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache as once
from functools import cached_property, partial

import msgspec
from msgspec import Raw, Struct

from ..policy.checker import code_digest, house_digest
from ..site_model import House, Post, Site, Snippet
from ..site_model.address import post_url
from ..site_model.cache import Cache
from ..site_model.parallel import spread


class _Shelved(Struct, frozen=True):
    """The digests by a snippet's name, which every check needs, and the snippets, which only pages and the kit do."""

    digests: dict[str, str]
    snippets: Raw


@once
def _snippets() -> msgspec.msgpack.Decoder[tuple[Snippet, ...]]:
    return msgspec.msgpack.Decoder(tuple[Snippet, ...])


@once
def _shelved() -> msgspec.msgpack.Decoder[_Shelved]:
    return msgspec.msgpack.Decoder(_Shelved)


class SnippetShelf:
    """Looks all kept snippets up at the first question, makes what is missing, and keeps that at the end."""

    def __init__(self, site: Site, cache: Cache) -> None:
        self.site = site
        self.cache = cache
        self.fresh: dict[str, bytes] = {}

    def __call__(self, post: Post, house: House) -> tuple[Snippet, ...]:
        """Return the post's snippets for every active network."""
        return _snippets().decode(self._shelved(post).snippets)

    def digest(self, post: Post) -> bytes:
        """Return what stands for all of the post's snippets together."""
        return hashlib.sha256(self._shelved(post).snippets).digest()

    def digests(self, post: Post) -> dict[str, str]:
        """Return the sha256 of each snippet by its name."""
        return self._shelved(post).digests

    def prepare(self, posts: Sequence[Post]) -> None:
        """Make what is missing for these posts, over all cores."""
        missing = [post for post in posts if self._key(post) not in self._kept and self._key(post) not in self.fresh]
        made = spread(partial(_make, house=self.site.house), missing)
        self.fresh |= {self._key(post): one for post, one in zip(missing, made, strict=True)}

    def _shelved(self, post: Post) -> _Shelved:
        return _shelved().decode(self._packed(post))

    def _packed(self, post: Post) -> bytes:
        key = self._key(post)
        kept = self._kept.get(key) or self.fresh.get(key)
        if kept is None:
            kept = self.fresh[key] = _make(post, self.site.house)
        return kept

    def keep(self) -> None:
        """Put what was made into the cache."""
        self.cache.put_many(self.fresh)

    @cached_property
    def _frame(self) -> str:
        return house_digest(self.site.house) + code_digest()

    @cached_property
    def _kept(self) -> dict[str, bytes]:
        return self.cache.get_many([self._key(post) for post in self.site.posts])

    def _key(self, post: Post) -> str:
        return hashlib.sha256(f"snippets\0{post.path}\0{post.key}\0{self._frame}".encode()).hexdigest()


def _make(post: Post, house: House) -> bytes:
    from ..share import snippets

    made = snippets(post, post_url(post, house), house)
    digests = {snippet.name: snippet.sha256 for snippet in made}
    return msgspec.msgpack.encode(_Shelved(digests, Raw(msgspec.msgpack.encode(made))))

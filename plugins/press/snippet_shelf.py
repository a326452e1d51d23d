"""Each post's snippets, made once per change of post, house or code."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from functools import cache as once
from functools import cached_property, partial
from typing import NamedTuple

import msgspec
from msgspec import Struct

from ..policy.checker import code_digest, house_digest
from ..share.outline import Outline, outline_of
from ..site_model import House, Post, Site, Snippet
from ..site_model.address import post_url
from ..site_model.cache import Cache
from ..site_model.held import MEBIBYTE, as_many_as_fit
from ..site_model.parallel import spread

_MOST_HELD_BYTES = 16 * MEBIBYTE


class _Known(Struct, frozen=True, array_like=True):
    """What lists say of the snippets, and what stands for all that is known of them together."""

    outline: Outline
    whole: bytes


class _Made(NamedTuple):
    """What every check needs to know, and the snippets, which only pages and the kit do; both packed."""

    known: bytes
    snippets: bytes


class SnippetShelf:
    """Makes what the cache does not have, and leaves the texts there until somebody asks for them."""

    def __init__(self, site: Site, cache: Cache) -> None:
        self.site = site
        self.cache = cache
        self.fresh: dict[str, _Made] = {}
        self.held: dict[str, bytes] = {}

    def __call__(self, post: Post, house: House) -> tuple[Snippet, ...]:
        """Return the post's snippets for every active network."""
        key = self._key(post)
        if key in self.held:
            return _snippets().decode(self.held[key])
        if key not in self.fresh and (kept := self.cache.get_many([_texts_key(key)])):
            return _snippets().decode(kept[_texts_key(key)])
        return _snippets().decode(self._made(post).snippets)

    def digest(self, post: Post) -> bytes:
        """Return what stands for all of the post's snippets together."""
        return self._known(post).whole

    def digests(self, post: Post) -> dict[str, str]:
        """Return the sha256 of each snippet by its name."""
        return self.outline(post).digests

    def outline(self, post: Post) -> Outline:
        """Return what lists say of the post's snippets."""
        return self._known(post).outline

    def prepare(self, posts: Sequence[Post]) -> None:
        """Make what is missing for these posts, over all cores."""
        missing = [post for post in posts if self._key(post) not in self._kept and self._key(post) not in self.fresh]
        made = spread(partial(_make, house=self.site.house), missing)
        self.fresh |= {self._key(post): one for post, one in zip(missing, made, strict=True)}
        self.keep()

    def keep(self) -> None:
        """Put what was made into the cache, and hold all of it here only where there is none."""
        known = {key: made.known for key, made in self.fresh.items()}
        texts = {key: made.snippets for key, made in self.fresh.items()}
        self.cache.put_many(known | {_texts_key(key): text for key, text in texts.items()})
        if self.cache.keeps:
            self._kept.update(known)
            self.held |= as_many_as_fit(texts, _MOST_HELD_BYTES)
            self.fresh.clear()

    def _known(self, post: Post) -> _Known:
        return _known().decode(self._kept.get(self._key(post)) or self._made(post).known)

    def _made(self, post: Post) -> _Made:
        key = self._key(post)
        if key not in self.fresh:
            self.fresh[key] = _make(post, self.site.house)
        return self.fresh[key]

    @cached_property
    def _frame(self) -> str:
        return house_digest(self.site.house) + code_digest()

    @cached_property
    def _kept(self) -> dict[str, bytes]:
        return self.cache.get_many([self._key(post) for post in self.site.posts])

    def _key(self, post: Post) -> str:
        return hashlib.sha256(f"snippets\0{post.path}\0{post.key}\0{self._frame}".encode()).hexdigest()


def _texts_key(key: str) -> str:
    return f"snippets-{key}"


def _make(post: Post, house: House) -> _Made:
    from ..share import snippets

    made = snippets(post, post_url(post, house), house)
    packed = msgspec.msgpack.encode(made)
    known = _Known(outline_of(made), hashlib.sha256(packed).digest())
    return _Made(msgspec.msgpack.encode(known), packed)


@once
def _snippets() -> msgspec.msgpack.Decoder[tuple[Snippet, ...]]:
    return msgspec.msgpack.Decoder(tuple[Snippet, ...])


@once
def _known() -> msgspec.msgpack.Decoder[_Known]:
    return msgspec.msgpack.Decoder(_Known)

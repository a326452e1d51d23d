"""Each post's snippets, made once per change of post, house or code."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache as once
from functools import cached_property, partial
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec import Struct

from ..policy.check_posts import house_digest
from ..policy.load_code_digest import code_digest
from ..share.outline import Outline, outline_of
from ..site_model import House, Post, Site, Snippet
from ..site_model.address import post_url
from ..site_model.asked_people import AskedPeople, PeopleDigests
from ..site_model.cache import Cache
from ..site_model.held import MEBIBYTE, Held, Portions
from ..site_model.parallel import each
from .failure import StoppedError, told

_MOST_HELD_BYTES = 16 * MEBIBYTE


class _Known(Struct, frozen=True, array_like=True):
    """What lists say of the snippets, and what stands for all that is known of them together.

    `asked` are the people of the house they were made from, `people` stands for these as they were.
    """

    # Packed: only lists of all posts look into it.
    outline: msgspec.Raw
    whole: bytes
    asked: tuple[str, ...]
    people: bytes


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
        self.held = Held(cache, _MOST_HELD_BYTES)

    def __call__(self, post: Post, house: House) -> tuple[Snippet, ...]:
        """Return the post's snippets for every active network."""
        key, known = self._key(post), self._known(post)
        if isinstance(house.people, AskedPeople):
            house.people.ask_again(known.asked)
        if key in self.held:
            return _snippets().decode(self.held[key])
        texts = _texts_key(key, known)
        if key not in self.fresh and (kept := self.cache.get_many([texts])):
            return _snippets().decode(kept[texts])
        return _snippets().decode(self._made(post).snippets)

    def digest(self, post: Post) -> bytes:
        """Return what stands for all of the post's snippets together."""
        return self._known(post).whole

    def digests(self, post: Post) -> dict[str, str]:
        """Return the sha256 of each snippet by its name."""
        return self.outline(post).digests

    def outline(self, post: Post) -> Outline:
        """Return what lists say of the post's snippets."""
        return _outline().decode(self._known(post).outline)

    def prepare(self, posts: Sequence[Post]) -> None:
        """Make what is missing for these posts, over all cores."""
        missing = [post for post in posts if self._key(post) not in self._kept and self._key(post) not in self.fresh]
        with self._putting() as put:
            for number, made in each(self._make, missing):
                put(self._key(missing[number]), made)

    def keep(self) -> None:
        """Put what was made one by one into the cache."""
        if self.cache.named is not None:
            # A check that finds all its findings kept has asked for none of them.
            self.cache.name(self._kept)
        made, self.fresh = self.fresh, {}
        with self._putting() as put:
            for key, one in made.items():
                put(key, one)

    @contextmanager
    def _putting(self) -> Iterator[Callable[[str, _Made], None]]:
        """Give what puts something made into the cache."""
        # Each start asks for all of the first: they shall lie side by side in the file.
        first, texts = Portions(self.cache), Portions(self.cache)
        yield partial(self._put, first, texts)
        first.finish()
        texts.finish()

    def _put(self, first: Portions, texts: Portions, key: str, made: _Made) -> None:
        """Put what was made into the cache, and hold all of it here only where there is none."""
        first.put(key, made.known)
        texts.put(_texts_key(key, _known().decode(made.known)), made.snippets)
        if self.cache.keeps:
            self._kept[key] = made.known
            self.held.offer(key, made.snippets)
        else:
            self.fresh[key] = made

    def _known(self, post: Post) -> _Known:
        return _known().decode(self._kept.get(self._key(post)) or self._made(post).known)

    def _made(self, post: Post) -> _Made:
        key = self._key(post)
        if key not in self.fresh:
            self.fresh[key] = self._make(post)
        return self.fresh[key]

    def _make(self, post: Post) -> _Made:
        from ..share import snippets

        people = AskedPeople(self.site.house.people)
        house = msgspec.structs.replace(self.site.house, people=people)
        try:
            made = snippets(post, post_url(post, house), house)
        except Exception as error:
            said = f"{post.path}: no texts for the networks can be made of this post: {told(error, Path.cwd())}"
            raise StoppedError([said]) from error
        packed = msgspec.msgpack.encode(made)
        asked = tuple(sorted(people.asked))
        outline = msgspec.Raw(msgspec.msgpack.encode(outline_of(made)))
        known = _Known(outline, hashlib.sha256(packed).digest(), asked, self._people.of(asked))
        return _Made(msgspec.msgpack.encode(known), packed)

    @cached_property
    def _frame(self) -> str:
        return house_digest(self.site.house) + code_digest()

    @cached_property
    def _kept(self) -> dict[str, bytes]:
        """Return what is known of snippets that were made from people who are still as they were."""
        kept = self.cache.get_many([self._key(post) for post in self.site.posts])
        known = {key: _known().decode(packed) for key, packed in kept.items()}
        self.cache.name(_texts_key(key, one) for key, one in known.items())
        return {key: kept[key] for key, one in known.items() if one.people == self._people.of(one.asked)}

    @cached_property
    def _people(self) -> PeopleDigests:
        return PeopleDigests(self.site.house.people)

    def _key(self, post: Post) -> str:
        # Who wrote it does not follow from its bytes alone: names become ids where a person of that name is known.
        told = ("snippets", post.path, post.key, post.authors, self._frame)
        return hashlib.sha256(msgspec.msgpack.encode(told)).hexdigest()


def _texts_key(key: str, known: _Known) -> str:
    return f"snippets-{key}-{known.people.hex()}"


@once
def _snippets() -> msgspec.msgpack.Decoder[tuple[Snippet, ...]]:
    return msgspec.msgpack.Decoder(tuple[Snippet, ...])


@once
def _outline() -> msgspec.msgpack.Decoder[Outline]:
    return msgspec.msgpack.Decoder(Outline)


@once
def _known() -> msgspec.msgpack.Decoder[_Known]:
    return msgspec.msgpack.Decoder(_Known)

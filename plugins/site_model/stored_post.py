"""Posts as a site keeps them: what every list needs is at hand, the text stays away until somebody asks for it."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Protocol

from msgspec import Struct, msgpack, structs

from .post import Block, Citation, Image, Link, Post, Reference, Removed
from .spot import Mark


class Text(Struct, frozen=True, array_like=True):
    """The large parts of a post; none has a moment in time, whose offset MessagePack would lose."""

    marks: dict[str, Mark] = {}
    body: str = ""
    html: str = ""
    blocks: tuple[Block, ...] = ()
    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    removed: tuple[Removed, ...] = ()


_TEXT = msgpack.Decoder(Text)


class TextSource(Protocol):
    """Where the text of a post comes from; what it hashes and compares as stands for the text."""

    def packed(self) -> bytes:
        """Return the text as `split` packed it."""


class StoredPost(Post, frozen=True, kw_only=True):
    """A post with its text put away: a site has thousands of them, and a rule or a page looks at one at a time."""

    # A TextSource; MessagePack and JSON know no such type, and never see one.
    source: Any = None

    @property
    def marks(self) -> dict[str, Mark]:
        """Return the place of each value."""
        return _unpacked(self.source).marks

    @property
    def body(self) -> str:
        """Return the Markdown."""
        return _unpacked(self.source).body

    @property
    def html(self) -> str:
        """Return the converted text."""
        return _unpacked(self.source).html

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Return the prose."""
        return _unpacked(self.source).blocks

    @property
    def citations(self) -> tuple[Citation, ...]:
        """Return the citations in the text."""
        return _unpacked(self.source).citations

    @property
    def references(self) -> tuple[Reference, ...]:
        """Return the numbered sources."""
        return _unpacked(self.source).references

    @property
    def links(self) -> tuple[Link, ...]:
        """Return every link of the text."""
        return _unpacked(self.source).links

    @property
    def images(self) -> tuple[Image, ...]:
        """Return the pictures of the text."""
        return _unpacked(self.source).images

    @property
    def removed(self) -> tuple[Removed, ...]:
        """Return what was cleaned away."""
        return _unpacked(self.source).removed


def split(post: Post) -> tuple[Post, bytes]:
    """Return the post without its text, and the text packed."""
    text = Text(*(getattr(post, name) for name in Text.__struct_fields__))
    return structs.replace(post, **structs.asdict(Text())), msgpack.encode(text)


@lru_cache(maxsize=64)
def _unpacked(source: TextSource) -> Text:
    """Unpack a text; the last few stay at hand, as whoever asks for one part soon asks for another."""
    return _TEXT.decode(source.packed())

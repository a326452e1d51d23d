"""All feeds of a site, as files and as links: posts in, bytes out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Protocol

from msgspec import Struct

from ..site_model import House, OutputFile, Post, Published
from .atom import Atom
from .entry import FeedEntry, feed_entry
from .full_text import MainPicture
from .json_feed import JsonFeed
from .moments import Member
from .rss import Rss
from .scopes import Kind, Scope, find_scopes
from .tombstone import Tombstone


class Format(Protocol):
    """What each format's file offers."""

    name: str
    suffix: str
    media_type: str

    def render(self, scope: Scope, entries: Sequence[FeedEntry]) -> bytes:
        """Return one feed as bytes."""


FORMATS: tuple[type[Rss | Atom | JsonFeed], ...] = (Rss, Atom, JsonFeed)


class FeedLink(Struct, frozen=True, kw_only=True):
    """One feed as a page names it; `kind` and `id` say whose feed it is, `format` and `media_type` in which form."""

    title: str
    url: str
    path: str
    kind: Kind
    id: str
    language: str
    format: str
    media_type: str


class MadeEntries:
    """Entries, each built once and rendered once by each format, however many feeds of one house want it.

    Whoever writes the feeds again, after nothing but texts of posts has changed, can lend the same ones.
    """

    def __init__(self) -> None:
        self.formats: list[Format] = [format() for format in FORMATS]
        self._built: dict[Tombstone | tuple[str, str], FeedEntry] = {}

    def of(self, house: House, member: Member, pictures: Mapping[str, MainPicture]) -> FeedEntry:
        """Return the entry of a post as its bytes are, or of a tombstone."""
        key = member if isinstance(member, Tombstone) else (member.post.path, member.post.key)
        if key not in self._built:
            self._built[key] = feed_entry(house, member, pictures)
        return self._built[key]


def render_feeds(
    house: House,
    published: Sequence[Published],
    *,
    tombstones: Sequence[Tombstone] = (),
    pictures: Mapping[str, MainPicture] = {},
) -> Iterator[OutputFile]:
    """Yield every feed in every format; `pictures` maps a post's path to its main picture in the output."""
    for _, make in feed_parts(house, find_scopes(house, [*published, *tombstones]), pictures=pictures):
        yield from make()


def feed_parts(
    house: House,
    scopes: Iterable[Scope],
    *,
    pictures: Mapping[str, MainPicture] = {},
    made: MadeEntries | None = None,
) -> Iterator[tuple[Scope, Callable[[], Iterator[OutputFile]]]]:
    """Yield each scope with what makes its files, so that a build can leave out those it has."""
    known = made or MadeEntries()

    def make(scope: Scope) -> Iterator[OutputFile]:
        entries = [known.of(house, member, pictures) for member in scope.members]
        for format in known.formats:
            yield OutputFile(scope.stem + format.suffix, format.render(scope, entries))

    for scope in scopes:
        yield scope, partial(make, scope)


def feed_links(scopes: Iterable[Scope]) -> tuple[FeedLink, ...]:
    """List the feeds of these scopes, in the order in which they are written."""
    return tuple(
        FeedLink(
            title=scope.title,
            url=scope.address(format.suffix),
            path=scope.stem + format.suffix,
            kind=scope.kind,
            id=scope.id,
            language=scope.language,
            format=format.name,
            media_type=format.media_type,
        )
        for scope in scopes
        for format in FORMATS
    )


def links_for_post(links: Iterable[FeedLink], post: Post) -> tuple[FeedLink, ...]:
    """Return the feeds that carry this post, for `<link rel="alternate">` on its page."""
    mine = {("all", ""), ("topic", post.topic), ("audience", post.audience), ("lang", post.lang)}
    mine.update(("author", author) for author in post.authors)
    return tuple(link for link in links if (link.kind, link.id) in mine)

"""JSON Feed 1.1: for programs."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from msgspec import Struct, json

from .entry import FeedEntry
from .scopes import Scope


class Author(Struct, frozen=True, omit_defaults=True):
    """Who wrote, with affiliation; of a whole feed, the blog and its mail address."""

    name: str
    url: str = ""


class Hub(Struct, frozen=True):
    """Where programs ask to be told of news."""

    url: str
    type: str = "WebSub"


class Item(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One entry; empty keys are left out."""

    id: str
    url: str
    title: str
    content_html: str
    summary: str = ""
    image: str = ""
    date_published: datetime
    date_modified: datetime
    authors: list[Author]
    tags: list[str] = []
    language: str


class Feed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The document."""

    version: str
    title: str
    home_page_url: str
    feed_url: str
    description: str
    language: str
    authors: list[Author]
    hubs: list[Hub] = []
    items: list[Item]


class JsonFeed:
    """Writes feeds as JSON Feed 1.1."""

    name = "JSON Feed"
    suffix = ".json"
    media_type = "application/feed+json"

    def render(self, scope: Scope, entries: Sequence[FeedEntry]) -> bytes:
        """Return the feed as UTF-8."""
        feed = Feed(
            version="https://jsonfeed.org/version/1.1",
            title=scope.title,
            home_page_url=f"{scope.site}/",
            feed_url=scope.address(self.suffix),
            description=scope.description,
            language=scope.language,
            authors=[Author(scope.blog, f"mailto:{scope.mail}" if scope.mail else "")],
            hubs=[Hub(scope.hub)] if scope.hub else [],
            items=[_item(entry) for entry in entries],
        )
        return json.encode(feed)


def _item(entry: FeedEntry) -> Item:
    return Item(
        id=entry.id,
        url=entry.url,
        title=entry.title,
        content_html=entry.html,
        summary=entry.summary,
        image=entry.picture.url if entry.picture else "",
        date_published=entry.published,
        date_modified=entry.updated,
        authors=[Author(author) for author in entry.authors],
        tags=list(dict.fromkeys(category.label for category in entry.categories)),
        language=entry.language,
    )

"""RSS 2.0: what most readers and every scheduler understand."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from .entry import FeedEntry
from .feedgen_extension import EntryExtension, FeedExtension, WrittenEntry
from .scopes import Scope

if TYPE_CHECKING:
    from feedgen.entry import FeedEntry as FeedgenEntry


class Rss:
    """Writes feeds as RSS 2.0; each entry is rendered once, however many feeds it stands in."""

    name = "RSS"
    suffix = ".rss.xml"
    media_type = "application/rss+xml"

    def __init__(self) -> None:
        self._written: dict[FeedEntry, WrittenEntry] = {}

    def render(self, scope: Scope, entries: Sequence[FeedEntry]) -> bytes:
        """Return the feed as UTF-8."""
        # Importing it takes its time, and a check needs no feeds.
        from feedgen.feed import FeedGenerator

        feed = FeedGenerator()
        feed.title(scope.title)
        feed.description(scope.description)
        feed.language(scope.language)
        feed.generator("Masthead")
        if scope.mail:
            feed.managingEditor(f"{scope.mail} ({scope.blog})")
        feed.lastBuildDate(max(entry.updated for entry in entries))
        feed.link(href=scope.address(self.suffix), rel="self", type=self.media_type)
        feed.link(href=f"{scope.site}/", rel="alternate")  # feedgen makes the last link the channel's
        feed.register_extension("masthead", lambda: FeedExtension(scope.hub), atom=False)
        feed.entry([self._entry(entry) for entry in entries])
        return bytes(feed.rss_str())

    def _entry(self, entry: FeedEntry) -> WrittenEntry:
        if entry not in self._written:
            self._written[entry] = WrittenEntry(_item(entry).rss_entry())
        return self._written[entry]


def _item(entry: FeedEntry) -> FeedgenEntry:
    from feedgen.entry import FeedEntry as FeedgenEntry

    item = FeedgenEntry()
    item.title(entry.title)
    item.link(href=entry.url)
    item.description(escape(entry.summary, quote=False))
    item.content(entry.html)
    item.guid(entry.id, permalink=False)
    item.category([{"term": category.term, "label": category.label} for category in entry.categories])
    item.published(entry.published)
    if entry.picture:
        item.enclosure(entry.picture.url, entry.picture.length, entry.picture.media_type)
    item.register_extension("masthead", lambda: EntryExtension(entry))
    return item

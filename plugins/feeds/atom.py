"""Atom 1.0: the exact one, with a language and a day of change for every entry."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from .entry import FeedEntry
from .feedgen_extension import EntryExtension, WrittenEntry
from .scopes import Scope

if TYPE_CHECKING:
    from feedgen.entry import FeedEntry as FeedgenEntry


class Atom:
    """Writes feeds as Atom; each entry is rendered once, however many feeds it stands in."""

    name = "Atom"
    suffix = ".atom.xml"
    media_type = "application/atom+xml"

    def __init__(self) -> None:
        self._written: dict[FeedEntry, WrittenEntry] = {}

    def render(self, scope: Scope, entries: Sequence[FeedEntry]) -> bytes:
        """Return the feed as UTF-8."""
        # Importing it takes its time, and a check needs no feeds.
        from feedgen.feed import FeedGenerator

        address = scope.address(self.suffix)
        feed = FeedGenerator()
        feed.id(address)
        feed.title(scope.title)
        feed.subtitle(scope.description)
        feed.language(scope.language)
        feed.generator("Masthead")
        feed.author({"name": scope.blog, **({"email": scope.mail} if scope.mail else {})})
        feed.updated(max(entry.updated for entry in entries))
        feed.link(href=address, rel="self", type=self.media_type)
        feed.link(href=f"{scope.site}/", rel="alternate", type="text/html")
        if scope.hub:
            feed.link(href=scope.hub, rel="hub")
        feed.entry([self._entry(entry) for entry in entries])
        return bytes(feed.atom_str())

    def _entry(self, entry: FeedEntry) -> WrittenEntry:
        if entry not in self._written:
            self._written[entry] = WrittenEntry(_entry(entry).atom_entry())
        return self._written[entry]


def _entry(entry: FeedEntry) -> FeedgenEntry:
    from feedgen.entry import FeedEntry as FeedgenEntry

    written = FeedgenEntry()
    written.id(entry.id)
    written.title(entry.title)
    written.updated(entry.updated)
    written.published(entry.published)
    written.author([{"name": author} for author in entry.authors])
    written.content(entry.html, type="html")
    if entry.summary:
        written.summary(entry.summary, type="text")
    written.category([{"term": category.term, "label": category.label} for category in entry.categories])
    written.register_extension("masthead", lambda: EntryExtension(entry))
    return written

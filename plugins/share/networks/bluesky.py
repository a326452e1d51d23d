"""Bluesky."""

from __future__ import annotations

from typing import ClassVar

from ...site_model import Post, Prefill
from ..counting import grapheme_length
from ..facets import facets, find_links, shorten
from ..network import Network, with_query


class Bluesky(Network):
    """Counts graphemes and bytes of the text with its links shortened; links and tags are marked by byte."""

    id: ClassVar[str] = "bluesky"
    name: ClassVar[str] = "Bluesky"
    rule: ClassVar[str] = "bluesky graphemes"
    prefill: ClassVar[Prefill] = "text+url"
    threads: ClassVar[bool] = True

    def length(self, text: str) -> int:
        """Count what readers see once the app has shortened the links."""
        return grapheme_length(self.sent(text))

    def sent(self, text: str) -> str:
        """Return the text with its links as the app shows them."""
        return shorten(text)

    def links(self, text: str) -> tuple[str, ...]:
        """Return what the app makes clickable."""
        return tuple(text[found.start : found.end] for found in find_links(text))

    def intent(self, text: str, url: str, title: str) -> str:
        """Open Bluesky with the text."""
        return with_query("https://bsky.app/intent/compose", text=text)

    def native(self, text: str, post: Post, url: str) -> dict[str, object]:
        """Return an `app.bsky.feed.post`, with a card where its link is in it.

        The sender adds `createdAt`, the card's picture, and to posts of a thread which one they answer.
        """
        short, marked = facets(text)
        card = {"uri": url, "title": post.title, "description": post.summary}
        record: dict[str, object] = {"$type": "app.bsky.feed.post", "text": short, "langs": [post.lang]}
        return (
            record
            | ({"facets": marked} if marked else {})
            | ({"embed": {"$type": "app.bsky.embed.external", "external": card}} if url in text else {})
        )

"""WHO FOLLOWS: RSS, Atom and JSON Feed for everything, and per author, topic, audience and language."""

from .full_text import MainPicture
from .render import MadeEntries, feed_links, feed_parts, links_for_post, render_feeds
from .scopes import Scope, find_scopes
from .tombstone import Tombstone

__all__ = [
    "MadeEntries",
    "MainPicture",
    "Scope",
    "Tombstone",
    "feed_links",
    "feed_parts",
    "find_scopes",
    "links_for_post",
    "register",
    "render_feeds",
]


def register() -> None:
    """Connect nothing: the press calls `feed_parts` once the gate is passed, so no feed tells of a stopped build."""

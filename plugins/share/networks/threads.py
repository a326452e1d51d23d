"""Threads."""

from __future__ import annotations

from typing import ClassVar

from ...site_model import Prefill
from ..counting import graphemes, is_emoji
from ..network import Network, with_query


class Threads(Network):
    """Counts characters, but an emoji as its UTF-8 bytes; takes one topic and few links."""

    id: ClassVar[str] = "threads"
    name: ClassVar[str] = "Threads"
    rule: ClassVar[str] = "characters, emoji by byte"
    prefill: ClassVar[Prefill] = "text+url"

    def length(self, text: str) -> int:
        """Count code points, and bytes of emoji."""
        if text.isascii():
            return len(text)
        return sum(len(part.encode()) if is_emoji(part) else len(part) for part in graphemes(text))

    def intent(self, text: str, url: str, title: str) -> str:
        """Open Threads with the text; the first link in it gives the preview."""
        return with_query("https://www.threads.com/intent/post", text=text)

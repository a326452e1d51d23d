"""Slack, for colleagues."""

from __future__ import annotations

from typing import ClassVar

from ...site_model import Post
from ..network import Utf16Network


class Slack(Utf16Network):
    """A message for a channel; its interface wants three characters escaped."""

    id: ClassVar[str] = "slack"
    name: ClassVar[str] = "Slack"

    def native(self, text: str, post: Post, url: str) -> dict[str, object]:
        """Return the body for `chat.postMessage`, without the channel."""
        escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        return {"text": escaped, "unfurl_links": True}

"""Telegram."""

from __future__ import annotations

from typing import ClassVar

from msgspec.structs import replace

from ...site_model import Prefill
from ..network import Draft, Utf16Network, with_query


class Telegram(Utf16Network):
    """Puts the link on the first line and the text below it, as its share link does."""

    id: ClassVar[str] = "telegram"
    name: ClassVar[str] = "Telegram"
    prefill: ClassVar[Prefill] = "text+url"

    def lay_out(self, draft: Draft) -> str:
        """Begin with the link."""
        words = super().lay_out(replace(draft, link=""))
        return "\n".join(filter(None, (draft.link, words)))

    def intent(self, text: str, url: str, title: str) -> str:
        """Open Telegram with link and text, which it joins by a line break."""
        return with_query("https://t.me/share/url", url=url, text=text.removeprefix(url).strip())

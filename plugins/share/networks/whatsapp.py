"""WhatsApp."""

from __future__ import annotations

from typing import ClassVar

from ...site_model import Prefill
from ..network import Utf16Network, with_query


class WhatsApp(Utf16Network):
    """Opens with the whole text; the reader chooses the chat."""

    id: ClassVar[str] = "whatsapp"
    name: ClassVar[str] = "WhatsApp"
    schedulable: ClassVar[bool] = False
    prefill: ClassVar[Prefill] = "text+url"

    def intent(self, text: str, url: str, title: str) -> str:
        """Open WhatsApp with the text."""
        return with_query("https://wa.me/", text=text)

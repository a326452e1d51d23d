"""E-mail."""

from __future__ import annotations

from typing import ClassVar

from ...site_model import Prefill
from ..network import Utf16Network, with_query


class Mail(Utf16Network):
    """A mail with subject and text, addressed to nobody yet."""

    id: ClassVar[str] = "mailto"
    name: ClassVar[str] = "E-mail"
    schedulable: ClassVar[bool] = False
    prefill: ClassVar[Prefill] = "text+url"
    titled: ClassVar[bool] = True

    def intent(self, text: str, url: str, title: str) -> str:
        """Open the reader's mail program; RFC 6068 asks for line breaks of two characters."""
        return with_query("mailto:", subject=title, body=text.replace("\n", "\r\n"))

"""Xing."""

from __future__ import annotations

from typing import ClassVar

from ...site_model import Prefill
from ..network import Utf16Network, with_query


class Xing(Utf16Network):
    """Opens with the link alone, so the text is pasted."""

    id: ClassVar[str] = "xing"
    name: ClassVar[str] = "Xing"
    schedulable: ClassVar[bool] = False
    prefill: ClassVar[Prefill] = "url"

    def intent(self, text: str, url: str, title: str) -> str:
        """Open Xing with the link."""
        return with_query("https://www.xing.com/spi/shares/new", url=url)

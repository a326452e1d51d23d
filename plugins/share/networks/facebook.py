"""Facebook."""

from __future__ import annotations

from typing import ClassVar

from ...site_model import Prefill
from ..network import Utf16Network, with_query


class Facebook(Utf16Network):
    """Forbids text that is filled in for people: it opens with the link, the text is pasted."""

    id: ClassVar[str] = "facebook"
    name: ClassVar[str] = "Facebook"
    prefill: ClassVar[Prefill] = "url"

    def intent(self, text: str, url: str, title: str) -> str:
        """Open Facebook with the link."""
        return with_query("https://www.facebook.com/sharer/sharer.php", u=url)

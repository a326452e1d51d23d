"""X, formerly Twitter."""

from __future__ import annotations

from typing import ClassVar

from ...site_model import Prefill
from ..autolink import find_links
from ..counting import x_weight
from ..network import Network, with_query


class X(Network):
    """Weighs characters instead of counting them: a link costs 23, an emoji 2, most other scripts 2 a character."""

    id: ClassVar[str] = "x"
    name: ClassVar[str] = "X"
    rule: ClassVar[str] = "twitter-text v3"
    prefill: ClassVar[Prefill] = "text+url"
    threads: ClassVar[bool] = True

    def length(self, text: str) -> int:
        """Weigh the text as twitter-text does."""
        return x_weight(text)

    def links(self, text: str) -> tuple[str, ...]:
        """Return everything that X takes for an address, bare domains too."""
        return tuple(text[link.start : link.end] for link in find_links(text))

    def intent(self, text: str, url: str, title: str) -> str:
        """Open X with the whole text, so that the link stays where it was approved."""
        return with_query("https://x.com/intent/tweet", text=text)

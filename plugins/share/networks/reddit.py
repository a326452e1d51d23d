"""Reddit."""

from __future__ import annotations

from typing import ClassVar

from ..network import LinkNetwork, with_query


class Reddit(LinkNetwork):
    """A link with a title; the rules of the community decide whether it is welcome."""

    id: ClassVar[str] = "reddit"
    name: ClassVar[str] = "Reddit"

    def intent(self, text: str, url: str, title: str) -> str:
        """Open Reddit with link and title."""
        return with_query("https://www.reddit.com/submit", url=url, title=text.partition("\n")[0])

"""Hacker News."""

from __future__ import annotations

from typing import ClassVar

from ..network import LinkNetwork, with_query


class HackerNews(LinkNetwork):
    """A link with a short title and nothing else."""

    id: ClassVar[str] = "hn"
    name: ClassVar[str] = "Hacker News"
    schedulable: ClassVar[bool] = False

    def intent(self, text: str, url: str, title: str) -> str:
        """Open the form with link and title."""
        return with_query("https://news.ycombinator.com/submitlink", u=url, t=text.partition("\n")[0])

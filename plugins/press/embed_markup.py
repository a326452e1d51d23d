"""Players of other companies in the text of a post, which call nobody before the reader does."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

from msgspec import Struct

from ..site_model.players import player

# The conversion wrote these, and the cleaner wrote their tags, so every value is quoted.
_CARD = re.compile(r'(<figure class="embed (?P<kind>video|slides)">.*?)</figcaption></figure>', re.DOTALL)
_LINK = re.compile(r'<figcaption><a(?: [a-z]+="[^"]*")*? href="(?P<url>[^"]*)"[^>]*>(?P<title>.*?)</a>', re.DOTALL)
_TAG = re.compile(r"<[^>]*>")


class ShownPlayer(Struct, frozen=True):
    """What the theme needs to offer a player: `company` is called at `url` once the reader asks for it.

    `frame` is the name of the frame that it shows itself in.
    """

    kind: str
    title: str
    company: str
    page: str
    url: str
    frame: str


ShowPlayer = Callable[[ShownPlayer], str]


def with_players(text: str, show: ShowPlayer) -> str:
    """Return the text with a player in each card whose company is known."""
    shown = 0

    def add(match: re.Match[str]) -> str:
        nonlocal shown
        link = _LINK.search(match[0])
        page = unescape(link["url"]) if link else ""
        known = player(page)
        if not link or not known:
            return match[0]
        shown += 1
        title = unescape(_TAG.sub("", link["title"]))
        offer = ShownPlayer(match["kind"], title, known.company, page, known.url, f"player-{shown}")
        return f"{match[1]}{show(offer)}</figcaption></figure>"

    return _CARD.sub(add, text)

"""Mastodon."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import ClassVar
from urllib.parse import urlsplit

import regex

from ...site_model import Post, Prefill
from ..autolink import find_links
from ..counting import LINK_WEIGHT, grapheme_length
from ..network import Network, with_query

_REMOTE = regex.compile(r"(?i)(?<![=/\w])@([a-z0-9_]+(?:[a-z0-9_.-]+[a-z0-9_]+)?)@(\w+(?:-+\w+)*(?:\.\w+(?:-+\w+)*)+)")
LONGEST_HOST = 253


@lru_cache(maxsize=64)
def _server(home: str) -> str | None:
    return urlsplit(home).hostname


class Mastodon(Network):
    """Counts what readers see: a link is 23, `@name@server` is `@name`; each server has its own limit."""

    id: ClassVar[str] = "mastodon"
    name: ClassVar[str] = "Mastodon"
    rule: ClassVar[str] = "mastodon graphemes"
    prefill: ClassVar[Prefill] = "text+url"
    threads: ClassVar[bool] = True

    def length(self, text: str) -> int:
        """Count graphemes; a bare domain counts as the dearer of what server and web client make of it."""
        if "@" in text:
            text = _REMOTE.sub(lambda m: m[0] if len(m[2]) > LONGEST_HOST else f"@{m[1]}", text)
        for start, end in reversed(find_links(text, "mastodon")):
            bare = "://" not in text[start:end]
            text = text[:start] + "x" * max(LINK_WEIGHT, (end - start) * bare) + text[end:]
        return grapheme_length(text)

    def links(self, text: str) -> tuple[str, ...]:
        """Return what Mastodon makes clickable: no address without its protocol."""
        found = (text[start:end] for start, end in find_links(text, "mastodon"))
        return tuple(link for link in found if "://" in link)

    def intent(self, text: str, url: str, title: str) -> str | None:
        """Open the company's server with the text; people on other servers change the host."""
        server = _server(self.home)
        return with_query(f"https://{server}/share", text=text) if server else None

    def native(self, text: str, post: Post, url: str) -> dict[str, object]:
        """Return the form for `POST /api/v1/statuses`; the key keeps it from being posted twice."""
        key = sha256(f"{url}\n{text}".encode()).hexdigest()
        return {"status": text, "language": post.lang, "visibility": "public", "idempotency_key": key}

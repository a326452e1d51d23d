"""Permanent ids: RFC 4151 tag URIs, which stay when the address of a post changes."""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from urllib.parse import quote, urlsplit


def tag_uri(site: str, post_id: str, language: str, first_day: date) -> str:
    """Build the id from the host of the site, the post's first day, its id and its language."""
    return f"tag:{_host(site)},{first_day.isoformat()}:{quote(post_id, safe='/~')}:{quote(language, safe='')}"


@lru_cache(maxsize=16)
def _host(site: str) -> str:
    host = urlsplit(site).hostname or ""
    # The tables for other letters take longer to import than a feed to write.
    return host if host.isascii() else host.encode("idna").decode("ascii")

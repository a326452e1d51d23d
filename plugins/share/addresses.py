"""The one link of a snippet, in ASCII alone, so that every network finds the same beginning and end."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from urllib.parse import quote, unquote, urlsplit

from .autolink import to_ascii

_SAFE_END = "/=_-+&%"
_PLAIN = re.compile(r"https?://[a-z0-9-]+(?:\.[a-z0-9-]+)*/(?:[A-Za-z0-9/%._:@+=&~-]*[A-Za-z0-9/=_+&%-])?")


@lru_cache(maxsize=64)
def ascii_address(url: str) -> str:
    """Return the address with the host as DNS carries it and the rest percent-encoded where it must be."""
    if _PLAIN.fullmatch(url):
        return url
    parts = urlsplit(url)
    host = ".".join(
        to_ascii(unicodedata.normalize("NFC", label.lower())) for label in (parts.hostname or "").split(".")
    )
    address = (
        f"{parts.scheme}://{host}" + (f":{parts.port}" if parts.port else "") + quote(parts.path, safe="/%-._:@+=&")
    )
    if parts.query:
        address += "?" + quote(parts.query, safe="/%-._:@+=&")
    if parts.fragment:
        address += "#" + quote(parts.fragment, safe="/%-._")
    last = address[-1]
    # A full stop at the end would be left outside the link.
    return address if last.isalnum() or last in _SAFE_END else f"{address[:-1]}%{ord(last):02X}"


def campaign_address(address: str, template: str, network: str, slug: str, variant: str) -> str:
    """Return the address with the query by which the company's statistics tell networks apart, if it wants that."""
    if not template:
        return address
    values = {"network": network, "slug": slug, "variant": variant}
    query = template.format_map({name: quote(value, safe="") for name, value in values.items()})
    return f"{address}{'&' if '?' in address else '?'}{query}"


def folder(url: str, site: str) -> str:
    """Return the folder of the page at `url` below the output, with a slash at its end."""
    path = unquote(url.removeprefix(site)).strip("/")
    return f"{path.removesuffix('.html') or 'index'}/"

"""Pictures in the text of a post, as browsers load them fastest."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape

from .picture_album import Album, Source

# The cleaner wrote these tags, so every value is quoted.
_IMAGE = re.compile(r'<img(?: [a-z]+="[^"]*")+>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')


def with_pictures(text: str, album: Album, site: str, sizes: str, *, first_at_once: bool) -> str:
    """Return the text with each `<img>` told its size, loaded when it is needed, and offered in other formats.

    The first picture is loaded at once, unless the page shows another before the text.
    """
    at_once = first_at_once

    def show(match: re.Match[str]) -> str:
        nonlocal at_once
        attributes = {name: unescape(value) for name, value in _ATTRIBUTE.findall(match[0])}
        known = album.by_url.get(attributes.get("src", "").removeprefix(site).lstrip("/"))
        if known and not attributes.keys() & {"width", "height"}:
            attributes |= {"width": str(known.width), "height": str(known.height)}
        if not at_once:
            attributes["loading"] = "lazy"
        at_once = False
        attributes["decoding"] = "async"
        image = _tag("img", attributes)
        if not known or not known.sources:
            return image
        sources = ({"type": source.type, "srcset": srcset(source, site), "sizes": sizes} for source in known.sources)
        return f"<picture>{''.join(_tag('source', source) for source in sources)}{image}</picture>"

    return _IMAGE.sub(show, text)


def srcset(source: Source, site: str) -> str:
    """Return the candidates of one format as `srcset` wants them."""
    return ", ".join(f"{site}/{address} {width}w" for address, width in source.candidates)


def _tag(name: str, attributes: dict[str, str]) -> str:
    written: Iterable[str] = (f'{key}="{escape(value)}"' for key, value in attributes.items())
    return f"<{name} {' '.join(written)}>"

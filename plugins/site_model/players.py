"""Where videos and slides of other companies play, so that a page can name the company before anybody calls it."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit


class Player(NamedTuple):
    """A player to be shown in a frame: whose it is, its site, and its address."""

    company: str
    origin: str
    url: str


class _Service(NamedTuple):
    company: str
    pages: str
    url: str


# `pages` is matched against host and path with query; each asks for the least that the company offers.
_SERVICES = (
    _Service(
        "YouTube (Google)",
        r"(?:(?:www\.|m\.)?youtube(?:-nocookie)?\.com/(?:watch\?(?:.*&)?v=|embed/|shorts/|live/)|youtu\.be/)(?P<id>[\w-]{11})",
        "https://www.youtube-nocookie.com/embed/{id}?autoplay=1",
    ),
    _Service(
        "Vimeo", r"vimeo\.com/(?P<id>\d+)/(?P<hash>[0-9a-f]+)", "https://player.vimeo.com/video/{id}?h={hash}&dnt=1"
    ),
    _Service("Vimeo", r"(?:player\.)?vimeo\.com/(?:video/)?(?P<id>\d+)", "https://player.vimeo.com/video/{id}?dnt=1"),
    _Service(
        "Dailymotion",
        r"(?:(?:www\.)?dailymotion\.com/video|dai\.ly)/(?P<id>\w+)",
        "https://geo.dailymotion.com/player.html?video={id}",
    ),
    _Service("TED", r"(?:www\.)?ted\.com/talks/(?P<id>\w+)", "https://embed.ted.com/talks/{id}"),
    _Service("Internet Archive", r"archive\.org/(?:details|embed)/(?P<id>[\w.-]+)", "https://archive.org/embed/{id}"),
    _Service(
        "Google",
        r"docs\.google\.com/presentation/d/(?P<id>(?:e/)?[\w-]+)/(?:pub|embed|edit|view)",
        "https://docs.google.com/presentation/d/{id}/embed",
    ),
    _Service(
        "SlideShare (Scribd)",
        r"(?:www\.)?slideshare\.net/slideshow/embed_code/key/(?P<id>\w+)",
        "https://www.slideshare.net/slideshow/embed_code/key/{id}",
    ),
    _Service(
        "Speaker Deck (GitHub)", r"speakerdeck\.com/player/(?P<id>[0-9a-f]+)", "https://speakerdeck.com/player/{id}"
    ),
)
# PeerTube runs on anybody's server: https://docs.joinpeertube.org/api-embed-player.
_PEERTUBE = re.compile(r"/(?:w|videos/(?:watch|embed))/(?P<id>[0-9A-Za-z-]{20,36})/?")


def player(address: str) -> Player | None:
    """Return the player for the page of a video or of slides, None for a page whose player nobody here knows."""
    parts = urlsplit(address)
    if parts.scheme != "https" or not parts.hostname or parts.port:
        return None
    page = f"{parts.hostname}{parts.path}" + (f"?{parts.query}" if parts.query else "")
    for service in _SERVICES:
        if match := re.match(service.pages, page, re.IGNORECASE):
            url = service.url.format(**match.groupdict())
            return Player(
                service.company, f"https://{urlsplit(url).hostname}", url + _start(parts.query, service.company)
            )
    if match := _PEERTUBE.fullmatch(parts.path):
        origin = f"https://{parts.hostname}"
        return Player(parts.hostname, origin, f"{origin}/videos/embed/{match['id']}")
    return None


def _start(query: str, company: str) -> str:
    """Let a YouTube video begin where the link says."""
    second = parse_qs(query).get("t", [""])[0].removesuffix("s")
    return f"&start={second}" if company.startswith("YouTube") and second.isdecimal() else ""

"""A small house with posts whose titles try to break things; run as a script it prints a digest of every feed."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from pelican.plugins.feeds import MainPicture, Tombstone, render_feeds
from pelican.plugins.site_model import (
    Correction,
    Disclosure,
    House,
    Picture,
    Post,
    Published,
    Reference,
    Source,
)
from pelican.plugins.site_model.load_site import load_house

SITE = "https://blog.havlinje.example"
OSLO_WINTER = timezone(timedelta(hours=1))
HUB = "https://hub.example/"

HOSTILE = {
    "Crew families 👨‍👩‍👧‍👦 👩🏽‍✈️ 🏴‍☠️ 🇳🇴🇵🇱": "Crew families 👨‍👩‍👧‍👦 👩🏽‍✈️ 🏴‍☠️ 🇳🇴🇵🇱",
    "العبّارة تأخرت \u2067עברית\u2069 twice": "العبّارة تأخرت \u2067עברית\u2069 twice",
    "Z̷̡͉͖̿a̴̧l̵g̶̈́o and नमस्ते": "Z̷̡͉͖̿a̴̧l̵g̶̈́o and नमस्ते",
    "Long " + "sea " * 123 + "end": "Long " + "sea " * 123 + "end",
    "Fish & chips < 5 kr > 3 kr \"quoted\" 'single'": "Fish & chips < 5 kr > 3 kr \"quoted\" 'single'",
    "]]> &amp; 100 % {{ x }} \\n": "]]> &amp; 100 % {{ x }} \\n",
    "Bell\x07 null\x00 escape\x1b[31m c1\x85 half\ud800 end\ufffe": "Bell null escape[31m c1 half end",
    "Two\nlines\tand\u00a0a no-break space": "Two lines and\u00a0a no-break space",
}
"""Titles as written, and as every reader must show them."""


@cache
def house() -> House:
    """Return the small sample house with a WebSub hub."""
    small = load_house(Path(__file__).parents[1] / "sites" / "small")
    policy = replace(small.policy, company=replace(small.policy.company, hub=HUB))
    return replace(small, policy=policy)


def publish(number: int = 1, html: str = "<p>We stayed at the quay.</p>", url: str = "", **front: Any) -> Published:
    """Return a published post; `front` overrides its keys."""
    keys: dict[str, Any] = {
        "id": f"blog/2026/post-{number}",
        "digest": "0",
        "path": f"content/blog/2026/post-{number}.md",
        "title": f"Post {number}",
        "date": datetime(2026, 1, 1, 8, tzinfo=OSLO_WINTER) + timedelta(days=number),
        "authors": ("kari-lund",),
        "topic": "operations",
        "audience": "passengers",
        "lang": "en",
        "summary": f"What happened on day {number}.",
    }
    return Published(Post(**keys | front), url or f"{SITE}/en/post-{number}/", html)


def feeds(*published: Published, **more: Any) -> dict[str, bytes]:
    """Render all feeds of these posts, by path."""
    return {file.path: file.body for file in render_feeds(house(), published, **more)}


def hostile_posts() -> list[Published]:
    """Return one post for each hostile title, the first the newest."""
    return [
        publish(100 - number, title=title, summary=f"About {title}", html=f"<p>Text {number} &amp; more.</p>")
        for number, title in enumerate(HOSTILE)
    ]


def full_post(**front: Any) -> Published:
    """Return a post that has everything a feed can show."""
    keys: dict[str, Any] = {
        "disclosure": Disclosure(kind="gift", by="Skipsutstyr & Co", what="two life jackets"),
        "corrections": (
            Correction(date=date(2026, 2, 20), text="41 inspections < 50, not 14.", by="kari-lund"),
            Correction(date=date(2026, 2, 25), text="A spelling mistake.", by="kari-lund", minor=True),
        ),
        "references": (
            Reference(
                1, Source(id="r", title="Report <3>", publisher="Havlinje", url="https://x.example/r?a=1&b=2"), ()
            ),
            Reference(2, Source(id="b", title="A book", note="Paper only", accessed=date(2026, 1, 2)), ()),
        ),
        "picture": Picture(file="door.jpg", alt='The "open" door', credit="Kari Lund", licence="CC BY 4.0"),
        "authors": ("kari-lund", "mikko-salo"),
        "tags": ("safety", "C++"),
    }
    return publish(7, **keys | front)


PICTURES = {
    "content/blog/2026/post-7.md": MainPicture(url=f"{SITE}/img/dør 1.jpg", media_type="image/jpeg", length=4711)
}

TOMBSTONE = Tombstone(
    id="blog/2026/post-3",
    lang="en",
    date=datetime(2026, 1, 4, 8, tzinfo=OSLO_WINTER),
    title="Post 3",
    url=f"{SITE}/en/post-3/",
    withdrawn=datetime(2026, 3, 1, 12, tzinfo=OSLO_WINTER),
    reason="The figures were <wrong>.",
    authors=("kari-lund",),
    topic="operations",
    audience="passengers",
)


def everything() -> Iterator[tuple[str, bytes]]:
    """Yield every feed of a site that uses every feature."""
    posts = [*hostile_posts(), full_post(), *(publish(n, lang=("nb", "fi")[n % 2]) for n in range(20, 30))]
    yield from feeds(*posts, pictures=PICTURES, tombstones=[TOMBSTONE]).items()


if __name__ == "__main__":
    digest = hashlib.sha256()
    for path, body in everything():
        digest.update(f"{path} {len(body)} ".encode() + body)
    sys.stdout.write(digest.hexdigest())

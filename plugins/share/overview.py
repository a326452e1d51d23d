"""`share.json`: all texts about a post, with what governs them, for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct

from ..site_model import Count, Media, Snippet
from .as_json import to_json
from .card import HEIGHT, WIDTH, Card
from .phrases import disclosure
from .shared_post import SharedPost


class Approval(Struct, frozen=True, kw_only=True):
    """Who let the texts of a post out, as which role, when, and which."""

    by: str
    role: str
    at: datetime
    snippet_sha256: tuple[str, ...]


class _Picture(Struct, frozen=True):
    url: str
    alt: str


class _Described(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A snippet in the order in which it is told; what says nothing is left out, but for the text."""

    id: str
    network: str
    variant: str
    audience: str
    source: str
    text: str
    sha256: str
    url: str
    count: Count
    key: str = ""
    title: str = ""
    thread: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    hashtags_left_out: tuple[str, ...] = ()
    most_hashtags: int = 0
    links: tuple[str, ...] = ()
    intent_url: str = ""
    prefill: str
    media: tuple[_Picture, ...] = ()
    native: dict[str, object] = {}


def render_overview(
    one: SharedPost,
    card: Card,
    approvals: tuple[Approval, ...],
    snippets: Sequence[Snippet],
    natives: Iterable[dict[str, object]],
) -> bytes:
    """Return the file about a post; `natives` are what the networks' own interfaces want."""
    post, window = one.post, one.post.share_window
    times = {"not_before": window.not_before, "expires": window.expires} if window else {}
    overview: dict[str, Any] = {
        "version": "1",
        "post": {
            "id": post.id,
            "url": one.url,
            "title": post.title,
            "lang": post.lang,
            "content_sha256": post.digest,
            "status": "corrected" if post.corrections else "published",
            **{key: value for key, value in times.items() if value},
        },
        "governance": {
            "author": ", ".join(post.authors),
            "approvals": approvals,
            **({"disclosure": disclosed} if (disclosed := disclosure(post.disclosure, post.lang)) else {}),
        },
        "card": {
            "image": card.image,
            "width": WIDTH,
            "height": HEIGHT,
            "alt": card.alt,
            "title": card.title,
            "description": post.summary,
        },
        "snippets": [_described(snippet, native) for snippet, native in zip(snippets, natives, strict=True)],
    }
    return to_json(overview)


def _described(snippet: Snippet, native: dict[str, object]) -> _Described:
    return _Described(
        id=snippet.id,
        network=snippet.network,
        variant=snippet.variant,
        audience=snippet.audience,
        source=snippet.source,
        text=snippet.text,
        sha256=snippet.sha256,
        url=snippet.url,
        count=snippet.count,
        key=snippet.key,
        title=snippet.title,
        thread=snippet.thread,
        hashtags=snippet.hashtags,
        hashtags_left_out=snippet.hashtags_left_out,
        most_hashtags=snippet.most_hashtags or 0,
        links=snippet.links,
        intent_url=snippet.intent_url or "",
        prefill=snippet.prefill,
        media=_pictures(snippet.media),
        native=native,
    )


def _pictures(media: tuple[Media, ...]) -> tuple[_Picture, ...]:
    return tuple([_Picture(one.url, one.alt) for one in media])

"""`share.json`: all texts about a post, with what governs them, for programs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from msgspec import Struct, structs

from ..site_model import Prefill, Snippet
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


class _Described(Snippet, frozen=True, kw_only=True, omit_defaults=True):
    """A snippet as it is told: what says nothing is left out, and pictures without what is amiss with their words."""

    prefill: Prefill
    media: tuple[Any, ...] = ()
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
    told = structs.asdict(snippet) | {
        "most_hashtags": snippet.most_hashtags or None,
        "intent_url": snippet.intent_url or None,
        "media": tuple([{"url": one.url, "alt": one.alt} for one in snippet.media]),
    }
    return _Described(**told, native=native)

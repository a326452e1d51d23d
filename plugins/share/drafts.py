"""Drafts for the interfaces of Postiz and Buffer; the sender adds the account's id there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC
from typing import Any

from ..site_model import House, OutputFile, Snippet
from .as_json import to_json
from .shared_post import SharedPost
from .timing import is_current, starts

POSTIZ = {
    "bluesky": "bluesky",
    "facebook": "facebook",
    "instagram": "instagram",
    "linkedin": "linkedin-page",
    "mastodon": "mastodon",
    "slack": "slack",
    "telegram": "telegram",
    "threads": "threads",
    "x": "x",
}
BUFFER = {"bluesky", "facebook", "instagram", "linkedin", "mastodon", "threads", "x"}


def render_drafts(house: House, shared: Iterable[SharedPost]) -> Iterator[OutputFile]:
    """Yield a draft per tool for every post that is new or still to come. Nothing in them goes out by itself."""
    for one in shared:
        for path in draft_paths(one, house):
            body = _postiz(one, house) if "/postiz-" in path else [*_buffer(one)]
            yield OutputFile(path, to_json(body))


def draft_paths(one: SharedPost, house: House) -> tuple[str, ...]:
    """Return where the post's drafts lie."""
    if not is_current(one.post, house):
        return ()
    return tuple(f"share/api/{tool}-{one.slug}.json" for tool in ("postiz", "buffer"))


def _postiz(one: SharedPost, house: House) -> dict[str, Any]:
    at = starts(one.post, house).astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    texts = [snippet for snippet in one.main if snippet.network in POSTIZ]
    return {
        "type": "draft",
        "date": at,
        "shortLink": False,
        "tags": [],
        "posts": [_postiz_post(text) for text in texts],
    }


def _postiz_post(snippet: Snippet) -> dict[str, Any]:
    return {
        "integration": {"id": ""},
        "value": [{"content": text, "image": []} for text in (snippet.text, *snippet.thread)],
        "settings": {"__type": POSTIZ[snippet.network]},
    }


def _buffer(one: SharedPost) -> Iterator[dict[str, Any]]:
    for snippet in one.main:
        if snippet.network in BUFFER:
            yield {
                "channelId": "",
                "text": snippet.text,
                "schedulingType": "automatic",
                "mode": "addToQueue",
                "saveToDraft": True,
                "aiAssisted": False,
            }

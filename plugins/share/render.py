"""The files that people and schedulers take the approved texts from."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from ..site_model import House, OutputFile, Post, Published, Snippet
from .addresses import folder
from .card import HEIGHT, WIDTH, card_of
from .networks import find_networks
from .phrases import disclosure
from .snippets import snippets

NATIVE_FILES = {
    "bluesky": "bluesky.record.json",
    "mastodon": "mastodon.form.json",
    "linkedin": "linkedin.little.txt",
}


def render_share(house: House, published: Iterable[Published]) -> Iterator[OutputFile]:
    """Yield the files of every post that has snippets; they are for staff, not for the public site."""
    for page in published:
        if texts := snippets(page.post, page.url, house):
            yield from _post_files(page, texts, house)


def _post_files(page: Published, texts: tuple[Snippet, ...], house: House) -> Iterator[OutputFile]:
    place = folder(page.url, house.policy.company.url) + "share/"
    yield OutputFile(f"{place}share.json", to_json(_overview(page, texts, house)))
    for snippet in texts:
        for number, text in enumerate((snippet.text, *snippet.thread), start=1):
            yield OutputFile(f"{place}{snippet.name}{f'.{number}' if number > 1 else ''}.txt", text.encode())
        if snippet.variant == "default" and (file := NATIVE_FILES.get(snippet.network)):
            yield OutputFile(place + file, _native_body(snippet, page.post))


def _native_body(snippet: Snippet, post: Post) -> bytes:
    native = find_networks()[snippet.network].native(snippet.text, post, snippet.url)
    return str(native["commentary"]).encode() if "commentary" in native else to_json(native)


def _overview(page: Published, texts: tuple[Snippet, ...], house: House) -> dict[str, Any]:
    post, card = page.post, card_of(page.post, page.url, house)
    window = post.share_window
    times = {"not_before": window.not_before, "expires": window.expires} if window else {}
    return {
        "version": "1",
        "post": {
            "id": post.id,
            "url": texts[0].url,
            "title": post.title,
            "lang": post.lang,
            "content_sha256": post.digest,
            "status": "corrected" if post.corrections else "published",
            **{key: value for key, value in times.items() if value},
        },
        "governance": {
            "author": ", ".join(post.authors),
            "approvals": [],
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
        "snippets": [_described(snippet, post) for snippet in texts],
    }


def _described(snippet: Snippet, post: Post) -> dict[str, Any]:
    native = find_networks()[snippet.network].native(snippet.text, post, snippet.url)
    fields = (
        msgspec.to_builtins(snippet)
        | {"media": [{"url": one.url, "alt": one.alt} for one in snippet.media]}
        | ({"native": native} if native else {})
    )
    return {key: value for key, value in fields.items() if value not in ("", [], ()) or key == "text"}


def to_json(value: object) -> bytes:
    """Return JSON that people can read and `diff`, dates in ISO 8601."""
    plain = msgspec.to_builtins(value)
    return (json.dumps(plain, ensure_ascii=False, indent=2) + "\n").encode()

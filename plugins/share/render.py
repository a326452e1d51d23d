"""The files that staff and schedulers take the approved texts from. None of them is public."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from typing import Any

import msgspec

from ..site_model import House, OutputFile, Post, Published, Snippet
from .as_json import to_json
from .card import HEIGHT, WIDTH, card_of
from .drafts import draft_paths, render_drafts
from .kit import render_index, render_page
from .networks import find_networks
from .phrases import disclosure
from .schedules import render_schedules
from .shared_post import SharedPost, Texts, shared_posts
from .withdrawn import Said, render_withdrawn

NATIVE_FORMS = {
    "bluesky": "record.json",
    "mastodon": "form.json",
    "linkedin": "little.txt",
    "slack": "message.json",
}
"""How the file is called, after the network, that has a text as the network's own interface wants it."""


class Approval(msgspec.Struct, frozen=True, kw_only=True):
    """Who let the texts of a post out, as which role, when, and which."""

    by: str
    role: str
    at: datetime
    snippet_sha256: tuple[str, ...]


Approvals = Mapping[str, tuple[Approval, ...]]
"""By the path of the post's file."""


Part = tuple[str, Callable[[], Iterable[OutputFile]]]
"""The path of the post that some of the files are about, or '', and what makes them, in whichever process."""


def share_parts(
    house: House,
    published: Iterable[Published],
    *,
    texts: Texts | None = None,
    approvals: Approvals | None = None,
    said: Iterable[Said] = (),
) -> Iterator[Part]:
    """Yield what makes texts, records and page of each post, then what makes the lists of all.

    `said` are the texts that were ever approved; `texts` gives the snippets of a post where they were made before,
    as for the check.
    """
    shared, approved = shared_posts(house, published, texts), approvals or {}
    for one in shared:
        yield one.post.path, partial(_post_files, one, house, approved.get(one.post.path, ()))
    yield "", partial(_lists, house, shared, frozenset(approved), tuple(said))


def render_share(house: House, published: Iterable[Published], **more: Any) -> Iterator[OutputFile]:
    """Yield what all the parts make."""
    for _, make in share_parts(house, published, **more):
        yield from make()


def _lists(
    house: House, shared: Sequence[SharedPost], approved: frozenset[str], said: Iterable[Said]
) -> Iterator[OutputFile]:
    tables = []
    for file in render_schedules(house, shared):
        tables.append(file.path)
        yield file
    yield render_index(house, shared, approved, tables)
    yield from render_drafts(house, shared)
    yield render_withdrawn(house, shared, said)


def _in_words(approvals: tuple[Approval, ...], house: House) -> str:
    people = house.people
    return ", ".join(f"{people[one.by].name if one.by in people else one.by} ({one.at:%Y-%m-%d})" for one in approvals)


def _post_files(one: SharedPost, house: House, approvals: tuple[Approval, ...]) -> Iterator[OutputFile]:
    files = list(draft_paths(one, house))
    for file in _texts_of(one, house, approvals):
        files.append(file.path)
        yield file
    yield render_page(one, house, _in_words(approvals, house), files)


def _texts_of(one: SharedPost, house: House, approvals: tuple[Approval, ...]) -> Iterator[OutputFile]:
    yield OutputFile(f"{one.folder}share.json", to_json(_overview(one, house, approvals)))
    for snippet in one.snippets:
        for number, text in enumerate((snippet.text, *snippet.thread), start=1):
            place = f".{number}" if number > 1 else ""
            yield OutputFile(f"{one.folder}{snippet.name}{place}.txt", text.encode())
            if snippet.variant == "default" and (form := NATIVE_FORMS.get(snippet.network)):
                yield OutputFile(f"{one.folder}{snippet.network}{place}.{form}", _native_body(snippet, text, one.post))
    yield OutputFile(f"{one.folder}card.alt.txt", card_of(one.post, one.url, house).alt.encode())


def _native_body(snippet: Snippet, text: str, post: Post) -> bytes:
    native = find_networks()[snippet.network].native(text, post, snippet.url)
    return str(native["commentary"]).encode() if "commentary" in native else to_json(native)


def _overview(one: SharedPost, house: House, approvals: tuple[Approval, ...]) -> dict[str, Any]:
    post, card, window = one.post, card_of(one.post, one.url, house), one.post.share_window
    times = {"not_before": window.not_before, "expires": window.expires} if window else {}
    return {
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
        "snippets": [_described(snippet, post) for snippet in one.snippets],
    }


def _described(snippet: Snippet, post: Post) -> dict[str, Any]:
    native = find_networks()[snippet.network].native(snippet.text, post, snippet.url)
    fields = msgspec.to_builtins(snippet)
    fields["media"] = [{"url": media.url, "alt": media.alt} for media in snippet.media]
    fields["native"] = native
    return {key: value for key, value in fields.items() if value or key == "text"}

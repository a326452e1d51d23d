"""The files that staff and schedulers take the approved texts from. None of them is public."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from ..site_model import House, OutputFile, Post, Published, Snippet
from .as_json import to_json
from .card import card_of
from .drafts import draft_paths, render_drafts
from .index_page import render_index
from .networks import find_networks
from .overview import Approval, render_overview
from .post_page import Dossier, PostPages
from .schedules import render_schedules
from .shared_post import Outlines, SharedPost, Texts, shared_posts
from .withdrawn import Said, render_withdrawn

NATIVE_FORMS = {
    "bluesky": "record.json",
    "mastodon": "form.json",
    "linkedin": "little.txt",
    "slack": "message.json",
}
"""How the file is called, after the network, that has a text as the network's own interface wants it."""


Approvals = Mapping[str, tuple[Approval, ...]]
"""By the path of the post's file."""


Part = tuple[str, Callable[[], Iterable[OutputFile]]]
"""The path of the post that some of the files are about, or '', and what makes them, in whichever process."""


def share_parts(
    house: House,
    published: Iterable[Published],
    *,
    texts: Texts | None = None,
    outlines: Outlines | None = None,
    approvals: Approvals | None = None,
    said: Iterable[Said] = (),
) -> Iterator[Part]:
    """Yield what makes texts, records and page of each post, then what makes the lists of all.

    `said` are the texts that were ever approved; `texts` and `outlines` give the snippets of a post, and what lists
    say of them, where they were made before, as for the check.
    """
    shared, approved = shared_posts(house, published, texts, outlines), approvals or {}
    pages = PostPages(house)
    for one in shared:
        yield one.post.path, partial(_post_files, one, house, approved.get(one.post.path, ()), pages)
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


def _post_files(
    one: SharedPost, house: House, approvals: tuple[Approval, ...], pages: PostPages
) -> Iterator[OutputFile]:
    dossier = Dossier(one, one.snippets, card_of(one.post, one.url, house), _in_words(approvals, house))
    # Employees post by hand: nobody sends their texts to a network's interface.
    natives = [_native(it, it.text, one.post) if it.audience == "company" else {} for it in dossier.texts]
    overview = render_overview(one, dossier.card, approvals, dossier.texts, natives)
    names = []
    for name, body in (("share.json", overview), *_texts_of(dossier, natives)):
        names.append(name)
        yield OutputFile(one.folder + name, body)
    yield pages.render(dossier, draft_paths(one, house), names)


def _texts_of(dossier: Dossier, natives: Sequence[dict[str, object]]) -> Iterator[tuple[str, bytes]]:
    for snippet, native in zip(dossier.texts, natives, strict=True):
        form = NATIVE_FORMS.get(snippet.network) if snippet.variant == "default" else None
        yield f"{snippet.name}.txt", snippet.text.encode()
        if form:
            yield f"{snippet.network}.{form}", _native_body(native)
        for number, text in enumerate(snippet.thread, start=2):
            yield f"{snippet.name}.{number}.txt", text.encode()
            if form:
                yield f"{snippet.network}.{number}.{form}", _native_body(_native(snippet, text, dossier.one.post))
    yield "card.alt.txt", dossier.card.alt.encode()


def _native(snippet: Snippet, text: str, post: Post) -> dict[str, object]:
    return find_networks()[snippet.network].native(text, post, snippet.url)


def _native_body(native: dict[str, object]) -> bytes:
    return str(native["commentary"]).encode() if "commentary" in native else to_json(native)

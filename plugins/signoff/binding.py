"""What a statement binds of a post, so that the page cannot show other words than were signed."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from ..site_model import Correction, FrontMatter, Post, UsedFile

_ENCODER = msgspec.json.Encoder(order="sorted")
_NEUTRAL: tuple[Any, ...] = (None, "", (), {}, [], False)


class Binding(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Everything that must stay as it was when the editor looked."""

    post: str
    id: str
    subjects: dict[str, str]
    unusable: tuple[UsedFile, ...]
    title: str
    slug: str
    date: str
    lang: str
    url: str
    authors: tuple[str, ...]
    inherited: str | None
    policy: str
    snippets: dict[str, str]
    corrections: tuple[str, ...]


def bind(post: Post, files: Iterable[UsedFile], url: str, policy: str, snippets: Mapping[str, str]) -> Binding:
    """Return what is to be signed; `policy` is the sha256 of the policy, `snippets` map ids to digests."""
    files = tuple(files)
    return Binding(
        post=post.path,
        id=post.id,
        subjects={post.path: post.digest, **{file.path: file.digest for file in files if file.digest}},
        unusable=tuple(file for file in files if not file.digest),
        title=post.title,
        slug=post.slug,
        date=post.date.isoformat(),
        lang=post.lang,
        url=url,
        authors=post.authors,
        inherited=_inherited(post),
        policy=policy,
        snippets=dict(snippets),
        corrections=tuple(map(digest_of, post.corrections)),
    )


def digest_of(correction: Correction) -> str:
    """Return what tells one correction from another."""
    return _digest(msgspec.to_builtins(correction))


def _inherited(post: Post) -> str | None:
    """Return the digest of what a translation takes from its original; the file's own bytes do not show it."""
    if post.original:
        return None
    taken = {
        name: msgspec.to_builtins(getattr(post, name))
        for name in FrontMatter.__struct_fields__
        if name not in post.given
    }
    return _digest(taken)


def _digest(value: Any) -> str:
    return hashlib.sha256(_ENCODER.encode(_without_neutral(value))).hexdigest()


def _without_neutral(value: Any) -> Any:
    """Leave out what says nothing, so that a key which a later version adds voids no sign-off."""
    if isinstance(value, Mapping):
        return {key: _without_neutral(child) for key, child in value.items() if child not in _NEUTRAL}
    if isinstance(value, list | tuple):
        return [_without_neutral(child) for child in value]
    return value

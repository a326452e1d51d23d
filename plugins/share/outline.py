"""The little that a list of all posts says of each post's texts."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from ..site_model import Snippet


class Outline(Struct, frozen=True, array_like=True):
    """The sha256 of each snippet by its name, in their order, and the names of those that are too long."""

    digests: dict[str, str]
    too_long: tuple[str, ...]


def outline_of(snippets: Sequence[Snippet]) -> Outline:
    """Return what lists say of these snippets."""
    return Outline(
        {snippet.name: snippet.sha256 for snippet in snippets},
        tuple(snippet.name for snippet in snippets if not snippet.count.fits),
    )

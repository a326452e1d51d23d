"""Who signs a post, and which of its keys a translation answers for itself."""

from __future__ import annotations

from collections.abc import Iterator

from ..site_model import House, Person, Post, Spot


def inherits(post: Post, *keys: str) -> bool:
    """Say whether the post is a translation that takes all these keys from its original, which answers for them."""
    return not post.original and post.given.isdisjoint(keys)


def known_bylines(post: Post, house: House) -> Iterator[tuple[Spot, Person]]:
    """Yield the people of `authors:` that are known, each with the place of the name; `named-author` has the rest."""
    for index, author in enumerate(post.authors):
        if person := house.people.get(author):
            yield post.spot(f"authors[{index}]"), person

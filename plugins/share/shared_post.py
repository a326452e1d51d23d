"""A published post with everything there is to say about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..site_model import House, Post, Published, Snippet
from .addresses import ascii_address, folder
from .networks import find_networks
from .snippets import snippets

Texts = Callable[[Post, House], tuple[Snippet, ...]]


class SharedPost(NamedTuple):
    """`folder` is where its files lie below the output."""

    post: Post
    url: str
    folder: str
    snippets: tuple[Snippet, ...]

    @property
    def slug(self) -> str:
        """Return a name for files that holds the post apart from all others."""
        return f"{self.post.id.replace('/', '-')}.{self.post.lang}"

    @property
    def main(self) -> tuple[Snippet, ...]:
        """Return the company's own text for each network."""
        return tuple(snippet for snippet in self.snippets if snippet.variant == "default")

    @property
    def scheduled(self) -> tuple[Snippet, ...]:
        """Return the company's own texts for the networks that schedulers post to."""
        known = find_networks()
        return tuple(snippet for snippet in self.main if known[snippet.network].schedulable)


def shared_posts(house: House, published: Iterable[Published], texts: Texts | None = None) -> list[SharedPost]:
    """Return the posts that have snippets, newest first; `texts` gives snippets that somebody has made already."""
    place = house.policy.company.url
    found = [
        SharedPost(page.post, ascii_address(page.url), folder(page.url, place) + "share/", made)
        for page in published
        if (made := texts(page.post, house) if texts else snippets(page.post, page.url, house))
    ]
    return sorted(found, key=lambda one: (one.post.date.date().toordinal() * -1, one.folder))

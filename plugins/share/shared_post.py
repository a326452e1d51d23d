"""A published post with everything there is to say about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, partial

from ..site_model import House, Post, Published, Snippet
from .addresses import ascii_address, folder
from .networks import find_networks
from .outline import Outline, outline_of
from .snippets import snippets

Texts = Callable[[Post, House], tuple[Snippet, ...]]
Outlines = Callable[[Post], Outline]


@dataclass(frozen=True)
class SharedPost:
    """`folder` is where its files lie below the output; `texts` gives its snippets, which a big site does not hold.

    `outlined` says what lists need to know of them.
    """

    post: Post
    url: str
    folder: str
    texts: Callable[[], tuple[Snippet, ...]]
    outlined: Callable[[], Outline] | None = None

    @property
    def snippets(self) -> tuple[Snippet, ...]:
        """Return every text about the post."""
        return self.texts()

    @property
    def outline(self) -> Outline:
        """Return what lists say of the texts."""
        return self.outlined() if self.outlined else outline_of(self.texts())

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


def shared_posts(
    house: House, published: Iterable[Published], texts: Texts | None = None, outlines: Outlines | None = None
) -> list[SharedPost]:
    """Return the posts that have snippets, newest first; `texts` gives snippets that somebody has made already."""
    networks = house.policy.networks
    if not any(networks[id].state == "active" for id in networks.keys() & find_networks()):
        return []
    place = house.policy.company.url
    found = [
        SharedPost(
            page.post,
            ascii_address(page.url),
            folder(page.url, place) + "share/",
            partial(texts, page.post, house) if texts else cache(partial(snippets, page.post, page.url, house)),
            partial(outlines, page.post) if outlines else None,
        )
        for page in published
    ]
    return sorted(found, key=lambda one: (one.post.date.date().toordinal() * -1, one.folder))

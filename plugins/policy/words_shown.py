"""The texts that readers see beside the body, with the key under which each stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..site_model import NetworkText, Person, Post, Words
from .bylines import inherits


def words_of_post(post: Post) -> Iterator[tuple[str, str]]:
    """Yield the texts of the front matter, each with its key; what a translation inherits is its original's."""
    yield "title", post.title
    if not inherits(post, "summary"):
        yield "summary", post.summary
    if post.picture and not inherits(post, "picture"):
        yield "picture.alt", post.picture.alt
    if not inherits(post, "tags"):
        yield from ((f"tags[{index}]", tag) for index, tag in enumerate(post.tags))
    for network, text in post.share.items():
        yield f"share.{network}", text.text if isinstance(text, NetworkText) else text
    if post.share_image:
        yield "share.image.alt", post.share_image.alt


def words_of_person(person: Person) -> Iterator[tuple[str, str]]:
    """Yield the texts of a profile, each with its key."""
    yield "name", person.name
    parts: Iterable[tuple[str, Words | None]] = (
        ("role", person.role),
        ("bio", person.bio),
        ("photo_alt", person.photo_alt),
    )
    for key, words in parts:
        if isinstance(words, str):
            yield key, words
        elif words:
            yield from ((f"{key}.{language}", text) for language, text in words.items())

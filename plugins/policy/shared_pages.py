"""Names that differ to us and not in an address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..site_model import Post, Spot
from ..site_model.slug import slugify


class TagApart(NamedTuple):
    """A tag that shares its page with the `usual` one; `edits` says that they differ in capitals alone."""

    spot: Spot
    written: str
    usual: str
    edits: bool


def sharing(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield each name that shares its address with an earlier one, and that one."""
    first: dict[str, str] = {}
    for name in sorted(names):
        other = first.setdefault(slugify(name), name)
        if other != name:
            yield name, other


def tags_apart(posts: Sequence[Post]) -> Iterator[TagApart]:
    """Yield every use of a tag that is not the most used of those on its page."""
    counted = Counter(tag for post in posts for tag in post.tags)
    usual: dict[str, str] = {}
    for tag in sorted(counted, key=lambda tag: (-counted[tag], tag)):
        usual.setdefault(slugify(tag), tag)
    apart = {tag: usual[slug] for tag in counted if (slug := slugify(tag)) and usual[slug] != tag}
    for post in posts if apart else ():
        for index, tag in enumerate(post.tags):
            if tag in apart:
                key = f"tags[{index}]"
                only_capitals = apart[tag].casefold() == tag.casefold() and key in post.marks
                yield TagApart(post.spot(key), tag, apart[tag], only_capitals)

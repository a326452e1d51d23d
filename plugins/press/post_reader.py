"""Hands Pelican the posts that were read and judged, instead of letting it read them again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from markupsafe import escape
from pelican.contents import Author, Category, Tag
from pelican.readers import BaseReader, Readers
from pelican.urlwrappers import URLWrapper
from pelican.utils import SafeDatetime

from ..site_model import Post, words_in
from ..site_model.slug import slugify
from .judge import Judgement

JUDGEMENT = "MASTHEAD_JUDGEMENT"
"""The setting under which one build keeps what it judged."""


class PostReader(BaseReader):
    """Reads nothing: every post was read by the same loader that the checker uses."""

    file_extensions = ["md"]

    def read(self, source_path: str) -> tuple[str, dict[str, Any]]:
        """Return HTML and metadata of the post. Raises KeyError for a file that was not judged."""
        judgement: Judgement = self.settings[JUDGEMENT]
        root = Path(self.settings["PATH"]).parent
        path = Path(source_path).relative_to(root).as_posix()
        if any(post.path == path for post in (*judgement.withdrawn, *judgement.waiting)):
            # Pelican's own word for a file that it shall pass over without a complaint.
            return "", {"status": "skip"}
        return judged_metadata(judgement.by_path[path], judgement, self.settings)


def judged_metadata(post: Post, judgement: Judgement, settings: dict[str, Any]) -> tuple[str, dict[str, Any]]:
    """Return HTML and metadata as Pelican wants them."""
    house = judgement.site.house
    people = tuple(house.people[name] for name in post.authors if name in house.people)
    names = {person.id: person.name for person in people}
    topic = house.policy.strategy.topics.get(post.topic)
    metadata: dict[str, Any] = {
        "title": post.title,
        "date": _moment(post.date),
        "authors": [_named(Author, *_byline(author, names), settings) for author in post.authors],
        "tags": [_named(Tag, tag, slugify(tag), settings) for tag in post.tags],
        "summary": str(escape(post.summary)),
        "slug": post.slug,
        "lang": post.lang,
        "translation_id": post.id,
        "translation": "false" if post.path in judgement.leading else "true",
        "status": "published",
        "post": post,
        "people": people,
    }
    if post.topic:
        name = words_in(topic.name, house.policy.company.languages[0]) if topic else post.topic
        metadata["category"] = _named(Category, name, slugify(post.topic), settings)
    if not post.authors:
        del metadata["authors"]
    if post.modified:
        metadata["modified"] = _moment(post.modified)
    return post.html, metadata


def _byline(author: str, names: Mapping[str, str]) -> tuple[str, str]:
    """Return name and slug; bylines that are nobody in `authors/`, where the policy allows them, are names."""
    return (names[author], author) if author in names else (author, slugify(author) or "author")


def _named(kind: type[URLWrapper], name: str, slug: str, settings: dict[str, Any]) -> URLWrapper:
    named = kind(name, settings)
    named.slug = slug
    return named


def _moment(moment: datetime) -> SafeDatetime:
    return SafeDatetime.combine(moment.date(), moment.timetz())


def take_over(readers: Readers) -> None:
    """Put our reader in the place of Pelican's own, and take away those that can include any file."""
    for kind in ("rst", "html", "htm", "markdown", "mkd", "mdown"):
        readers.reader_classes.pop(kind, None)
    readers.reader_classes["md"] = PostReader

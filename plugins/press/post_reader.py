"""Hands Pelican the posts that were read and judged, instead of letting it read them again."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from markupsafe import escape
from pelican.contents import Article, Author, Category, Content, Page, Tag
from pelican.readers import BaseReader, Readers
from pelican.urlwrappers import URLWrapper

from ..site_model import Person, Post, words_in
from ..site_model.slug import slugify
from .judge import Judgement
from .judged_article import JudgedArticle
from .moment import moment_of

Named = Callable[[type[URLWrapper], str, str], URLWrapper]
"""Gives an author, tag or category by its name and slug."""

JUDGEMENT = "MASTHEAD_JUDGEMENT"
"""The setting under which one build keeps what it judged."""


class Uncached:
    """Mixed in where Pelican would ask for the time of each file, to look up what it does not keep."""

    def get_cached_data(self, filename: str, default: Any = None) -> Any:
        """Return the default."""
        return default

    def cache_data(self, filename: str, data: Any) -> None:
        """Keep nothing: what was judged is the only truth."""


class PostReader(BaseReader):
    """Reads nothing: every post was read by the same loader that the checker uses."""

    file_extensions = ["md"]

    def __init__(self, settings: dict[str, Any]) -> None:
        super().__init__(settings)
        # One object for each author, tag and category, not one for each post that has it.
        self.named = _Names(settings)
        self.root = str(Path(settings["PATH"]).parent).rstrip("/") + "/"

    def read(self, source_path: str) -> tuple[str | None, dict[str, Any]]:
        """Return the post's metadata, and its text only where typography is added to it, for that is done at once.

        Raises KeyError for a file that was not judged.
        """
        judgement: Judgement = self.settings[JUDGEMENT]
        path = source_path.removeprefix(self.root)
        if any(post.path == path for post in (*judgement.withdrawn, *judgement.waiting)):
            # Pelican's own word for a file that it shall pass over without a complaint.
            return "", {"status": "skip"}
        if path not in judgement.by_path and any(problem.spot.file == path for problem in judgement.site.problems):
            # While somebody writes, what cannot be read yet is named in the report and left out of the preview.
            return "", {"status": "skip"}
        post = judgement.by_path[path]
        if post.page:
            return post.html, _of_every_kind(post, judgement)
        return post.html if self.settings["TYPOGRIFY"] else None, judged_metadata(post, judgement, self.named)


class PostReaders(Uncached, Readers):
    """Pelican's readers, which make our kind of article from posts."""

    def read_file(self, base_path: str, path: str, content_class: type[Content] = Page, **more: Any) -> Content:
        """Return the content of one file."""
        kind = JudgedArticle if content_class is Article else content_class
        return super().read_file(base_path, path, kind, **more)


def judged_metadata(post: Post, judgement: Judgement, named: Named) -> dict[str, Any]:
    """Return metadata as Pelican wants them; `named` makes authors, tags and categories."""
    house = judgement.site.house
    people = tuple(house.people[name] for name in post.authors if name in house.people)
    topic = house.policy.strategy.topics.get(post.topic)
    metadata = _of_every_kind(post, judgement) | {
        "date": moment_of(post.date),
        "authors": [named(Author, *_byline(author, house.people)) for author in post.authors],
        # A tag of signs alone has no address; `unique-address` says so, and a draft is built without it.
        "tags": [named(Tag, tag, slug) for tag in post.tags if (slug := _slug(tag))],
        "people": people,
    }
    if post.topic:
        name = words_in(topic.name, house.policy.company.languages[0]) if topic else post.topic
        metadata["category"] = named(Category, name, _slug(post.topic))
    if not post.authors:
        del metadata["authors"]
    if post.modified:
        metadata["modified"] = moment_of(post.modified)
    return metadata


def _of_every_kind(post: Post, judgement: Judgement) -> dict[str, Any]:
    """Return the metadata that pages have too."""
    return {
        "title": post.title,
        "summary": str(escape(post.summary)),
        "slug": post.slug,
        "lang": post.lang,
        "translation_id": post.id,
        "translation": "false" if post.path in judgement.leading else "true",
        "status": "published",
        "post": post,
        "judgement": judgement,
    }


def _byline(author: str, people: Mapping[str, Person]) -> tuple[str, str]:
    """Return name and slug; bylines that are nobody in `authors/`, where the policy allows them, are names."""
    return (people[author].name, author) if author in people else (author, slugify(author) or "author")


_slug = lru_cache(maxsize=4096)(slugify)


class _Names:
    def __init__(self, settings: dict[str, Any]) -> None:
        self.settings = settings
        self.known: dict[tuple[type[URLWrapper], str, str], URLWrapper] = {}

    def __call__(self, kind: type[URLWrapper], name: str, slug: str) -> URLWrapper:
        if (kind, name, slug) not in self.known:
            named = self.known[kind, name, slug] = kind(name, self.settings)
            named.slug = slug
        return self.known[kind, name, slug]


def take_over(readers: Readers) -> None:
    """Put our reader in the place of Pelican's own, and take away those that can include any file."""
    for kind in ("rst", "html", "htm", "markdown", "mkd", "mdown"):
        readers.reader_classes.pop(kind, None)
    readers.reader_classes["md"] = PostReader

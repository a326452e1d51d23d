"""Pelican's own generators, in a fixed order and without their quadratic parts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pelican.contents import Article, Content, Page
from pelican.generators import ArticlesGenerator, PagesGenerator

from .judged_article import JudgedArticle
from .post_reader import PostReaders, Uncached
from .writer import PressWriter


class Members(list[Article]):
    """A list of articles that answers `in` at once: stock Pelican asks it for every article of the site."""

    def __init__(self, articles: Iterable[Article]) -> None:
        super().__init__(articles)
        self._known = {id(article) for article in self}

    def __contains__(self, article: object) -> bool:
        return id(article) in self._known


class _Judged(Uncached):
    """Reads what was judged, in order of path."""

    settings: dict[str, Any]
    context: dict[str, Any]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.readers = PostReaders(self.settings)

    def get_files(self, *args: Any, **kwargs: Any) -> list[str]:
        """Return the files sorted: Pelican collects them in a set, whose order differs from run to run."""
        return sorted(super().get_files(*args, **kwargs))  # type: ignore[misc]


class OrderedArticles(_Judged, ArticlesGenerator):
    """Articles in order of path before Pelican sorts them by date."""

    tags: Any
    categories: Any
    authors: Any

    def add_static_links(self, content: Article) -> None:
        """Copy the files that the text shows, and the post's main picture, which no text names."""
        if not isinstance(content, JudgedArticle) or content.replaced:
            super().add_static_links(content)
        if isinstance(content, JudgedArticle):
            self.context["static_links"] |= _files_of(content)

    def generate_context(self) -> None:
        """Gather the articles, then make every list of them answer `in` at once."""
        super().generate_context()
        self._add_tags_of_translations()
        self.tags = {tag: Members(articles) for tag, articles in self.tags.items()}
        self.categories = [(category, Members(articles)) for category, articles in self.categories]
        self.authors = [(author, Members(articles)) for author, articles in self.authors]

    def generate_pages(self, writer: PressWriter) -> None:
        """Write the pages over all cores."""
        with writer.together():
            super().generate_pages(writer)

    def _add_tags_of_translations(self) -> None:
        """Let every tag have its page: Pelican makes none for a tag that only translations have."""
        listed = {
            (tag, article.post.id)
            for tag, articles in self.tags.items()
            for article in articles
            if hasattr(article, "post")
        }
        for article in self.translations:
            for tag in getattr(article, "tags", ()):
                if hasattr(article, "post") and (tag, article.post.id) not in listed:
                    self.tags[tag].append(article)
                    self.tags[tag].sort(key=lambda one: one.date, reverse=True)
        self._update_context(("tags",))


class OrderedPages(_Judged, PagesGenerator):
    """Pages in order of path."""

    def generate_output(self, writer: PressWriter) -> None:
        """Write the pages that have changed."""
        with writer.together():
            super().generate_output(writer)

    def add_static_links(self, content: Page) -> None:
        """Copy the files that the text shows."""
        super().add_static_links(content)
        if hasattr(content, "post"):
            self.context["static_links"] |= _files_of(content)


def _files_of(content: Content) -> set[str]:
    used = content.judgement.site.files[content.post.path]
    return {file.path.partition("/")[2] for file in used if file.digest}


ORDERED = {ArticlesGenerator: OrderedArticles, PagesGenerator: OrderedPages}
"""Which of ours stands in for which of Pelican's."""

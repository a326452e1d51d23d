"""Pelican's own generators, in a fixed order and without their quadratic parts."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from pelican import signals
from pelican.contents import Article, Content, Page
from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.utils import order_content

from .article_maker import article_maker
from .judged_article import JudgedArticle
from .post_reader import PostReaders, Uncached
from .strangers import strangers
from .translations import divided
from .writer import PressWriter

_LISTS = (
    ("published", "articles", "translations"),
    ("hidden", "hidden_articles", "hidden_translations"),
    ("draft", "drafts", "drafts_translations"),
)
"""What becomes of the articles of each status: the list of originals, and the list of their translations."""


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
        self._taken: list[Article] = []
        alone, by = not strangers(self.settings), self.settings["ARTICLE_TRANSLATION_ID"]
        self._make = article_maker(self.readers.readers, self.path, self.context) if alone else None
        if alone and by and isinstance(by, str):
            self._divide_by(by)
        else:
            super().generate_context()
        self._add_tags_of_translations()
        self.tags = {tag: Members(articles) for tag, articles in self.tags.items()}
        self.categories = [(category, Members(articles)) for category, articles in self.categories]
        self.authors = [(author, Members(articles)) for author, articles in self.authors]

    def generate_pages(self, writer: PressWriter) -> None:
        """Write the pages over all cores."""
        with writer.together():
            super().generate_pages(writer)

    def get_cached_data(self, filename: str, default: Any = None) -> Any:
        """Return the article of a file, where all that it says was judged; else Pelican reads it."""
        made = self._make(filename) if self._make else None
        return default if made is None else made

    def add_source_path(self, content: Article, static: bool = False) -> None:
        """Note where an article comes from, and that it was taken."""
        super().add_source_path(content, static)
        self._taken.append(content)

    def _divide_by(self, by: str) -> None:
        """Gather the articles, and find translations in the place of Pelican, which would compare all with all."""

        def divide(_: Any) -> None:
            self.settings = settings
            for status, listed, translated in _LISTS:
                own = [article for article in self._taken if article.status == status]
                originals, others = divided(own, by)
                setattr(self, listed, order_content(originals, settings["ARTICLE_ORDER_BY"]))
                setattr(self, translated, others)

        settings = self.settings
        self.settings = {**settings, "ARTICLE_TRANSLATION_ID": None}
        with signals.article_generator_pretaxonomy.connected_to(divide, sender=self):
            super().generate_context()

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

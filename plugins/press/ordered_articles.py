"""Pelican's generator of articles, in a fixed order and without its quadratic parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from pelican import signals
from pelican.contents import Article
from pelican.generators import ArticlesGenerator
from pelican.utils import order_content

from .article_maker import article_maker
from .judged_article import JudgedArticle
from .judged_content import JudgedContent, files_of
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


class OrderedArticles(JudgedContent, ArticlesGenerator):
    """Articles in order of path before Pelican sorts them by date."""

    tags: Any
    categories: Any
    authors: Any
    dates: Any
    _placed: tuple[list[Article], dict[int, int]] | None = None

    def add_static_links(self, content: Article) -> None:
        """Copy the files that the text shows, and the post's main picture, which no text names."""
        if not isinstance(content, JudgedArticle) or content.replaced:
            super().add_static_links(content)
        if isinstance(content, JudgedArticle):
            self.context["static_links"] |= files_of(content)

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
        """Have the pages written over all cores."""
        with writer.together():
            super().generate_pages(writer)

    def generate_tags(self, write: Any) -> None:
        """Write the pages of tags: for each one, Pelican looks through the dates of all articles."""
        for tag, articles in self.tags.items():
            with self._only(articles, tags={tag: articles}):
                super().generate_tags(write)

    def generate_categories(self, write: Any) -> None:
        """Write the pages of categories."""
        for category, articles in self.categories:
            with self._only(articles, categories=[(category, articles)]):
                super().generate_categories(write)

    def generate_authors(self, write: Any) -> None:
        """Write the pages of authors."""
        for author, articles in self.authors:
            with self._only(articles, authors=[(author, articles)]):
                super().generate_authors(write)

    @contextmanager
    def _only(self, articles: Iterable[Article], **lists: Any) -> Iterator[None]:
        """Hold only these lists while the block runs, and the dates of their articles."""
        whole = {name: getattr(self, name) for name in ("dates", *lists)}
        if self._placed is None or self._placed[0] is not self.dates:
            self._placed = self.dates, {id(article): place for place, article in enumerate(self.dates)}
        places = self._placed[1]
        there = sorted({places[id(article)] for article in articles if id(article) in places})
        self.__dict__.update(lists, dates=[self.dates[place] for place in there])
        try:
            yield
        finally:
            self.__dict__.update(whole)

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

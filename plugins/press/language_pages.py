"""The pages that stock Pelican does not make: other languages, audiences, and what is made from the policy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import Any

from pelican.contents import Article
from pelican.generators import Generator

from .addressbook import PAGES, Addressbook
from .writer import PressWriter

_OURS_IN_EVERY_LANGUAGE = ("search", "contact", "conduct", "feeds")
_FILES = ("sitemap.xml", "robots.txt", "site.webmanifest", "404.html")


class LanguagePages(Generator):
    """Writes them with the site's theme; a template that the theme does not have is left out."""

    def generate_output(self, writer: PressWriter) -> None:
        """Write the pages of every language with all others that wait: no generator after this one makes any."""
        with writer.together():
            self._write(writer)
        writer.write_waiting()

    def _write(self, writer: PressWriter) -> None:
        book: Addressbook = self.context["addressbook"]
        versions = _versions(self.context["every_article"])
        write = partial(writer.write_file, relative_urls=self.settings["RELATIVE_URLS"])
        for lang in book.languages:
            chosen = [_best(group, lang) for group in versions]
            self._audiences(write, book, lang, chosen)
            for name in _OURS_IN_EVERY_LANGUAGE:
                self._page(write, PAGES[name][1], book.page_url(name, lang), lang, chosen, paginated=False)
            if book.prefix(lang):
                self._lists(write, book, lang, chosen)
        for name in _FILES:
            if template := self._template(name):
                # A server shows the 404 page at any depth, so its links cannot be relative.
                writer.write_file(name, template, self.context, articles=self.context["articles"], url=name)

    def _lists(self, write: Callable[..., None], book: Addressbook, lang: str, chosen: list[Article]) -> None:
        own = [article for article in chosen if article.lang == lang]
        self._page(write, "index", book.page_url("home", lang), lang, own)
        for name in ("topics", "people", "archive", "tags"):
            self._page(write, PAGES[name][1], book.page_url(name, lang), lang, chosen, paginated=False)
        for topic, category in sorted({a.post.topic: a.category for a in chosen if a.post.topic}.items()):
            mine = [article for article in chosen if article.post.topic == topic]
            self._page(write, "category", book.topic_url(topic, lang), lang, mine, category=category)
        authors = {author.slug: author for article in chosen for author in getattr(article, "authors", ())}
        for name, author in sorted(authors.items()):
            if address := book.person_url(name, lang):
                mine = [article for article in chosen if name in article.post.authors]
                self._page(write, "author", address, lang, mine, author=author)

    def _audiences(self, write: Callable[..., None], book: Addressbook, lang: str, chosen: list[Article]) -> None:
        for audience in sorted(book.audiences):
            mine = [article for article in chosen if article.post.audience == audience]
            self._page(write, "audience", book.audience_url(audience, lang), lang, mine, audience=audience)

    def _page(
        self,
        write: Callable[..., None],
        name: str,
        address: str,
        lang: str,
        articles: Sequence[Article] = (),
        *,
        paginated: bool = True,
        **values: Any,
    ) -> None:
        template = self._template(f"{name}.html")
        if template is None:
            return
        lists: dict[str, Any] = {"articles": list(articles), "dates": list(articles)} if articles else {}
        if not paginated or not articles:
            lists = {"dates": list(articles), "articles": list(articles)}
        write(
            f"{address}index.html",
            template,
            self.context,
            url=address,
            lang=lang,
            template_name=name if paginated and articles else None,
            page_name=address,
            **lists,
            **values,
        )

    def _template(self, name: str) -> Any:
        from jinja2 import TemplateNotFound

        try:
            return self.env.get_template(name)
        except TemplateNotFound:
            return None


def _versions(articles: Iterable[Article]) -> list[list[Article]]:
    """Group the language versions of each post, newest first."""
    groups: dict[str, list[Article]] = {}
    for article in articles:
        groups.setdefault(article.post.id, []).append(article)
    return sorted(groups.values(), key=lambda group: (group[0].date, group[0].post.id), reverse=True)


def _best(group: list[Article], lang: str) -> Article:
    """Return the version in that language, else the one the author wrote first."""
    mine = [article for article in group if article.lang == lang]
    return (mine or [article for article in group if article.post.original] or group)[0]

"""Pelican's article, made for sites of thousands: text and further values are fetched when a page asks for them."""

from __future__ import annotations

from functools import lru_cache
from posixpath import abspath, dirname, isabs, join, normpath, relpath
from typing import TYPE_CHECKING, Any

from pelican import contents

from ..share import card_of
from ..share.card import Card
from ..site_model import Post, Published, Snippet
from .watch import answering, seen_by, watching

if TYPE_CHECKING:
    from .aside import Aside
    from .judge import Judgement

_WORDS_A_MINUTE = 200
"""Silent reading of non-fiction: 238 words a minute, rounded down for other languages (Brysbaert 2019,
https://doi.org/10.1016/j.jml.2019.104047)."""


class JudgedArticle(contents.Article):
    """An article of a judged post.

    Pelican keeps every text twice and works out addresses whenever it is asked. Here a text is kept nowhere, and
    an address from `settle` on, unless something about the article changes after that.
    """

    post: Post
    judgement: Judgement

    @property
    def _content(self) -> str:
        replaced: str | None = self.__dict__.get("_replaced_content")
        return self.post.html if replaced is None else replaced

    @_content.setter
    def _content(self, content: str | None) -> None:
        """Take what a plugin made of the text; the reader gives None."""
        self.__dict__["_replaced_content"] = content

    def get_content(self, siteurl: str) -> str:
        """Return the text with its links leading somewhere."""
        text = self._get_content() if hasattr(self, "_get_content") else self._content
        return str(self._update_content(text, siteurl))

    def _update_content(self, content: str, siteurl: str) -> str:
        """Return a text with its links leading somewhere; what has no tag has no link, and summaries have none."""
        return str(super()._update_content(content, siteurl)) if content and "<" in content else content

    @property
    def replaced(self) -> bool:
        """Say whether a plugin has changed the text since it was judged."""
        return self.__dict__.get("_replaced_content") is not None

    def settle(self) -> None:
        """Work the addresses out once and for all: nothing that they are made of changes any more."""
        if "_settled" not in self.__dict__:
            self.__dict__["_settled"] = (super().url, super().save_as)

    @property
    def url(self) -> str:
        """Return the address, relative to the site."""
        settled = self.__dict__.get("_settled")
        return str(settled[0] if settled else super().url)

    @property
    def save_as(self) -> str:
        """Return the path in the output."""
        settled = self.__dict__.get("_settled")
        return str(settled[1] if settled else super().save_as)

    def get_relative_source_path(self, source_path: str | None = None) -> str | None:
        """Return the path of this or another source, relative to the content folder."""
        path = source_path or self.source_path
        return _relative(self.settings["PATH"], path) if path else None

    @property
    def relative_dir(self) -> str:
        """Return the folder of the source, relative to the content folder."""
        return dirname(_relative(self.settings["PATH"], abspath(self.source_path)))

    @property
    def reading_minutes(self) -> int:
        """Return how long most people need to read it."""
        words = sum(len(block.words.split()) for block in self.post.blocks)
        return max(1, round(words / _WORDS_A_MINUTE))

    @property
    def snippets(self) -> tuple[Snippet, ...]:
        """Return the texts about it for the networks."""
        return self.judgement.snippets(self.post, self.judgement.site.house)

    @property
    def card(self) -> Card:
        """Return the picture that stands for it elsewhere."""
        house = self.judgement.site.house
        return card_of(self.post, f"{house.policy.company.url}/{self.url}", house)


class PublishedArticle(Published, frozen=True):
    """What feeds take of an article; its text is made ready when one does."""

    article: Any = None
    base: str = ""
    aside: Any = None

    @property
    def html(self) -> str:
        """Return the text with absolute addresses, and note what it looks at."""
        with watching() as watch, answering():
            text = str(self.article.get_content(self.base))
        self.aside.keep_text(self.post.path, seen_by(watch))
        return text


def published(article: JudgedArticle, base: str, aside: Aside) -> Published:
    """Return the article as others take it; `base` is the address of the site."""
    return PublishedArticle(article.post, f"{base}/{article.url}", "", article, base, aside)


@lru_cache(maxsize=65536)
def _relative(content: str, path: str) -> str:
    if path.startswith(f"{content}/") and isabs(path) and normpath(path) == path:
        return path.removeprefix(f"{content}/")
    return relpath(abspath(join(content, path)), abspath(content))

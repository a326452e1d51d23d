"""A post's text on its page: pictures for every screen, and players that wait to be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from jinja2 import Environment, Template, TemplateNotFound
from pelican import contents

from ..share.card import Card
from ..site_model import Post, Snippet
from ..site_model.players import player
from .embed_markup import ShownPlayer, ShowPlayer, with_players
from .judged_article import JudgedArticle
from .picture_album import Album, PagePicture
from .picture_markup import with_pictures
from .watch import NOW, WATCHED, WatchedContext, answering, watching

_PLAYER = "parts/player.html"
DOORS = frozenset(("judgement", "album", "settings", "_context", "metadata", "show_player", "__dict__"))
"""What leads from an article to the whole site: a page that goes there itself is rendered always."""


class _Shown:
    """The text as browsers shall have it; `get_content` is what feeds get."""

    post: Post
    get_siteurl: Callable[[], str]
    get_content: Callable[[str], str]
    album: Album | None = None
    sizes = ""
    picture: PagePicture | None = None
    show_player: ShowPlayer | None = None

    @property
    def content(self) -> str:
        """Return the text for the page that is being written."""
        with answering():
            site = self.get_siteurl()
            text: str = self.get_content(site)
            if self.album and "<img" in text:
                text = with_pictures(text, self.album, site, self.sizes, first_at_once=self.picture is None)
            if self.show_player:
                text = with_players(text, self.show_player)
            return text

    @property
    def frames(self) -> tuple[str, ...]:
        """Return the sites whose players the page may show, for its Content-Security-Policy."""
        known = (player(embed.url) for embed in self.post.embeds)
        return tuple(sorted({one.origin for one in known if one}))


def _get(shown: _Shown, name: str) -> Any:
    """Get a value as Python would, and note that it was asked for."""
    watch = NOW[-1]
    if name in DOORS and not watch.depth:
        watch.lost = True
    if not name.startswith("__"):
        watch.read(shown, name)
    return object.__getattribute__(shown, name)


WATCHED[_Shown] = _get


class Article(_Shown, JudgedArticle):
    """Pelican's article, shown whole."""

    def __setattr__(self, name: str, value: Any) -> None:
        """Set a value, and where it is another, forget the addresses, which may be made of it."""
        own = self.__dict__
        if name not in own or own[name] is not value:
            own.pop("_settled", None)
        super().__setattr__(name, value)

    @property
    def url(self) -> str:
        """Return the address, relative to the site."""
        if not NOW:
            return super().url
        with answering():
            return super().url

    @property
    def save_as(self) -> str:
        """Return the path in the output."""
        if not NOW:
            return super().save_as
        with answering():
            return super().save_as

    @property
    def summary(self) -> str:
        """Return what the front matter says of the post, or the beginning of the text, where a plugin wants that."""
        with answering():
            return str(self.metadata["summary"] if "summary" in self.metadata else super().summary)

    @summary.setter
    def summary(self, value: str) -> None:
        """Take what is in the metadata anyway."""

    @property
    def snippets(self) -> tuple[Snippet, ...]:
        """Return the texts about it for the networks."""
        with answering():
            return super().snippets

    @property
    def card(self) -> Card:
        """Return the picture that stands for it elsewhere."""
        with answering():
            return super().card


class Page(_Shown, contents.Page):
    """Pelican's page, shown whole."""

    @property
    def url(self) -> str:
        """Return the address, relative to the site."""
        with answering():
            return str(super().url)

    @property
    def save_as(self) -> str:
        """Return the path in the output."""
        with answering():
            return str(super().save_as)


def show_whole(shown: Iterable[Any], environment: Environment, context: dict[str, Any]) -> None:
    """Let articles and pages show their text whole; a theme without a template for players leaves the plain links."""
    environment.context_class = WatchedContext
    try:
        template = environment.get_template(_PLAYER)
    except TemplateNotFound:
        template = None
    for one in shown:
        one.__class__ = Page if one.post.page else Article
        if template and one.post.embeds:
            one.show_player = partial(_show, template, context, one.lang)


def _show(template: Template, context: dict[str, Any], lang: str, shown: ShownPlayer) -> str:
    with watching() as inner:
        text: str = template.render(context, lang=lang, player=shown)
    if NOW:
        # The names of the page itself can mean something else than the same names mean here.
        NOW[-1].add(inner)
        NOW[-1].lookups |= {("template", _PLAYER), *(("context", name) for name in inner.names)}
    return text

"""A post's text on its page: pictures for every screen, and players that wait to be asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from jinja2 import Environment, Template, TemplateNotFound
from pelican import contents

from ..site_model import Post
from ..site_model.players import player
from .embed_markup import ShownPlayer, ShowPlayer, with_players
from .judged_article import JudgedArticle
from .picture_album import Album, PagePicture
from .picture_markup import with_pictures

_PLAYER = "parts/player.html"


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


class Article(_Shown, JudgedArticle):
    """Pelican's article, shown whole."""


class Page(_Shown, contents.Page):
    """Pelican's page, shown whole."""


def show_whole(shown: Iterable[Any], environment: Environment, context: dict[str, Any]) -> None:
    """Let articles and pages show their text whole; a theme without a template for players leaves the plain links."""
    try:
        template = environment.get_template(_PLAYER)
    except TemplateNotFound:
        template = None
    for one in shown:
        one.__class__ = Page if one.post.page else Article
        if template and one.post.embeds:
            one.show_player = partial(_show, template, context, one.lang)


def _show(template: Template, context: dict[str, Any], lang: str, shown: ShownPlayer) -> str:
    return template.render(context, lang=lang, player=shown)

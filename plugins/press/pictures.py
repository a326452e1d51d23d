"""Which pictures a site publishes, and how its articles show them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from pelican.contents import Article, Content

from ..feeds import MainPicture
from ..site_model import Person, Post, Site
from .aside import Aside
from .picture_album import Album, PagePicture, Wanted, is_picture

_SIZES = "(min-width: 42rem) 39rem, 94vw"
"""How wide the theme shows pictures of the text; a site with another theme sets `PICTURE_SIZES`."""


def picture_path(post: Post) -> str:
    """Return the main picture's path below the content folder, as Pelican names static files."""
    assert post.picture
    inside = posixpath.dirname(post.path).partition("/")[2]
    return posixpath.normpath(posixpath.join(inside, post.picture.file))


def show_pictures(
    shown: Iterable[Content], site: Site, context: dict[str, Any], settings: Mapping[str, Any], aside: Aside
) -> Album:
    """Make the pictures of all posts, pages and people, and let articles and pages show them. Raises StoppedError."""
    shown = list(shown)
    album = Album(Path(settings["PATH"]).parent, aside)
    statics: Mapping[str, Any] = context["static_content"]
    posts = [one.post for one in shown]
    portraits = map(_portrait, (person for person in site.house.people.values() if person.photo))
    # A portrait that is not there is a finding by now, and stops publishing unless the policy lets it pass.
    there = (portrait for portrait in portraits if (album.root / portrait.path).is_file())
    album.add([*_of_posts(posts, site, statics), *there])
    for one in shown:
        main = statics.get(picture_path(one.post)) if one.post.picture else None
        one.picture = album.by_url.get(main.url) if main else None
        one.album, one.sizes = album, settings.get("PICTURE_SIZES", _SIZES)
    context["album"] = album
    return album


def photo_url(person: Person) -> str:
    """Return where the person's portrait is in the output, '' where there is none."""
    return f"people/{person.id}{PurePosixPath(person.photo).suffix}" if person.photo else ""


def photo_path(person: Person) -> str:
    """Return the portrait's path below the root."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(person.path), person.photo or ""))


def feed_pictures(articles: Iterable[Article], base: str) -> dict[str, MainPicture]:
    """Return the main picture of each post as feeds tell it, by the post's path; `base` is the site's address."""
    shown: dict[str, PagePicture] = {article.post.path: article.picture for article in articles if article.picture}
    return {
        path: MainPicture(url=f"{base}/{one.url}", media_type=one.media_type, length=one.length)
        for path, one in shown.items()
    }


def _of_posts(posts: Iterable[Post], site: Site, statics: Mapping[str, Any]) -> Iterator[Wanted]:
    paths = {file.path for post in posts for file in site.files.get(post.path, ()) if file.digest}
    for path in sorted(path for path in paths if is_picture(path)):
        if static := statics.get(path.partition("/")[2]):
            yield Wanted(path, static.url, static.save_as)


def _portrait(person: Person) -> Wanted:
    return Wanted(photo_path(person), photo_url(person), photo_url(person), widths=())

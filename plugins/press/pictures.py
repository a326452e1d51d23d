"""The main picture of a post, as a page shows it."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import Any

from msgspec import Struct

from ..site_model import Post


class PagePicture(Struct, frozen=True):
    """Where the picture is, relative to the site, and its size in pixels."""

    url: str
    width: int
    height: int


def picture_path(post: Post) -> str:
    """Return the picture's path below the content folder, as Pelican names static files."""
    assert post.picture
    inside = posixpath.dirname(post.path).partition("/")[2]
    return posixpath.normpath(posixpath.join(inside, post.picture.file))


def page_picture(post: Post, static_content: dict[str, Any], content: Path) -> PagePicture | None:
    """Return the picture as Pelican will copy it, None where the post has none or the file is missing."""
    static = static_content.get(picture_path(post)) if post.picture else None
    if static is None:
        return None
    from PIL import Image

    with Image.open(content / picture_path(post)) as image:
        return PagePicture(static.url, *image.size)

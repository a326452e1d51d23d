"""Which local files a post shows or attaches, by path below the site's root."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterator
from urllib.parse import unquote

from .post import Post

_MARKED = re.compile(r"^[{|](attach|static|filename)[}|](.*)$", re.DOTALL)
# Pelican copies whatever such an attribute of any tag names, also in HTML that a writer put into the text.
_IN_HTML = re.compile(
    r"""<(?=[^>{|]*+[{|])[^>]+(?:href|src|poster|data|cite|formaction|action|content)\s*=\s*(["'])"""
    r"""(?P<url>[{|](?:attach|static)[}|].*?)\1"""
)
_ANYWHERE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|[/#])", re.IGNORECASE)


def used_paths(post: Post, content: str) -> tuple[str, ...]:
    """Return the paths in order, whether there is such a file or not."""
    return tuple(sorted({_resolved(url, posixpath.dirname(post.path), content) for url in _targets(post)}))


def _targets(post: Post) -> Iterator[str]:
    pictures = [image.url for image in post.images] + ([post.picture.file] if post.picture else [])
    for url in pictures:
        if not _ANYWHERE.match(url):
            yield url
    for link in post.links:
        if (match := _MARKED.match(link.url)) and match[1] != "filename":
            yield link.url
    for tag in _IN_HTML.finditer(post.html):
        yield html.unescape(tag["url"])


def _resolved(url: str, folder: str, content: str) -> str:
    match = _MARKED.match(url)
    target = unquote((match[2] if match else url).split("#")[0].split("?")[0])
    start = content if target.startswith("/") else folder
    return posixpath.normpath(posixpath.join(start, target.lstrip("/")))

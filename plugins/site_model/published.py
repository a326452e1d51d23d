"""What leaves the house: a post with its address, and the files made from it."""

from __future__ import annotations

from msgspec import Struct

from .post import Post


class Published(Struct, frozen=True):
    """A post ready for readers elsewhere: `url` and every address in `html` are absolute."""

    post: Post
    url: str
    html: str


class OutputFile(Struct, frozen=True):
    """One file of the output; `path` is POSIX, relative to the output folder."""

    path: str
    body: bytes

"""The rule `internal-links`."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote

from ...site_model import Link, Post, Site, Spot
from ...site_model.did_you_mean import did_you_mean
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule


def _target(post: Post, link: Link) -> str | None:
    """Return the path of the post that the link means, None for links that mean no post."""
    if ".md" not in link.url and "%" not in link.url:
        return None
    address = unquote(link.url.partition("#")[0].partition("?")[0])
    for marker in ("{filename}", "|filename|"):
        address = address.removeprefix(marker)
    if not address.endswith(".md") or "://" in address:
        return None
    root = post.path.partition("/")[0]
    folder = root if address.startswith("/") else posixpath.dirname(post.path)
    return posixpath.normpath(posixpath.join(folder, address.lstrip("/")))


class InternalLinks(Rule):
    """Every link to another post of ours leads to one.

    A reader who follows a link to something we wrote and finds nothing does not try the next one. It happens when a
    post is renamed, or taken back.
    """

    id = "internal-links"
    clause = "C8"
    who = AUTHOR
    fix = "Correct the file's name in the link, or delete the link."
    pages = True
    VALID = [Example("---\nSee [this very post](example.md).\n")]
    INVALID = [
        Invalid(
            "---\nMore [next week](later.md).\n",
            files={"content/blog/2026/later.md": "---\ntitle: Later\ndate: 2026-03-27\n---\nSoon.\n"},
            says="'content/blog/2026/later.md' appears only on 2026-03-27",
        ),
        Invalid("---\nSe [porten]({filename}baugport.md).\n", says="there is no post 'content/blog/2026/baugport.md'"),
        Invalid("---\nSee [the door](/blog/door.md).\n", says="there is no post 'content/blog/door.md'"),
    ]

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Compare the links with the posts there are."""
        paths = {post.path: post.date for post in site.posts}
        for post in site.posts:
            for link in post.inside:
                target = _target(post, link)
                if target in paths and post.date <= site.house.now < paths[target]:
                    spot = Spot(post.path, link.line, link.column)
                    fix = "Link to it in a correction once it is there, or give this post a later date too."
                    yield self.finding(spot, f"'{target}' appears only on {paths[target]:%Y-%m-%d}", fix=fix)
                elif target and target not in paths:
                    spot = Spot(post.path, link.line, link.column)
                    yield self.finding(
                        spot, f"there is no post '{target}'", fix=f"{did_you_mean(target, paths)} {self.fix}"
                    )

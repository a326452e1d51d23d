"""The rule `linked-files`."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from ...site_model import Post, Site, Spot
from ..bylines import inherits
from ..file_name import file_name
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule


def _place(post: Post, path: str) -> Spot | None:
    """Return where the post names the file; a translation leaves an inherited picture to its original."""
    name = posixpath.basename(path)
    pictures = ((image.url, image.line, image.column) for image in post.images)
    links = ((link.url, link.line, link.column) for link in post.links)
    for url, line, column in (*pictures, *links):
        if file_name(url) == name:
            return Spot(post.path, line, column)
    if post.picture and file_name(post.picture.file) == name:
        return None if inherits(post, "picture") else post.spot("picture.file")
    # HTML in the text may name files in many more ways.
    at = max(post.body.find(name), 0)
    return Spot(post.path, post.body_line + post.body.count("\n", 0, at), at - (post.body.rfind("\n", 0, at) + 1) + 1)


class LinkedFiles(Rule):
    """Every picture and attachment of a post is a real file inside the content folder.

    A missing file is a hole in the page. A link or a path that leads out of the folder would publish whatever lies
    there, a salary list as readily as a picture, and nobody who approved the post would have seen it. A drawing
    can hold a program, which then runs in the company's name.
    """

    id = "linked-files"
    clause = "C2"
    who = AUTHOR
    fix = "Put the file beside the post, and write its name."
    pages = True
    VALID = [Example("---\nThe [incident report](https://www.havlinje.example/reports/2026-3) is public.\n")]
    INVALID = [
        Invalid("---\n![The door, half open](bow-door.jpg)\n", says="'content/blog/2026/bow-door.jpg' does not exist"),
        Invalid("---\nSe [møteplanen]({attach}../../../policy.yaml).\n", says="'policy.yaml' lies outside content/"),
        Invalid(
            "picture: {file: keula.jpg, alt: Keulaportti auki}\n---\n",
            says="'content/blog/2026/keula.jpg' does not exist",
        ),
    ]

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Pass on why a file may not go out, at the place that names it."""
        for post in site.posts:
            for file in site.files.get(post.path, ()):
                if file.refusal and (spot := _place(post, file.path)):
                    yield self.finding(spot, f"'{file.path}' {file.refusal}", fix=file.fix or None)

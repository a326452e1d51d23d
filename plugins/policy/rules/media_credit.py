"""The rule `media-credit`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from ...site_model import House, Post, Spot
from ..bylines import inherits
from ..file_name import file_name
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule

_STRICT = "rules: {media-credit: {licence: true}}"


@dataclass(frozen=True)
class MediaCredit(Rule):
    """Every picture says who made it, or under which licence it is shown.

    Whoever took a photograph owns it, also when it is easy to find and nobody complains. A name below the picture
    shows that somebody asked; a licence shows what others may do with it in turn. Pictures that need neither, such as
    the company's own ornaments, are named by pattern in `own`. Set the severity to `error` where the company wants it
    of everybody.
    """

    id = "media-credit"
    clause = "C2"
    who = AUTHOR
    fix = 'Write `{: credit="Kari Lund / Havlinje" licence="CC BY 4.0" }` right behind the picture.'
    pages = True
    severity = {"write": "info", "merge": "info", "publish": "info"}
    VALID = [
        Example('---\n![The bow door](door.jpg "Open again"){: credit="Kari Lund / Havlinje" }\n'),
        Example('lang: nb\n---\n![Baugporten](port.jpg){: licence="CC BY 4.0" }\n'),
        Example('picture: {file: d.jpg, alt: Keula, credit: Aino, licence: CC0 1.0}', policy=_STRICT),
        Example("---\n![](wave-3.svg)\n", policy='rules: {media-credit: {own: ["wave-*.svg"]}}'),
    ]  # fmt: skip
    INVALID = [
        Invalid("---\n![The bow door](door.jpg)\n", says="the picture 'door.jpg' names nobody who made it"),
        Invalid("picture: {file: furta.jpg, alt: Furta}", says="the picture 'furta.jpg' names nobody who made it"),
        Invalid('---\n![A](a.jpg){: credit="Kari Lund" }\n', policy=_STRICT, says="'a.jpg' names no licence"),
    ]

    own: tuple[str, ...] = field(
        default=(), metadata={"doc": "Patterns of file names, such as `wave-*.svg`, that need no credit."}
    )
    licence: bool = field(default=False, metadata={"doc": "Ask for a licence beside the name."})

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Look at the pictures of the text and at the main one."""
        for image in post.images:
            spot = Spot(post.path, image.line, image.column)
            yield from self._check(spot, image.url, image.credit, image.licence)
        if post.picture and not inherits(post, "picture"):
            spot, main = post.spot("picture.file"), post.picture
            fix = "Write `credit:` and `licence:` under `picture:`."
            yield from self._check(spot, main.file, main.credit, main.licence, fix)

    def _check(self, spot: Spot, url: str, credit: str, licence: str, fix: str | None = None) -> Iterator[Finding]:
        name = file_name(url)
        if any(fnmatchcase(name, pattern) for pattern in self.own):
            return
        if not credit and not licence:
            yield self.finding(spot, f"the picture '{name}' names nobody who made it", fix=fix)
        elif self.licence and not licence:
            yield self.finding(spot, f"the picture '{name}' names no licence", fix=fix)

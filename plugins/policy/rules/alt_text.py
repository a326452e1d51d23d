"""The rule `alt-text`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fnmatch import fnmatchcase

from ...site_model import House, Post, Spot
from ..alternative_text import VAGUE_WORDS, lacking
from ..file_name import file_name
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule


@dataclass(frozen=True)
class AltText(Rule):
    """Every picture says in words what it shows.

    Some readers cannot see pictures, some networks show the words beside them, and a picture that fails to load leaves
    only its words. A file name or the word "picture" says nothing. Pictures that carry no meaning, such as
    ornaments, are named by pattern in `decorative`; there is no marker in the text, because in Markdown an empty
    description means "forgotten" as often as it means "decoration".
    """

    id = "alt-text"
    clause = "C8"
    who = AUTHOR
    fix = "Describe in a few words what the picture shows: `![The bow door, half open](bow-door.jpg)`."
    pages = True
    VALID = [
        Example("---\n![The bow door, half open](bow-door.jpg)\n"),
        Example("lang: nb\n---\n![Baugporten, halvt åpen](bow-door.jpg)\n"),
        Example("share: {image: {alt: 'In white on dark green: What a broken bow door taught us.'}}"),
        Example("---\n![](wave-3.svg)\n", policy='rules: {alt-text: {decorative: ["wave-*.svg"]}}'),
    ]
    INVALID = [
        Invalid("---\n![](bow-door.jpg)\n", says="the picture 'bow-door.jpg' has no description"),
        Invalid("---\n![bow-door.jpg](bow-door.jpg)\n", says="described by a file name, 'bow-door.jpg'"),
        Invalid("---\n![IMG_2041](door.jpg)\n", says="described by a file name, 'IMG_2041'"),
        Invalid("lang: nb\n---\n![Bilde 1](door.jpg)\n", says="described as 'Bilde 1'"),
        Invalid("lang: fi\n---\n![Kuva](ovi.jpg)\n", says="described as 'Kuva'"),
        Invalid("lang: pl\n---\n![zdjęcie](furta.jpg)\n", says="described as 'zdjęcie'"),
        Invalid('picture: {file: door.jpg, alt: ""}', says="the picture 'door.jpg' has no description"),
        Invalid("lang: pl\npicture: {file: furta.jpg, alt: Obraz}", says="described as 'Obraz'"),
        Invalid("share: {image: {alt: Picture}}", says="the picture 'card.png' is described as 'Picture'"),
    ]

    decorative: tuple[str, ...] = field(
        default=(), metadata={"doc": "Patterns of file names, such as `wave-*.svg`, that need no description."}
    )
    vague: tuple[str, ...] = field(default=VAGUE_WORDS, metadata={"doc": "Words that describe nothing by themselves."})

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Read the words of every picture in the text, of the main one, and of the one that networks show."""
        for image in post.images:
            yield from self._check(Spot(post.path, image.line, image.column), image.url, image.alt)
        if post.picture and (post.original or "picture" in post.given):
            yield from self._check(post.spot("picture.alt"), post.picture.file, post.picture.alt)
        if post.share_image:
            yield from self._check(post.spot("share.image.alt"), "card.png", post.share_image.alt)

    def _check(self, spot: Spot, url: str, alt: str | None) -> Iterator[Finding]:
        name = file_name(url)
        decorative = any(fnmatchcase(name, pattern) for pattern in self.decorative)
        if not decorative and (wrong := lacking(alt, name, self.vague)):
            yield self.finding(spot, f"the picture '{name}' {wrong}")

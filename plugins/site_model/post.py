"""A post as it will be published: its front matter, its words and what was found in them."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from .front_matter import FrontMatter, NoSources, Source
from .spot import Mark, Marked

BlockKind = Literal["heading", "paragraph", "quote", "list", "table", "caption"]
RemovedKind = Literal["element", "attribute", "class", "address"]


class Block(Struct, frozen=True):
    """A run of prose in the Markdown source.

    `raw` is the source from `line` on; `words` is as long, with everything that readers do not
    read as prose (code, addresses, tags, markup) blanked out, so an offset in one is an offset in the other.
    `cited` says whether a citation or a link to another site stands in the block.
    """

    kind: BlockKind
    line: int
    raw: str
    words: str
    cited: bool = False

    def place(self, start: int, end: int) -> tuple[int, int, int, int]:
        """Turn two offsets into line, column, end line and end column."""
        return (*self._point(start), *self._point(end))

    def _point(self, offset: int) -> tuple[int, int]:
        line_start = self.raw.rfind("\n", 0, offset) + 1
        return self.line + self.raw.count("\n", 0, offset), offset - line_start + 1


class Link(Struct, frozen=True):
    """A link of the text; `outside` says that it leads to another site."""

    url: str
    text: str
    line: int
    column: int
    outside: bool


class Image(Struct, frozen=True):
    """A picture of the text; `alt` is None where the author gave no alternative text at all."""

    url: str
    alt: str | None
    line: int
    column: int
    caption: str = ""
    credit: str = ""
    licence: str = ""


class Removed(Struct, frozen=True):
    """What the text holds and the page will not: `name` is the tag, attribute, class or address, `tag` its element."""

    kind: RemovedKind
    name: str
    tag: str
    line: int
    column: int


class Citation(Struct, frozen=True):
    """One `[@id]` in the text."""

    id: str
    number: int
    line: int
    column: int


class Embed(Struct, frozen=True):
    """A video or slides of another site, shown as a card; `url` is the page that people can open there."""

    url: str
    title: str
    line: int
    column: int


class Reference(Struct, frozen=True):
    """A numbered entry of the sources section: a listed source, an inline link, or both at once.

    `places` are the anchors in the text that lead here, for the links back.
    """

    number: int
    source: Source
    places: tuple[str, ...]


class Post(FrontMatter, Marked, frozen=True, kw_only=True):
    """One language version of one post.

    `id` is the path below `content/` without language and suffix, the same for all translations;
    `digest` is the sha256 of the file; `key` changes with everything that was read for the post, also what it inherits;
    `inside` are those of the links that may lead to another text of ours;
    `html` is the converted and cleaned text with Pelican's own link markers unresolved; `removed` is what was
    cleaned away; `attaches` says that it names files which shall lie beside its page. A `page`, such as an imprint,
    is read, judged and signed as a post is, but stands in no list and no feed, and needs neither date nor author.
    """

    id: str
    digest: str
    key: str = ""
    path: str = ""
    marks: dict[str, Mark] = {}
    original: bool = True
    given: frozenset[str] = frozenset()
    body: str = ""
    body_line: int = 1
    html: str = ""
    blocks: tuple[Block, ...] = ()
    links: tuple[Link, ...] = ()
    inside: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    citations: tuple[Citation, ...] = ()
    embeds: tuple[Embed, ...] = ()
    references: tuple[Reference, ...] = ()
    removed: tuple[Removed, ...] = ()
    attaches: bool = False
    page: bool = False

    @property
    def listed_sources(self) -> tuple[Source, ...]:
        """Return the sources of the front matter, none where the author declared none."""
        return () if isinstance(self.sources, NoSources) else self.sources

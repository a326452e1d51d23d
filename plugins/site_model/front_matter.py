"""The keys a post may have. Nothing else reaches Pelican: every key there becomes an attribute of the page."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Literal

from msgspec import Meta, Struct, field

LONGEST_ALT = 420
"""Characters that X takes of the words for a card, the fewest of all networks."""
Voice = Literal["personal", "professional", "official"]


class Source(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where a fact comes from. `id` is what `[@id]` in the text points to."""

    id: str
    title: str = ""
    publisher: str = ""
    url: str = ""
    published: date | None = None
    accessed: date | None = None
    note: Annotated[str, Meta(description="Why there is no address, or what to know about the source.")] = ""


class NoSources(Struct, frozen=True, forbid_unknown_fields=True):
    """`sources: {none: "my own opinion"}`: no facts from elsewhere, and why."""

    none: Annotated[str, Meta(min_length=1, description="Why the post needs no source.")]


class Disclosure(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the reader must know about who paid for what."""

    kind: Literal["gift", "sponsored", "own-product", "investment", "family"]
    by: Annotated[str, Meta(description="Who gave, paid or owns it.")] = ""
    what: Annotated[str, Meta(description="What was given, paid or owned.")] = ""


class Picture(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The post's main picture, a file beside the post."""

    file: str
    alt: str
    credit: str = ""
    licence: str = ""


class NetworkText(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A written snippet for one network, with the variants and the thread it may have."""

    text: str
    variants: dict[str, tuple[str, ...]] = {}
    thread: tuple[str, ...] = ()
    server_limit: Annotated[int, Meta(ge=1, le=1_000_000, description="Mastodon: the server's own limit.")] | None = (
        None
    )


class ShareImage(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The picture that stands for the post on the networks."""

    alt: Annotated[
        str, Meta(min_length=1, max_length=LONGEST_ALT, description="What it says to those who cannot see it.")
    ]


class ShareWindow(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When snippets may be posted."""

    not_before: datetime | None = None
    expires: datetime | None = None


class Correction(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What was wrong, said in the open; `minor` marks typography."""

    date: date
    text: Annotated[str, Meta(min_length=1, description="What was wrong, and what is right.")]
    by: str
    minor: bool = False


class FrontMatter(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The keys of a post, as written. A translation leaves out what it inherits."""

    title: Annotated[str, Meta(min_length=1)]
    date: Annotated[
        datetime,
        Meta(description="A bare day means midnight in the company's time zone."),
    ]
    modified: datetime | None = None
    authors: Annotated[tuple[str, ...], Meta(description="Ids: the names of files in `authors/`.")] = ()
    topic: str = ""
    audience: str = ""
    goal: str = ""
    voice: Voice | None = None
    disclosure: Annotated[
        Disclosure | Literal["none"] | None, Meta(description="What readers must know about who paid for what.")
    ] = None
    summary: Annotated[str, Meta(description="One or two sentences of plain text.")] = ""
    sources: tuple[Source, ...] | NoSources = ()
    share: dict[str, NetworkText | str] = {}
    share_image: ShareImage | None = field(default=None, name="share.image")
    hashtags: tuple[str, ...] = ()
    share_window: ShareWindow | None = None
    tags: tuple[str, ...] = ()
    slug: str = ""
    lang: str = ""
    picture: Picture | None = None
    discussions: Annotated[tuple[str, ...], Meta(description="Conversations elsewhere that this post answers.")] = ()
    corrections: tuple[Correction, ...] = ()
    approved_by: Annotated[str, Meta(description="Editor's id; counts only under `signoff: {require: field}`.")] = ""

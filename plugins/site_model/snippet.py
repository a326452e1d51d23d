"""What the company would say about a post on one network, ready to be signed, judged and copied."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

Prefill = Literal["text+url", "url", "none"]
Writer = Literal["written", "generated"]
Readers = Literal["company", "employee"]


class Count(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """How long a text is for its network: `used` of `limit`, in `unit`, by the counting rule named."""

    rule: str
    used: int
    limit: int
    unit: str
    bytes: int | None = None
    byte_limit: int | None = None

    @property
    def fits(self) -> bool:
        """Say whether the network would take the text."""
        return self.used <= self.limit and (self.byte_limit is None or (self.bytes or 0) <= self.byte_limit)


class Media(Struct, frozen=True):
    """A picture that goes with a snippet; `missing` are letters of its words that its font cannot draw."""

    url: str
    alt: str
    missing: str = ""


class Snippet(Struct, frozen=True, kw_only=True):
    """One text for one network.

    `key` is where its words stand in the post's front matter: `share.linkedin`, or `summary` where they were generated.
    `audience` says on whose account it belongs. `thread` holds the posts that follow `text`; the longest is counted.
    `links` are the addresses the network would make clickable, `url` among them.
    `hashtags_left_out` did not fit; with more than `most_hashtags` the network refuses the text.
    `sha256` covers everything that would be posted.
    """

    id: str
    network: str
    variant: str
    audience: Readers
    source: Writer
    text: str
    sha256: str
    url: str
    count: Count
    key: str = ""
    title: str = ""
    thread: tuple[str, ...] = ()
    hashtags: tuple[str, ...] = ()
    hashtags_left_out: tuple[str, ...] = ()
    most_hashtags: int | None = None
    links: tuple[str, ...] = ()
    intent_url: str | None = None
    prefill: Prefill = "none"
    media: tuple[Media, ...] = ()

    @property
    def name(self) -> str:
        """Return its name within the post, for files and statements: `linkedin`, `linkedin.employee-1`."""
        return self.network if self.variant == "default" else f"{self.network}.{self.variant}"

"""What every network is: a limit, a way of counting, a layout and a link that opens it with the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Annotated, ClassVar, Literal
from urllib.parse import quote

from msgspec import Meta, Struct

from ..site_model import Count, Post, Prefill
from .counting import grapheme_length, utf16_length

_ADDRESS = re.compile(r"https?://\S*")


class Limits(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a network allows, who says so, and when somebody last looked.

    `hashtags` is what we use at most; with more than `most_hashtags` the network refuses a text. `fold` is where it
    hides the rest of a text, `alt` how much it takes about a picture.
    """

    text: Annotated[int, Meta(gt=0)]
    unit: str
    hashtags: int = 0
    most_hashtags: int | None = None
    bytes: int | None = None
    title: int | None = None
    fold: int | None = None
    alt: int | None = None
    source: str
    checked: date
    confidence: Annotated[Literal["A", "B", "C", "U"], Meta(description="A own documentation ... U unconfirmed.")]
    note: str = ""


class Draft(Struct, frozen=True, kw_only=True):
    """The parts of a text before they are put in order.

    `opening` discloses and `closing` says who speaks; neither they nor `link` are ever shortened.
    """

    prose: str
    link: str
    opening: str = ""
    closing: str = ""
    hashtags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Network:
    """Subclasses give the class variables and whatever differs from here; saved in `networks/`, they are found.

    `limits.toml` has the limits; a network that is not in there brings its own as `default_limits`.
    Where `titled`, a title or subject goes with the text; where not `schedulable`, no scheduler posts there.
    `home` is the address of the company's account, for networks with many servers.

    A whole network that counts characters as readers see them and opens with text and link:

        class Quay(Network):
            id = "quay"
            name = "Quay"
            prefill = "text+url"
            default_limits = Limits(
                text=400,
                unit="characters",
                source="https://quay.example/help",
                checked=date(2026, 3, 1),
                confidence="U",
            )

            def intent(self, text: str, url: str, title: str) -> str:
                return with_query("https://quay.example/new", text=text)
    """

    id: ClassVar[str]
    name: ClassVar[str]
    rule: ClassVar[str] = "graphemes"
    prefill: ClassVar[Prefill] = "none"
    threads: ClassVar[bool] = False
    titled: ClassVar[bool] = False
    schedulable: ClassVar[bool] = True
    default_limits: ClassVar[Limits | None] = None

    limits: Limits
    home: str = ""

    def length(self, text: str) -> int:
        """Measure a text as the network does."""
        return grapheme_length(text)

    def count(self, *texts: str) -> Count:
        """Say how much of the limit the longest of the texts uses."""
        size = max(len(self.sent(text).encode()) for text in texts) if self.limits.bytes else None
        return Count(
            rule=self.rule,
            used=max(map(self.length, texts)),
            limit=self.limits.text,
            unit=self.limits.unit,
            bytes=size,
            byte_limit=self.limits.bytes,
        )

    def fits(self, text: str) -> bool:
        """Say whether the network takes the text."""
        return self.length(text) <= self.limits.text and (
            self.limits.bytes is None or len(self.sent(text).encode()) <= self.limits.bytes
        )

    def sent(self, text: str) -> str:
        """Return the text as the network stores it."""
        return text

    def lay_out(self, draft: Draft) -> str:
        """Put the parts in order."""
        prose = " ".join(filter(None, (draft.opening, draft.prose)))
        tags = " ".join(f"#{tag}" for tag in draft.hashtags)
        return "\n\n".join(filter(None, (prose, draft.closing, draft.link, tags)))

    def links(self, text: str) -> tuple[str, ...]:
        """Return the addresses that the network would make clickable."""
        words = _ADDRESS.finditer(text)
        return tuple([word[0] for word in words if word.start() == 0 or text[word.start() - 1].isspace()])

    def intent(self, text: str, url: str, title: str) -> str | None:
        """Return the address that opens the network with the text, None where there is no such thing."""
        return None

    def native(self, text: str, post: Post, url: str) -> dict[str, object]:
        """Return what the network's own interface wants to be sent."""
        return {}


@dataclass(frozen=True)
class Utf16Network(Network):
    """A network whose counting nobody has documented: the longest of the usual measures is on the safe side."""

    rule: ClassVar[str] = "utf-16"

    def length(self, text: str) -> int:
        """Count UTF-16 code units, of which no text has fewer than code points."""
        return utf16_length(text)


@dataclass(frozen=True)
class LinkNetwork(Network):
    """A network of links with a title: the text is the title, a blank line and the link; only the title is counted."""

    rule: ClassVar[str] = "title"
    prefill: ClassVar[Prefill] = "url"

    def length(self, text: str) -> int:
        """Count the title."""
        return grapheme_length(text.partition("\n")[0])

    def lay_out(self, draft: Draft) -> str:
        """Leave out everything but title and link; a disclosure belongs to the title."""
        title = " ".join(filter(None, (draft.opening, draft.prose.partition("\n")[0])))
        return "\n\n".join(filter(None, (title, draft.link)))


def with_query(address: str, **values: str) -> str:
    """Return the address with values that any parser reads back unchanged."""
    return f"{address}?{'&'.join(f'{name}={_quoted(value)}' for name, value in values.items())}"


def _quoted(text: str) -> str:
    return "%0A".join(map(_quoted_line, text.split("\n")))


@lru_cache(maxsize=256)
def _quoted_line(line: str) -> str:
    """Quote a line, which texts for other networks have too."""
    # `quote` itself goes from byte to byte in Python.
    return line.encode().decode("latin-1").translate(_quoted_bytes())


@cache
def _quoted_bytes() -> dict[int, str]:
    return {byte: quote(bytes([byte]), safe="") for byte in range(256)}

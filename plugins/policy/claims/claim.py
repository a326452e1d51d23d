"""One thing a text claims."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

ClaimKind = Literal["figure", "evidence", "generalisation", "superlative", "quotation"]


class Claim(Struct, frozen=True):
    """A claim and its place: `text` is what stands between the offsets `start` and `end`, on one line."""

    kind: ClaimKind
    text: str
    start: int
    end: int

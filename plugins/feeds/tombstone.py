"""What is left of a post that was taken back."""

from __future__ import annotations

from datetime import datetime

from msgspec import Struct


class Tombstone(Struct, frozen=True, kw_only=True):
    """A withdrawn post. It keeps the post's id, language and first date, so that readers replace what they have.

    `authors`, `topic` and `audience` say which feeds carried the post and must now carry the notice.
    """

    id: str
    lang: str
    date: datetime
    title: str
    url: str
    withdrawn: datetime
    reason: str = ""
    authors: tuple[str, ...] = ()
    topic: str = ""
    audience: str = ""

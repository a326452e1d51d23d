"""Where readers reach the company, and when somebody answers."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta, Struct

from .words import Words

Day = Annotated[str, Meta(pattern="^(mon|tue|wed|thu|fri|sat|sun)$", examples=["mon", "tue", "sun"])]
Hour = Annotated[str, Meta(pattern="^[0-2][0-9]:[0-5][0-9]$", examples=["09:00"])]


class OpeningHours(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """When somebody answers, in the company's time zone."""

    days: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri")
    opens: Hour = "09:00"
    closes: Hour = "16:00"


class Channel(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A way to reach the company."""

    name: Words
    address: str
    languages: tuple[str, ...] = ()
    hours: OpeningHours | None = None
    answer_hours: Annotated[float, Meta(gt=0, le=8760, description="Promised hours until an answer.")] | None = None
    people: tuple[str, ...] = ()


class Response(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Where readers answer, and the promise made to them."""

    promise_hours: Annotated[float, Meta(gt=0, le=8760)] = 24
    channels: tuple[Channel, ...] = ()

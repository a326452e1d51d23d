"""How often the company means to write."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from msgspec import Meta, Struct

PostsAWeek = Annotated[float, Meta(ge=0, le=1000)]


class Rate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Bounds that are off where they are left out: posts a week over the window, and days between posts."""

    least_per_week: PostsAWeek | None = None
    most_per_week: Annotated[float, Meta(gt=0, le=1000)] | None = None
    longest_gap: (
        Annotated[int, Meta(ge=1, le=3660, description="Days without a post, holidays not counted.")] | None
    ) = None
    least_gap: Annotated[int, Meta(ge=0, le=3660, description="Days that must lie between two posts.")] | None = None


class Pause(Struct, frozen=True, kw_only=True, rename={"start": "from"}, forbid_unknown_fields=True):
    """Days on which nobody is expected to write; both ends are included."""

    start: date
    until: date
    reason: Annotated[str, Meta(min_length=1)]


class Cadence(Rate, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The site's own rate, and narrower ones by topic and by language, over `window` days."""

    window: Annotated[int, Meta(ge=7, le=3660, description="Days looked back on.")] = 28
    topics: dict[str, Rate] = {}
    languages: dict[str, Rate] = {}
    holidays: Annotated[tuple[str, ...], Meta(description="ISO 3166 countries whose public holidays count.")] = ()
    pauses: tuple[Pause, ...] = ()

"""When a post's texts may go out: within its window, and in a crisis only from those who speak then."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from ..site_model import House, Post

RECENT = timedelta(days=30)


class Hours(NamedTuple):
    """Whether a post's texts are current, still to come, and over."""

    current: bool
    coming: bool
    over: bool


def starts(post: Post, house: House) -> datetime:
    """Return the first moment for the post's texts, in the company's time zone."""
    return _local(_first(post), house)


def expires(post: Post, house: House) -> datetime | None:
    """Return the moment from which on nobody should post them any more."""
    return _local(post.share_window.expires, house) if post.share_window and post.share_window.expires else None


def is_open(post: Post, house: House) -> bool:
    """Say whether the post's texts may go out now."""
    end = expires(post, house)
    return _known(_first(post), house) <= house.now and (end is None or house.now < end) and not is_held(post, house)


def is_held(post: Post, house: House) -> bool:
    """Say whether a crisis holds the post's texts back: then only the named team speaks."""
    crisis = house.policy.crisis
    return crisis.active and not set(post.authors) & set(crisis.team)


def is_current(post: Post, house: House) -> bool:
    """Say whether schedulers should be given the post: it is new, or still to come, and not over or held back."""
    recent, end = house.now - RECENT, expires(post, house)
    return _known(_first(post), house) > recent and (end is None or house.now < end) and not is_held(post, house)


def told_by_the_hour(post: Post, house: House) -> Hours:
    """Return all that the hour says of a post's texts."""
    end = expires(post, house)
    over = end is not None and end <= house.now
    return Hours(is_current(post, house), _known(_first(post), house) > house.now, over)


def _first(post: Post) -> datetime:
    window = post.share_window
    return window.not_before if window and window.not_before else post.date


def _known(moment: datetime, house: House) -> datetime:
    """Return the moment with an offset: which, makes no difference to who compares it."""
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(house.policy.company.timezone))


def _local(moment: datetime, house: House) -> datetime:
    return _known(moment, house).astimezone(ZoneInfo(house.policy.company.timezone))

"""Which days count in a feed. None comes from the clock."""

from __future__ import annotations

from datetime import date, datetime, time

from ..site_model import House, Post, Published
from .tombstone import Tombstone

Member = Published | Tombstone


def subject(member: Member) -> Post | Tombstone:
    """Return what carries the id, date, language, authors and topic of an entry."""
    return member.post if isinstance(member, Published) else member


def first_moment(house: House, member: Member) -> datetime:
    """Return when the post first appeared."""
    return _aware(subject(member).date, house)


def news_moment(house: House, member: Member) -> datetime:
    """Return when the post last had something to tell: it appeared, was put right, or was withdrawn."""
    first = first_moment(house, member)
    if isinstance(member, Tombstone):
        return max(first, _aware(member.withdrawn, house))
    corrected = (_midnight(entry.date, first) for entry in member.post.corrections if not entry.minor)
    return max([first, *corrected])


def change_moment(house: House, member: Member) -> datetime:
    """Return the newest change: what was news, or `modified:`."""
    news = news_moment(house, member)
    if isinstance(member, Published) and member.post.modified:
        return max(news, _aware(member.post.modified, house))
    return news


def _aware(moment: datetime, house: House) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=house.now.tzinfo)


def _midnight(day: date, like: datetime) -> datetime:
    return datetime.combine(day, time(), like.tzinfo)

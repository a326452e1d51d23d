"""Where a rhythm and its rate part, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..site_model import House, Post, Spot
from .calendar import days_off
from .rhythm import Rhythm, next_free_days


class Breach(NamedTuple):
    """One bound that is broken, where, and on which days a post would mend it."""

    spot: Spot
    message: str
    fix: str


def breaches(rhythm: Rhythm, whole: Rhythm, house: House) -> Iterator[Breach]:
    """Yield the bounds that the rhythm breaks today; free days also fit the rhythm of the whole site."""
    policy, today, off = house.policy, house.today, days_off(house)

    def free(without: Post | None = None) -> str:
        days = [str(day) for day in next_free_days((whole, rhythm), today, off, without)]
        return f"the next free days are {', '.join(days)}." if days else "no day is free within a year."

    if silence := rhythm.silence(today, off):
        message = f"no post{rhythm.about} for {silence} days, at most {_are(rhythm.rate.longest_gap)} allowed"
        yield Breach(policy.spot(f"{rhythm.key}.longest_gap"), message, f"Publish one: {free()}")
    if shortage := rhythm.shortage(today, off):
        found = len(rhythm.ending(today))
        message = f"{_posts(found)}{rhythm.about} in {rhythm.window} days, at least {_are(found + shortage)} asked"
        yield Breach(policy.spot(f"{rhythm.key}.least_per_week"), message, f"Publish {shortage} more: {free()}")
    if crowd := rhythm.crowd(today):
        message = f"{_posts(len(crowd))}{rhythm.about} in {rhythm.window} days, at most {_are(rhythm.most())} allowed"
        yield Breach(crowd[-1].spot("date"), message, f"Change `date:` to a later day: {free(crowd[-1])}")
    for earlier, later, between in rhythm.neighbours(today):
        lie = "1 day lies" if between == 1 else f"{between} days lie"
        about = f"between this post{rhythm.about} and {earlier.path}"
        message = f"{lie} {about}, at least {_are(rhythm.rate.least_gap)} asked"
        yield Breach(later.spot("date"), message, f"Change `date:` to another day: {free(later)}")


def _posts(number: int) -> str:
    return "no post" if number == 0 else f"{number} post{'s' if number > 1 else ''}"


def _are(number: int | None) -> str:
    return f"{number} {'is' if number == 1 else 'are'}"

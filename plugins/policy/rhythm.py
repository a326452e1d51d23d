"""How often posts come: on the whole site, on one topic, in one language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice, pairwise

import msgspec
from msgspec import Struct

from ..site_model import Post, Rate, Site
from .calendar import DAY, DaysOff, days_between

_AHEAD = 366 * DAY


class Rhythm(Struct, frozen=True, kw_only=True):
    """Posts in order of day, and the rate they should keep; `key` is the rate's place in the policy."""

    key: str
    about: str
    rate: Rate
    window: int
    posts: tuple[Post, ...]

    def most(self) -> int | None:
        """Return how many posts a window may hold."""
        per_week = self.rate.most_per_week
        return None if per_week is None else max(1, int(per_week * self.window / 7 + 1e-9))

    def shortage(self, today: date, off: DaysOff) -> int:
        """Return how many posts the window that ends today lacks; days off make it smaller."""
        found = len(self.ending(today))
        if found >= self.least(today, msgspec.structs.replace(off, countries=())):
            return 0
        return max(self.least(today, off) - found, 0)

    def least(self, today: date, off: DaysOff) -> int:
        """Return how many posts the window that ends today must hold."""
        counted = off.count_between(today - self.window * DAY, today + DAY)
        return int((self.rate.least_per_week or 0) * counted / 7 + 0.5)

    def ending(self, last: date) -> list[Post]:
        """Return the posts within the window that ends on `last`."""
        return [post for post in self.posts if last - self.window * DAY < post.date.date() <= last]

    def silence(self, today: date, off: DaysOff) -> int:
        """Return the days that count since the last post, or since adoption, if too many; today is not over yet."""
        past = [post.date.date() for post in self.posts if post.date.date() <= today]
        start = past[-1] if past else off.adopted and off.adopted - DAY
        limit = self.rate.longest_gap
        if start is None or limit is None or (today - start).days - 1 <= limit:
            return 0
        counted = off.count_between(start, today)
        return counted if counted > limit else 0

    def crowd(self, today: date) -> list[Post]:
        """Return the posts of the first window, ending today or at a planned post, that holds too many."""
        most = self.most()
        if most is None:
            return []
        ends = sorted({today, *(post.date.date() for post in self.posts if post.date.date() > today)})
        crowds = (self.ending(end) for end in ends)
        return next((posts for posts in crowds if len(posts) > most), [])

    def neighbours(self, today: date) -> Iterator[tuple[Post, Post, int]]:
        """Yield posts that follow each other too closely, with the days between, in the window or planned."""
        recent = today - self.window * DAY
        for earlier, later in pairwise(self.posts):
            between = max((later.date.date() - earlier.date.date()).days - 1, 0)
            if later.date.date() > recent and between < (self.rate.least_gap or 0):
                yield earlier, later, between

    def fits(self, day: date, without: Post | None = None) -> bool:
        """Say whether one more post on that day keeps the upper bounds."""
        least_gap, most = self.rate.least_gap, self.most()
        taken = [post.date.date() for post in self.posts if post is not without]
        if least_gap and any(abs((day - other).days) <= least_gap for other in taken):
            return False
        if most is None:
            return True
        near = [other for other in [*taken, day] if abs((other - day).days) < self.window]
        ends = [end for end in near if end >= day]
        return all(sum(end - self.window * DAY < other <= end for other in near) <= most for end in ends)


def rhythms(site: Site) -> Iterator[Rhythm]:
    """Yield the rhythms the policy sets a rate for. A post and its translations count once, but in each language."""
    cadence = site.house.policy.cadence
    if not cadence:
        return
    posts = sorted(site.posts, key=lambda post: (post.date.date(), post.path))
    once = {post.id: post for post in sorted(posts, key=lambda post: post.original)}
    each = tuple(post for post in posts if once[post.id] is post)
    yield Rhythm(key="cadence", about="", rate=cadence, window=cadence.window, posts=each)
    for topic, rate in sorted(cadence.topics.items()):
        chosen = tuple(post for post in each if post.topic == topic)
        about = f" on topic '{topic}'"
        yield Rhythm(key=f"cadence.topics.{topic}", about=about, rate=rate, window=cadence.window, posts=chosen)
    for lang, rate in sorted(cadence.languages.items()):
        chosen = tuple(post for post in posts if post.lang == lang)
        about = f" in language '{lang}'"
        yield Rhythm(key=f"cadence.languages.{lang}", about=about, rate=rate, window=cadence.window, posts=chosen)


def next_free_days(
    all_of: Sequence[Rhythm], today: date, off: DaysOff, without: Post | None = None
) -> tuple[date, ...]:
    """Return the next three days, from today on, on which one more post fits every rhythm."""
    days = (day for day in days_between(today - DAY, today + _AHEAD) if not off.covers(day))
    return tuple(islice((day for day in days if all(rhythm.fits(day, without) for rhythm in all_of)), 3))

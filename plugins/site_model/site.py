"""Everything there is to judge, in two nouns: the house, and the site that is the house with its posts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from msgspec import Struct

from .person import Person
from .policy import Addresses, Policy
from .post import Post
from .problem import Problem


class House(Struct, frozen=True, kw_only=True):
    """What stays the same from post to post. A post is judged against this alone, so the verdict can be kept.

    `now` is `as_of` where the policy pins it, else the clock when loading began, in the company's time zone.
    """

    policy: Policy
    people: Mapping[str, Person]
    now: datetime
    addresses: Addresses = Addresses()

    @property
    def today(self) -> date:
        """Return the day that rules judge by."""
        return self.now.date()


class UsedFile(Struct, frozen=True):
    """A local file that a post shows or attaches.

    `digest` is its sha256 in hex; None with a `refusal` where the file is missing, a link, outside `content/`, or
    would run in a reader's browser. The last three are `forbidden`: whatever the policy says, such a file is never
    published. `fix` says what to do where it is something special.
    """

    path: str
    digest: str | None
    refusal: str = ""
    forbidden: bool = False
    fix: str = ""


class Site(Struct, frozen=True, kw_only=True):
    """The house and all that is in `content/`.

    `posts` are in order of path; `problems` are what could not be read; `files` maps a post's path to what it uses.
    """

    house: House
    posts: tuple[Post, ...]
    problems: tuple[Problem, ...] = ()
    files: Mapping[str, tuple[UsedFile, ...]] = {}

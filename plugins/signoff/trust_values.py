"""What is believed, and since when: the roster, the roles and the rules of the trusted base, as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal

from msgspec import Struct

from ..site_model import Person, Policy, Roles

Role = Literal["editor", "leader", "communications"]

_CLOCKS_DIFFER = timedelta(minutes=15)


class RolesSince(Struct, frozen=True):
    """Who had which role from `since` on, until the next of these."""

    since: datetime
    roles: Roles


class Trust(Struct, frozen=True, kw_only=True):
    """The trusted side. `present` is the roster of the tree that is judged: it may take rights away, never give them.

    `landed` is when the tree came to the protected branch, if it has: a site that is built again a month
    later is as fresh as it was. `base` is empty without git; `whole_history` says whether all of it is there.
    """

    policy: Policy
    people: Mapping[str, Person]
    present: Mapping[str, Person]
    same: Mapping[str, str]
    roles: Sequence[RolesSince]
    namespace: str
    now: datetime
    landed: datetime | None = None
    base: str = ""
    why_no_base: str = ""
    whole_history: bool = True

    def had_role(self, person: str, moment: datetime, *roles: Role) -> bool:
        """Say whether the person had one of the roles then, by the policy that was in force."""
        in_force = self.roles[0].roles
        for step in self.roles:
            # Not the first later one ends it: clocks differ, and the order of commits is what git knows.
            if step.since <= moment:
                in_force = step.roles
        return any(person in getattr(in_force, role) for role in roles)

    def is_same(self, one: str, other: str) -> bool:
        """Say whether two ids are one human being."""
        return self.same.get(one, one) == self.same.get(other, other)

    def name(self, person: str) -> str:
        """Return the name of the person, or the id of somebody unknown."""
        known = self.people.get(person) or self.present.get(person)
        return known.name if known else person

    def staleness(self, signed_at: datetime) -> str:
        """Say why a statement that the base does not have yet is too old or too new; empty where it is fresh."""
        days = self.policy.signoff.fresh_days
        if signed_at > self.now + _CLOCKS_DIFFER:
            return f"is dated {signed_at:%Y-%m-%d %H:%M} UTC, which is still to come"
        if signed_at < min(self.now, self.landed or self.now) - timedelta(days=days):
            return f"is dated {signed_at:%Y-%m-%d} and came only now: after {days} days it does not count any more"
        return ""

    def editors_for(self, authors: Sequence[str]) -> list[str]:
        """Return the names of those who could sign: editors today, on staff, and none of the authors."""
        today = self.now.date()
        return [
            person.name
            for person in self.people.values()
            if self.had_role(person.id, self.now, "editor")
            and person.employed_on(today)
            and not any(self.is_same(person.id, author) for author in authors)
        ]

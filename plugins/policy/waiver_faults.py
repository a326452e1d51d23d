"""What can be wrong with a waiver: what it is about, who granted it, and how long it lasts."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from ..site_model import House, Waiver
from ..site_model.did_you_mean import did_you_mean
from .rule import Rule


class Fault(NamedTuple):
    """The waiver's key that is wrong, the fact, and what to do."""

    key: str
    message: str
    fix: str


def wrong_aim(waiver: Waiver, rules: Mapping[str, type[Rule]], files: Collection[str]) -> Iterator[Fault]:
    """Yield what is wrong with the rule and the post."""
    if waiver.rule not in rules:
        yield Fault("rule", f"there is no rule '{waiver.rule}' to waive", did_you_mean(waiver.rule, rules))
    elif not rules[waiver.rule].waivable:
        yield Fault("rule", f"'{waiver.rule}' cannot be waived", "Delete the waiver, and mend what the rule found.")
    if waiver.post is not None and waiver.post not in files:
        fix = "Write the post's path from the root, such as `content/blog/2026/example.md`."
        message = f"the waiver for '{waiver.rule}' is about {waiver.post}, and there is no such post"
        yield Fault("post", message, fix)


def wrong_grant(waiver: Waiver, house: House, authors: Collection[str] = ()) -> Iterator[Fault]:
    """Yield what is wrong with who granted it; `authors` are those of the post it is for."""
    person = house.people.get(waiver.granted_by)
    about = f"who granted the waiver for '{waiver.rule}',"
    fix = "Have it granted by somebody in `roles.editor` or `roles.leader` who is on staff."
    if person is None:
        yield Fault("granted_by", f"'{waiver.granted_by}', {about} is nobody in authors/", fix)
        return
    if waiver.granted_by not in (*house.policy.roles.editor, *house.policy.roles.leader):
        yield Fault("granted_by", f"{person.name}, {about} is neither editor nor leader", fix)
    if waiver.granted_by in authors:
        own = "Have it granted by an editor or a leader who did not write the post."
        yield Fault("granted_by", f"{person.name}, {about} is an author of that post", own)
    if not person.employed_on(waiver.granted):
        yield Fault("granted_by", f"{person.name}, {about} was not on staff on {waiver.granted}", fix)


def wrong_time(waiver: Waiver, today: date, longest_days: int) -> Iterator[Fault]:
    """Yield what is wrong with its days."""
    about = f"the waiver for '{waiver.rule}'"
    lasts = (waiver.until - waiver.granted).days
    if lasts < 0:
        fix = "Correct `granted:` or `until:`."
        yield Fault("until", f"{about} ends on {waiver.until}, before it begins", fix)
    if lasts > longest_days:
        message = f"{about} lasts {lasts} days, and {longest_days} are the most"
        latest = waiver.granted + timedelta(days=longest_days)
        yield Fault("until", message, f"Write `until: {latest}` or an earlier day.")
    if waiver.until < today:
        fix = "Mend what it excused and delete it, or have it granted again."
        yield Fault("until", f"{about} ran out on {waiver.until}", fix)

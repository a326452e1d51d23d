"""A weaker way, for those who start: an editor merged it and said so in the commit; git can be made to say anything."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime

from msgspec import Struct

from ..site_model import Person, Phase
from .binding import Binding
from .trust_values import Trust
from .verdict import About, Fact, Signoff, State


class Merge(Struct, frozen=True):
    """A commit on the first-parent line: a merge, or what a squash made of one."""

    commit: str
    committer: str
    moment: datetime
    approved_by: tuple[str, ...]


def judge_merge(
    now: Binding, merges: Mapping[str, Merge], changed: Collection[str], trust: Trust, phase: Phase
) -> Signoff:
    """Return the verdict by the last commit of the post and of every file it uses."""
    who = " or ".join(trust.editors_for(now.authors)) or "an editor who is none of the authors"
    fix = f"Have {who} merge it with `Approved-by: Name <mail>` at the end of the commit message."
    waiting = [path for path in now.subjects if path in changed or path not in merges]
    if waiting:
        state: State = "missing" if phase == "publish" else "pending"
        return _verdict(now, trust, state, (f"{waiting[0]} has changed and has not been merged", fix))
    last = max((merges[path] for path in now.subjects), key=lambda merge: merge.moment)
    for path in now.subjects:
        state, words = _weigh(merges[path], path, now, trust)
        if words:
            return _verdict(now, trust, state, (words, fix), merges[path])
    return _verdict(now, trust, "approved", ("", ""), last)


def _weigh(merge: Merge, path: str, now: Binding, trust: Trust) -> tuple[State, str]:
    about = f"{path} came in with commit {merge.commit[:10]} of {merge.moment:%Y-%m-%d}"
    person = _person(merge.committer, trust)
    if person is None or not trust.had_role(person.id, merge.moment, "editor"):
        return "invalid", f"{about}, committed by {person.name if person else merge.committer}, who is no editor"
    if not person.employed_on(merge.moment.date()):
        return "invalid", f"{about}, committed by {person.name}, who was not on staff then"
    if any(trust.is_same(person.id, author) for author in now.authors):
        return "self", f"{about}, committed by {person.name}, who is an author of this post"
    if not any(_names(text, person) for text in merge.approved_by):
        return "invalid", f"{about}, which has no line `Approved-by:` with the name of {person.name}"
    return "approved", ""


def _person(mail: str, trust: Trust) -> Person | None:
    return next((one for one in trust.people.values() if mail.casefold() in map(str.casefold, one.mails)), None)


def _names(text: str, person: Person) -> bool:
    name, _, mail = text.partition("<")
    said = {name.strip(), mail.rstrip("> ").casefold()}
    return bool(said & {person.id, person.name, *map(str.casefold, person.mails)})


def _verdict(now: Binding, trust: Trust, state: State, wrong: tuple[str, str], merge: Merge | None = None) -> Signoff:
    about: About = "four-eyes" if state == "self" else "sign-off"
    person = _person(merge.committer, trust) if merge else None
    message, fix = wrong
    return Signoff(
        post=now.post,
        state=state,
        way="merge",
        editor=person.id if person else "",
        editor_name=person.name if person else "",
        signed_at=merge.moment if merge else None,
        key=merge.commit if merge else "",
        facts=(Fact(about=about, what=state, message=message, fix=fix),) if message else (),
    )

"""Whether the statements of a post hold together: readable, without gaps, each naming the one before, in good time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .binding import Binding
from .filed import Filed
from .roster import on_file
from .trust_values import Trust
from .verdict import Fact

_REMOVE = "Remove the file (it is not in the trusted base yet), and let an editor sign again."
_RESTORE = "Bring back the statements as they are in the trusted base; they are never changed afterwards."


def chain_faults(now: Binding, revisions: Sequence[Filed], trust: Trust) -> Iterator[Fact]:
    """Yield what is wrong with any revision; every signature counts, not only the last."""
    before = None
    for expected, filed in enumerate(revisions, 1):
        for what, message in _faults(now, filed, expected, before, trust):
            yield _fact(what, message, _REMOVE if filed.is_new else _RESTORE)
        before = filed


def _faults(now: Binding, filed: Filed, expected: int, before: Filed | None, trust: Trust) -> Iterator[tuple[str, str]]:
    if filed.number != expected:
        yield "chain", f"revision {expected} is missing: {filed.path} comes where it should be"
        return
    if not filed.statement:
        yield "statement", f"{filed.path} does not count: {filed.refusal}"
        return
    said = filed.statement.predicate
    if said.post != now.post:
        yield "replay", f"{filed.path} was signed for {said.post}, not for this post"
    elif said.id != now.id:
        yield "replay", f"{filed.path} was signed for the post '{said.id}', and this is '{now.id}'"
    if said.revision != filed.number:
        yield "chain", f"{filed.path} says that it is revision {said.revision}"
    if said.prev != (before.digest if before else None):
        yield "chain", f"{filed.path} does not follow from the statement before it"
    if filed.is_new and (stale := trust.staleness(said.moment)):
        yield "freshness", f"{filed.path} {stale}"
    yield from _signature_faults(filed, trust)


def _signature_faults(filed: Filed, trust: Trust) -> Iterator[tuple[str, str]]:
    assert filed.statement
    editor = filed.statement.predicate.editor
    person = trust.people.get(editor)
    if not filed.signer:
        yield "signature", f"{filed.path} does not count: {filed.refusal}"
    elif person is None:
        where = trust.base or "authors/"
        yield "roster", f"{filed.path} names '{editor}', whom {where} does not know (people who left stay on file)"
    elif not on_file(filed.signer, person):
        found = filed.signer.key.fingerprint
        yield "key", f"{filed.path} claims to be by {person.name}, but the key {found} is not {person.name}'s"


def _fact(what: str, message: str, fix: str) -> Fact:
    return Fact(about="sign-off", what=what, message=message, fix=fix, mender="editor")

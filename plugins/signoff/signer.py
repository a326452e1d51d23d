"""Whether the one who signed last had the right to, on that day and, for what is new, today."""

from __future__ import annotations

from collections.abc import Iterator

from .filed import Filed
from .roster import is_revoked, key_refusal, on_file
from .trust_values import Role, Trust

_MAY: dict[str, tuple[Role, ...]] = {
    "approve": ("editor",),
    "force": ("editor", "leader", "communications"),
    "withdraw": ("editor", "leader", "communications"),
}
"""Approving takes an editor; in an emergency, and to take a post back, the other roles will do."""


def signer_refusals(filed: Filed, trust: Trust) -> Iterator[tuple[str, str]]:
    """Yield what the signer lacked; the tree's own roster can only take away what the trusted one gives."""
    assert filed.statement and filed.signer
    said = filed.statement.predicate
    person = trust.people[said.editor]
    day = said.moment.date()
    why = key_refusal(filed.signer, person, said.moment)
    present = trust.present.get(said.editor)
    if not why and present and present is not person:
        why = key_refusal(filed.signer, present, said.moment)
    if not why and filed.is_new and is_revoked(filed.signer, person):
        why = "the key has been revoked, and this signature came afterwards, whatever day it names"
    if why:
        yield "key", f"{person.name} signed on {day}, but {why}"
    roles = _MAY[said.decision]
    wanted = " or ".join(roles)
    if not trust.had_role(said.editor, said.moment, *roles):
        unsure = "" if trust.whole_history else " (as far as the shallow history tells)"
        yield "role", f"{person.name} was not {wanted} on {day}{unsure}"
    elif filed.is_new and not trust.had_role(said.editor, trust.now, *roles):
        yield "role", f"{person.name} is not {wanted} any more"
    if not person.employed_on(day):
        yield "employment", f"{person.name} was not on staff on {day}"
    elif filed.is_new and not person.employed_on(trust.now.date()):
        yield "employment", f"{person.name} is not on staff any more"


def removed_signers(filed: Filed, trust: Trust) -> Iterator[tuple[str, str]]:
    """Yield who or whose key the tree lacks although it signed: what is signed needs them for as long as it stands."""
    if not (filed.statement and filed.signer):
        return
    editor = filed.statement.predicate.editor
    known, present = trust.people.get(editor), trust.present.get(editor)
    if known is None:
        return
    if present is None:
        yield known.path, f"{known.path} is gone, and {known.name} signed posts that stand"
    elif present is not known and on_file(filed.signer, known) and not on_file(filed.signer, present):
        found = filed.signer.key.fingerprint
        yield known.path, f"the key {found} is gone from {known.path}, and {known.name} signed posts with it that stand"

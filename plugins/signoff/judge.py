"""The verdict on one post: everything in, one value out; no file is read here."""

from __future__ import annotations

from collections.abc import Iterator

from .binding import Binding
from .case import Case
from .chain import chain_faults
from .compare import changes
from .filed import Folder
from .signer import signer_refusals
from .trust_values import Trust
from .verdict import Fact, Signoff


def judge_post(now: Binding, folder: Folder, trust: Trust) -> Signoff:
    """Return the verdict. What comes first is said first: on a broken chain nothing else can be built."""
    case = Case(now, folder.revisions, trust)
    if not folder.revisions and not folder.wrongs:
        return case.verdict("missing", case.fact("missing", "nobody has signed this post off"))
    wrongs = [case.fact("add-only", words, fix=fix) for words, fix in folder.wrongs]
    if faults := [*wrongs, *chain_faults(now, folder.revisions, trust)]:
        return case.verdict("invalid", *faults)
    if refusals := [case.fact(what, words) for what, words in signer_refusals(folder.revisions[-1], trust)]:
        return case.verdict("invalid", *refusals)
    return _decided(case)


def _decided(case: Case) -> Signoff:
    """Return the verdict on a chain that holds and a signer who may sign."""
    if case.said.decision == "withdraw":
        return case.verdict("withdrawn")
    if different := list(_different(case)):
        return case.verdict("stale", *different)
    if case.said.decision == "force":
        return _forced(case)
    if shared := list(_shared_eyes(case)):
        return case.verdict("self", *shared)
    if not case.said.checklist.complete:
        words = f"{case.signed} without having gone through facts, rights and confidentiality"
        return case.verdict("invalid", case.fact("checklist", words))
    return case.verdict("approved" if case.trust.base else "integrity-only")


def _different(case: Case) -> Iterator[Fact]:
    statement = case.revisions[-1].statement
    assert statement
    policy_counts = case.revisions[-1].is_new or case.trust.policy.signoff.policy_changes == "void"
    for change in changes(statement, case.now, policy_counts=policy_counts):
        yield case.fact(change.what, f"{change.words} since {case.signed}", key=change.key)


def _shared_eyes(case: Case) -> Iterator[Fact]:
    """Yield where the one who approved is no second person."""
    editor = case.said.editor
    for author in case.now.authors:
        if case.trust.is_same(editor, author):
            as_whom = "" if author == editor else f" (the author '{author}' and the editor '{editor}' are one person)"
            words = f"{case.signed} and is an author of this post{as_whom}"
            yield case.fact("self", words, key="authors", about="four-eyes")
    for force in case.forces:
        if case.trust.is_same(editor, force.editor):
            words = f"{case.signed} and had forced it out on {force.moment:%Y-%m-%d}"
            fix = f"Have another editor run `make sign POST={case.now.post}`."
            yield case.fact("self", words, fix=fix, about="four-eyes")
            return


def _forced(case: Case) -> Signoff:
    if not case.said.reason.strip():
        return case.verdict("invalid", case.fact("reason", f"{case.signed} without a reason"))
    until = f"{case.force_ends:%Y-%m-%d %H:%M} UTC"
    if case.force_ends < case.trust.now:
        words = f"{case.signed}, and no other editor had approved it by {until}"
        return case.verdict("overdue", case.fact("overdue", words))
    words = f"{case.signed} without approval, to be approved by {until}: {case.said.reason}"
    return case.verdict("forced", case.fact("forced", words))

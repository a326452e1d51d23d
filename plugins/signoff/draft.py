"""A statement to be signed, made from what there is now and what is filed already."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from msgspec import Struct

from ..site_model import Person
from .binding import Binding
from .certificate import SigningKey
from .filed import Folder, statement_path
from .roster import names_of, on_file
from .statement import Checklist, Decision, Predicate, Statement, encode_statement, make_statement


class DraftError(Exception):
    """No statement can be made; the message says why, in lower case, and what to do."""


class Draft(Struct, frozen=True):
    """A statement with its place and its exact bytes."""

    path: str
    statement: Statement
    content: bytes


class Wish(Struct, frozen=True, kw_only=True):
    """What the signer wants to say."""

    editor: str
    decision: Decision = "approve"
    checklist: Checklist = Checklist()
    reason: str = ""


def draft(now: Binding, folder: Folder, wish: Wish, moment: datetime) -> Draft:
    """Return the next revision. Raises DraftError where the ones before it do not hold."""
    if folder.wrongs:
        message, fix = folder.wrongs[0]
        raise DraftError(f"{message}. {fix}")
    if now.unusable and wish.decision != "withdraw":
        raise DraftError(
            f"{now.unusable[0].path} {now.unusable[0].refusal}. Mend it first: it would be signed with the post."
        )
    last = folder.revisions[-1] if folder.revisions else None
    if last and not last.statement:
        raise DraftError(f"{last.path} does not count: {last.refusal}. Remove it first if it is not merged yet.")
    if wish.decision == "approve" and not wish.checklist.complete:
        raise DraftError(
            "facts, rights and confidentiality were not all gone through. Read the post with them in mind."
        )
    if wish.decision != "approve" and not wish.reason.strip():
        raise DraftError("there is no reason. Give one with REASON=.")
    revision = last.number + 1 if last else 1
    predicate = Predicate(
        post=now.post,
        id=now.id,
        revision=revision,
        prev=last.digest if last else None,
        decision=wish.decision,
        editor=wish.editor,
        authors=now.authors,
        title=now.title,
        slug=now.slug,
        date=now.date,
        lang=now.lang,
        url=now.url,
        inherited=now.inherited,
        policy=now.policy,
        snippets=now.snippets,
        corrections=now.corrections,
        checklist=wish.checklist,
        reason=" ".join(wish.reason.split()),
        signed_at=f"{moment.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
    )
    statement = make_statement(now.subjects, predicate)
    return Draft(statement_path(now.post, revision), statement, encode_statement(statement))


def owner_of(signer: SigningKey, people: Mapping[str, Person], where: str) -> str:
    """Return the id of the person whose key it is. Raises DraftError where it is nobody's."""
    known = [person for person in people.values() if on_file(signer, person)]
    named = frozenset(signer.certificate.principals) if signer.certificate else frozenset()
    for person in known:
        if not signer.certificate or named & frozenset(names_of(person)):
            return person.id
    raise DraftError(
        f"the key {signer.key.fingerprint} is nobody's in {where or 'authors/'}. "
        "Put its public half under `keys:` in your file in authors/, and have that merged first."
    )

"""One post before the judge, and the words in which the verdict is put."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from .binding import Binding
from .filed import Filed
from .statement import Predicate
from .trust_values import Trust
from .verdict import About, Fact, Signoff, State

_DID = {"approve": "approved", "force": "forced out", "withdraw": "withdrew"}


class Case(NamedTuple):
    """What there is now, what is filed, and what is believed."""

    now: Binding
    revisions: Sequence[Filed]
    trust: Trust

    @property
    def said(self) -> Predicate:
        """Return what the highest revision says: it decides."""
        statement = self.revisions[-1].statement
        assert statement
        return statement.predicate

    @property
    def signed(self) -> str:
        """Say who signed and when."""
        name = self.trust.name(self.said.editor)
        return f"{name} {_DID[self.said.decision]} revision {self.said.revision} on {self.said.moment:%Y-%m-%d}"

    @property
    def sign_again(self) -> str:
        """Say who could sign now, and how."""
        names = self.trust.editors_for(self.now.authors)
        who = " or ".join(names) if names else "an editor who is none of the authors"
        return f"Ask {who} to read the post and run `make sign POST={self.now.post}`."

    @property
    def forces(self) -> list[Predicate]:
        """Return the statements in a row that forced the post out, up to the last approval, the earliest first."""
        said = [filed.statement.predicate for filed in self.revisions if filed.statement]
        if said and said[-1].decision == "approve":
            said.pop()
        row: list[Predicate] = []
        while said and said[-1].decision == "force":
            row.insert(0, said.pop())
        return row

    @property
    def force_ends(self) -> datetime:
        """Return when the first of them runs out: forcing again buys no time."""
        return self.forces[0].moment + timedelta(hours=self.trust.policy.signoff.force_hours)

    def fact(self, what: str, message: str, *, fix: str = "", key: str = "", about: About = "sign-off") -> Fact:
        """Put a fact in words; another sign-off mends it unless said otherwise."""
        return Fact(about=about, what=what, message=message, fix=fix or self.sign_again, key=key)

    def verdict(self, state: State, *facts: Fact) -> Signoff:
        """Put the evidence beside the state."""
        last = self.revisions[-1] if self.revisions else None
        if not last or not last.statement:
            return Signoff(post=self.now.post, state=state, facts=facts, statement=last.path if last else "")
        return Signoff(
            post=self.now.post,
            state=state,
            editor=self.said.editor,
            editor_name=self.trust.name(self.said.editor),
            revision=self.said.revision,
            signed_at=self.said.moment,
            statement=last.path,
            key=last.signer.key.fingerprint if last.signer else "",
            reason=self.said.reason,
            until=self.force_ends if self.said.decision == "force" else None,
            facts=facts,
        )

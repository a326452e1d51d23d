"""The rule `trust-changed`."""

from __future__ import annotations

from collections.abc import Iterator

from ...signoff.verdict import Signoffs
from ...site_model import Site, Spot
from ..finding import DEVELOPER, Finding
from ..rule import Example, Invalid, Rule

_FIELD = "signoff: {require: field}"


class TrustChanged(Rule):
    """Posts do not change in one go with the people, the policy or the baseline that they are judged by.

    Whoever may change both at once can let anything out. The judgement itself reads the trusted side from the
    protected branch; this rule makes sure that people look at such a change by itself before it gets there.
    """

    id = "trust-changed"
    clause = "P1"
    who = DEVELOPER
    fix = "Change it in a pull request of its own, and have that merged first."
    waivable = False
    VALID = [
        Example(before=_FIELD, policy=f"{_FIELD}\nadopted: 2024-02-01"),
        Example(before=_FIELD, post="title: The door again\n"),
    ]
    INVALID = [
        Invalid(
            before=_FIELD,
            policy="signoff: {require: nothing}",
            post="title: The door again\n",
            says="policy.yaml changes together with content/blog/2026/example.md",
        ),
        Invalid(
            before=_FIELD,
            files={"authors/new-hand.yaml": "name: New Hand\n", "content/blog/2026/hello.md": "Title: Hello\n"},
            says="authors/new-hand.yaml changes together with content/blog/2026/hello.md",
        ),
    ]

    def check_signoffs(self, site: Site, signoffs: Signoffs) -> Iterator[Finding]:
        """Find files of the trusted side that come together with posts, and signers who went missing."""
        for fact in signoffs.facts:
            if fact.about == "trust-changed":
                yield self.finding(Spot(fact.file), fact.message, fix=fact.fix)

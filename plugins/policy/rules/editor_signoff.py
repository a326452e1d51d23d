"""The rule `editor-signoff`."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from ...signoff.verdict import Signoffs
from ...site_model import Site, Spot
from ..finding import EDITOR, Finding
from ..rule import Example, Invalid, Rule

_NO_FINDING = ("withdrawn", "pending", "forced")
"""These are no faults: the post stays back, waits for its merge, or is the affair of `forced-out`."""


class EditorSignoff(Rule):
    """Every post was approved by an editor, and is exactly what the editor approved.

    Somebody answers for what a company says. How that is proven is for the policy to choose under `signoff:`;
    only `ssh`, a signature over every byte checked against the protected branch, is called verified.
    In an emergency `make force` lets a post out for a while instead of a waiver.
    """

    id = "editor-signoff"
    clause = "P1"
    who = EDITOR
    fix = "Ask an editor to read the post and run `make sign POST=` with its path."
    waivable = False
    VALID = [
        Example(policy="signoff: {require: nothing}"),
        Example(policy="signoff: {require: field}", post="approved_by: ewa-nowak"),
    ]
    INVALID = [
        Invalid(policy="signoff: {require: ssh}", says="nobody has signed this post off"),
        Invalid(policy="signoff: {require: field}", says="nobody is named in `approved_by:`"),
        Invalid(
            policy="signoff: {require: field}",
            post="approved_by: mikko-salo",
            says="Mikko Salo, named in `approved_by:`, is no editor",
        ),
    ]

    def check_signoffs(self, site: Site, signoffs: Signoffs) -> Iterator[Finding]:
        """Turn the verdicts into findings; a post without any verdict is refused."""
        for lost in signoffs.facts:
            if lost.about == "add-only":
                yield self.finding(Spot(lost.file), lost.message, fix=lost.fix)
        for post in site.posts:
            signoff = signoffs.posts.get(post.path)
            if signoff is None:
                yield self.finding(post.spot(), "the post was not judged", fix="Run the check again on the whole site.")
            elif signoff.state not in _NO_FINDING:
                facts = [fact for fact in signoff.facts if fact.about == "sign-off"]
                for fact in facts:
                    found = self.finding(post.spot(fact.key), fact.message, fix=fact.fix)
                    yield msgspec.structs.replace(found, who=fact.mender)
                if not signoff.facts and not signoff.lets_out:
                    yield self.finding(post.spot(), f"the sign-off of this post is '{signoff.state}'")

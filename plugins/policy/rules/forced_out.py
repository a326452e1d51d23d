"""The rule `forced-out`."""

from __future__ import annotations

from collections.abc import Iterator

from ...signoff.verdict import Signoffs
from ...site_model import Site
from ..finding import EDITOR, Finding
from ..rule import Example, Rule


class ForcedOut(Rule):
    """A post that was forced out in an emergency is approved by another editor soon.

    Some news cannot wait for a second pair of eyes. Such a post goes out with its reason on record, and everybody is
    reminded of it until `force_hours` of `signoff:` in policy.yaml have passed; then `editor-signoff` stops it.
    """

    id = "forced-out"
    clause = "P1"
    who = EDITOR
    fix = "Have another editor read the post and run `make sign POST=` with its path."
    severity = {"write": "info", "merge": "warning", "publish": "warning"}
    VALID = [Example(policy="signoff: {require: field}", post="approved_by: ewa-nowak")]

    def check_signoffs(self, site: Site, signoffs: Signoffs) -> Iterator[Finding]:
        """Remind of every post that is out without approval."""
        for post in site.posts:
            signoff = signoffs.posts.get(post.path)
            for fact in signoff.facts if signoff and signoff.state == "forced" else ():
                if fact.about == "sign-off":
                    yield self.finding(post.spot(), fact.message, fix=fact.fix)

"""The rule `trusted-base`."""

from __future__ import annotations

from collections.abc import Iterator

from ...signoff.verdict import Signoffs
from ...site_model import Site
from ..finding import DEVELOPER, Finding
from ..rule import Example, Invalid, Rule


class TrustedBase(Rule):
    """Sign-offs are held against people, keys and roles that the change under judgement did not bring itself.

    Without git, or without the protected branch, a signature proves that nothing changed, but not who signed:
    the key may have come with the post. Whoever accepts that says so under `signoff:` in policy.yaml.
    """

    id = "trusted-base"
    clause = "P1"
    who = DEVELOPER
    fix = "Check in a git clone that has origin/main, or name the trusted commit in MASTHEAD_BASE."
    severity = {"write": "info", "merge": "error", "publish": "error"}
    waivable = False
    VALID = [
        Example(policy="signoff: {require: ssh, accept_integrity_only: true}"),
        Example(policy="signoff: {require: field}"),
    ]
    INVALID = [Invalid(policy="signoff: {require: ssh}", says="sign-offs were checked for integrity only")]

    def check_signoffs(self, site: Site, signoffs: Signoffs) -> Iterator[Finding]:
        """Find that there was nothing to believe, unless the policy accepts it."""
        policy = site.house.policy
        if policy.signoff.accept_integrity_only:
            return
        for fact in signoffs.facts:
            if fact.about == "no-base":
                yield self.finding(policy.spot("signoff.require"), fact.message, fix=fact.fix)

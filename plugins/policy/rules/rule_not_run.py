"""The rule `rule-not-run`."""

from __future__ import annotations

import re

from ...site_model import Spot
from ..finding import DEVELOPER, Finding
from ..rule import Example, Rule

_MEMORY_ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")


class RuleNotRun(Rule):
    """Every rule that the policy asks for has run to its end.

    A rule that breaks down has judged nothing, and a gate that lets pass what nobody judged is no gate. So the
    breakdown is a finding of its own, at the post that caused it, and the blog is not published until the rule is
    mended or switched off in the policy, where everybody sees it. It cannot be waived.
    """

    id = "rule-not-run"
    clause = "P1"
    who = DEVELOPER
    fix = "Mend the rule, or switch it off in policy.yaml until it is mended."
    waivable = False
    VALID = [Example()]

    def about(self, rule: str, spot: Spot, error: Exception) -> Finding:
        """Return the finding that `rule` broke down with `error` at this place."""
        reason = _MEMORY_ADDRESS.sub("", next(iter(str(error).splitlines()), ""))[:200]
        told = f"{type(error).__name__}: {reason}" if reason else type(error).__name__
        file = f"plugins/policy/rules/{rule.replace('-', '_')}.py"
        fix = f"Mend {file}, or write `rules: {{{rule}: off}}` in policy.yaml until it is mended."
        return self.finding(spot, f"the rule '{rule}' broke down here ({told})", fix=fix)

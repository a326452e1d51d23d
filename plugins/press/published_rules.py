"""The rules as readers may see them: the promise, the reason, and how strict it is to publish."""

from __future__ import annotations

from msgspec import Struct

from ..policy.configure import configure
from ..policy.find_rules import find_rules
from ..policy.finding import Severity
from ..policy.promise import promise_and_reason
from ..site_model import Policy


class PublishedRule(Struct, frozen=True):
    """One rule for the page on how the company uses social media."""

    id: str
    promise: str
    reason: str
    severity: Severity


def published_rules(policy: Policy) -> tuple[PublishedRule, ...]:
    """Return the rules in force, in order of id."""
    rules = []
    for rule, severity in configure(policy, find_rules()):
        promise, reason = promise_and_reason(type(rule))
        if severity["publish"] != "off":
            rules.append(PublishedRule(rule.id, promise, reason.partition("\n\n")[0], severity["publish"]))
    return tuple(rules)

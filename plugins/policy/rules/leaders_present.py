"""The rule `leaders-present`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from ...site_model import Site
from ..amounts import Days
from ..finding import COMMUNICATIONS, Finding
from ..rule import Example, Invalid, Rule


@dataclass(frozen=True)
class LeadersPresent(Rule):
    """Somebody who leads the company has written lately.

    Leaders who ask their staff to be open and stay silent themselves are not believed. One post by anybody in
    `roles.leader` within the window is enough. Only the whole blog can keep this promise, so a pull request
    with somebody else's post is warned and not stopped.
    """

    id = "leaders-present"
    clause = "W3"
    who = COMMUNICATIONS
    fix = "Ask one of `roles.leader` in policy.yaml for a post."
    severity = {"write": "info", "merge": "warning", "publish": "error"}
    VALID = [Example("authors: [mikko-salo, kari-lund]\ndate: 2026-01-15")]
    INVALID = [
        Invalid("authors: [mikko-salo]", says="no leader has posted"),
        Invalid(policy="roles: {leader: [ola-berg]}", says="no leader has posted"),
        Invalid("date: 2026-03-10", policy="rules: {leaders-present: {window_days: 5}}", says="since 2026-03-15"),
        Invalid(policy="roles: {leader: [kari-lund, karl-lund]}", says="leader 'karl-lund' is nobody in authors/"),
        Invalid(policy="roles: {leader: []}", says="nobody is marked as leader"),
    ]

    window_days: Days = field(default=90, metadata={"doc": "Days looked back on."})

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Look for a leader's byline within the window."""
        house = site.house
        leaders = house.policy.roles.leader
        if not leaders:
            fix = "List the ids of those who lead the company under `roles.leader` in policy.yaml."
            yield self.finding(house.policy.spot("roles.leader"), "nobody is marked as leader", fix=fix)
            return
        for index, leader in enumerate(leaders):
            if leader not in house.people:
                spot = house.policy.spot(f"roles.leader[{index}]")
                fix = f"Correct the id, or add authors/{leader}.yaml."
                yield self.finding(spot, f"leader '{leader}' is nobody in authors/", fix=fix)
        since = house.today - timedelta(days=self.window_days)
        written = (post for post in site.posts if since <= post.date.date() <= house.today)
        if not any(set(post.authors) & set(leaders) for post in written):
            yield self.finding(house.policy.spot("roles.leader"), f"no leader has posted since {since}")

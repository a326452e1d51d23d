"""The rule `crisis-voice`."""

from __future__ import annotations

from collections.abc import Iterator

from ...site_model import House, Post, Site
from ..finding import COMMUNICATIONS, Finding
from ..rule import Example, Invalid, Rule

_DECLARED = "crisis: {active: true, team: [ewa-nowak], since: 2026-03-09}"


class CrisisVoice(Rule):
    """While a crisis is declared, only the team that the policy names publishes.

    Many voices at once contradict each other, and a cheerful post beside bad news hurts. From `crisis.since` on, today
    where no day is named, a post needs an author who is on `crisis.team`; what is older stays. Share texts by others
    are held back as well, and every page shows the banner.
    """

    id = "crisis-voice"
    clause = "P4"
    who = COMMUNICATIONS
    fix = "Date it after the crisis, keep it out of the folder until then, or have the team write it."
    severity = {"write": "warning", "merge": "error", "publish": "error"}
    VALID = [
        Example(policy=_DECLARED, post="authors: [kari-lund, ewa-nowak]"),
        Example(policy=_DECLARED.replace("2026-03-09", "2026-03-11")),
        Example(policy=_DECLARED.replace("true", "false")),
    ]
    INVALID = [
        Invalid(policy=_DECLARED, says="a crisis is declared since 2026-03-09, and none of the authors is on its team"),
        Invalid(
            policy="crisis: {active: true, team: [ewa-nowak]}",
            post="date: 2026-03-20",
            says="a crisis is declared since 2026-03-20",
        ),
        Invalid(policy="crisis: {active: true}", says="a crisis is declared, and nobody is on its team"),
    ]

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Find posts of others."""
        crisis = house.policy.crisis
        since = crisis.since.date() if crisis.since else house.today
        if crisis.active and post.date.date() >= since and not set(post.authors) & set(crisis.team):
            message = f"a crisis is declared since {since}, and none of the authors is on its team"
            yield self.finding(post.spot("authors"), message)

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Find a crisis in which nobody may speak."""
        policy = site.house.policy
        if policy.crisis.active and not policy.crisis.team:
            fix = "Name who speaks for the company under `crisis: {team: [...]}`."
            yield self.finding(policy.spot("crisis.active"), "a crisis is declared, and nobody is on its team", fix=fix)

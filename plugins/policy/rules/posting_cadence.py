"""The rule `posting-cadence`."""

from __future__ import annotations

from collections.abc import Iterator

from ...site_model import Site
from ...site_model.did_you_mean import did_you_mean
from ..calendar import UnknownCountryError
from ..finding import EDITOR, Finding
from ..impossible_rates import contradictions
from ..rhythm import rhythms
from ..rhythm_breaches import breaches
from ..rule import Example, Invalid, Rule


class PostingCadence(Rule):
    """Posts come as often as the policy promises: not too seldom, not too many at once.

    Readers return to a blog that keeps a rhythm, and a blog that eats the working week does not last. `cadence:` in
    policy.yaml sets the bounds for the whole site, for topics and for languages: `least_per_week` and `most_per_week`
    over the `window`, the `longest_gap` since the last post, and the `least_gap` of days between two posts.
    Public holidays, `pauses:` and the days before adoption do not count against anybody. A post and its
    translations count once, and in each of their languages. A gap that is over is forgiven: nobody could mend it.
    """

    id = "posting-cadence"
    clause = "P2"
    who = EDITOR
    fix = "Publish a post, or change `cadence:` in policy.yaml if the promise is too big."
    severity = {"write": "info", "merge": "warning", "publish": "error"}
    VALID = [
        Example("date: 2026-03-10", policy="cadence: {longest_gap: 9, most_per_week: 1}"),
        Example(
            "date: 2026-03-02",
            policy="cadence: {longest_gap: 9, pauses: [{from: 2026-03-05, until: 2026-03-15, reason: Refit}]}",
        ),
    ]
    INVALID = [
        Invalid(
            "date: 2026-03-10", policy="cadence: {longest_gap: 8}", says="no post for 9 days, at most 8 are allowed"
        ),
        Invalid(policy="cadence: {least_per_week: 20}", says="in 28 days, at least 80 are asked"),
        Invalid(
            policy="cadence: {topics: {climate: {least_per_week: 1}}}", says="no post on topic 'climate' in 28 days"
        ),
        Invalid(
            "lang: en", policy="cadence: {languages: {fi: {least_per_week: 1}}}", says="in language 'fi' in 28 days"
        ),
        Invalid(
            "date: 2026-03-10",
            files={"content/blog/2026/spare-door.md": "---\ntitle: The spare door\ndate: 2026-03-11\n---\nHere.\n"},
            policy="cadence: {least_gap: 2}",
            says="0 days lie between this post and content/blog/2026/example.md, at least 2 are asked",
        ),
        Invalid(policy="cadence: {topics: {opperations: {longest_gap: 9}}}", says="'opperations' is no topic"),
        Invalid(
            policy="cadence: {least_per_week: 3, most_per_week: 2}",
            says="at least 3 posts a week are asked for, and at most 2 are allowed",
        ),
        Invalid(
            policy="cadence: {pauses: [{from: 2026-03-15, until: 2026-03-05, reason: Refit}]}",
            says="the pause for 'Refit' ends on 2026-03-05, before it begins",
        ),
    ]

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Compare every rhythm with its rate."""
        policy = site.house.policy
        known = {"topics": policy.strategy.topics, "languages": policy.company.languages}
        for kind, names in known.items():
            for name in sorted(set(getattr(policy.cadence, kind, ())) - set(names)):
                message = f"'{name}' is no {kind.removesuffix('s')} of the company"
                yield self.finding(policy.spot(f"cadence.{kind}.{name}"), message, fix=did_you_mean(name, names))
        for wrong in contradictions(policy.cadence) if policy.cadence else ():
            yield self.finding(policy.spot(wrong.key), wrong.message, fix="Correct one of the two in `cadence:`.")
        every = list(rhythms(site))
        try:
            for rhythm in every:
                for breach in breaches(rhythm, every[0], site.house):
                    yield self.finding(breach.spot, breach.message, fix=breach.fix)
        except UnknownCountryError as error:
            message = f"no public holidays are known for country '{error}'"
            fix = "Write two-letter ISO 3166 codes, such as `NO` or `FI`, in `cadence.holidays`."
            yield self.finding(policy.spot("cadence.holidays"), message, fix=fix)

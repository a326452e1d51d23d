"""The rule `waiver-valid`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated

from msgspec import Meta

from ...site_model import Site
from ..find_rules import find_rules
from ..finding import EDITOR, Finding
from ..rule import Example, Invalid, Rule
from ..waiver_faults import wrong_aim, wrong_grant, wrong_time

_WAIVER = """\
waivers:
  - rule: author-expertise
    reason: The captain was there
    granted_by: ewa-nowak
    granted: 2026-03-01
    until: 2026-04-30
"""


@dataclass(frozen=True)
class WaiverValid(Rule):
    """Every exception from a rule names its rule, its post and who granted it, and comes to an end.

    Trust needs room: a good reason may set a rule aside. But an exception that nobody answers for, or that never ends,
    is a rule nobody meant. Waivers are granted by an editor or a leader who did not write the post, for at most
    `longest_days`; one that has run out is renewed or deleted. Waivers cannot be waived.
    """

    id = "waiver-valid"
    clause = "P7"
    who = EDITOR
    fix = "Correct the waiver in policy.yaml, or delete it."
    waivable = False
    VALID = [Example(policy=_WAIVER), Example(policy="waivers: []")]
    INVALID = [
        Invalid(policy=_WAIVER.replace("2026-04-30", "2026-03-19"), says="ran out on 2026-03-19"),
        Invalid(
            policy=_WAIVER.replace("author-expertise", "author-expertize"), says="there is no rule 'author-expertize'"
        ),
        Invalid(policy=_WAIVER.replace("author-expertise", "waiver-valid"), says="'waiver-valid' cannot be waived"),
        Invalid(policy=_WAIVER + "    post: content/blog/lost.md\n", says="there is no such post"),
        Invalid(policy=_WAIVER.replace("ewa-nowak", "mikko-salo"), says="is neither editor nor leader"),
        Invalid(
            policy=_WAIVER.replace("ewa-nowak", "nobody"),
            says="'nobody', who granted the waiver for 'author-expertise', is nobody in authors/",
        ),
        Invalid(
            policy=_WAIVER.replace("ewa-nowak", "ola-berg") + "roles: {editor: [ola-berg]}\n",
            says="was not on staff on 2026-03-01",
        ),
        Invalid(
            policy=_WAIVER.replace("ewa-nowak", "kari-lund") + "    post: content/blog/2026/example.md\n",
            says="Kari Lund, who granted the waiver for 'author-expertise', is an author of that post",
        ),
        Invalid(policy=_WAIVER.replace("2026-04-30", "2026-12-31"), says="lasts 305 days, and 90 are the most"),
        Invalid(policy=_WAIVER.replace("2026-03-01", "2026-05-01"), says="before it begins"),
    ]

    longest_days: Annotated[int, Meta(ge=1, le=366)] = field(
        default=90, metadata={"doc": "Days that a waiver may last."}
    )

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Judge every waiver as of today."""
        if not site.house.policy.waivers:
            return
        rules = find_rules()
        authors = {post.path: post.authors for post in site.posts}
        files = {post.path for post in site.posts} | {problem.spot.file for problem in site.problems}
        for index, waiver in enumerate(site.house.policy.waivers):
            judged = (
                *wrong_aim(waiver, rules, files),
                *wrong_grant(waiver, site.house, authors.get(waiver.post or "", ())),
                *wrong_time(waiver, site.house.today, self.longest_days),
            )
            for key, message, fix in judged:
                yield self.finding(site.house.policy.spot(f"waivers[{index}].{key}"), message, fix=fix)

"""The rule `waiver-valid`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import timedelta

from ...site_model import House, Site, Waiver
from ...site_model.did_you_mean import did_you_mean
from ..find_rules import find_rules
from ..finding import EDITOR, Finding
from ..rule import Example, Invalid, Rule

_Wrong = tuple[str, str, str]
"""The waiver's key that is wrong, the fact, and what to do."""

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
    is a rule nobody meant. Waivers are granted by an editor or a leader, for at most `longest_days`,
    and one that has run out is renewed or deleted. Waivers cannot be waived.
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
        Invalid(policy=_WAIVER.replace("2026-04-30", "2026-12-31"), says="lasts 305 days, and 90 are the most"),
        Invalid(policy=_WAIVER.replace("2026-03-01", "2026-05-01"), says="before it begins"),
    ]

    longest_days: int = field(default=90, metadata={"doc": "Days that a waiver may last."})

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Judge every waiver as of today."""
        if not site.house.policy.waivers:
            return
        rules = find_rules()
        files = {post.path for post in site.posts} | {problem.spot.file for problem in site.problems}
        for index, waiver in enumerate(site.house.policy.waivers):
            judged = (
                *self._aim(waiver, rules, files),
                *self._grant(waiver, site.house),
                *self._time(waiver, site.house),
            )
            for key, message, fix in judged:
                yield self.finding(site.house.policy.spot(f"waivers[{index}].{key}"), message, fix=fix)

    def _aim(self, waiver: Waiver, rules: Mapping[str, type[Rule]], files: Collection[str]) -> Iterator[_Wrong]:
        if waiver.rule not in rules:
            yield "rule", f"there is no rule '{waiver.rule}' to waive", did_you_mean(waiver.rule, rules)
        elif not rules[waiver.rule].waivable:
            yield "rule", f"'{waiver.rule}' cannot be waived", "Delete the waiver, and mend what the rule found."
        if waiver.post is not None and waiver.post not in files:
            fix = "Write the post's path from the root, such as `content/blog/2026/example.md`."
            yield "post", f"the waiver for '{waiver.rule}' is about {waiver.post}, and there is no such post", fix

    def _grant(self, waiver: Waiver, house: House) -> Iterator[_Wrong]:
        person = house.people.get(waiver.granted_by)
        about = f"who granted the waiver for '{waiver.rule}',"
        fix = "Have it granted by somebody in `roles.editor` or `roles.leader` who is on staff."
        if person is None:
            yield "granted_by", f"'{waiver.granted_by}', {about} is nobody in authors/", fix
            return
        if waiver.granted_by not in (*house.policy.roles.editor, *house.policy.roles.leader):
            yield "granted_by", f"{person.name}, {about} is neither editor nor leader", fix
        if not person.employed_on(waiver.granted):
            yield "granted_by", f"{person.name}, {about} was not on staff on {waiver.granted}", fix

    def _time(self, waiver: Waiver, house: House) -> Iterator[_Wrong]:
        about = f"the waiver for '{waiver.rule}'"
        lasts = (waiver.until - waiver.granted).days
        if lasts < 0:
            yield "until", f"{about} ends on {waiver.until}, before it begins", "Correct `granted:` or `until:`."
        if lasts > self.longest_days:
            latest = waiver.granted + timedelta(days=self.longest_days)
            message = f"{about} lasts {lasts} days, and {self.longest_days} are the most"
            yield "until", message, f"Write `until: {latest}` or an earlier day."
        if waiver.until < house.today:
            fix = "Mend what it excused and delete it, or have it granted again."
            yield "until", f"{about} ran out on {waiver.until}", fix

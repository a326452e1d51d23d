"""The rule `known-people`."""

from __future__ import annotations

from collections.abc import Iterator

from ...site_model import Policy, Site
from ...site_model.did_you_mean import did_you_mean
from ..finding import COMMUNICATIONS, Finding
from ..rule import Example, Invalid, Rule


def _named(policy: Policy) -> Iterator[tuple[str, str]]:
    """Yield the key under which somebody is named, and the name; owners of accounts have a rule of their own."""
    for role in ("editor", "leader", "communications"):
        for number, name in enumerate(getattr(policy.roles, role)):
            yield f"roles.{role}[{number}]", name
    for number, name in enumerate(policy.crisis.team):
        yield f"crisis.team[{number}]", name
    for place, channel in enumerate(policy.response.channels):
        for number, name in enumerate(channel.people):
            yield f"response.channels[{place}].people[{number}]", name


class KnownPeople(Rule):
    """Everybody whom the policy gives a task is somebody on staff.

    A role that belongs to a misspelt name, or to somebody who has left, is a role that nobody has: no editor would
    sign, and in a crisis nobody would speak.
    """

    id = "known-people"
    clause = "D6"
    who = COMMUNICATIONS
    fix = "Name somebody who has a file in `authors/` and works here."
    VALID = [Example(policy="roles: {editor: [ewa-nowak, kari-lund]}")]
    INVALID = [
        Invalid(policy="roles: {editor: [eva-nowak]}", says="'eva-nowak' at 'roles.editor[0]' is nobody in authors/"),
        Invalid(policy="crisis: {team: [ola-berg]}", says="'ola-berg' at 'crisis.team[0]' does not work here today"),
        Invalid(
            policy="response: {channels: [{name: Chat, address: 'https://havlinje.example/chat', people: [kari]}]}",
            says="'kari' at 'response.channels[0].people[0]' is nobody in authors/",
        ),
    ]

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Look each of them up."""
        house = site.house
        for key, name in _named(house.policy):
            person = house.people.get(name)
            if person is None:
                fix = f"{did_you_mean(name, house.people)} {self.fix}"
                yield self.finding(house.policy.spot(key), f"'{name}' at '{key}' is nobody in authors/", fix=fix)
            elif not person.employed_on(house.today):
                yield self.finding(house.policy.spot(key), f"'{name}' at '{key}' does not work here today")

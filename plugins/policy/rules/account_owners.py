"""The rule `account-owners`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from ...site_model import House, Person, Site
from ..amounts import Days, Several
from ..finding import COMMUNICATIONS, Finding
from ..rule import Example, Invalid, Rule


@dataclass(frozen=True)
class AccountOwners(Rule):
    """Every active account is in the hands of at least two people who are on staff and trained.

    One owner falls ill or forgets the password and the account is lost; an owner who has left can still speak for
    the company. Both are found here before they hurt. Reserved and closed accounts need no owners.
    """

    id = "account-owners"
    clause = "N2"
    who = COMMUNICATIONS
    fix = "Name current, trained employees in `owners:` of the network, and change the account's password."
    VALID = [
        Example(policy="networks: {bluesky: {state: reserved, account: havlinje.example}}"),
        Example(policy="networks: {x: {state: active, account: havlinje_example, owners: [kari-lund, mikko-salo]}}"),
    ]
    INVALID = [
        Invalid(policy="networks: {linkedin: {owners: [ewa-nowak]}}", says="linkedin has 1 owner fit for it, not 2"),
        Invalid(
            policy="networks: {linkedin: {owners: [ewa-nowak, kari-lund, ola-berg]}}",
            says="Ola Berg, an owner of linkedin, is not on staff",
        ),
        Invalid(
            policy="networks: {mastodon: {owners: [ewa-nowak, mico]}}", says="'mico', an owner of mastodon, is nobody"
        ),
        Invalid(
            policy="rules: {account-owners: {valid_days: 30}}",
            says="Ewa Nowak, an owner of linkedin, was last trained on 2025-09-01",
        ),
    ]

    minimum: Several = field(default=2, metadata={"doc": "Owners that every active account needs."})
    valid_days: Days = field(default=731, metadata={"doc": "Days for which a training counts."})

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Look at every owner of every active account as of today."""
        house = site.house
        for network, account in sorted(house.policy.networks.items()):
            if account.state != "active":
                continue
            unfit = {owner: wrong for owner in account.owners if (wrong := self._unfit(owner, house))}
            for index, owner in enumerate(account.owners):
                if owner in unfit:
                    spot = house.policy.spot(f"networks.{network}.owners[{index}]")
                    name = house.people[owner].name if owner in house.people else f"'{owner}'"
                    yield self.finding(spot, f"{name}, an owner of {network}, {unfit[owner]}")
            fit = set(account.owners) - set(unfit)
            if len(fit) < self.minimum:
                message = f"{network} has {len(fit)} owner{'' if len(fit) == 1 else 's'} fit for it, not {self.minimum}"
                fix = f"Name {self.minimum} current, trained employees in `networks.{network}.owners`."
                yield self.finding(house.policy.spot(f"networks.{network}.owners"), message, fix=fix)

    def _unfit(self, owner: str, house: House) -> str:
        person = house.people.get(owner)
        if person is None:
            return "is nobody in authors/"
        if not person.employed_on(house.today):
            return "is not on staff"
        return self._untrained(person, house.today)

    def _untrained(self, person: Person, today: date) -> str:
        if person.trained is None or person.trained > today:
            return "is not trained"
        expired = person.trained + timedelta(days=self.valid_days) < today
        return f"was last trained on {person.trained}" if expired else ""

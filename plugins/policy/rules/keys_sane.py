"""The rule `keys-sane`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated

from msgspec import Meta

from ...signoff.key_faults import can_sign, key_faults, shared_traits
from ...signoff.verdict import Signoffs
from ...site_model import Site, Spot
from ..finding import DEVELOPER, Finding
from ..rule import Example, Invalid, Rule

_KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIDcV46hNR8bK4pM0ahdWNHGAYbdcEf8J7KJvDnjGyCmW"


def _ewa(key: str, mail: str = "ewa.nowak@havlinje.example") -> dict[str, str]:
    return {
        "authors/ewa-nowak.yaml": f"name: Ewa Nowak\nmails: ['{mail}']\nkeys:\n  - {{key: {key}, from: 2026-01-01}}\n"
    }


@dataclass(frozen=True)
class KeysSane(Rule):
    """Every key on file is readable, strong, one person's only, and stays there as long as what it signed.

    Sign-offs are worth as much as the list of who may sign. A private key in it is everybody's key; a mail such as
    `*@havlinje.example` makes OpenSSH take anybody for the editor; a person or key that is deleted takes the
    proof of old posts along.
    """

    id = "keys-sane"
    clause = "W7"
    who = DEVELOPER
    fix = "Put the one line of the `.pub` file under `keys:`, with the day `from` which it counts."
    pages = True
    waivable = False
    VALID = [
        Example(files=_ewa(_KEY)),
        Example(files=_ewa(f"cert-authority {_KEY}")),
        Example(policy="signoff: {require: field}"),
    ]
    INVALID = [
        Invalid(files=_ewa("ssh-ed25519 AAAA"), says="the key is damaged"),
        Invalid(files=_ewa(_KEY, "*@havlinje.example"), says="'*@havlinje.example' among the mails is a pattern"),
        Invalid(files=_ewa("-----BEGIN OPENSSH PRIVATE KEY-----"), says="this is a private key"),
        Invalid(files=_ewa("ssh-dss AAAAB3NzaC1kc3M="), says="keys of the kind 'ssh-dss' are not accepted"),
        Invalid(files=_ewa(f"{_KEY}, until: 2025-12-31"), says="the key ends on 2025-12-31, before it begins"),
        Invalid(
            files={**_ewa(_KEY), "authors/e-n.yaml": f"name: E. N.\nkeys:\n  - {{key: {_KEY}, from: 2026-01-01}}\n"},
            says="is also on file in authors/e-n.yaml",
        ),
        Invalid(policy="signoff: {require: ssh}", says="no editor on staff has a key that may sign today"),
    ]

    least_rsa_bits: Annotated[int, Meta(ge=2048, le=16384)] = field(
        default=2048, metadata={"doc": "Bits that an RSA key must have."}
    )

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Judge the people's files as they are."""
        people = site.house.people
        for person in people.values():
            for fault in key_faults(person, self.least_rsa_bits):
                yield self.finding(person.spot(fault.key), fault.message, fix=fault.fix)
        for person, fault in shared_traits(people):
            yield self.finding(person.spot(fault.key), fault.message, fix=fault.fix)
        policy = site.house.policy
        editors = [people[name] for name in policy.roles.editor if name in people]
        if policy.signoff.require == "ssh" and not any(can_sign(person, site.house.now) for person in editors):
            message = "no editor on staff has a key that may sign today"
            fix = "Put a public key under `keys:` in an editor's file; docs/signoff.md shows how to make one."
            yield self.finding(policy.spot("roles.editor"), message, fix=fix)

    def check_signoffs(self, site: Site, signoffs: Signoffs) -> Iterator[Finding]:
        """Find people and keys that signed and are gone."""
        for fact in signoffs.facts:
            if fact.about == "roster":
                yield self.finding(Spot(site.house.policy.path), fact.message, fix=fact.fix)

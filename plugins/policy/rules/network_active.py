"""The rule `network-active`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...site_model import House, Post, Site
from ...site_model.did_you_mean import did_you_mean
from ..amounts import Several
from ..finding import AUTHOR, Finding
from ..rule import Example, Invalid, Rule

_WITHOUT_PAGE = {"mailto", "newsletter", "slack", "whatsapp", "hn", "reddit"}


@dataclass(frozen=True)
class NetworkActive(Rule):
    """The company speaks on few networks, under an address readers can check, and on no others.

    Words for a network without an account end nowhere, or on an account that nobody answers for. Every further
    network takes time from those where the audience is, so the number of active ones is kept small.
    """

    id = "network-active"
    clause = "N1"
    who = AUTHOR
    fix = "Delete these words, or make the account active in the policy."
    VALID = [
        Example("share: {default: We stayed at the quay., linkedin: We stayed. Here is why.}"),
        Example(policy="networks: {x: {state: reserved, account: havlinje}}"),
    ]
    INVALID = [
        Invalid(
            "share: {threads: We stayed at the quay.}", says="there are words for 'threads', where the company has no"
        ),
        Invalid(
            "share: {bluesky: Vi ble liggende ved kai.}",
            policy="networks: {bluesky: {state: reserved, account: havlinje.example}}",
            says="there are words for 'bluesky', where the company's account is reserved",
        ),
        Invalid(policy="networks: {linkedin: {url: ''}}", says="the active account on linkedin has no `url:`"),
        Invalid(policy="rules: {network-active: {most: 1}}", says="2 networks are active, more than 1"),
    ]

    most: Several = field(default=8, metadata={"doc": "Networks that may be active at once."})

    def check_post(self, post: Post, house: House) -> Iterator[Finding]:
        """Compare the keys of `share:` with the policy's accounts."""
        accounts = house.policy.networks
        for network in post.share:
            if network == "default":
                continue
            spot, message = post.spot(f"share.{network}"), f"there are words for '{network}', where the company"
            if network not in accounts:
                yield self.finding(spot, f"{message} has no account", fix=did_you_mean(network, ["default", *accounts]))
            elif accounts[network].state != "active":
                yield self.finding(spot, f"{message}'s account is {accounts[network].state}")

    def check_site(self, site: Site) -> Iterator[Finding]:
        """Count the active accounts, and ask each for its address."""
        policy = site.house.policy
        active = sorted(network for network, account in policy.networks.items() if account.state == "active")
        for network in active:
            if not policy.networks[network].url and network not in _WITHOUT_PAGE:
                spot = policy.spot(f"networks.{network}")
                message = f"the active account on {network} has no `url:`"
                yield self.finding(spot, message, fix="Write the address of the account's page in `url:`.")
        if len(active) > self.most:
            message = f"{len(active)} networks are active, more than {self.most}"
            yield self.finding(policy.spot("networks"), message, fix="Keep to those where the audience is.")

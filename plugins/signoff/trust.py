"""The trusted side, read from git: never from the tree that asks to be published."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from msgspec import Struct

from ..site_model import Policy, Site
from ..site_model.cache import Cache
from ..site_model.load_site import Places
from .allowed_signers import namespace_of
from .load_base import Base, load_base
from .load_git import Git, GitError
from .load_roles import load_roles
from .load_side import load_side
from .same_person import same_people
from .trust_values import RolesSince, Trust

_ALWAYS = datetime.min.replace(tzinfo=UTC)


class Trusted(Struct, frozen=True, kw_only=True):
    """What is believed, and what a tree may not touch: `statements` are filed in the base, `changed` is its side
    where the tree has it otherwise. Without a base there is neither.
    """

    trust: Trust
    git: Git | None = None
    base: Base | None = None
    statements: Mapping[str, str] = {}
    changed: tuple[str, ...] = ()


def load_trust(
    site: Site, root: Path, places: Places, cache: Cache, *, wanted: str | None = None, now: datetime | None = None
) -> Trusted:
    """Read the trusted side; without git or base, believe the tree and say why. `wanted` names another base."""
    git = Git(root)
    try:
        base = load_base(git, wanted, (places.content, places.authors, places.policy))
        side = load_side(git, base, root, places, site, cache=cache)
        roles, whole = load_roles(git, base.commit, places.policy, cache)
    except GitError as error:
        return Trusted(trust=_from_tree(site, now, str(error)))
    trust = Trust(
        policy=side.policy,
        people=side.people,
        present=site.house.people,
        same=same_people((side.people, site.house.people)),
        roles=roles or (RolesSince(_ALWAYS, side.policy.roles),),
        namespace=namespace_of(side.policy.company.url),
        now=_clock(side.policy, now),
        landed=base.landed,
        base=base.label,
        whole_history=whole,
    )
    return Trusted(trust=trust, git=git, base=base, statements=side.statements, changed=side.changed)


def _from_tree(site: Site, now: datetime | None, why: str) -> Trust:
    policy, people = site.house.policy, site.house.people
    return Trust(
        policy=policy,
        people=people,
        present=people,
        same=same_people((people,)),
        roles=(RolesSince(_ALWAYS, policy.roles),),
        namespace=namespace_of(policy.company.url),
        now=_clock(policy, now),
        why_no_base=why,
    )


def _clock(policy: Policy, now: datetime | None) -> datetime:
    """Believe the pinned day of the trusted policy; a tree that pins its own clock makes nothing fresher."""
    if policy.as_of:
        return datetime.combine(policy.as_of, time(12), ZoneInfo(policy.company.timezone))
    return now or datetime.now(UTC)

"""Load, verify, check: the three steps that `make check` and the build share."""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct

from ..policy.checker import check
from ..policy.configure import configure
from ..policy.find_rules import find_rules
from ..policy.finding import Report
from ..policy.load_baseline import load_baseline
from ..policy.load_excerpts import load_excerpts
from ..site_model import Addresses, Phase, Post, Site
from ..site_model.cache import Cache
from ..site_model.load_site import Places, Progress, load_house, load_site


class Judgement(Struct, frozen=True):
    """The site as it was read, and what the policy says of it."""

    site: Site
    report: Report

    @property
    def by_path(self) -> dict[str, Post]:
        """Return the posts by path."""
        return {post.path: post for post in self.site.posts}


def judge(
    root: Path,
    places: Places,
    phase: Phase,
    *,
    addresses: Addresses | None = None,
    progress: Progress | None = None,
    with_baseline: bool = True,
) -> Judgement:
    """Read the site below `root` and check it. Raises SetupError where policy, people or settings are wrong."""
    root = root.resolve()
    cache = Cache(root / places.cache if places.cache else None)
    house = load_house(root, places)
    if addresses:
        house = msgspec.structs.replace(house, addresses=addresses)
    rules = configure(house.policy, find_rules())
    site = load_site(root, places, house=house, cache=cache, progress=progress)
    baseline = {"baseline": load_baseline(root)} if with_baseline else {}
    report = check(site, rules, phase, cache=cache, progress=progress, **baseline)
    shown = [*report.findings, *(waived.finding for waived in report.waived), *report.baselined]
    return Judgement(site, msgspec.structs.replace(report, excerpts=load_excerpts(root, shown)))

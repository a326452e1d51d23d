"""Load, verify, check: the three steps that `make check` and the build share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import msgspec

from ..policy.checker import SnippetMaker, check
from ..policy.configure import configure
from ..policy.find_rules import find_rules
from ..policy.finding import Report
from ..policy.load_baseline import load_baseline
from ..policy.load_excerpts import load_excerpts
from ..site_model import Addresses, Phase, Post, Site
from ..site_model.cache import Cache
from ..site_model.load_site import Places, Progress, load_house, load_site
from .snippet_shelf import SnippetShelf


@dataclass(frozen=True)
class Judgement:
    """The site as it was read, what the policy says of it, and the texts for the networks."""

    site: Site
    report: Report
    snippets: SnippetMaker

    @cached_property
    def by_path(self) -> dict[str, Post]:
        """Return the posts by path."""
        return {post.path: post for post in self.site.posts}

    @cached_property
    def leading(self) -> frozenset[str]:
        """Return the paths of the versions that lists in the default language show: in that language, else original."""
        default = self.site.house.policy.company.languages[0]
        chosen: dict[str, Post] = {}
        for post in self.site.posts:
            if post.id not in chosen or post.lang == default or (post.original and chosen[post.id].lang != default):
                chosen[post.id] = post
        return frozenset(post.path for post in chosen.values())


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
    shelf = SnippetShelf(site, cache)
    report = check(site, rules, phase, snippets=shelf, cache=cache, progress=progress, **baseline)
    shelf.keep()
    shown = [*report.findings, *(waived.finding for waived in report.waived), *report.baselined]
    return Judgement(site, msgspec.structs.replace(report, excerpts=load_excerpts(root, shown)), shelf)

"""Load, verify, check: the three steps that `make check` and the build share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from ..policy.baseline import NO_BASELINE
from ..policy.checker import check
from ..policy.configure import ConfiguredRule, configure
from ..policy.find_rules import find_rules
from ..policy.finding import Report
from ..policy.load_baseline import load_baseline
from ..policy.load_excerpts import load_excerpts
from ..policy.rule import Rule
from ..signoff.filed import Folder
from ..signoff.load_signoffs import judge_site, load_evidence
from ..signoff.verdict import Signoffs
from ..site_model import Addresses, Phase, Post, Site
from ..site_model.collector import collect_seldom
from ..site_model.load_posts import Progress
from ..site_model.load_site import Places, load_house, load_site, open_cache
from .snippet_shelf import SnippetShelf

if TYPE_CHECKING:
    from .standing import Standing


@dataclass(frozen=True)
class Judgement:
    """The site as it will be published, what the policy says of it, who let it out, and the texts for the networks.

    `withdrawn` are posts that an editor took back: they were judged, and are not in `site`. `folders` are the
    statements filed beside each post, these included. `waiting` are posts whose date is still to come: they are
    published by the first build after it, and not in `site` before. `pages` are such as an imprint; no list has them.
    """

    site: Site
    report: Report
    signoffs: Signoffs
    snippets: SnippetShelf
    withdrawn: tuple[Post, ...] = ()
    folders: Mapping[str, Folder] = field(default_factory=dict)
    waiting: tuple[Post, ...] = ()
    pages: tuple[Post, ...] = ()

    @cached_property
    def by_path(self) -> dict[str, Post]:
        """Return the posts and pages by path."""
        return {post.path: post for post in (*self.site.posts, *self.pages)}

    @cached_property
    def standing(self) -> Standing:
        """Return what stands for all that pages and lists can find of this."""
        # A check has no use for it, and does not wait for what it takes to import.
        from .standing import standing_of
        from .tombstones import tombstones

        return standing_of(self, tombstones(self))

    @cached_property
    def held(self) -> frozenset[str]:
        """Return the paths of posts that are not to be read now, and of the files that no published post uses."""
        held = {post.path for post in (*self.withdrawn, *self.waiting)}
        used = {file.path for post in self.site.posts for file in self.site.files.get(post.path, ())}
        return frozenset(held | {file.path for path in held for file in self.site.files.get(path, ())} - used)

    @cached_property
    def leading(self) -> frozenset[str]:
        """Return the paths of the versions that lists in the default language show: in that language, else original."""
        default = self.site.house.policy.company.languages[0]
        chosen: dict[str, Post] = {}
        for post in self.by_path.values():
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
    collect_seldom()
    root = root.resolve()
    cache = open_cache(root, places)
    house = load_house(root, places, cache=cache)
    if addresses:
        house = msgspec.structs.replace(house, addresses=addresses)
    kinds = find_rules()
    rules = configure(house.policy, kinds)
    site = load_site(root, places, house=house, cache=cache, progress=progress)
    shelf = SnippetShelf(site, cache)
    evidence = load_evidence(site, root, places, snippets=shelf.digests, cache=cache)
    signoffs = judge_site(site, evidence, places, phase)
    if signoffs.policy:
        rules = _as_trusted(rules, configure(signoffs.policy, kinds))
    report = check(
        site,
        rules,
        phase,
        signoffs=signoffs,
        snippets=shelf,
        baseline=load_baseline(root) if with_baseline else NO_BASELINE,
        cache=cache,
        progress=progress,
    )
    shelf.keep()
    cache.trim()
    shown = [*report.findings, *(waived.finding for waived in report.waived), *report.baselined]
    report = msgspec.structs.replace(report, excerpts=load_excerpts(root, shown))
    withdrawn = signoffs.withdrawn
    taken_back = tuple(post for post in site.posts if post.path in withdrawn)
    # Whoever writes or merges a planned post wants to see it; readers do not see it before its time.
    waiting = tuple(post for post in site.posts if phase == "publish" and post.date > house.now)
    held = {post.path for post in (*taken_back, *waiting)}
    staying = [post for post in site.posts if post.path not in held]
    pages = tuple(post for post in staying if post.page)
    staying_site = msgspec.structs.replace(site, posts=tuple(post for post in staying if not post.page))
    return Judgement(staying_site, report, signoffs, shelf, taken_back, evidence.folders, waiting, pages)


def _as_trusted(own: Iterable[ConfiguredRule], trusted: Iterable[ConfiguredRule]) -> tuple[ConfiguredRule, ...]:
    """Take the rules on sign-off as the trusted policy has them: a pull request must not soften what judges it."""
    by_id = {one.rule.id: one for one in trusted}
    return tuple(by_id[one.rule.id] if type(one.rule).check_signoffs is not Rule.check_signoffs else one for one in own)

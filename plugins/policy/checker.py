"""Every rule over the whole site. A rule that cannot run is a finding, never a pass."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

import msgspec

from ..signoff.verdict import Signoffs
from ..site_model import House, Phase, Post, Site, Snippet, Spot
from ..site_model.cache import Cache
from ..site_model.load_posts import Progress
from .baseline import NO_BASELINE, Baseline
from .check_posts import SnippetMaker, check_posts, guarded
from .configure import ConfiguredRule
from .finding import Finding, Report
from .promise import about
from .waivers import waive


class _NoSnippets:
    """Stands in where nobody makes snippets."""

    def __call__(self, post: Post, house: House) -> tuple[Snippet, ...]:
        """Return none."""
        return ()

    def prepare(self, posts: Sequence[Post]) -> None:
        """Prepare nothing."""


NO_SNIPPETS: SnippetMaker = _NoSnippets()


def check(
    site: Site,
    rules: Sequence[ConfiguredRule],
    phase: Phase,
    *,
    signoffs: Signoffs | None = None,
    snippets: SnippetMaker = NO_SNIPPETS,
    baseline: Baseline = NO_BASELINE,
    cache: Cache | None = None,
    progress: Progress | None = None,
) -> Report:
    """Return what the rules find, weighed by the policy for this phase.

    `signoffs` are the verdicts on who let the posts out.
    """
    found = [*check_posts(site, rules, snippets, cache or Cache(None), progress)]
    without_pages = msgspec.structs.replace(site, posts=tuple(post for post in site.posts if not post.page))
    for one in rules:
        seen = site if one.rule.pages else without_pages
        found += guarded(one, Spot(site.house.policy.path), partial(one.rule.check_site, seen))
        if signoffs is not None:
            found += guarded(one, Spot(site.house.policy.path), partial(one.rule.check_signoffs, site, signoffs))
    weighed = _weigh(found, rules, phase)
    fixed = frozenset(one.rule.id for one in rules if not one.rule.waivable)
    standing, waived = waive(weighed, site.house.policy.waivers, site.house.today, fixed)
    standing, known = baseline.tell_apart(standing, site)
    return Report(
        phase=phase,
        as_of=site.house.today.isoformat(),
        posts=len(without_pages.posts),
        findings=tuple(standing),
        waived=tuple(waived),
        baselined=tuple(known),
        checked=tuple(post.path for post in site.posts),
        about={one.rule.id: about(type(one.rule)) for one in rules},
    )


def _weigh(found: Iterable[Finding], rules: Sequence[ConfiguredRule], phase: Phase) -> list[Finding]:
    severities: Mapping[str, str] = {one.rule.id: one.severity[phase] for one in rules}
    weighed = [
        msgspec.structs.replace(finding, severity=severities[finding.rule])
        for finding in found
        if severities[finding.rule] != "off"
    ]
    return sorted(weighed, key=lambda finding: (finding.spot, finding.rule, finding.message))

"""Every rule over the whole site. A rule that cannot run is a finding, never a pass."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache as once
from functools import partial
from pathlib import Path

import msgspec

from ..site_model import House, Phase, Post, Site, Spot
from ..site_model.cache import Cache
from ..site_model.load_site import Progress, code_digest
from .baseline import NO_BASELINE, Baseline
from .configure import PHASES, ConfiguredRule
from .finding import Finding, Report
from .promise import about
from .rules.rule_not_run import RuleNotRun
from .waivers import waive

_FINDINGS = msgspec.json.Decoder(list[Finding])


def check(
    site: Site,
    rules: Sequence[ConfiguredRule],
    phase: Phase,
    *,
    baseline: Baseline = NO_BASELINE,
    cache: Cache | None = None,
    progress: Progress | None = None,
) -> Report:
    """Return what the rules find, weighed by the policy for this phase."""
    found = [*_check_posts(site, rules, cache or Cache(None), progress)]
    for one in rules:
        found += _guarded(one, Spot(site.house.policy.path), partial(one.rule.check_site, site))
    weighed = _weigh(found, rules, phase)
    fixed = frozenset(one.rule.id for one in rules if not one.rule.waivable)
    standing, waived = waive(weighed, site.house.policy.waivers, site.house.today, fixed)
    standing, known = baseline.tell_apart(standing, site)
    return Report(
        phase=phase,
        as_of=site.house.today.isoformat(),
        posts=len(site.posts),
        findings=tuple(standing),
        waived=tuple(waived),
        baselined=tuple(known),
        checked=tuple(post.path for post in site.posts),
        about={one.rule.id: about(type(one.rule)) for one in rules},
    )


def _check_posts(
    site: Site, rules: Sequence[ConfiguredRule], cache: Cache, progress: Progress | None
) -> Iterator[Finding]:
    """Yield what rules say of single posts: it depends on post, house and code alone, and is kept under their digest."""
    frame = _house_digest(site.house) + _rules_digest()
    keys = {post.path: hashlib.sha256(f"{post.path}\0{post.key}\0{frame}".encode()).hexdigest() for post in site.posts}
    kept = cache.get_many(keys.values())
    fresh: dict[str, bytes] = {}
    missing = sum(key not in kept for key in keys.values())
    for post in site.posts:
        key = keys[post.path]
        if key in kept:
            yield from _FINDINGS.decode(kept[key])
            continue
        found = list(_check_post(post, site.house, rules))
        yield from found
        if not any(finding.rule == RuleNotRun.id for finding in found):
            fresh[key] = msgspec.json.encode(found)
        if progress:
            progress("checking posts", len(fresh), missing)
    cache.put_many(fresh)


def _check_post(post: Post, house: House, rules: Iterable[ConfiguredRule]) -> Iterator[Finding]:
    for one in rules:
        if any(one.severity[phase] != "off" for phase in PHASES):
            yield from _guarded(one, post.spot(), partial(one.rule.check_post, post, house))


def _guarded(one: ConfiguredRule, spot: Spot, run: Callable[[], Iterable[Finding]]) -> Iterator[Finding]:
    try:
        yield from run()
    except Exception as error:
        yield RuleNotRun().about(one.rule.id, spot, error)


def _weigh(found: Iterable[Finding], rules: Sequence[ConfiguredRule], phase: Phase) -> list[Finding]:
    severities: Mapping[str, str] = {one.rule.id: one.severity[phase] for one in rules}
    weighed = [
        msgspec.structs.replace(finding, severity=severities[finding.rule])
        for finding in found
        if severities[finding.rule] != "off"
    ]
    return sorted(weighed, key=lambda finding: (finding.spot, finding.rule, finding.message))


def _house_digest(house: House) -> str:
    policy = msgspec.json.encode(house.policy, order="deterministic")
    people = msgspec.json.encode(house.people, order="deterministic")
    return hashlib.sha256(b"\0".join((policy, people, house.today.isoformat().encode()))).hexdigest()


@once
def _rules_digest() -> str:
    digest = hashlib.sha256(code_digest().encode())
    for place in sorted(Path(__file__).parent.rglob("*.py")):
        digest.update(place.read_bytes())
    return digest.hexdigest()

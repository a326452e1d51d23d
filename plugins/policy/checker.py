"""Every rule over the whole site. A rule that cannot run is a finding, never a pass."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache as once
from functools import partial
from pathlib import Path
from typing import NamedTuple, Protocol

import msgspec

from ..signoff.verdict import Signoffs
from ..site_model import House, Phase, Post, Site, Snippet, Spot
from ..site_model.cache import Cache
from ..site_model.load_posts import Progress, reading_digest
from ..site_model.parallel import spread
from .baseline import NO_BASELINE, Baseline
from .configure import PHASES, ConfiguredRule
from .finding import Finding, Report
from .promise import about
from .rule import Rule
from .rules.rule_not_run import RuleNotRun
from .waivers import waive

_FINDINGS = msgspec.msgpack.Decoder(list[Finding])


class SnippetMaker(Protocol):
    """Makes the texts for the networks from a post and the house, and from nothing else."""

    def __call__(self, post: Post, house: House) -> tuple[Snippet, ...]:
        """Return the post's snippets."""

    def prepare(self, posts: Sequence[Post]) -> None:
        """Hear which posts will be asked about, to make their snippets all at once."""


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
    found = [*_check_posts(site, rules, snippets, cache or Cache(None), progress)]
    without_pages = msgspec.structs.replace(site, posts=tuple(post for post in site.posts if not post.page))
    for one in rules:
        seen = site if one.rule.pages else without_pages
        found += _guarded(one, Spot(site.house.policy.path), partial(one.rule.check_site, seen))
        if signoffs is not None:
            found += _guarded(one, Spot(site.house.policy.path), partial(one.rule.check_signoffs, site, signoffs))
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


def _check_posts(
    site: Site, rules: Sequence[ConfiguredRule], snippets: SnippetMaker, cache: Cache, progress: Progress | None
) -> Iterator[Finding]:
    """Yield what rules say of single posts, kept under a digest of all it depends on: post, house and code."""
    frame = house_digest(site.house) + code_digest()
    keys = {post.path: hashlib.sha256(f"{post.path}\0{post.key}\0{frame}".encode()).hexdigest() for post in site.posts}
    kept = cache.get_many(keys.values())
    missing = [post for post in site.posts if keys[post.path] not in kept]
    running = [one for one in rules if any(one.severity[phase] != "off" for phase in PHASES)]
    if any(_reads_snippets(one.rule) for one in running):
        snippets.prepare([post for post in missing if not post.page])
    steps = partial(progress, "checking posts") if progress else None
    results = spread(partial(_check_post, house=site.house, rules=running, snippets=snippets), missing, steps)
    found = {keys[post.path]: result for post, result in zip(missing, results, strict=True)}
    cache.put_many({key: result.findings for key, result in found.items() if result.can_be_kept})
    for key in keys.values():
        yield from _FINDINGS.decode(kept[key] if key in kept else found[key].findings)


class _Result(NamedTuple):
    findings: bytes
    can_be_kept: bool


def _check_post(post: Post, house: House, rules: Iterable[ConfiguredRule], snippets: SnippetMaker) -> _Result:
    made = once(partial(snippets, post, house))
    found: list[Finding] = []
    spot = post.spot()
    for one in (one for one in rules if one.rule.pages or not post.page):
        if type(one.rule).check_post is not Rule.check_post:
            found += _guarded(one, spot, partial(one.rule.check_post, post, house))
        if _reads_snippets(one.rule):
            found += _guarded(one, spot, partial(_check_snippets, one.rule, post, house, made))
    return _Result(msgspec.msgpack.encode(found), all(finding.rule != RuleNotRun.id for finding in found))


def _reads_snippets(rule: Rule) -> bool:
    return type(rule).check_snippets is not Rule.check_snippets


def _check_snippets(rule: Rule, post: Post, house: House, made: Callable[[], tuple[Snippet, ...]]) -> Iterator[Finding]:
    yield from rule.check_snippets(post, made(), house)


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


def house_digest(house: House) -> str:
    """Return a digest of everything about the house that a judgement of one post depends on."""
    policy = msgspec.json.encode(house.policy, order="deterministic")
    people = msgspec.json.encode(house.people, order="deterministic")
    rest = msgspec.json.encode([house.today, house.addresses])
    return hashlib.sha256(b"\0".join((policy, people, rest))).hexdigest()


@once
def code_digest() -> str:
    """Return a digest of all our code that a judgement of one post depends on, and of the libraries that shape it."""
    from importlib.metadata import version

    digest = hashlib.sha256(f"{reading_digest()} regex {version('regex')}".encode())
    plugins = Path(__file__).parent.parent
    for name in ("policy", "share"):
        for place in sorted((plugins / name).rglob("*")):
            if place.suffix in (".py", ".toml", ".txt"):
                digest.update(place.read_bytes())
    return digest.hexdigest()

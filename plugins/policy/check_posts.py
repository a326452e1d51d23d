"""Every rule over each post by itself; what was said of a post is kept until something it depends on changes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache as once
from functools import partial
from typing import NamedTuple, Protocol

import msgspec

from ..site_model import House, Post, Site, Snippet, Spot
from ..site_model.asked_people import AskedPeople, PeopleDigests
from ..site_model.cache import Cache
from ..site_model.load_posts import Progress
from ..site_model.parallel import spread
from .configure import PHASES, ConfiguredRule
from .finding import Finding
from .load_code_digest import code_digest
from .rule import Rule
from .rules.rule_not_run import RuleNotRun


class _Judged(msgspec.Struct, frozen=True, array_like=True):
    """What rules said of a post, which people they asked for, and what stands for these as they were then."""

    findings: bytes
    asked: tuple[str, ...]
    people: bytes


_JUDGED = msgspec.msgpack.Decoder(_Judged)
_FINDINGS = msgspec.msgpack.Decoder(list[Finding])


class SnippetMaker(Protocol):
    """Makes the texts for the networks from a post and the house, and from nothing else.

    Whom it asked for in the house it asks for again where it kept the texts.
    """

    def __call__(self, post: Post, house: House) -> tuple[Snippet, ...]:
        """Return the post's snippets."""

    def prepare(self, posts: Sequence[Post]) -> None:
        """Hear which posts will be asked about, to make their snippets all at once."""


def check_posts(
    site: Site, rules: Sequence[ConfiguredRule], snippets: SnippetMaker, cache: Cache, progress: Progress | None
) -> Iterator[Finding]:
    """Yield what rules say of single posts, kept as long as nothing it depends on changes.

    The key stands for the post, the house without its people, and the code. Which people the rules asked for is
    noted while they run, and kept with what they said.
    """
    frame = house_digest(site.house) + code_digest()
    keys = {post.path: hashlib.sha256(_told_by(post, frame)).hexdigest() for post in site.posts}
    people = PeopleDigests(site.house.people)
    judged = {key: _JUDGED.decode(packed) for key, packed in cache.get_many(keys.values()).items()}
    kept = {key: one.findings for key, one in judged.items() if one.people == people.of(one.asked)}
    missing = [post for post in site.posts if keys[post.path] not in kept]
    running = [one for one in rules if any(one.severity[phase] != "off" for phase in PHASES)]
    if any(_reads_snippets(one.rule) for one in running):
        snippets.prepare([post for post in missing if not post.page])
    steps = partial(progress, "checking posts") if progress else None
    work = partial(_check_post, house=site.house, rules=running, snippets=snippets)
    results = spread(work, missing, steps)
    found = {keys[post.path]: result for post, result in zip(missing, results, strict=True)}
    fresh = {key: _Judged(one.findings, one.asked, people.of(one.asked)) for key, one in found.items() if one.to_keep}
    cache.put_many({key: msgspec.msgpack.encode(one) for key, one in fresh.items()})
    for key in keys.values():
        yield from _FINDINGS.decode(kept[key] if key in kept else found[key].findings)


class _Result(NamedTuple):
    findings: bytes
    asked: tuple[str, ...]
    to_keep: bool


def _told_by(post: Post, frame: str) -> bytes:
    # Who wrote it does not follow from its bytes alone: names become ids where a person of that name is known.
    return msgspec.msgpack.encode((post.path, post.key, post.authors, frame))


def _check_post(post: Post, house: House, rules: Iterable[ConfiguredRule], snippets: SnippetMaker) -> _Result:
    people = AskedPeople(house.people)
    house = msgspec.structs.replace(house, people=people)
    made = once(partial(snippets, post, house))
    found: list[Finding] = []
    spot = post.spot()
    for one in (one for one in rules if one.rule.pages or not post.page):
        if type(one.rule).check_post is not Rule.check_post:
            found += guarded(one, spot, partial(one.rule.check_post, post, house))
        if _reads_snippets(one.rule):
            found += guarded(one, spot, partial(_check_snippets, one.rule, post, house, made))
    to_keep = all(finding.rule != RuleNotRun.id for finding in found)
    return _Result(msgspec.msgpack.encode(found), tuple(sorted(people.asked)), to_keep)


def _reads_snippets(rule: Rule) -> bool:
    return type(rule).check_snippets is not Rule.check_snippets


def _check_snippets(rule: Rule, post: Post, house: House, made: Callable[[], tuple[Snippet, ...]]) -> Iterator[Finding]:
    yield from rule.check_snippets(post, made(), house)


def guarded(one: ConfiguredRule, spot: Spot, run: Callable[[], Iterable[Finding]]) -> Iterator[Finding]:
    """Yield what a rule finds; where it cannot run, that."""
    try:
        yield from run()
    except Exception as error:
        yield RuleNotRun().about(one.rule.id, spot, error)


def house_digest(house: House) -> str:
    """Return a digest of everything about the house but its people that a judgement of one post depends on."""
    policy = msgspec.json.encode(house.policy, order="deterministic")
    rest = msgspec.json.encode([house.today, house.addresses])
    return hashlib.sha256(b"\0".join((policy, rest))).hexdigest()

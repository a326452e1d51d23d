"""The verdicts on a whole site: what is filed, what is believed, and the judgement over both."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from ..site_model import Phase, Post, Site
from ..site_model.address import post_address
from ..site_model.cache import Cache
from ..site_model.load_site import USUAL_PLACES, Places, open_cache
from .binding import Binding, bind
from .corrections import before_by_statement, correction_facts
from .filed import Folder
from .judge import judge_post
from .judge_field import judge_field
from .judge_merge import judge_merge
from .load_changes import load_changes
from .load_merges import load_merges
from .load_published import load_published
from .load_statements import Wrong, load_folders, load_lost
from .site_facts import site_facts
from .trust import Trusted, load_trust
from .verdict import Signoff, Signoffs

Snippets = Callable[[Post], Mapping[str, str]]
"""Gives the sha256 of each of a post's share snippets by id; asked for posts only that were or will be signed."""


def _no_snippets(post: Post) -> Mapping[str, str]:
    return {}


class Evidence(Struct, frozen=True, kw_only=True):
    """Everything the verdicts rest on; whoever signs needs it too. `lost` are statements that went with their post."""

    trusted: Trusted
    bindings: Mapping[str, Binding]
    folders: Mapping[str, Folder]
    lost: Sequence[Wrong] = ()


def load_evidence(
    site: Site,
    root: Path,
    places: Places = USUAL_PLACES,
    *,
    snippets: Snippets = _no_snippets,
    signing: Collection[str] = (),
    base: str | None = None,
    now: datetime | None = None,
    cache: Cache | None = None,
) -> Evidence:
    """Read the trusted side, what each post binds, and the statements filed beside it.

    `signing` are posts about to be signed; `base` names another trusted commit, and `none` believes the tree.
    `now` is for tests: whoever asks does not get to say what time it is.
    """
    root = root.resolve()
    cache = cache or open_cache(root, places)
    trusted = load_trust(site, root, places, cache, wanted=base, now=now)
    policy = hashlib.sha256((root / places.policy).read_bytes()).hexdigest()
    paths = [post.path for post in site.posts]
    by_signature = trusted.trust.policy.signoff.require == "ssh"
    asked = paths if by_signature else ()
    folders = {path: Folder() for path in paths} | load_folders(root, asked, trusted, cache)
    bindings = {
        post.path: bind(
            post,
            site.files.get(post.path, ()),
            url=post_address(post, site.house),
            policy=policy,
            snippets=snippets(post) if not post.page and (folders[post.path].revisions or post.path in signing) else {},
        )
        for post in site.posts
    }
    lost = load_lost(root, asked, trusted) if by_signature else ()
    return Evidence(trusted=trusted, bindings=bindings, folders=folders, lost=lost)


def verify_site(
    site: Site,
    root: Path,
    places: Places = USUAL_PLACES,
    *,
    snippets: Snippets = _no_snippets,
    base: str | None = None,
    now: datetime | None = None,
    phase: Phase = "publish",
    cache: Cache | None = None,
) -> Signoffs:
    """Return the verdict on every post. Reads the statements, the policy and git; asks no network."""
    evidence = load_evidence(site, root, places, snippets=snippets, base=base, now=now, cache=cache)
    return judge_site(site, evidence, places, phase)


def judge_site(site: Site, evidence: Evidence, places: Places = USUAL_PLACES, phase: Phase = "publish") -> Signoffs:
    """Return the verdicts that the evidence leads to."""
    trust = evidence.trusted.trust
    way = trust.policy.signoff.require
    if way == "ssh":
        verdicts = {path: judge_post(now, evidence.folders[path], trust) for path, now in evidence.bindings.items()}
    elif way == "merge":
        verdicts = _by_merges(evidence, places, phase)
    elif way == "field":
        verdicts = {post.path: judge_field(post, trust) for post in site.posts}
    else:
        verdicts = {post.path: Signoff(post=post.path, state="not-required", way="nothing") for post in site.posts}
    return Signoffs(
        posts=dict(_with_corrections(site, verdicts, evidence, places)),
        way=way,
        base=trust.base,
        why_no_base=trust.why_no_base,
        namespace=trust.namespace,
        policy=trust.policy,
        facts=tuple(site_facts(*load_changes(evidence.trusted, places), evidence.folders, evidence.lost, trust)),
    )


def _by_merges(evidence: Evidence, places: Places, phase: Phase) -> dict[str, Signoff]:
    trusted = evidence.trusted
    merges, changed = load_merges(trusted, places.content)
    return {path: judge_merge(now, merges, changed, trusted.trust, phase) for path, now in evidence.bindings.items()}


def _with_corrections(
    site: Site, verdicts: Mapping[str, Signoff], evidence: Evidence, places: Places
) -> Iterator[tuple[str, Signoff]]:
    """Add what C11 asks of posts that readers have seen before, however they are let out."""
    signed = {path: before_by_statement(evidence.folders[path]) for path in verdicts}
    unsigned = {path for path in verdicts if not any(not one.is_new for one in evidence.folders[path].revisions)}
    befores = {**signed, **load_published(evidence.trusted, unsigned, places.content)}
    for post in site.posts:
        verdict, before = verdicts[post.path], befores.get(post.path)
        if before is not None and evidence.trusted.trust.base and not post.page:
            facts = tuple(correction_facts(post, evidence.bindings[post.path], before, evidence.trusted.trust))
            verdict = msgspec.structs.replace(verdict, facts=(*verdict.facts, *facts)) if facts else verdict
        yield post.path, verdict

"""What was wrong with old posts on the day of adoption: listed, not failed, until the post is edited."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Literal

import msgspec
from msgspec import Struct

from ..site_model import Site
from .finding import Finding
from .rules.rule_not_run import RuleNotRun


class BaselineEntry(Struct, frozen=True, forbid_unknown_fields=True):
    """One old post: the digest it had, and how often each rule said each thing about it."""

    digest: str
    findings: dict[str, dict[str, int]]


class Baseline(Struct, frozen=True, forbid_unknown_fields=True):
    """Old posts by path."""

    version: Literal[1] = 1
    posts: dict[str, BaselineEntry] = {}

    def tell_apart(self, findings: Iterable[Finding], site: Site) -> tuple[list[Finding], list[Finding]]:
        """Return what counts, and what was there on the day of adoption."""
        digests = _old_posts(site)
        left = {
            path: Counter({(rule, said): n for rule, sayings in entry.findings.items() for said, n in sayings.items()})
            for path, entry in self.posts.items()
            if digests.get(path) == entry.digest
        }
        standing, known = [], []
        for finding in findings:
            budget = left.get(finding.spot.file)
            if budget and budget[finding.rule, finding.message] > 0 and finding.rule != RuleNotRun.id:
                budget[finding.rule, finding.message] -= 1
                known.append(finding)
            else:
                standing.append(finding)
        return standing, known


NO_BASELINE = Baseline()


def record(findings: Iterable[Finding], site: Site) -> Baseline:
    """Return the baseline of all posts dated before the policy's day of adoption."""
    entries = {path: BaselineEntry(digest, {}) for path, digest in _old_posts(site).items()}
    for finding in findings:
        if (entry := entries.get(finding.spot.file)) and finding.rule != RuleNotRun.id:
            sayings = entry.findings.setdefault(finding.rule, {})
            sayings[finding.message] = sayings.get(finding.message, 0) + 1
    return Baseline(posts={path: entry for path, entry in entries.items() if entry.findings})


def _old_posts(site: Site) -> dict[str, str]:
    """Return the digests of the posts that the day of adoption makes old, whatever the file says of others."""
    adopted = site.house.policy.adopted
    return {post.path: post.digest for post in site.posts if adopted and post.date.date() < adopted}


def render(baseline: Baseline) -> bytes:
    """Return the file's bytes, one value a line, in order, so that a review sees what changed."""
    return msgspec.json.format(msgspec.json.encode(baseline, order="deterministic"), indent=1) + b"\n"

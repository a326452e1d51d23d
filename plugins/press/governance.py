"""The public record of a build: each post with its digest, authors and what the policy had to say."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from ..signoff.verdict import Signoff
from ..site_model import Published
from .judge import Judgement


def governance(judgement: Judgement, published: Iterable[Published]) -> bytes:
    """Return `governance.json`: version, phase, day, and one entry a post in order of path."""
    report = judgement.report
    findings: dict[str, list[dict[str, str]]] = {}
    for finding in report.findings:
        said = {"rule": finding.rule, "severity": finding.severity, "message": finding.message}
        findings.setdefault(finding.spot.file, []).append(said)
    waivers: dict[str, list[dict[str, str]]] = {}
    for waived in report.waived:
        entry = {"rule": waived.finding.rule, "reason": waived.reason, "by": waived.granted_by, "until": waived.until}
        waivers.setdefault(waived.finding.spot.file, []).append(entry)
    posts = [
        {
            "path": one.post.path,
            "url": one.url,
            "sha256": one.post.digest,
            "authors": one.post.authors,
            "signoff": _signoff(judgement.signoffs.posts.get(one.post.path)),
            "findings": findings.get(one.post.path, []),
            "waivers": waivers.get(one.post.path, []),
        }
        for one in sorted(published, key=lambda one: one.post.path)
    ]
    signoffs = judgement.signoffs
    record = {
        "version": 1,
        "phase": report.phase,
        "as_of": report.as_of,
        "signoff": {"way": signoffs.way, "verified": signoffs.verified, "base": signoffs.base},
        "posts": posts,
    }
    return msgspec.json.format(msgspec.json.encode(record), indent=1) + b"\n"


def _signoff(signoff: Signoff | None) -> dict[str, Any] | None:
    if signoff is None:
        return None
    return {
        "state": signoff.state,
        "way": signoff.way,
        "editor": signoff.editor,
        "revision": signoff.revision,
        "signed_at": signoff.signed_at,
        "verified": signoff.verified,
    }

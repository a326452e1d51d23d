"""For GitLab: a Code Quality report, shown in the merge request as what it adds and what it mends.

The properties that GitLab reads (`description`, `check_name`, `fingerprint`, `severity`, `location.path`,
`location.lines.begin`) and the severities are those of https://docs.gitlab.com/ci/testing/code_quality/. A fingerprint
must be unique, and should outlive shifted lines. The format has no place for waived and old findings.
"""

from __future__ import annotations

from ..finding import Finding, Report, Severity
from ..fingerprint import fingerprints
from ..json_text import json_text
from ..style import Style

_SEVERITIES: dict[Severity, str] = {"error": "blocker", "warning": "minor", "info": "info", "off": "info"}


def render(report: Report, style: Style) -> str:
    """Return a JSON list of degradations."""
    named = zip(report.findings, fingerprints(report.findings, report.excerpts), strict=True)
    return json_text([_degradation(finding, fingerprint) for finding, fingerprint in named], indent=2) + "\n"


def _degradation(finding: Finding, fingerprint: str) -> dict[str, object]:
    spot = finding.spot
    lines = {"begin": spot.line} if spot.end_line is None else {"begin": spot.line, "end": spot.end_line}
    return {
        "description": f"{finding.message}. {finding.fix}",
        "check_name": finding.rule,
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": spot.file, "lines": lines},
    }
